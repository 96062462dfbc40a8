"""Campaigns, units, people and honours that answer a question of the site's search: one query for all.

Names are few and short beside stories: they are looked up in their folded columns. Only what lists may
lead to is found, so a person hidden from lists is not, nor by an honour.
"""

from collections import defaultdict
from functools import cache, partial, reduce
from itertools import pairwise
from operator import and_, or_

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, StrIndex
from django.db.models.lookups import Exact, GreaterThan
from django.urls import reverse
from django.utils import timezone

from articles.search.query import MOST_READINGS, MOST_WORDS, Query
from articles.search.records import Group, Record
from articles.search.words import folded
from awards.models import AwardForm, Campaign, Honour, Organisation, Person
from awards.models.base import CLASS_PRINTED, class_words
from awards.models.honour import PRECEDENCE
from awards.models.organisation import OrganisationAlias
from awards.models.person import PersonAlias, PersonTitle
from newsroom.prepared import Prepared, filled_size, filled_up

_HEADINGS = {
    "campaign": "Phong trào thi đua",
    "organisation": "Đơn vị",
    "person": "Cá nhân",
    "honour": "Khen thưởng",
}
_PAGES = {
    "campaign": "awards:campaign",
    "organisation": "awards:organisation",
    "person": "awards:person",
    "honour": "awards:form",
}
_CLASSES = {("hang", folded(printed)): value for value, printed in CLASS_PRINTED.items()}
# The query is compiled for lists of these lengths, and a list is filled up to the next of them.
_SIZES_OF_WORDS = (4, MOST_WORDS)
_SIZES_OF_WORDINGS = (1, MOST_READINGS)
_SIZES_OF_EXCLUDED = (0, 1, MOST_WORDS)
_PROPER = 2  # words from which on honours are looked for: one word alone names no recipient


def groups(query: Query, limit: int) -> list[Group]:
    """The records of each kind, those first whose name begins with the question."""
    wordings = [[folded(word) for word in words] for words in query.wordings]
    asked = {
        "now": timezone.now(),
        "wordings": filled_up([_of_names(words) for words in wordings], _SIZES_OF_WORDINGS),
        "phrases": filled_up(list(map(_phrase, wordings)), _SIZES_OF_WORDINGS),
        "excluded": filled_up([_phrase(map(folded, words)) for words in query.excluded], _SIZES_OF_EXCLUDED),
        "of_award": [],
        "pairs": [],
        "order_class": None,
    }
    if len(query.words) >= _PROPER:
        order_class, words = _without_class(wordings[0])
        pairs = [_phrase(pair) for pair in pairwise(words)] or [_phrase(words)]
        asked |= {"of_award": _of_names(words), "pairs": filled_up(pairs, _SIZES_OF_WORDS)}
        asked["order_class"] = order_class or None
    by_kind = defaultdict(list)
    for row in _records_of_question(limit)(**asked):
        by_kind[row[0]].append(row)
    return [
        Group(kind, heading, [_record(row) for row in rows[:limit]], is_cut=len(rows) > limit)
        for kind, heading in _HEADINGS.items()
        if (rows := sorted(by_kind[kind], key=lambda row: row[1:3]))
    ]


def _phrase(words) -> str:
    """Words that follow each other in a padded name, from where the first of them begins."""
    return f" {' '.join(words)}"


def _of_names(words) -> list[str]:
    """Each word from where it begins, and beside them what every name has."""
    return [*map(_phrase, zip(words)), *[""] * (filled_size(len(words), _SIZES_OF_WORDS) - len(words))]


@cache
def _records_of_question(limit: int) -> Prepared:
    return Prepared(partial(_rows_of_all_kinds, limit))


def _rows_of_all_kinds(
    limit: int, *, now, wordings, phrases, excluded, of_award, pairs, order_class
) -> QuerySet:
    def named(records: QuerySet, alias_model=None, of="") -> QuerySet:
        records = _named(records, wordings, alias_model, of)
        for phrase in excluded:
            records = records.exclude(_holds(phrase))
        return records.annotate(place=_place(phrases))

    kinds = [
        _rows("campaign", named(Campaign.objects.listed(now)), limit, title="name", detail=_period()),
        _rows(
            "organisation",
            named(Organisation.objects.listed(now), OrganisationAlias, "organisation"),
            limit,
            title="name",
            detail=_listed_parent(now),
        ),
        _rows(
            "person",
            named(Person.objects.listed(now), PersonAlias, "person"),
            limit,
            title="full_name",
            detail=_first_title(),
        ),
    ]
    if of_award:
        kinds.append(_honours(now, of_award, pairs, order_class, excluded, limit))
    return kinds[0].union(*kinds[1:], all=True)


def _named(records: QuerySet, wordings, alias_model=None, of="") -> QuerySet:
    """Records whose name, or an alias of theirs, has all the words of one wording."""
    condition = _has_any(wordings)
    if alias_model:
        condition |= Q(pk__in=_padded(alias_model.objects.order_by()).filter(_has_any(wordings)).values(of))
    return _padded(records).filter(condition)


def _padded(records: QuerySet) -> QuerySet:
    """With a space before the first word too, so that a word is looked for where one begins."""
    return records.annotate(padded=Concat(Value(" "), "name_fold", output_field=TextField()))


def _has_any(wordings) -> Q:
    return reduce(or_, (_has(words) for words in wordings))


def _has(words) -> Q:
    return reduce(and_, map(_holds, words))


def _holds(phrase) -> Q:
    return Q(GreaterThan(StrIndex("padded", Value(phrase)), 0))


def _place(phrases) -> Case:
    """0 where the name begins with the question, 1 where it has it as a phrase, else 2."""
    begins = reduce(or_, (Q(Exact(StrIndex("padded", Value(phrase)), 1)) for phrase in phrases))
    holds = reduce(or_, map(_holds, phrases))
    return Case(When(begins, then=0), When(holds, then=1), default=2, output_field=IntegerField())


def _rows(kind: str, records: QuerySet, limit: int, *, title: str, detail) -> QuerySet:
    """Rows (kind, place, order, title, slug, detail, class, ref) of the first records, one more than the limit."""
    first = records.order_by("place", "sort_key", "pk").values("pk")[: limit + 1]
    return (
        records.filter(pk__in=first)
        .order_by()
        .values_list(
            Value(kind),
            "place",
            "sort_key",
            title,
            "slug",
            Coalesce(detail, Value(""), output_field=TextField()),
            Value("", output_field=TextField()),
            Value("", output_field=TextField()),
        )
    )


def _honours(now, words, pairs, order_class, excluded, limit: int) -> QuerySet:
    """Honours whose recipient, or whose form and recipient together, have all the words.

    An honour says its recipient's name as the story prints it, whether or not that has a page of its own.
    """
    forms = _padded(AwardForm.objects.order_by()).filter(reduce(or_, map(_holds, pairs)))
    honours = (
        Honour.objects.public()
        .proven_now(now)
        .filter(person__hidden_at=None)
        .annotate(
            padded=Concat(
                Value(" "), "recipient_fold", Value(" "), "form__name_fold", output_field=TextField()
            )
        )
    )
    units = _named(Organisation.objects.all(), [words], OrganisationAlias, "organisation")
    people = _named(Person.objects.all(), [words], PersonAlias, "person")
    recipients = Q(organisation__in=units.values("pk")) | Q(person__in=people.values("pk"))
    recipients |= ~Q(household="") & _has(words)
    found = honours.filter(recipients | (Q(form__in=forms.values("pk")) & _has(words)))
    if order_class:
        found = found.filter(order_class=order_class)
    for phrase in excluded:
        found = found.exclude(_holds(phrase))
    first = found.order_by(*PRECEDENCE).values("pk")[: limit + 1]
    recipient = Coalesce("organisation__name", "person__full_name", "household", output_field=TextField())
    precedence = F("form__family_rank") * 10_000 + F("form__rank") * 10 + F("class_rank")
    return (
        Honour.objects.filter(pk__in=first)
        .order_by()
        .values_list(
            Value("honour"),
            Cast(precedence, IntegerField()),
            F("recipient_sort"),
            F("form__name"),
            F("form__slug"),
            recipient,
            F("order_class"),
            F("ref"),
        )
    )


def _without_class(words: list) -> tuple[str, list]:
    """“hạng Nhất” is a class and no part of a form's name."""
    for at, pair in enumerate(pairwise(words)):
        if (value := _CLASSES.get(pair)) and len(words) > len(pair):
            return value, [*words[:at], *words[at + 2 :]]
    return "", words


def _listed_parent(now) -> Subquery:
    parents = Organisation.objects.listed(now).filter(pk=OuterRef("parent"))
    return Subquery(parents.order_by().values("name")[:1], output_field=TextField())


def _period() -> Case:
    """The years of a campaign as far as they are stated: “2021 – 2025”."""
    starts, ends = Cast("starts_year", TextField()), Cast("ends_year", TextField())
    both = Concat(starts, Value(" – "), ends, output_field=TextField())
    return Case(
        When(starts_year__lt=F("ends_year"), then=both),
        default=Coalesce(starts, ends, output_field=TextField()),
        output_field=TextField(),
    )


def _first_title() -> Subquery:
    titles = PersonTitle.objects.filter(person=OuterRef("pk")).order_by("position")
    return Subquery(titles.values("title")[:1], output_field=TextField())


def _record(row: tuple) -> Record:
    kind, _place, _order, title, slug, detail, order_class, ref = row
    address = reverse(_PAGES[kind], args=[slug])
    if kind == "honour":
        return Record(f"{title} {class_words(order_class)}".rstrip(), f"{address}#{ref}", detail)
    return Record(title, address, detail)
