"""Columns that follow other attributes of their row, whichever way the row is saved.

The column is stored for the database's sake (search, order, constraints). In Python the attribute
is computed each time, so raw saves and bulk writes, which call no `save()`, cannot store an old
value. Migrations see a plain column: what fills it is the code's business.
"""

from collections.abc import Callable

from django.db import models

from newsroom.vietnamese import fold, sort_key


class Computed:
    """The attribute of a derived field: computed when read, never assigned."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, owner=None):
        return self if instance is None else self.field.compute(instance)

    def __set__(self, instance, value):
        # Never read, but a field that is missing here counts as deferred and is not saved.
        instance.__dict__[self.field.attname] = value


class DerivedMixin:
    """A field whose value is `compute(instance)`."""

    plain_path: str

    def __init__(self, *args, compute: Callable | None = None, **kwargs):
        super().__init__(*args, **{"editable": False, "serialize": False, **kwargs})
        if compute:
            self.compute = compute

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only)
        if hasattr(self, "compute"):
            setattr(cls, self.attname, Computed(self))

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, self.plain_path, args, kwargs


class DerivedTextField(DerivedMixin, models.CharField):
    plain_path = "django.db.models.CharField"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 600, "default": "", **kwargs})


class DerivedNumberField(DerivedMixin, models.PositiveSmallIntegerField):
    plain_path = "django.db.models.PositiveSmallIntegerField"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": 0, **kwargs})


class DerivedBigNumberField(DerivedMixin, models.PositiveBigIntegerField):
    plain_path = "django.db.models.PositiveBigIntegerField"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": 0, **kwargs})


class DerivedFlagField(DerivedMixin, models.BooleanField):
    plain_path = "django.db.models.BooleanField"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": False, **kwargs})


class KeyField(DerivedTextField):
    """A key made from the text of other attributes, lists of names included, joined by a space."""

    def __init__(
        self,
        *args,
        from_fields: tuple[str, ...] = (),
        function: Callable[..., str] = fold,
        **kwargs,
    ):
        self.from_fields = from_fields
        self.function = function
        super().__init__(*args, **kwargs)
        if from_fields:
            self.compute = self._key

    def _key(self, instance) -> str:
        texts = (_text(getattr(instance, name)) for name in self.from_fields)
        return self.function(" ".join(filter(None, texts)))[: self.max_length]


def _text(value) -> str:
    return " ".join(value) if isinstance(value, list) else str(value or "")


class FoldField(KeyField):
    """Accentless, lower-case search key: look up with `__contains=fold(query)`."""


class SortKeyField(KeyField):
    """Key whose byte order is the order of the Vietnamese alphabet; ASCII, so every collation agrees."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"function": sort_key, "max_length": 1200, **kwargs})
