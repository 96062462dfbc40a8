"""The page on which a draft is checked: its columns, its questions, its rows a page at a time."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.award_lists.headings import FIELDS
from awards.award_lists.judging import Judged, Judgement, State, UnknownForm
from awards.award_lists.names import Named
from awards.models import AwardList, Organisation, Person
from awards.models.base import RecipientKind
from newsroom.keys import is_key

ROWS = 50
QUESTIONS = 20
NUMBERS = 6  # rows that a question names
FIELD_NAMES = {
    "name": gettext_lazy("Name"),
    "title": gettext_lazy("Post or title"),
    "unit": gettext_lazy("Unit or workplace"),
    "form": gettext_lazy("Form of award"),
    "order_class": gettext_lazy("Class"),
    "kind": gettext_lazy("Kind of recipient"),
}
# What waits for the editor stands first.
ORDER = (State.WRONG, State.ASKED, State.TWICE, State.RECORDED, State.NEW, State.KNOWN, State.OUT)


@dataclass(frozen=True)
class Question:
    """One question: what was printed, in which rows, and the answers that may be given."""

    key: str
    name: str
    about: str
    rows: str
    choices: list[tuple[str, str, str]]  # value, label, what tells it from others
    is_form: bool = False


def context(award_list: AwardList, judgement: Judgement, params) -> dict:
    """What the page prints of the list; `params` choose the rows (`only`, `p`, `edit`)."""
    only = params.get("only", "")
    rows = [judged for judged in judgement.rows if judged.state == only or only not in State.values]
    rows.sort(key=lambda judged: (ORDER.index(judged.state), judged.row.number))
    edited = params.get("edit", "")
    return {
        "list": award_list,
        "judgement": judgement,
        "filters": [
            (state, state.label, judgement.counts[state]) for state in ORDER if judgement.counts[state]
        ],
        "only": only,
        "page": Paginator(rows, ROWS).get_page(params.get("p")),
        "edited": int(edited) if is_key(edited) else None,
        "columns": _columns(award_list),
        "questions": [_question(one, judgement) for one in judgement.questions[:QUESTIONS]],
        "more_questions": len(judgement.questions[QUESTIONS:]),
        "asks_of_people": any(isinstance(one, Named) and one.model is Person for one in judgement.questions),
        "sole": sum(isinstance(one, Named) and len(one.candidates) == 1 for one in judgement.questions),
        "seen": seen(judgement),
        "kinds": RecipientKind.choices,
    }


def seen(judgement: Judgement) -> str:
    """The same as long as recording would make the same of each row."""
    said = [(one.row, one.state, _recipient(one), one.form and one.form.pk) for one in judgement.rows]
    return sha256(repr(said).encode()).hexdigest()


def _recipient(judged: Judged) -> tuple:
    return tuple(
        (named.key, named.record and named.record.pk) for named in (judged.named, judged.unit) if named
    )


def _columns(award_list: AwardList) -> list[tuple]:
    """(field, its name, the chosen column, every column as (number, letter and first words))."""
    width = max(map(len, award_list.sheet), default=0)
    columns = [(place, f"{letters(place)}: {_words_of(award_list, place)}") for place in range(width)]
    return [(field, FIELD_NAMES[field], award_list.columns.get(field), columns) for field in FIELDS]


def _words_of(award_list: AwardList, place: int) -> str:
    first = max(award_list.head, 0)
    cells = [row[place] for row in award_list.sheet[first : first + 8] if place < len(row) and row[place]]
    return " · ".join(cells[:2])[:80] or "–"


def letters(place: int) -> str:
    """How a spreadsheet calls the column: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _question(asked: Named | UnknownForm, judgement: Judgement) -> Question:
    numbers = sorted(set(asked.numbers))
    rows = ", ".join(map(str, numbers[:NUMBERS])) + (" …" if len(numbers) > NUMBERS else "")
    if isinstance(asked, UnknownForm):
        forms = [(str(form.pk), form.name, "") for form in judgement.forms]
        return Question(asked.key, asked.name, _("form of award"), rows, forms, is_form=True)
    choices = [(str(one.pk), str(one), _what_tells(one, judgement)) for one in asked.candidates]
    about = ", ".join(filter(None, [asked.title, asked.superior_name])) or str(asked.model._meta.verbose_name)
    return Question(asked.key, asked.name, about, rows, choices)


def _what_tells(record, judgement: Judgement) -> str:
    """What tells a candidate from others of its name."""
    if not isinstance(record, Organisation):
        return "; ".join(judgement.names.posts.words[record.pk][:3]) or record.slug
    dates = [
        _("from %(date)s") % {"date": record.valid_from} if record.valid_from else "",
        _("until %(date)s") % {"date": record.valid_to} if record.valid_to else "",
    ]
    parts = [str(record.parent or ""), record.get_kind_display(), *dates, record.slug]
    return "; ".join(filter(None, parts))
