"""The roll of honour with three filters: 2,000 honours against 200,000, with all that belongs to them.

Everything is loaded inside one transaction that is taken back at the end, so the site stays as it was.
"""

from itertools import combinations
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client
from django.urls import reverse

from awards.corpus.loading import load
from awards.models import Campaign, Organisation
from tests.bench.result import Result
from tests.bench.timing import cpu_clock, medians_ms, queries_of

SIZES = (0,)
FEW, MANY = 2_000, 200_000
SEED = 7
QUERIES = 8
TIMES = 3


def measure():
    with transaction.atomic():
        spent, asked = {}, {}
        for size in (FEW, MANY):
            for _ in load(size, SEED, render=False):
                pass
            acts = {name: _opened(address) for name, address in _addresses().items()}
            asked[size] = {name: queries_of(act) for name, act in acts.items()}
            medians = medians_ms(*acts.values(), times=TIMES, clock=cpu_clock())
            spent[size] = dict(zip(acts, medians, strict=True))
        transaction.set_rollback(True)
    ratios = {name: spent[MANY][name] / spent[FEW][name] for name in spent[FEW]}
    yield Result(
        "queries of any page", max(max(asked[size].values()) for size in asked), "queries", most=QUERIES
    )
    for size in (FEW, MANY):
        yield Result(f"all of {size:,} honours", spent[size][_ALL], "ms")
    yield Result(f"{MANY:,} against {FEW:,}, no filter", ratios.pop(_ALL), "×", most=3)
    slowest = max(ratios, key=ratios.get)
    yield Result(f"{MANY:,} against {FEW:,}, slowest three filters ({slowest})", ratios[slowest], "×", most=3)


_ALL = "no filter"


def _addresses() -> dict[str, str]:
    """The whole roll, and it with each three of the filters, set to what is common."""
    values = {
        "form": "huan-chuong-lao-dong",
        "class": "ba",
        "year": "2024",
        "kind": "tap-the",
        "unit": Organisation.objects.filter(slug__startswith=f"mau-{SEED}-").earliest("pk").slug,
        "campaign": Campaign.objects.filter(slug__startswith=f"mau-{SEED}-", ends_year__gte=2024)
        .earliest("pk")
        .slug,
    }
    roll = reverse("awards:roll")
    three = {
        ", ".join(names): f"{roll}?{urlencode({name: values[name] for name in names})}"
        for names in combinations(values, 3)
    }
    return {_ALL: roll, **three}


def _opened(address: str):
    client = Client(headers={"host": "127.0.0.1"})

    def open_it():
        # What a cache holds is not what is measured here.
        assert client.get(address, headers={"cache-control": "no-cache"}).status_code == 200

    return open_it
