"""What registry records share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.slug_field import valid_slug


class ProvenQuerySet(models.QuerySet):
    """Records that stories prove."""

    def proven(self, at=None):
        """Records that readers may see: a story that is out at `at` (now if omitted) holds their evidence.

        The one rule for pages, lists, counts, files and the API.
        """
        evidence = self.model._meta.get_field("evidence")
        proofs = evidence.related_model.objects.public(at)
        return self.filter(models.Exists(proofs.filter(**{evidence.field.name: models.OuterRef("pk")})))

    def listed(self, at=None):
        """Records whose pages lists, links, search, sitemaps and the API may lead to.

        What is proven but not listed has a page for who knows its address.
        """
        return self.proven(at)


class SluggedQuerySet(ProvenQuerySet):
    """Records known by a slug."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class ReferencedQuerySet(ProvenQuerySet):
    """Records that nothing in the world makes unique: known by a `ref`."""

    def get_by_natural_key(self, ref):
        return self.get(ref=ref)


class RecipientKind(models.TextChoices):
    COLLECTIVE = "collective", _("Collective")
    INDIVIDUAL = "individual", _("Individual")
    HOUSEHOLD = "household", _("Household")


# As addresses and readers have them.
KIND_SLUGS = {
    RecipientKind.COLLECTIVE: "tap-the",
    RecipientKind.INDIVIDUAL: "ca-nhan",
    RecipientKind.HOUSEHOLD: "ho-gia-dinh",
}
KIND_WORDS = {
    RecipientKind.COLLECTIVE: "Tập thể",
    RecipientKind.INDIVIDUAL: "Cá nhân",
    RecipientKind.HOUSEHOLD: "Hộ gia đình",
}


class OrderClass(models.TextChoices):
    """Class of an order. The values sort by name wrongly: order by `class_rank`."""

    NONE = "", _("No class")
    FIRST = "nhat", _("First class")
    SECOND = "nhi", _("Second class")
    THIRD = "ba", _("Third class")
    VARIOUS = "various", _("Various classes")


CLASS_RANK = {"": 0, "nhat": 1, "nhi": 2, "ba": 3, "various": 4}
CLASSES_OF_A_FORM = 10  # room in `standing`
CLASS_PRINTED = {"nhat": "Nhất", "nhi": "Nhì", "ba": "Ba"}


def class_words(order_class: str) -> str:
    """“hạng Nhất”, “các hạng”, or nothing."""
    if order_class == OrderClass.VARIOUS:
        return "các hạng"
    return f"hạng {CLASS_PRINTED[order_class]}" if order_class else ""


def award_name(form, order_class: str) -> str:
    """Form and class as printed: “Huân chương Lao động hạng Nhất”."""
    return f"{form.name} {class_words(order_class)}".rstrip()


def class_rank(record) -> int:
    """Nhất 1, Nhì 2, Ba 3, various 4, none 0."""
    return CLASS_RANK[record.order_class]


def standing(record) -> int:
    """Place of the record's form and class in the order of precedence: one number, the highest award first."""
    return form_standing(record.form) + CLASS_RANK[record.order_class] if record.form_id else 0


def form_standing(form) -> int:
    """Place of a form: family, rank, and its key, so that no two forms share one; its classes follow it."""
    return ((form.family_rank * 100_000 + form.rank) * 10_000_000 + form.pk) * CLASSES_OF_A_FORM


def form_has_classes(record) -> bool:
    """Copied beside each record so that the database can hold the rule on classes."""
    return bool(record.form_id) and record.form.has_classes


def class_only_where_form_has_them() -> models.Q:
    return models.Q(order_class="") | models.Q(form_has_classes=True)


def ref_field() -> models.CharField:
    return models.CharField(_("reference code"), max_length=120, unique=True, validators=[valid_slug])
