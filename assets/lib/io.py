"""Files in memory. Real files are outside of what heapstep models."""

import abc
from _io import BytesIO, StringIO, _BufferedIOBase, _IOBase, _TextIOBase

__all__ = ['BytesIO', 'StringIO', 'IOBase', 'RawIOBase', 'BufferedIOBase', 'TextIOBase', 'UnsupportedOperation',
           'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = range(3)


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    pass


class RawIOBase(IOBase):
    pass


class BufferedIOBase(_BufferedIOBase, IOBase):
    pass


class TextIOBase(_TextIOBase, IOBase):
    pass


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
