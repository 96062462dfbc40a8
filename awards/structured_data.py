"""Records of the registry as objects of schema.org: what their pages say, and no more."""

from awards.models import AwardForm, Event, Honour, Organisation, Person
from newsroom.site import absolute

HELD = (Honour.Status.DECIDED, Honour.Status.PRESENTED)


def person_node(person: Person, received, aliases, titles) -> dict:
    """A person with the titles and the awards that their page shows."""
    return _node(person, "Person", "nguoi") | {
        "name": person.full_name,
        "alternateName": [alias.name for alias in aliases],
        "jobTitle": [title.name for title in titles],
        "award": _awards(received),
    }


def organisation_node(unit: Organisation, honours, aliases) -> dict:
    """A unit with its own awards."""
    parent = unit.parent if unit.parent and unit.parent.is_public else None
    return _node(unit, "Organization", "don-vi") | {
        "name": unit.name,
        "alternateName": [alias.name for alias in aliases],
        "parentOrganization": _node(parent, "Organization", "don-vi") | {"name": parent.name} if parent else None,
        "award": _awards(honours),
    }  # fmt: skip


def form_node(form: AwardForm) -> dict:
    """A form of award: a term of the law, with the names that news give it."""
    return _node(form, "DefinedTerm", "hinh-thuc") | {
        "name": form.name,
        "alternateName": form.aliases,
        "description": form.description,
    }


def event_node(event: Event, organisers) -> dict | None:
    """A meeting or ceremony whose date is known; without one it is no event to a search engine."""
    if not event.date:
        return None
    return _node(event, "Event", "su-kien") | {
        "name": event.name,
        "alternateName": event.other_names,
        "startDate": event.date.iso(),
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "organizer": [
            _node(one.organisation, "Organization", "don-vi") | {"name": one.organisation.name}
            for one in organisers
        ],
    }


def _node(record, kind: str, place: str) -> dict:
    address = absolute(record.get_absolute_url())
    return {"@type": kind, "@id": f"{address}#{place}", "url": address}


def _awards(honours) -> list[str]:
    """Awards that stand, with their year where it is stated; a revoked one is none."""
    return [
        f"{honour.award_name} ({honour.year})" if honour.year else honour.award_name
        for honour in honours
        if honour.status in HELD
    ]
