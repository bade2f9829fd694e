from ..cats import purr as imitate
from .. import felines
from .songs import SONGS
