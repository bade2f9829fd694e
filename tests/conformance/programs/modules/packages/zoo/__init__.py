"""Animals."""
print("package", __name__)
from .cats import purr
from . import cats as felines

__all__ = ["purr", "birds"]
