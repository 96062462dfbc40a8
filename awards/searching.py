"""Campaigns, units, people and honours that answer a question of the site's search: one query for all.

Names are few and short beside stories: they are looked up in their folded columns. Only what lists may
lead to is found, so a person hidden from lists is not, nor by an honour.
"""

from collections import defaultdict
from functools import reduce
from itertools import pairwise
from operator import and_, or_

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse

from articles.search.query import Query
from articles.search.records import Group, Record
from articles.search.words import folded
from awards.models import AwardForm, Campaign, Honour, Organisation, Person
from awards.models.base import CLASS_PRINTED, class_words
from awards.models.honour import PRECEDENCE
from awards.models.organisation import OrganisationAlias
from awards.models.person import PersonAlias, PersonTitle

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
_PROPER = 2  # words from which on honours are looked for: one word alone names no recipient


def groups(query: Query, limit: int) -> list[Group]:
    """The records of each kind, those first whose name begins with the question."""
    wordings = [tuple(map(folded, words)) for words in query.wordings]
    excluded = [tuple(map(folded, words)) for words in query.excluded]
    organisations = _named(
        Organisation.objects.listed(), wordings, excluded, OrganisationAlias, "organisation"
    )
    people = _named(Person.objects.listed(), wordings, excluded, PersonAlias, "person")
    campaigns = _named(Campaign.objects.listed(), wordings, excluded)
    kinds = [
        _rows("campaign", campaigns, limit, title="name", detail=_period()),
        _rows("organisation", organisations, limit, title="name", detail=_listed_parent()),
        _rows("person", people, limit, title="full_name", detail=_first_title()),
    ]
    if len(query.words) >= _PROPER:
        kinds.append(_honours(wordings[0], excluded, limit))
    by_kind = defaultdict(list)
    for row in kinds[0].union(*kinds[1:], all=True):
        by_kind[row[0]].append(row)
    return [
        Group(kind, heading, [_record(row) for row in rows[:limit]], is_cut=len(rows) > limit)
        for kind, heading in _HEADINGS.items()
        if (rows := sorted(by_kind[kind], key=lambda row: row[1:3]))
    ]


def _named(records: QuerySet, wordings, excluded, alias_model=None, of="") -> QuerySet:
    """Records whose name, or an alias of theirs, has all the words of one wording."""
    condition = _has_any(wordings)
    if alias_model:
        condition |= Q(pk__in=_padded(alias_model.objects.order_by()).filter(_has_any(wordings)).values(of))
    records = _padded(records).filter(condition)
    for words in excluded:
        records = records.exclude(padded__contains=f" {' '.join(words)}")
    return records.annotate(place=_place(wordings))


def _padded(records: QuerySet) -> QuerySet:
    """With a space before the first word too, so that a word is looked for where one begins."""
    return records.annotate(padded=Concat(Value(" "), "name_fold", output_field=TextField()))


def _has_any(wordings) -> Q:
    return reduce(or_, (_has(words) for words in wordings))


def _has(words) -> Q:
    return reduce(and_, (Q(padded__contains=f" {word}") for word in words))


def _place(wordings) -> Case:
    """0 where the name begins with the question, 1 where it has it as a phrase, else 2."""
    phrases = [f" {' '.join(words)}" for words in wordings]
    begins = reduce(or_, (Q(padded__startswith=phrase) for phrase in phrases))
    holds = reduce(or_, (Q(padded__contains=phrase) for phrase in phrases))
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


def _honours(words, excluded, limit: int) -> QuerySet:
    """Honours whose recipient, or whose form and recipient together, have all the words.

    An honour says its recipient's name as the story prints it, whether or not that has a page of its own.
    """
    order_class, words = _without_class(words)
    pairs = [f" {first} {second}" for first, second in pairwise(words)] or [f" {' '.join(words)}"]
    forms = _padded(AwardForm.objects.order_by()).filter(
        reduce(or_, (Q(padded__contains=pair) for pair in pairs))
    )
    honours = (
        Honour.objects.public()
        .listed()
        .filter(person__hidden_at=None)
        .annotate(
            padded=Concat(
                Value(" "), "recipient_fold", Value(" "), "form__name_fold", output_field=TextField()
            )
        )
    )
    units = _named(Organisation.objects.all(), [words], [], OrganisationAlias, "organisation")
    people = _named(Person.objects.all(), [words], [], PersonAlias, "person")
    recipients = Q(organisation__in=units.values("pk")) | Q(person__in=people.values("pk"))
    recipients |= ~Q(household="") & _has(words)
    found = honours.filter(recipients | (Q(form__in=forms.values("pk")) & _has(words)))
    if order_class:
        found = found.filter(order_class=order_class)
    for excluded_words in excluded:
        found = found.exclude(padded__contains=f" {' '.join(excluded_words)}")
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


def _without_class(words) -> tuple[str, tuple]:
    """“hạng Nhất” is a class and no part of a form's name."""
    for at, pair in enumerate(pairwise(words)):
        if (value := _CLASSES.get(pair)) and len(words) > len(pair):
            return value, (*words[:at], *words[at + 2 :])
    return "", words


def _listed_parent() -> Subquery:
    parents = Organisation.objects.listed().filter(pk=OuterRef("parent"))
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
