"""What stands behind a verb, parted into forms and the recipients that were given them."""

from awards.extraction.award_forms.form import Form
from awards.extraction.framing.builder import Builder
from awards.extraction.framing.frame import Frame, Group
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


def groups_behind(items: list[Item], frame: Frame) -> list[Group]:
    builder = Builder(items, frame)
    for place in range(frame.head + 1, frame.end):
        if items[place].code == ";" and builder.has_nothing():
            break  # "đạt chuẩn …; giữ vững danh hiệu …"
        goes_on = builder.lists_on(place)
        if items[place].code == ";" and not goes_on and _tells_of_something_else(items, place, frame.end):
            break
        builder.take(place)
    return builder.groups()


_REASONS = {"do", "vì", "với", "về", "nhờ", "trong", "nhân", "theo"}


def _tells_of_something_else(items: list[Item], semicolon: int, end: int) -> bool:
    """ "tặng Bằng khen cho A; Bộ B thăng quân hàm cho 2 đồng chí": no form, but somebody gets something."""
    behind = items[semicolon + 1 : end]
    acts = {codes.WORD, codes.TO, codes.PASSIVE}
    passive = [item.code for item in behind[:2]] == [codes.COUNTED, codes.PASSIVE]
    told = len(behind) > 1 and behind[0].code in {codes.NAMED, codes.OFFICE} and behind[1].code in acts
    told = told or passive  # "…; 512 lượt công chức được Cục trưởng khen thưởng"
    why = len(behind) > 1 and behind[1].text in _REASONS
    comma = next((place for place, item in enumerate(behind) if item.code in {",", ";"}), len(behind))
    gets = {codes.TO, codes.PASSIVE} & {item.code for item in behind[:comma]}
    return told and not why and bool(gets) and not any(item.code == codes.FORMS for item in behind)


def groups_before(items: list[Item], frame: Frame) -> list[Group]:
    """ "Huân chương … là phần thưởng mà Nhà nước trao tặng A": the forms stand before "mà"."""
    whose = next((place for place in range(frame.head, -1, -1) if items[place].text == "mà"), 0)
    if [item.text for item in items[frame.head + 1 : frame.head + 2]] == ["cả"]:
        whose = frame.start  # "Bằng khen …, Huân chương … – ông A được tặng cả hai"
    forms = [form for item in items[:whose] for form in item.forms]
    if not forms:
        return []
    for place in range(1, whose):
        of_form = items[place - 1 - (items[place - 1].code == "(")]
        if items[place].code == codes.YEAR and of_form.code == codes.FORMS:
            of_form.forms[-1].year = items[place].year
    return groups_given(items, frame, forms)


def groups_given(items: list[Item], frame: Frame, forms: list[Form]) -> list[Group]:
    """The recipients behind a verb, of forms that stand before it."""
    builder = Builder(items, frame)
    builder.group.forms += forms
    builder.given = builder.collecting = frame.passive is None
    for place in range(frame.head + 1, frame.end):
        builder.take(place)
    return [group for group in builder.groups() if group.has_recipients or frame.passive is not None]
