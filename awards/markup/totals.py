"""An announced total beside the names: “đã công bố 7 · có tên 7 · 1 ngoài danh sách”, with a thin bar."""

from django.utils.safestring import SafeString

from awards.markup.records import name_html, proofs_html
from awards.markup.words import text
from awards.models import Announcement
from awards.models.base import KIND_WORDS
from awards.reconciliation import Status
from newsroom.numbers import grouped
from newsroom.stated import Basis


def total_html(total: Announcement) -> SafeString:
    """The line of a reconciled total, with its proofs."""
    scope = f" · {name_html(total.scope)}" if total.scope and total.scope.is_public else ""
    return SafeString(
        f'<li class="total" id="{text(total.ref)}"><p class="total__words">'
        f'<span class="total__kind">{KIND_WORDS[total.recipient_kind].lower()}</span> '
        f'<span class="total__numbers">{_numbers(total)}</span> '
        f'<span class="total__status total__status--{total.status}">{Status(total.status).label}</span></p>\n'
        f'{_bar(total)}<p class="total__about">{_period(total)}{scope}</p>\n{proofs_html(total.proofs)}</li>'
    )


def _numbers(total: Announcement) -> str:
    announced = "<i>nhiều</i>" if total.count is None else f"<b>{grouped(total.count)}</b>"
    outside = f" · <b>{grouped(total.outside)}</b> ngoài danh sách" if total.outside else ""
    return f"đã công bố {announced} · có tên <b>{grouped(total.named)}</b>{outside}"


def _bar(total: Announcement) -> str:
    """Announced as its length, named filled, outside beyond or within it hatched."""
    share = 100 / max(total.count or 0, total.named + total.outside, 1)
    announced, named, outside = (
        round(number * share, 2) for number in (total.count or 0, total.named, total.outside)
    )
    return (
        '<svg class="total-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="total-bar__announced" x="0" y="0" width="{announced}" height="6"/>'
        f'<rect class="total-bar__named" x="0" y="0" width="{named}" height="6"/>'
        f'<rect class="total-bar__outside" x="{named}" y="0" width="{outside}" height="6"/></svg>'
    )


def _period(total: Announcement) -> str:
    words = f"“{text(total.period_text)}”" if total.period_text else ""
    if total.period_from and total.period_to:
        before = f"{words}: " if words else ""
        inferred = ' <span class="inferred">(suy luận)</span>' if total.period_basis == Basis.INFERRED else ""
        return f"{before}{total.period_from} – {total.period_to}{inferred}"
    if words or total.period_from:
        return words
    if total.year:
        return f"Năm {total.year}"
    return '<span class="missing">Nguồn không nêu thời gian</span>'
