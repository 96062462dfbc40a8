"""What readers are told where the stories behind a page disagree."""

from collections import defaultdict

from django.db.models import Q

from awards.models import Contradiction, Reading

_COLUMN = {Reading._meta.get_field(name).related_model: name for name in Reading.RECORDS}


def attach_disagreements(*groups) -> None:
    """Give each record of the groups its `disagreements`: contradictions with their `sides`. One query."""
    records = [record for group in groups for record in group]
    by_key = defaultdict(list)
    keys = defaultdict(set)
    for record in records:
        record.disagreements = []
        by_key[_COLUMN[type(record)], record.pk].append(record)
        keys[_COLUMN[type(record)]].add(record.pk)
    if not records:
        return
    about = Q()
    for name, pks in keys.items():
        about |= Q(**{f"{name}__in": pks})
    told = Contradiction.objects.public().filter(pk__in=Reading.objects.filter(about).values("contradiction"))
    rows = (
        Reading.objects.filter(contradiction__in=told.order_by())
        .select_related("contradiction", "evidence__article")
        .defer("evidence__article__body", "evidence__article__story_html")
        .order_by("contradiction_id", "position")
    )
    sides: dict[int, list[Reading]] = defaultdict(list)
    for row in rows:
        sides[row.contradiction_id].append(row)
    for found in sides.values():
        contradiction = found[0].contradiction
        contradiction.sides = found
        named = {(name, getattr(side, f"{name}_id")) for side in found for name in Reading.RECORDS}
        for key in named & by_key.keys():
            for record in by_key[key]:
                record.disagreements.append(contradiction)
