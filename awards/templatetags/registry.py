"""What registry templates print of records: emblems, dates with their basis, missing facts, bars."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from awards.models import AwardForm
from awards.models.base import KIND_WORDS
from awards.reconciliation import Status
from awards.unstated import Unstated
from awards.unstated import unstated as unstated_of
from newsroom.stated import Basis, missing

register = template.Library()

FAMILY_WORDS = {
    AwardForm.Family.ORDER: "Huân chương",
    AwardForm.Family.MEDAL: "Huy chương",
    AwardForm.Family.STATE_TITLE: "Danh hiệu vinh dự nhà nước",
    AwardForm.Family.PRIZE: "Giải thưởng",
    AwardForm.Family.EMULATION_TITLE: "Danh hiệu thi đua",
    AwardForm.Family.INSIGNIA: "Kỷ niệm chương",
    AwardForm.Family.MERIT: "Bằng khen",
    AwardForm.Family.COMMENDATION: "Giấy khen",
    AwardForm.Family.HISTORICAL: "Hình thức khác, hình thức cũ",
}


@register.simple_tag
def emblem(form: AwardForm) -> str:
    """The drawn emblem of the form's family; it says nothing that the text beside it does not."""
    sprite = f"{static('awards/emblems.svg')}#emblem-{form.family.replace('_', '-')}"
    return format_html(
        '<svg class="emblem" viewBox="0 0 48 48" aria-hidden="true"><use href="{}"/></svg>', sprite
    )


@register.simple_tag
def stated(value, basis: str = "") -> str:
    """A value as a reader sees it, “suy luận” beside an inferred one, or why there is none."""
    if not value:
        return format_html('<span class="missing">{}</span>', missing(basis))
    text = value.display() if hasattr(value, "display") else value
    if basis == Basis.INFERRED:
        return format_html('{} <span class="inferred">(suy luận)</span>', text)
    return format_html("{}", text)


@register.filter
def family_word(form: AwardForm) -> str:
    return FAMILY_WORDS[AwardForm.Family(form.family)]


@register.filter
def kind_word(kind: str) -> str:
    """“tập thể”, “cá nhân”, “hộ gia đình”."""
    return KIND_WORDS[kind].lower()


@register.filter
def unstated(honour) -> Unstated:
    return unstated_of(honour)


@register.filter
def status_word(total) -> str:
    return Status(total.status).label


@register.inclusion_tag("awards/includes/total_bar.html")
def total_bar(total) -> dict:
    """A thin bar of a total: announced as its length, named filled, outside beyond or within it hatched."""
    length = max(total.count or 0, total.named + total.outside, 1)
    share = 100 / length
    return {
        "announced": round((total.count or 0) * share, 2),
        "named": round(total.named * share, 2),
        "outside": round(total.outside * share, 2),
    }
