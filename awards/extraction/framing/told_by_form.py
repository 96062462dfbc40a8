"""Rows that say of each form or class how many, or who, have it: "hạng Nhất có 1 tập thể, hạng Nhì có 2 tập thể"."""

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

_A_ROW = 2  # forms


def give_by_each_form(items: list[Item]) -> None:
    """Say each of them as given; a verb that closes the row, "… được tặng năm 2020", adds its year."""
    rows = [
        place
        for place in range(len(items) - 2)
        if items[place].code == codes.FORMS
        and items[place + 1].text == "có"
        and items[place + 2].code in RECIPIENTS
    ]
    if not rows or any(item.code in HEADS for item in items[: rows[-1]]):
        return
    passive = next(
        (place for place in range(rows[-1], len(items)) if items[place].code == codes.PASSIVE), len(items)
    )
    behind = items[passive:]
    given = any(item.code == codes.GIVE for item in behind)
    if any(item.code == codes.FORMS for item in behind) or not (given or len(rows) >= _A_ROW):
        return
    years = [item.year for item in behind if item.code == codes.YEAR]
    for form in (form for place in rows for form in items[place].forms if len(years) == 1):
        form.year = form.year or years[0]
    del items[passive:]
    for place in rows:
        items[place + 1].code = codes.TO
    for item in items[: rows[0]]:
        if item.code == codes.FORMS:  # "Về Huân chương Lao động, hạng Nhất …": what the classes are of
            item.code, item.forms = codes.WORD, []
    start = items[rows[0]].start
    items.insert(rows[0], Item(codes.GIVE, start, start + 1, text="trao"))
