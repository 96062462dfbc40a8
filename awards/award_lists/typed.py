"""What an editor says of a draft: columns, cells put right, answers. All of it is kept, whatever comes of it."""

from awards.award_lists.headings import FIELDS
from awards.award_lists.judging import IN, OUT, Judgement
from awards.award_lists.names import NEW, Named
from awards.award_lists.reading import MAX_CELL, MAX_COLUMNS
from awards.models import AwardList, Person
from newsroom.keys import is_key
from newsroom.vietnamese import collapse_spaces

_LONGEST_KEY = 700


def take(award_list: AwardList, post) -> None:
    """Bring what was posted to the list; the caller saves it."""
    _take_columns(award_list, post)
    _take_cells(award_list, post)
    _take_answers(award_list, post)
    if "sole" in post or "all_new" in post:
        _answer_alike(award_list, only_candidates="sole" in post)


def _take_columns(award_list: AwardList, post) -> None:
    width = max(map(len, award_list.sheet), default=0)
    for field in FIELDS:
        chosen = post.get(f"column-{field}")
        if chosen == "":
            award_list.columns.pop(field, None)
        elif chosen and is_key(chosen) and int(chosen) < width:
            award_list.columns[field] = int(chosen)


def _take_cells(award_list: AwardList, post) -> None:
    for name, value in post.items():
        _cell, _dash, rest = name.partition("cell-")
        number, _dash, field = rest.partition("-")
        if name.startswith("cell-") and is_key(number) and field in FIELDS:
            _put(award_list, int(number), field, collapse_spaces(value)[:MAX_CELL])


def _put(award_list: AwardList, number: int, field: str, text: str) -> None:
    """Put the text into the cell; a field without a column gets one at the end."""
    if not 1 <= number <= len(award_list.sheet):
        return
    if field not in award_list.columns:
        width = max(map(len, award_list.sheet))
        if not text or width >= 2 * MAX_COLUMNS:
            return
        award_list.columns[field] = width
    place, row = award_list.columns[field], award_list.sheet[number - 1]
    row.extend([""] * (place + 1 - len(row)))
    row[place] = text


def _take_answers(award_list: AwardList, post) -> None:
    answers = award_list.answers
    for name, value in post.items():
        kind, _dash, place = name.partition("-")
        if kind == "question" and len(value) <= _LONGEST_KEY:
            answer = post.get(f"answer-{place}", "")
            if answer == NEW or is_key(answer):
                answers[value] = answer
        elif kind == "row" and is_key(place):
            answers.pop(f"row|{place}", None)
            if value in {OUT, IN}:
                answers[f"row|{place}"] = value
        elif kind == "forget" and value in answers:
            del answers[value]


def _answer_alike(award_list: AwardList, *, only_candidates: bool) -> None:
    """Give all open questions of one kind the same answer: their only candidate, or that people are new."""
    for asked in Judgement(award_list).questions:
        if not isinstance(asked, Named):
            continue
        if only_candidates and len(asked.candidates) == 1:
            award_list.answers[asked.key] = str(asked.candidates[0].pk)
        elif not only_candidates and asked.model is Person:
            award_list.answers[asked.key] = NEW
