"""What registry templates print of records: emblems, dates with their basis, missing facts, bars."""

from django import template

from awards.markup.charts import bars_html, years_html
from awards.markup.emblems import emblem_html
from awards.markup.honours import entry_html, facts_html, stated_html
from awards.markup.records import name_html, proofs_html
from awards.markup.totals import total_html
from awards.models import AwardForm
from awards.models.base import KIND_WORDS

register = template.Library()
register.filter("name", name_html)
register.simple_tag(stated_html, name="stated")
register.simple_tag(proofs_html, name="proofs")
register.simple_tag(emblem_html, name="emblem")
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


@register.filter
def family_word(form: AwardForm) -> str:
    return FAMILY_WORDS[AwardForm.Family(form.family)]


@register.filter
def kind_word(kind: str) -> str:
    """“tập thể”, “cá nhân”, “hộ gia đình”."""
    return KIND_WORDS[kind].lower()
