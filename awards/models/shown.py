"""Whether readers see a record that stories prove, stored beside it so that lists and counts stay quick."""

from django.db import models
from django.db.models import F, Func, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from awards.models.base import ReferencedQuerySet


class Shown(models.IntegerChoices):
    """What the stories that prove a record make of it, as of the last time one of them changed."""

    NEVER = 0, _("No story that is out proves it")
    BY_TIME = 1, _("Stories prove it that come out later or go off")
    ALWAYS = 2, _("A story that is out for good proves it")


# The number itself, not a parameter: only then does SQLite use the index of these few rows.
BY_TIME = Q(shown=Func(template=str(Shown.BY_TIME.value), output_field=models.SmallIntegerField()))


class ShownField(models.PositiveSmallIntegerField):
    """Kept by the database (`awards.keeping`): saving a record never writes what it read before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": Shown.NEVER, "editable": False, "serialize": False, **kwargs})

    def pre_save(self, model_instance, add):
        return Shown.NEVER if add else F(self.attname)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveSmallIntegerField", args, kwargs | {"default": 0}


class ShownQuerySet(ReferencedQuerySet):
    """Records with a `shown` column, told apart without a look at their stories wherever that is possible."""

    def proven(self, at=None):
        """As for every record. At a given moment other than now the stories themselves are asked."""
        return self.proven_now(timezone.now()) if at is None else super().proven(at)

    def proven_now(self, now):
        """As `proven()`, for who asks other tables at the very same moment."""
        evidence = self.model._meta.get_field("evidence")
        proofs = evidence.related_model.objects.public(now)
        proof = models.Exists(proofs.filter(**{evidence.field.name: OuterRef("pk")}))
        return self.filter(Q(shown=Shown.ALWAYS) | (Q(proof) & BY_TIME))
