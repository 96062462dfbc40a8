"""Pages out of memory and their 304s, held against the bare application with the same bytes."""

from django.db import connection

from articles.models import Article
from tests.bench.load import ask
from tests.bench.readers import same, site_and_bare, take_turns
from tests.bench.result import Result

SIZES = (1_000, 100_000)
TIMES = 600
SHARE = {"sqlite": 0.8, "postgresql": 0.6}


def measure():
    story = Article.objects.published().latest("published_at").get_absolute_url()
    for name, path in (("story", story), ("front page", "/")):
        with site_and_bare(path) as (site, bare):
            tag = ask(site.port, path)[1]["etag"]
            only, kept, unchanged = take_turns(
                (bare, same(path, TIMES), 200),
                (site, same(path, TIMES), 200),
                (site, same(path, TIMES, If_None_Match=tag), 304),
            )
            peak = site.peak_mb()
        yield Result(f"{name}, bare application", only.per_second, "a second")
        yield Result(f"{name}, from memory", kept.per_second, "a second")
        yield Result(
            f"{name}, from memory against bare",
            kept.per_second_against(only),
            "×",
            least=SHARE[connection.vendor],
        )
        for told, measured in (("bare", only), ("from memory", kept), ("304", unchanged)):
            yield Result(f"{name}, {told}: CPU", measured.cpu_ms, "ms CPU")
            yield Result(f"{name}, {told}: p50", measured.percentile_ms(50), "ms")
            yield Result(f"{name}, {told}: p99", measured.percentile_ms(99), "ms")
        yield Result(f"{name}, 304 against 200 from memory: CPU", unchanged.cpu_against(kept), "×", most=1.0)
        yield Result(f"{name}: peak memory of the worker", peak, "MB", most=100)
