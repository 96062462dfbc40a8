"""Bring the synthetic registry into the database, in batches that are all or nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.db import transaction

from articles import publishing
from articles.models import Article
from awards.corpus import registry
from awards.corpus.registry import Given
from awards.models import Announcement, AwardForm, Campaign, Evidence, Honour, Organisation, Person
from awards.models.base import RecipientKind

BATCH = 5000
FIRST_DAY = datetime(2010, 1, 1, tzinfo=UTC)
WORDS = "Bài mẫu ghi nhận khen thưởng."


def present(seed: int) -> int:
    """How many honours of this seed the database has; they are numbered from 1."""
    return Honour.objects.filter(ref__startswith=_ref(seed, "vinh-danh", "")).count()


def load(number: int, seed: int, *, render: bool = True) -> Iterator[int]:
    """Add honours until there are `number` of this seed; yields how many there are after each batch.

    Stories are short and rendered as publishing renders them, unless `render` is off: then they have no
    page of their own.
    """
    there = present(seed)
    while there < number:
        upto = min(there + BATCH, number)
        with transaction.atomic():
            _load_batch(there, upto, seed, render=render)
        there = upto
        yield there


def _load_batch(there: int, upto: int, seed: int, *, render: bool) -> None:
    before, after = (
        registry.sizes(there) if there else dict.fromkeys(registry.sizes(1), 0),
        registry.sizes(upto),
    )
    _add_stories(before["stories"], after["stories"], seed, render=render)
    stories = _in_order(Article, "document_key", _key(seed, ""))
    _add_named(Organisation, "name", "Đơn vị Mẫu", "don-vi", before["units"], after["units"], seed, stories)
    _add_named(Person, "full_name", "Người Mẫu", "nguoi", before["people"], after["people"], seed, stories)
    if not there:
        _add_campaigns(seed, stories)
    forms = list(AwardForm.objects.all())
    units = _rows(Organisation, _ref(seed, "don-vi", ""))
    people = _rows(Person, _ref(seed, "nguoi", ""))
    campaigns = _rows(Campaign, _ref(seed, "phong-trao", ""))
    given = list(registry.honours(there + 1, upto, seed, forms))
    totals = _add_totals(given, before["totals"], after["totals"], seed, forms, stories)
    rows = [
        _honour(
            one, seed, forms, units, people, campaigns, totals.get(_list_of(one)) if one.announced else None
        )
        for one in given
    ]
    Honour.objects.bulk_create(rows)
    _prove("honour", rows, [stories[one.story] for one in given], seed)


def _honour(one: Given, seed: int, forms, units, people, campaigns, total) -> Honour:
    honour = Honour(
        ref=_ref(seed, "vinh-danh", one.number),
        form=forms[one.form],
        order_class=one.order_class,
        year=one.year,
        campaign=None if one.campaign is None else campaigns[one.campaign],
        announcement=total,
        status=Honour.Status.PRESENTED,
    )
    if one.kind == RecipientKind.COLLECTIVE:
        honour.organisation = units[one.unit]
    elif one.kind == RecipientKind.INDIVIDUAL:
        honour.person, honour.recipient_unit = people[one.person], units[one.unit]
        honour.recipient_title = "công chức"
    else:
        honour.household = f"Hộ Mẫu {one.number}"
    return honour


def _add_totals(given: list[Given], before: int, after: int, seed: int, forms, stories) -> dict:
    """Totals of the lists that are longest among these honours; by form, class, kind and year."""
    lists = sorted({_list_of(one) for one in given if one.announced})[: after - before]
    rows = [
        Announcement(
            ref=_ref(seed, "cong-bo", before + place),
            form=forms[form],
            order_class=order_class,
            recipient_kind=kind,
            count=7 + place % 40,
            year=year,
        )
        for place, (form, order_class, kind, year) in enumerate(lists)
    ]
    Announcement.objects.bulk_create(rows)
    _prove("announcement", rows, [stories[place % len(stories)] for place, _ in enumerate(rows)], seed)
    return dict(zip(lists, rows, strict=True))


def _list_of(one: Given) -> tuple:
    return one.form, one.order_class, one.kind, one.year


def _add_stories(before: int, after: int, seed: int, *, render: bool) -> None:
    rows = [
        Article(
            title=f"Bài mẫu về khen thưởng số {number}",
            slug=_ref(seed, "bai-khen-thuong", number),
            standfirst=WORDS,
            body=f'<p id="p1">{WORDS}</p>',
            state=Article.State.PUBLISHED,
            published_at=FIRST_DAY + timedelta(hours=number),
            first_published_at=FIRST_DAY + timedelta(hours=number),
            modified_at=FIRST_DAY + timedelta(hours=number),
            document_key=_key(seed, number),
        )
        for number in range(before, after)
    ]
    Article.objects.bulk_create(rows)
    if render:
        publishing.renew(Article.objects.filter(document_key__in=[row.document_key for row in rows]))


def _add_named(model, column: str, name: str, what: str, before: int, after: int, seed: int, stories) -> None:
    rows = [
        model(**{column: f"{name} {number + 1}", "slug": _ref(seed, what, number)})
        for number in range(before, after)
    ]
    model.objects.bulk_create(rows)
    column = "organisation" if model is Organisation else "person"
    _prove(column, rows, [stories[place % len(stories)] for place, _ in enumerate(rows)], seed)


def _add_campaigns(seed: int, stories) -> None:
    rows = [
        Campaign(
            name=f"Phong trào Mẫu {number + 1}",
            slug=_ref(seed, "phong-trao", number),
            starts_year=registry.campaign_years(number)[0],
            ends_year=registry.campaign_years(number)[1],
        )
        for number in range(registry.CAMPAIGNS)
    ]
    Campaign.objects.bulk_create(rows)
    _prove("campaign", rows, [stories[0]] * len(rows), seed)


def _prove(column: str, records, stories, seed: int) -> None:
    Evidence.objects.bulk_create(
        Evidence(
            ref=_ref(seed, f"bang-chung-{column.replace('_', '-')}", record.pk),
            article_id=story,
            block="p1",
            quote=WORDS,
            **{column: record},
        )
        for record, story in zip(records, stories, strict=True)
    )


def _rows(model, begin: str) -> list:
    return list(model.objects.filter(slug__startswith=begin).order_by("pk"))


def _in_order(model, column: str, begin: str) -> list[int]:
    return list(
        model.objects.filter(**{f"{column}__startswith": begin}).order_by("pk").values_list("pk", flat=True)
    )


def _ref(seed: int, what: str, number: int | str) -> str:
    return f"mau-{seed}-{what}-{number}"


def _key(seed: int, number: int | str) -> str:
    return f"registry-corpus:{seed}:{number}"
