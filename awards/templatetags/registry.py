"""What registry templates print of records: emblems, dates with their basis, missing facts, bars."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from awards.markup.charts import bars_html, years_html
from awards.markup.honours import entry_html, facts_html, stated_html
from awards.markup.records import name_html, proofs_html
from awards.markup.totals import total_html
from awards.models import AwardForm
from awards.models.base import KIND_WORDS

register = template.Library()
register.filter("name", name_html)
register.simple_tag(stated_html, name="stated")
register.simple_tag(proofs_html, name="proofs")
register.simple_tag(entry_html, name="honour_entry")
register.simple_tag(facts_html, name="honour_facts")
register.simple_tag(total_html, name="total_entry")
register.simple_tag(bars_html, name="bar_chart")
register.simple_tag(years_html, name="year_chart")

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


@register.filter
def family_word(form: AwardForm) -> str:
    return FAMILY_WORDS[AwardForm.Family(form.family)]


@register.filter
def kind_word(kind: str) -> str:
    """“tập thể”, “cá nhân”, “hộ gia đình”."""
    return KIND_WORDS[kind].lower()
