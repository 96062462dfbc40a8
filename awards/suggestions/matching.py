"""Statements of a story against the registry: recorded, disagreeing, or new."""

from collections import defaultdict

from articles import working_copy
from articles.models import Article
from awards.bearers import bearers, bore_its_name
from awards.block_texts import snapshot_texts
from awards.extraction import Lexicon, Statement, extract
from awards.extraction.language.words import AWARDED
from awards.models import (
    Announcement,
    AwardForm,
    Evidence,
    Honour,
    Organisation,
    Person,
)
from awards.models.base import RecipientKind
from awards.suggestions.setting_aside import set_aside_of
from awards.suggestions.suggestion import State, Suggestion
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import fold


def suggestions_of(article: Article, texts: dict[str, str] | None = None) -> list[Suggestion]:
    """What the working copy states, in reading order; a fixed number of queries for any story.

    `texts` are its words (`texts_of`), for whoever has them already.
    """
    forms = list(AwardForm.objects.all())
    lexicon = Lexicon.of((form.name, form.aliases, form.has_classes) for form in forms)
    found = [
        suggestion
        for block, text in (texts_of(article) if texts is None else texts).items()
        for statement in extract(text, lexicon)
        if statement.status == AWARDED
        for suggestion in _asked(block, text, statement)
    ]
    if found:
        _find_forms(found, forms)
        _find_recipients(found)
        _compare(found, article)
        _recall(found, article)
    return found


def texts_of(article: Article) -> dict[str, str]:
    """The words of each block of the working copy, by block id, in reading order."""
    return snapshot_texts(working_copy.newest_snapshot(article))


def _asked(block: str, text: str, statement: Statement) -> list[Suggestion]:
    """The total that the statement announces and each name that it gives."""
    total = (
        [Suggestion(statement, block, text)]
        if statement.count is not None and statement.recipient_kind
        else []
    )
    return total + [Suggestion(statement, block, text, name=name) for name in statement.names]


def _find_forms(found: list[Suggestion], forms: list[AwardForm]) -> None:
    known = {fold(spelling): form for form in forms for spelling in (*form.aliases, form.name)}
    for suggestion in found:
        suggestion.form = known.get(fold(suggestion.statement.form))


# Recipients -----------------------------------------------------------------------------------------


def _find_recipients(found: list[Suggestion]) -> None:
    names: dict[str, set[str]] = defaultdict(set)
    for suggestion in found:
        if suggestion.name:
            names[suggestion.statement.recipient_kind].add(fold(suggestion.name))
    by_kind = {
        RecipientKind.COLLECTIVE: bearers(Organisation, names[RecipientKind.COLLECTIVE]),
        RecipientKind.INDIVIDUAL: bearers(Person, names[RecipientKind.INDIVIDUAL]),
    }
    for suggestion in found:
        said = suggestion.statement
        year = PartialDate(said.year) if said.year else None
        of_the_name = by_kind.get(said.recipient_kind, {}).get(fold(suggestion.name), {})
        suggestion.candidates = [one for one in of_the_name if bore_its_name(one, year)]


# Against the registry ---------------------------------------------------------------------------------


def _compare(found: list[Suggestion], article: Article) -> None:
    forms = {suggestion.form.pk for suggestion in found if suggestion.form}
    here = {
        (piece.honour_id, piece.announcement_id)
        for piece in Evidence.objects.filter(article=article).only("honour_id", "announcement_id")
    }
    totals = Announcement.objects.filter(form__in=forms).select_related("form", "scope")
    units = {one.pk for suggestion in found for one in suggestion.candidates if isinstance(one, Organisation)}
    people = {one.pk for suggestion in found for one in suggestion.candidates if isinstance(one, Person)}
    honours = list(
        Honour.objects.filter(form__in=forms, organisation__in=units).select_related("form", "organisation")
    )
    honours += Honour.objects.filter(form__in=forms, person__in=people).select_related("form", "person")
    totals = list(totals)
    for suggestion in found:
        if suggestion.form is None:
            continue
        if suggestion.is_total:
            _against_totals(suggestion, totals, {total for _honour, total in here})
        else:
            _against_honours(suggestion, honours, {honour for honour, _total in here})


def _against_totals(suggestion: Suggestion, totals: list[Announcement], here: set[int]) -> None:
    said = suggestion.statement
    same_list = [
        total
        for total in totals
        if total.form_id == suggestion.form.pk
        and total.order_class == suggestion.order_class
        and total.recipient_kind == said.recipient_kind
    ]
    same = [total for total in same_list if ("many" if total.many else total.count) == said.count]
    of_this_story = [total for total in same_list if total.pk in here]
    if proven := [total for total in same if total.pk in here]:
        suggestion.state, suggestion.records = State.RECORDED, proven
    elif of_this_story:
        suggestion.state, suggestion.records = State.CONFLICT, of_this_story
    elif same:
        suggestion.state, suggestion.records = State.ELSEWHERE, same
    elif years := [total for total in same_list if said.year and total.year == said.year]:
        suggestion.state, suggestion.records = State.CONFLICT, years


def _against_honours(suggestion: Suggestion, honours: list[Honour], here: set[int]) -> None:
    said = suggestion.statement
    held = [
        honour
        for honour in honours
        if honour.form_id == suggestion.form.pk and honour.recipient in suggestion.candidates
    ]
    same = [
        honour
        for honour in held
        if honour.order_class == suggestion.order_class
        and (not said.year or not honour.year or honour.year == said.year)
    ]
    other_class = [
        honour
        for honour in held
        if honour.order_class != suggestion.order_class and honour.year and honour.year == said.year
    ]
    if proven := [honour for honour in same if honour.pk in here]:
        suggestion.state, suggestion.records = State.RECORDED, proven
    elif same:
        suggestion.state, suggestion.records = State.ELSEWHERE, same
    elif other_class:
        suggestion.state, suggestion.records = State.CONFLICT, other_class
    elif other_year := [
        honour
        for honour in held
        if honour.order_class == suggestion.order_class
        and (honour.pk in here or suggestion.form.is_given_once)
    ]:
        suggestion.state, suggestion.records = State.CONFLICT, other_year


def _recall(found: list[Suggestion], article: Article) -> None:
    """Mark what an editor has set aside."""
    set_aside = set_aside_of(article)
    for suggestion in found:
        suggestion.dismissal = set_aside.get(suggestion.fingerprint)
        if suggestion.dismissal and suggestion.is_open:
            suggestion.state = State.DISMISSED
