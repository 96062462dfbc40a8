"""What the roll shows as bars: honours by form and class and by unit, and announced totals against names."""

from collections.abc import Iterable

from awards.charts.bars import LONGEST, Bar, Chart, Piece, line_y, stacked
from awards.models.base import CLASS_RANK, KIND_WORDS, class_words

BARS_SHOWN = 12
_AGAINST = (("announced", "đã công bố"), ("named", "có tên"), ("outside", "ngoài danh sách"))


def honours_by_form_and_class(counted: list[tuple[str, str, str, int]]) -> Chart | None:
    """A chart of (form slug, form name, class, number), forms in the order they come; None of nothing."""
    forms: dict[str, tuple[str, dict[str, int]]] = {}
    for slug, label, order_class, number in counted:
        forms.setdefault(slug, (label, {}))[1][order_class] = number
    used = sorted(
        {order_class for _, numbers in forms.values() for order_class in numbers}, key=CLASS_RANK.get
    )
    keys = [(key or "plain", class_words(key) or "không chia hạng") for key in used]
    lines = [(label, [numbers.get(key, 0) for key in used]) for label, numbers in forms.values()]
    return stacked(
        Chart(
            "hinh-thuc-va-hang",
            "Khen thưởng có tên, theo hình thức và hạng",
            "Hình thức",
            "Suy ra bằng cách đếm khen thưởng còn hiệu lực; số đã công bố mà không có tên không nằm ở đây.",
            keys,
            [],
        ),
        lines,
    )


def honours_by_unit(counted: Iterable[tuple[str, int]]) -> Chart | None:
    """A chart of (unit, number), as they come; None of fewer than two."""
    lines = [(label, [number]) for label, number in counted if number][:BARS_SHOWN]
    chart = Chart(
        "don-vi",
        "Đơn vị có nhiều khen thưởng",
        "Đơn vị",
        "Suy ra bằng cách đếm khen thưởng của chính đơn vị và của người thuộc đơn vị khi được tặng, kể cả đã thu hồi.",
        [("plain", "khen thưởng")],
        [],
        sums=False,
    )
    return stacked(chart, lines) if len(lines) > 1 else None


def announced_against_named(totals) -> Chart | None:
    """A chart of reconciled totals with a number, each by itself: sums of what several stories announce mean nothing."""
    counted = [total for total in totals if total.count][:BARS_SHOWN]
    longest = max((max(total.count, total.named + total.outside) for total in counted), default=0)
    bars = []
    for place, total in enumerate(counted):
        scale = LONGEST / longest
        parts = [
            ("announced", total.count, 0),
            ("named", total.named, 0),
            ("outside", total.outside, total.named),
        ]
        pieces = [
            Piece(key, dict(_AGAINST)[key], number, round(before * scale, 1), round(number * scale, 1))
            for key, number, before in parts
        ]
        label = f"{total.award_name}, {KIND_WORDS[total.recipient_kind].lower()}{_period(total)}"
        bars.append(Bar(label, total.count, line_y(place), pieces))
    if not bars:
        return None
    return Chart(
        "cong-bo-va-co-ten",
        "Số công bố và số có tên",
        "Con số đã công bố",
        "Mỗi thanh là một con số mà một bài đã công bố; các con số không cộng với nhau vì có thể trùng người.",
        list(_AGAINST),
        bars,
        sums=False,
    )


def _period(total) -> str:
    if total.period_from and total.period_to:
        return f", {total.period_from} – {total.period_to}"
    return f", {total.year}" if total.year else ""
