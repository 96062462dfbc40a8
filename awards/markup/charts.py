"""Charts as SVG, each with the same numbers in a table beside it."""

from collections.abc import Iterable

from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst

from awards.charts.bars import Bar, Chart
from awards.charts.years import Column, YearChart
from awards.markup.words import text
from newsroom.numbers import grouped

LABEL_LENGTH = 58


def bars_html(chart: Chart) -> SafeString:
    """Bars under each other."""
    return _part(
        chart,
        drawing="".join(_bar(chart, bar) for bar in chart.bars),
        caption=_legend(chart) + text(chart.note),
        table=_bars_table(chart),
    )


def years_html(chart: YearChart) -> SafeString:
    """A column for each year."""
    base = f'<line class="chart__base" x1="0" x2="{chart.width}" y1="{chart.base}" y2="{chart.base}"/>'
    return _part(
        chart,
        drawing=base + "".join(_column(chart, one) for one in chart.columns),
        caption=text(chart.note),
        table=_table(
            ["Năm", "Khen thưởng"], (_row(one.label, [one.number]) for one in reversed(chart.counted))
        ),
    )


def _part(chart: Chart | YearChart, *, drawing: str, caption: str, table: str) -> SafeString:
    name, title = f"bieu-do-{chart.id}", text(chart.title)
    return SafeString(
        f'<section class="registry-part chart-part" aria-labelledby="{name}">'
        f'<h2 class="group-head" id="{name}">{title}</h2>'
        f'<figure class="chart"><svg viewBox="0 0 {chart.width} {chart.height}" role="img"'
        f' aria-labelledby="{name}-ten {name}-loi"><title id="{name}-ten">{title}</title>'
        f'<desc id="{name}-loi">{text(chart.summary)}</desc>{drawing}</svg>'
        f"<figcaption>{caption}</figcaption></figure>"
        f'<div class="table-frame" role="region" aria-label="Bảng số liệu: {title}" tabindex="0">{table}</div></section>\n'
    )


def _bar(chart: Chart, bar: Bar) -> str:
    label = text(bar.label)
    pieces = "".join(
        f'<rect class="chart__piece chart__piece--{one.key}" x="{one.x}" y="{bar.y}" width="{one.width}"'
        f' height="{chart.bar}"><title>{label}, {text(one.label)}: {grouped(one.number)}</title></rect>'
        for one in bar.pieces
    )
    return (
        f'<text class="chart__label" x="0" y="{bar.label_y}">{text(Truncator(bar.label).chars(LABEL_LENGTH))}</text>'
        f'{pieces}<text class="chart__number" x="{bar.end}" y="{bar.number_y}">{grouped(bar.number)}</text>'
    )


def _legend(chart: Chart) -> str:
    if len(chart.keys) < 2:
        return ""
    entries = "".join(
        '<li><svg viewBox="0 0 12 12" aria-hidden="true">'
        f'<rect class="chart__piece chart__piece--{key}" width="12" height="12"/></svg> {text(label)}</li>'
        for key, label in chart.keys
    )
    return f'<ul class="chart__legend" role="list">{entries}</ul>'


def _column(chart: YearChart, one: Column) -> str:
    column = (
        f'<rect class="chart__piece" x="{one.x}" y="{one.y}" width="{one.width}" height="{one.height}">'
        f"<title>{one.label}: {grouped(one.number)}</title></rect>"
    )
    year = f'<text class="chart__year" x="{one.middle}" y="{chart.height - 4}">{one.label}</text>'
    return f"{column if one.number else ''}{year if one.marked else ''}"


def _bars_table(chart: Chart) -> str:
    heads = [chart.subject, *(capfirst(label) for _, label in chart.keys), *(["Cộng"] if chart.sums else [])]
    return _table(
        heads,
        (_row(bar.label, numbers, total=bar.number if chart.sums else None) for bar, numbers in chart.rows),
    )


def _table(heads: list[str], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{text(one)}</th>' for one in heads)
    return f'<table class="chart__table"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _row(label: str, numbers: list[int], total: int | None = None) -> str:
    cells = "".join(f"<td>{grouped(number)}</td>" for number in numbers)
    sums = "" if total is None else f"<td><b>{grouped(total)}</b></td>"
    return f'<tr><th scope="row">{text(label)}</th>{cells}{sums}</tr>'
