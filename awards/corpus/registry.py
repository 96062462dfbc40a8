"""What the synthetic registry holds: who is honoured with what, when, and in which story it stands.

Common things are common: a few units hold much, a few forms are given often, one honour in five belongs
to a campaign, and of four in ten a story also announced how many there were.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from awards.models import AwardForm
from awards.models.base import CLASS_PRINTED, RecipientKind

FIRST_YEAR, YEARS = 2001, 25
CAMPAIGNS, CAMPAIGN_YEARS = 60, 5
HONOURS_OF_A_STORY = 4
HONOURS_OF_A_UNIT = HONOURS_OF_A_PERSON = 20
HONOURS_OF_A_TOTAL = 40
KINDS = (*[RecipientKind.COLLECTIVE] * 10, *[RecipientKind.INDIVIDUAL] * 9, RecipientKind.HOUSEHOLD)


@dataclass(frozen=True)
class Given:
    """One honour: places of its form, unit, person and campaign in their lists, None where it has none."""

    number: int
    form: int
    order_class: str
    kind: RecipientKind
    unit: int
    person: int
    year: int
    campaign: int | None
    announced: bool
    story: int


def sizes(honours: int) -> dict[str, int]:
    """How many stories, units, people and totals belong to so many honours."""
    return {
        "stories": max(1, honours // HONOURS_OF_A_STORY),
        "units": max(1, honours // HONOURS_OF_A_UNIT),
        "people": max(1, honours // HONOURS_OF_A_PERSON),
        "totals": max(1, honours // HONOURS_OF_A_TOTAL),
    }


def honours(first: int, last: int, seed: int, forms: list[AwardForm]) -> Iterator[Given]:
    """The honours of these numbers; each is made by itself, so more of them never change those before."""
    for number in range(first, last + 1):
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 - chance is by seed
        form = _skewed(chance, len(forms))
        year = FIRST_YEAR + YEARS - 1 - _skewed(chance, YEARS)
        upto = sizes(number)
        yield Given(
            number=number,
            form=form,
            order_class=chance.choice([*CLASS_PRINTED]) if forms[form].has_classes else "",
            kind=chance.choice(KINDS),
            unit=_skewed(chance, upto["units"]),
            person=chance.randrange(upto["people"]),
            year=year,
            campaign=_campaign_of(chance, year) if chance.random() < 0.2 else None,
            announced=chance.random() < 0.4,
            story=chance.randrange(upto["stories"]),
        )


def campaign_years(campaign: int) -> tuple[int, int]:
    start = FIRST_YEAR + campaign * YEARS // CAMPAIGNS
    return start, start + CAMPAIGN_YEARS - 1


def _campaign_of(chance: random.Random, year: int) -> int | None:
    running = [one for one in range(CAMPAIGNS) if campaign_years(one)[0] <= year <= campaign_years(one)[1]]
    return chance.choice(running) if running else None


def _skewed(chance: random.Random, size: int) -> int:
    """The first of a list much oftener than its last."""
    return int(size * chance.random() ** 2)
