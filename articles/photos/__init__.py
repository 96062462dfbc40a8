"""Pictures: checked when they come in, made into renditions once, shown from those."""

from articles.photos.inspection import PhotoRefused, inspect
from articles.photos.storing import remake_renditions, remake_social, store_photo

__all__ = ["PhotoRefused", "inspect", "remake_renditions", "remake_social", "store_photo"]
