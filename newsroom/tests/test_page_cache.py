"""What the page cache keeps, for whom, and for how long; the database's part is tests/test_page_cache_*.py."""

import gzip
import sqlite3
from datetime import datetime, timedelta
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
import time_machine
from django.utils import timezone

from newsroom.page_cache import generation as generations
from newsroom.page_cache.layer import PageCache
from newsroom.page_cache.wal_index import WalIndex

NOON = datetime(2026, 11, 20, 12, tzinfo=timezone.get_fixed_timezone(420))
HTML = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "public, max-age=0, s-maxage=60"}
LONG = "Một trang dài. " * 200


class Answer(list):
    """What Django gives back, as far as the layer looks at it."""

    streaming = False

    def __init__(self, body="trang", status=200, cookies=(), **headers):
        super().__init__([body.encode()])
        self.status_code, self.cookies = status, cookies
        self.headers = HTML | {name.replace("_", "-"): value for name, value in headers.items()}

    def get(self, name, default=None):
        return self.headers.get(name, default)

    def close(self):
        pass


class Site:
    """The layer before an application that counts how often it is asked."""

    def __init__(self, room=1_000_000):
        self.edition, self.answer, self.asked = 1, Answer, []
        self.until = NOON + timedelta(hours=12)
        self.layer = PageCache(self._application, room)
        self.layer._editions = self

    def read(self):
        return self.edition

    def _application(self, environ, start_response):
        self.asked.append(environ)
        if self.until and generations.IN_REQUEST in environ:
            environ[generations.IN_REQUEST].ends(self.until)
        answer = self.answer()
        start_response(f"{answer.status_code} …", list(answer.headers.items()))
        return answer

    def get(self, path="/", query="", method="GET", **headers):
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": method}
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        setup_testing_defaults(environ)
        begun = []
        body = b"".join(self.layer(environ, lambda *begin: begun.append(begin)))
        status, headers = begun[0]
        return status[:3], dict(headers), body

    def is_asked_again(self, **request) -> bool:
        self.get(**request)
        before = len(self.asked)
        self.get(**request)
        return len(self.asked) > before


@pytest.fixture
def site():
    with time_machine.travel(NOON, tick=False) as clock:
        one = Site()
        one.clock = clock
        yield one


def test_a_page_is_made_once_for_everybody(site):
    assert not site.is_asked_again()
    assert not site.is_asked_again(path="/mot-bai/", accept_language="en", cookie="_ga=1")
    assert site.get() == site.get(user_agent="khác")


@pytest.mark.parametrize(
    "request_of_one",
    [
        {"method": "POST"},
        {"authorization": "Basic x"},
        {"cookie": "a=b; sessionid=x"},
        {"cookie": "csrftoken=x"},
        {"path": "/admin/"},
        {"path": "/tai-khoan/login/"},
        {"path": "/xem-thu/x/"},
        {"path": "/healthz"},
    ],
)
def test_whoever_may_be_somebody_is_answered_by_django_as_they_asked(site, request_of_one):
    site.get(**{"path": "/mot-bai/"} | {key: value for key, value in request_of_one.items() if key == "path"})

    assert site.is_asked_again(**request_of_one)
    assert generations.IN_REQUEST not in site.asked[-1]
    assert site.asked[-1].get("HTTP_COOKIE") == request_of_one.get("cookie")


def test_what_is_kept_was_asked_for_by_nobody_in_particular(site):
    site.get(method="HEAD", cookie="_ga=1", accept_language="en", if_none_match='"x"', range="bytes=0-1")

    (asked,) = site.asked
    assert asked["REQUEST_METHOD"] == "GET"
    assert not {"HTTP_COOKIE", "HTTP_ACCEPT_LANGUAGE", "HTTP_IF_NONE_MATCH", "HTTP_RANGE"} & set(asked)


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 404},
        {"status": 301},
        {"status": 500},
        {"cookies": ("a",)},
        {"Cache_Control": "private, no-store"},
        {"Cache_Control": "public, no-cache"},
        {"Vary": "Cookie"},
    ],
)
def test_an_answer_that_is_not_for_everybody_is_not_kept(site, answer):
    site.answer = lambda: Answer(**answer)

    assert site.is_asked_again()


def test_a_query_that_pages_do_not_know_is_answered_and_not_kept(site):
    assert site.is_asked_again(query="la=1")
    assert site.is_asked_again(query="trang=x&la=1")
    assert not site.is_asked_again(query="trang=x")
    assert not site.is_asked_again(query="form=a&year=2020", path="/vinh-danh/")


def test_what_only_counts_clicks_makes_no_other_page(site):
    site.get(path="/mot-bai/")

    site.get(path="/mot-bai/", query="utm_source=zalo&fbclid=abc")

    assert [asked["QUERY_STRING"] for asked in site.asked] == [""]


def test_each_host_has_its_own_pages(site):
    site.get(host="a.example")
    site.get(host="b.example")

    assert len(site.asked) == 2


def test_another_edition_has_other_pages(site):
    site.get()
    site.edition += 1

    assert not site.is_asked_again()
    assert len(site.asked) == 2


def test_a_page_asked_for_before_a_change_and_made_after_it_is_not_kept_for_later(site):
    def changed_meanwhile():
        site.edition += 1
        return Answer("cũ hay mới")

    site.answer = changed_meanwhile
    site.get()
    site.answer = lambda: Answer("mới")

    assert site.get()[2] == b"m\xe1\xbb\x9bi"


def test_without_an_edition_nothing_is_kept(site):
    site.edition = None

    assert site.is_asked_again()


def test_pages_end_at_the_moment_that_is_named_neither_before_nor_after(site):
    site.until = NOON + timedelta(seconds=20)
    site.get()

    site.clock.shift(19.9)
    site.get()
    kept_until_then = len(site.asked)
    site.until = NOON + timedelta(hours=1)
    site.clock.shift(0.1)
    site.get()

    assert (kept_until_then, len(site.asked)) == (1, 2)


def test_before_anybody_says_until_when_nothing_is_kept(site):
    site.until = None

    assert site.is_asked_again()


def test_shared_caches_are_told_no_more_seconds_than_are_left(site):
    site.until = NOON + timedelta(seconds=75)

    first = site.get()[1]
    site.clock.shift(40)
    later = site.get()[1]

    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert later["Cache-Control"] == "public, max-age=0, s-maxage=35"
    assert "stale-while-revalidate" not in later.get("CDN-Cache-Control", "")


def test_pages_are_compressed_as_the_client_allows(site):
    site.answer = lambda: Answer(LONG)

    plain = site.get()
    small = site.get(accept_encoding="gzip, deflate, br")
    middle = site.get(accept_encoding="gzip, br;q=0")

    assert (
        plain[2].decode()
        == brotli.decompress(small[2]).decode()
        == gzip.decompress(middle[2]).decode()
        == LONG
    )
    assert [one[1].get("Content-Encoding") for one in (plain, small, middle)] == [None, "br", "gzip"]
    assert {one[1]["Vary"] for one in (plain, small, middle)} == {"Accept-Encoding"}
    assert len({one[1]["ETag"] for one in (plain, small, middle)}) == 3
    assert len(site.asked) == 1


def test_who_has_the_page_is_told_so_without_rendering(site):
    site.answer = lambda: Answer(LONG)
    tag = site.get(accept_encoding="br")[1]["ETag"]
    site.edition += 1  # something else changed

    status, headers, body = site.get(accept_encoding="gzip", if_none_match=f'W/"x", {tag}')
    again = site.get(if_none_match=tag)

    assert (status, body, again[0]) == ("304", b"", "304")
    assert headers["Cache-Control"] == HTML["Cache-Control"]
    assert len(site.asked) == 2
    assert site.get(if_none_match='"khác"')[0] == "200"


def test_a_time_is_told_only_once_no_other_page_can_have_it(site):
    at_once = site.get()[1]
    site.clock.shift(2)
    told = site.get()[1]["Last-Modified"]

    assert "Last-Modified" not in at_once
    assert site.get(if_modified_since=told)[0] == "304"
    site.edition += 1
    assert site.get(if_modified_since=told)[0] == "200"


def test_head_has_the_headers_of_the_page_and_no_body(site):
    got, head = site.get(), site.get(method="HEAD")

    assert head == (got[0], got[1], b"")


def test_memory_is_bounded_and_the_oldest_pages_go_first():
    site = Site(room=60_000)
    site.answer = lambda: Answer("x" * 1500)
    site.until = timezone.now() + timedelta(hours=1)
    for number in range(100):
        site.get(path=f"/bai-{number}/")

    kept = [key[2] for key in site.layer._generation.pages]

    assert 5 < len(kept) < 30
    assert kept == [f"/bai-{number}/" for number in range(100)][-len(kept) :]
    site.get(path="/bai-0/")
    assert len(site.asked) == 101


def test_what_pages_share_is_found_once_in_an_edition():
    generation, found = generations.Generation(1, 0), []

    for _ in range(2):
        assert generation.known("tên", lambda: found.append(1) or len(found)) == 1

    assert generations.Generation(2, 0).known("tên", lambda: 7) == 7


def test_the_index_of_the_database_changes_with_each_commit_of_whoever_writes(tmp_path):
    path = tmp_path / "some.sqlite3"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.executescript("PRAGMA journal_mode = WAL; CREATE TABLE row (number)")
    index = WalIndex(str(path), sqlite3.connect(path, isolation_level=None))
    heads = [index.head(), index.head()]

    writer.execute("INSERT INTO row VALUES (1)")
    heads.append(index.head())
    writer.execute("BEGIN")
    writer.execute("INSERT INTO row VALUES (2)")
    heads.append(index.head())
    writer.execute("COMMIT")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    writer.execute("UPDATE row SET number = 3")
    heads.append(index.head())

    assert heads[0] == heads[1] != heads[2] == heads[3] != heads[4]
    assert len(set(heads)) == 3
    writer.close()
