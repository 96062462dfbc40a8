"""What stands behind the records on a page: the words that prove them, and which names may be linked.

Two queries a page, however many records stand on it.
"""

from collections import defaultdict

from django.db import models
from django.db.models import Q

from awards.models import Evidence
from awards.models.evidence import RECORD_FIELDS
from newsroom.unions import keys_of

NEWEST, FEW = 60, 3
_COLUMN = {Evidence._meta.get_field(name).related_model: name for name in RECORD_FIELDS}


def attach_proofs(*groups, subject=None, in_brief=()) -> None:
    """Give each record of the groups its `proofs`: its evidence in stories that are out, oldest story first.

    The `subject` of a page may be proven by any number of stories: it gets the newest `NEWEST` pieces. So may
    those that are told of `in_brief`: each gets the few that were recorded first. Each piece carries its
    story's address and title.
    """
    records = [record for group in groups for record in group]
    condition = _proves(records)
    if in_brief:
        of_each = (Evidence.objects.public().filter(_proves([record])).order_by("pk") for record in in_brief)
        condition |= Q(pk__in=keys_of(pieces.values("pk")[:FEW] for pieces in of_each))
        records = [*records, *in_brief]
    if subject is not None:
        newest = (
            Evidence.objects.public().filter(_proves([subject])).order_by("-article__published_at", "-pk")
        )
        condition |= Q(pk__in=newest.values("pk")[:NEWEST])
        records = [*records, subject]
    by_key = defaultdict(list)
    for record in records:
        record.proofs = []
        by_key[_COLUMN[type(record)], record.pk].append(record)
    if not records:
        return
    rows = (
        Evidence.objects.public()
        .filter(condition)
        .select_related("article")
        .only(
            "ref", "block", "quote", "found", *RECORD_FIELDS,
            "article__slug", "article__title", "article__published_at", "article__event_date",
        )
        .order_by("article__published_at", "pk")
    )  # fmt: skip
    for row in rows:
        column = next(name for name in RECORD_FIELDS if getattr(row, f"{name}_id"))
        for record in by_key[column, getattr(row, f"{column}_id")]:
            record.proofs.append(row)


def mark_public(*records) -> None:
    """Say of each record (None is passed over) by `is_public` whether its page is listed.

    A name that another record prints is a link only then.
    """
    records = [record for record in records if record is not None]
    keys_of = defaultdict(set)
    for record in records:
        keys_of[type(record)].add(record.pk)
    listed = [
        model.objects.listed().filter(pk__in=keys).order_by().values_list(models.Value(_COLUMN[model]), "pk")
        for model, keys in keys_of.items()
    ]
    public = set(listed[0].union(*listed[1:], all=True)) if listed else set()
    for record in records:
        record.is_public = (_COLUMN[type(record)], record.pk) in public


def names_on(honours) -> list:
    """The records that entries of these honours print by name."""
    return [
        record
        for honour in honours
        for record in (
            honour.organisation,
            honour.person,
            honour.recipient_unit,
            honour.event,
            honour.presenter,
            honour.campaign,
        )
    ]


def stories_of(evidence) -> list:
    """The stories of these pieces of evidence, each once with its `quotes`, newest first."""
    stories = {}
    for piece in evidence:
        story = stories.setdefault(piece.article_id, piece.article)
        story.quotes = [*getattr(story, "quotes", []), piece]
    return sorted(stories.values(), key=lambda story: (story.published_at, story.pk), reverse=True)


def _proves(records) -> Q:
    """Condition: the evidence proves one of the records (of no records: nothing)."""
    keys = defaultdict(set)
    for record in records:
        keys[_COLUMN[type(record)]].add(record.pk)
    condition = Q(pk__in=[])
    for name, pks in keys.items():
        condition |= Q(**{f"{name}__in": pks})
    return condition
