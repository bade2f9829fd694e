"""Files in memory. Real files are outside of what heapstep models."""

import abc
import sys
from _io import BytesIO, StringIO, _BufferedIOBase, _IOBase, _TextIOBase

__all__ = ['BytesIO', 'StringIO', 'IOBase', 'RawIOBase', 'BufferedIOBase', 'TextIOBase', 'UnsupportedOperation',
           'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = range(3)


class UnsupportedOperation(OSError, ValueError):
    pass


def _refuse(name):
    raise UnsupportedOperation(name)


def _check_open(file):
    if file.closed:
        raise ValueError('I/O operation on closed file.')


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    """What a class of the program inherits; the files in memory have it natively."""

    @property
    def closed(self):
        return hasattr(self, '__IOBase_closed')

    def close(self):
        if not IOBase.closed.__get__(self):
            try:
                self.flush()
            finally:
                setattr(self, '__IOBase_closed', True)

    def __del__(self):
        try:
            if not self.closed:
                self.close()
        except Exception:
            pass

    def flush(self):
        if IOBase.closed.__get__(self):
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        _check_open(self)
        return self

    def __exit__(self, *exception):
        self.close()

    def seek(self, offset, whence=SEEK_SET):
        _refuse('seek')

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None):
        _refuse('truncate')

    def fileno(self):
        _refuse('fileno')

    def seekable(self):
        return False

    readable = writable = seekable

    def isatty(self):
        _check_open(self)
        return False

    def __iter__(self):
        _check_open(self)
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1):
        line = b''
        while (size is None or size < 0 or len(line) < size) and not line.endswith(b'\n'):
            byte = self.read(1)
            if not byte:
                break
            line += byte
        return line

    def readlines(self, hint=-1):
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint < length:
                break
        return lines

    def writelines(self, lines):
        _check_open(self)
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1):
        if size < 0:
            return self.readall()
        space = bytearray(size)
        count = self.readinto(space)
        return None if count is None else bytes(space[:count])

    def readall(self):
        parts = []
        while True:
            part = self.read(DEFAULT_BUFFER_SIZE)
            if not part:
                return b''.join(parts) if parts else part
            parts.append(part)

    def readinto(self, buffer):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError


class BufferedIOBase(_BufferedIOBase, IOBase):
    def detach(self):
        _refuse('detach')

    def read(self, size=-1):
        _refuse('read')

    def read1(self, size=-1):
        _refuse('read1')

    def readinto(self, buffer):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    readinto1 = readinto

    def write(self, data):
        _refuse('write')


class TextIOBase(_TextIOBase, IOBase):
    encoding = errors = newlines = property(lambda self: None)

    def detach(self):
        _refuse('detach')

    def read(self, size=-1):
        _refuse('read')

    def readline(self, size=-1):
        _refuse('readline')

    def write(self, text):
        _refuse('write')


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
TextIOBase.register(type(sys.__stdout__))
del sys
