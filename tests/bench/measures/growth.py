"""What pages cost at 100,000 stories against 1,000: both sites are served at once and asked in turns."""

import re
from itertools import chain

from tests.bench import sites
from tests.bench.load import ask, request
from tests.bench.measures.search import address_of, mixed
from tests.bench.measures.uncached_pages import pages, stories
from tests.bench.readers import same, take_turns, uncached
from tests.bench.result import Result
from tests.bench.serving import Server, serving

FEW = 1_000
SIZES, BESIDE = (100_000,), (FEW,)
GROWTH = 1.2
TIMES, FROM_MEMORY, ROUNDS = 40, 1500, 5
LISTS = ("section", "author", "tag", "archive")
MACHINES = {"feed": "/rss.xml", "sitemap index": "/sitemap.xml", "list of the API": "/api/v1/articles"}
_NEXT_PAGE = re.compile(rb'href="[^"]*(\?trang=[\w-]+)"')


def measure():
    with serving("newsroom.wsgi", **sites.environment(FEW)) as few, serving("newsroom.wsgi") as many:
        of_few, of_many = _asked(few), _asked(many)
        pairs = [((few, *of_few[name]), (many, *of_many[name])) for name in of_few]
        found = take_turns(*chain.from_iterable(pairs), rounds=ROUNDS, connections=1)
    for name, before, after in zip(of_few, found[::2], found[1::2], strict=True):
        yield Result(f"{name}: CPU", after.cpu_ms, "ms CPU")
        yield Result(f"{name}: CPU against {FEW:,} stories", after.cpu_against(before), "×", most=GROWTH)


def _asked(site: Server) -> dict[str, tuple]:
    """Requests of each kind, by its name, and the status expected."""
    addresses = pages()
    asked = {name: (uncached(path, TIMES), 200) for name, path in (addresses | MACHINES).items()}
    asked["story"] = stories(), 200
    for name in LISTS:
        following = _NEXT_PAGE.search(ask(site.port, addresses[name])[2])[1].decode()
        address = f"{addresses[name]}{following}"
        asked[f"{name}, page 2"] = [request(f"{address}&lan={number}") for number in range(TIMES)], 200
    for name in ("story", "front page"):
        path = addresses[name]
        tag = ask(site.port, path)[1]["etag"]
        asked[f"{name}, from memory"] = same(path, FROM_MEMORY), 200
        asked[f"{name}, 304"] = same(path, FROM_MEMORY, If_None_Match=tag), 304
    asked["search, mixed set"] = [request(address_of(question)) for question in mixed()], 200
    return asked
