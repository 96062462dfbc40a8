"""Whether a fact is stated by a source, inferred, not stated, or not entered yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Basis(models.TextChoices):
    """How a value came to be; a page prints what is missing instead of leaving a blank."""

    UNKNOWN = "", _("Not entered yet")
    STATED = "stated", _("Stated by the source")
    INFERRED = "inferred", _("Inferred")
    NOT_STATED = "not_stated", _("The source does not state it")


def basis_agrees(value_field: str, basis_field: str) -> models.Q:
    """Condition: a value stands if and only if the basis is `stated` or `inferred`."""
    has_value = ~models.Q(**{value_field: ""})
    has_basis = models.Q(**{f"{basis_field}__in": [Basis.STATED, Basis.INFERRED]})
    return (has_value & has_basis) | (~has_value & ~has_basis)


def missing(basis: str) -> str:
    """Why there is no value, in the words of the pages."""
    return "Nguồn không nêu" if basis == Basis.NOT_STATED else "Chưa có thông tin"
