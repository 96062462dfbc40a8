"""Photos on the desk: the library, its focal-point widget, and the picker that stories use."""

from articles.admin.photo.admin import PhotoAdmin
from articles.admin.photo.field import PhotoField, PhotoPickerWidget

__all__ = ["PhotoAdmin", "PhotoField", "PhotoPickerWidget"]
