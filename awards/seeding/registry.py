"""The registry's source files → rows of registry.json, each record with its evidence."""

from collections.abc import Iterator

from awards.block_texts import blocks_that_say
from awards.seeding.rows import key, picked, row
from awards.seeding.stories import Edition

# Files, their tables, and the column of Evidence that points at their records.
KINDS = (
    ("organisations", "organisation", "organisation"),
    ("people", "person", "person"),
    ("events", "event", "event"),
    ("campaigns", "campaign", "campaign"),
    ("models", "model", "exemplary_model"),
    ("announcements", "announcement", "announcement"),
    ("honours", "honour", "honour"),
)


def rows(sources: dict[str, dict], editions: list[Edition], faults: list[str]) -> list[dict]:
    """Records in the order in which they refer to each other, then all evidence."""
    records, evidence = [], []
    by_slug = {edition.slug: edition for edition in editions}
    for file, table, column in KINDS:
        for record in _parents_first(sources.get(file, {}).get(table, [])):
            name = record.get("slug") or record["ref"]
            records += _ROWS[table](record)
            evidence += _evidence_rows(column, name, record, by_slug, faults)
            for target in record.get("targets", []):
                evidence += _evidence_rows("target", target["ref"], target, by_slug, faults)
    return records + evidence


def _parents_first(records: list[dict]) -> list[dict]:
    by_slug = {record["slug"]: record for record in records if "slug" in record}

    def depth(record: dict) -> int:
        parent = by_slug.get(record.get("parent", ""))
        return 0 if parent is None else depth(parent) + 1

    return sorted(records, key=depth)


def _evidence_rows(column, name, record, editions, faults) -> Iterator[dict]:
    cited = record.get("evidence", [])
    if not cited:
        faults.append(f"{column} {name}: no evidence")
    for place, item in enumerate(cited, start=1):
        edition = editions.get(item["article"])
        if edition is None:
            faults.append(f"{column} {name}: there is no story {item['article']}")
            continue
        found = blocks_that_say(edition.texts, item["quote"])
        if "block" in item:
            found = [block for block in found if block == item["block"]]
        if len(found) != 1:
            where = "in no block" if not found else f"in {len(found)} blocks"
            faults.append(f"{column} {name}: “{item['quote']}” stands {where} of {edition.slug}")
            continue
        yield row(
            "awards.evidence",
            ref=f"{column.replace('_', '-')}-{name}-{place}"[:120].rstrip("-"),
            article=[edition.slug],
            block=found[0],
            quote=item["quote"],
            found=True,
            **{column: [name]},
        )


def _organisation(record: dict) -> list[dict]:
    texts = picked(record, ("name", "kind", "valid_from", "valid_to", "note"))
    return [
        row("awards.organisation", slug=record["slug"], **texts, parent=key(record.get("parent"))),
        *_aliases("organisation", record),
    ]


def _person(record: dict) -> list[dict]:
    return [
        row(
            "awards.person",
            slug=record["slug"],
            **picked(record, ("full_name", "sort_given")),
            author=key(record.get("author")),
        ),
        *(
            row(
                "awards.persontitle",
                person=[record["slug"]],
                position=place,
                title=title["title"],
                organisation=key(title.get("organisation")),
                from_date=title.get("from", ""),
                to_date=title.get("to", ""),
            )
            for place, title in enumerate(record.get("titles", []))
        ),
        *_aliases("person", record),
    ]


def _aliases(kind: str, record: dict) -> list[dict]:
    return [
        row(f"awards.{kind}alias", **{kind: [record["slug"]]}, name=name)
        for name in record.get("aliases", [])
    ]


def _event(record: dict) -> list[dict]:
    return [
        row(
            "awards.event",
            slug=record["slug"],
            **picked(record, ("name", "date", "date_note", "place", "note")),
            date_basis=_basis(record, "date"),
            other_names=record.get("other_names", []),
            sessions=record.get("sessions", []),
        ),
        *(
            row(
                "awards.eventorganiser",
                event=[record["slug"]],
                organisation=[organiser["organisation"]],
                role=organiser["role"],
                position=place,
            )
            for place, organiser in enumerate(record.get("organisers", []))
        ),
    ]


def _campaign(record: dict) -> list[dict]:
    return [
        row(
            "awards.campaign",
            slug=record["slug"],
            **picked(
                record, ("name", "slogan", "kind", "level", "description", "launched_on", "launched_on_note")
            ),
            **picked(record, ("starts_year", "ends_year"), default=None),
            launched_on_basis=_basis(record, "launched_on"),
            **{
                name: key(record.get(name))
                for name in ("launching_body", "launched_by", "launch_event", "parent")
            },
        ),
        *(
            row(
                "awards.target",
                ref=target["ref"],
                campaign=[record["slug"]],
                **picked(target, ("number", "text")),
                metric=target.get("metric", ""),
                due_year=target.get("due_year"),
            )
            for target in record.get("targets", [])
        ),
    ]


def _model(record: dict) -> list[dict]:
    return [
        row(
            "awards.exemplarymodel",
            slug=record["slug"],
            **picked(record, ("name", "word", "description")),
            organisation=key(record.get("organisation")),
            campaign=key(record.get("campaign")),
        )
    ]


def _announcement(record: dict) -> list[dict]:
    return [
        row(
            "awards.announcement",
            ref=record["ref"],
            form=[record["form"]],
            **picked(record, ("order_class", "recipient_kind", "period_text", "period_basis", "note")),
            **picked(record, ("count", "year", "period_from", "period_to"), default=None),
            many=record.get("many", False),
            scope=key(record.get("scope")),
            campaign=key(record.get("campaign")),
        )
    ]


def _honour(record: dict) -> list[dict]:
    texts = (
        "order_class",
        "household",
        "recipient_title",
        "presented_on",
        "presenter_title",
        "presenter_capacity",
    )
    links = (
        "organisation",
        "person",
        "recipient_unit",
        "event",
        "presenter",
        "campaign",
        "announcement",
        "scope",
    )
    return [
        row(
            "awards.honour",
            ref=record["ref"],
            form=[record["form"]],
            **picked(record, (*texts, "authority", "note")),
            presented_on_basis=_basis(record, "presented_on"),
            year=record.get("year"),
            status=record.get("status", "decided"),
            posthumous=record.get("posthumous", False),
            **{name: key(record.get(name)) for name in links},
        )
    ]


def _basis(record: dict, name: str) -> str:
    """The stated basis; a date that no source gives is `not_stated`."""
    return record.get(f"{name}_basis") or ("stated" if record.get(name) else "not_stated")


_ROWS = {
    "organisation": _organisation,
    "person": _person,
    "event": _event,
    "campaign": _campaign,
    "model": _model,
    "announcement": _announcement,
    "honour": _honour,
}
