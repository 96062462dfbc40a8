"""Honours and announced totals as they stand on a page: by form, then by class."""

from dataclasses import dataclass, field

from awards.models import Announcement, AwardForm, Honour
from awards.models.base import CLASS_RANK, class_words

# Stars on the ribbon: three for the first class; numerals on the page.
NUMERALS = {"nhat": "I", "nhi": "II", "ba": "III"}


@dataclass
class ClassGroup:
    """Honours and totals of one form and one class (or none)."""

    order_class: str
    honours: list[Honour] = field(default_factory=list)
    totals: list[Announcement] = field(default_factory=list)

    @property
    def numeral(self) -> str:
        return NUMERALS.get(self.order_class, "")

    @property
    def label(self) -> str:
        return class_words(self.order_class)


@dataclass
class FormGroup:
    """Everything on the page of one form of award."""

    form: AwardForm
    classes: list[ClassGroup] = field(default_factory=list)


def group(honours, totals) -> list[FormGroup]:
    """Groups in order of precedence; inside a class the honours and totals keep their order."""
    forms: dict[int, FormGroup] = {}
    classes: dict[tuple[int, str], ClassGroup] = {}

    def class_of(record) -> ClassGroup:
        forms.setdefault(record.form_id, FormGroup(record.form))
        key = (record.form_id, record.order_class)
        return classes.setdefault(key, ClassGroup(record.order_class))

    for honour in honours:
        class_of(honour).honours.append(honour)
    for total in totals:
        class_of(total).totals.append(total)
    for (form, _), one in sorted(classes.items(), key=lambda item: CLASS_RANK[item[0][1]]):
        forms[form].classes.append(one)
    return sorted(forms.values(), key=lambda one: (one.form.family_rank, one.form.rank, one.form.pk))
