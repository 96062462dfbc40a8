"""Every address of the site × every method × every person and kind of story, compared with one table.

The table is tests/doors.txt. An address that is not in it fails the test: say there who may open it,
and in `World.part` what stands for its parameters.
"""

import logging
import re
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import audit, binning, publishing, working_copy
from articles.models import (
    Abbreviation,
    Article,
    Correction,
    ErrorReport,
    FrontPage,
    HeldText,
    Masthead,
    Notice,
    PreviewLink,
    Redirect,
    SavedFilter,
    Series,
)
from articles.notes import threads
from articles.photos.storing import store_photo
from articles.roles import ROLES
from articles.schedule.kinds import DEADLINE
from articles.tests.factories import make_author, make_draft, make_photo, make_section, make_tag, make_user
from articles.tests.pictures import encoded, picture
from articles.views.media import public_names
from awards.merging.merge import merge
from awards.models import AwardList, Contradiction, Decision, Evidence
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    make_target,
    prove,
)

pytestmark = pytest.mark.django_db

PEOPLE = ("anonymous", *ROLES)
STORIES = ("own", "another's", "published", "withdrawn")
TABLE = Path(__file__).with_name("doors.txt")

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
# Doors that are another one for each kind of story.
OF_A_STORY = re.compile(
    r"/admin/articles/article/<path:object_id>/|/admin/goi-y/|/admin/r/<int|/media/|/xem-thu/"
    r"|/<slug:slug>/$|/api/v1/articles/<slug>"
)
OTHER_METHODS = ("HEAD", "PUT", "PATCH", "DELETE")  # OPTIONS tells no more than the methods
LETTERS = {400: "?", 401: "x", 403: "x", 404: "0", 405: "m", 409: "c", 410: "g", 422: "?"}
CLOSED = set("Lx0mg")


def routes() -> list[str]:
    """Every pattern of the address table, in order, each once."""

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern).removeprefix("^")
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, route)
            else:
                yield route.removesuffix("$")

    return list(dict.fromkeys(walk(get_resolver().url_patterns, "/")))


def expected() -> dict[tuple[str, str], str]:
    """What the table says of each route and method: letters of the people, for each kind of story."""
    table, together, told = {}, [], False
    for line in TABLE.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith(" "):
            method, letters = line.split(maxsplit=1)
            table |= {(route, method): letters for route in together}
            told = True
        else:
            together = [line] if told else [*together, line]
            told = False
    return table


class World:
    """A newsroom with one of everything, and a story of each kind for each person."""

    def __init__(self):
        self.people = {role: make_user(role) for role in ROLES}
        self.chief = make_user("managing_editor")
        self.other = make_user("reporter")
        self.author, self.tag = make_author(), make_tag()
        common = {
            "another's": self._story(self.other),
            "published": self._story(self.other, out=True),
            "withdrawn": self._story(self.other, out=True, gone=True),
        }
        self.stories = {
            person: common
            | {"own": self._story(self.people[person]) if person in self.people else common["another's"]}
            for person in PEOPLE
        }
        self.records = self._records(common["published"])
        self.contradiction = Contradiction.objects.create(kind=Contradiction.Kind.DATE, key="date:mau")
        self.binned = self._story(self.other)
        binning.throw_away(self.binned, user=self.chief)

    def _story(self, user, *, out=False, gone=False) -> Article:
        photo = store_photo(make_photo(), encoded(picture()))
        story = make_draft(user=user, lead_photo=photo, authors=[self.author], tags=[self.tag])
        if out:
            publishing.publish(story, user=self.chief)
        if gone:
            publishing.withdraw(story, user=self.chief, notice="Bài đã gỡ.")
        threads.begin(story, self.chief, "Ghi chú của người khác")
        HeldText.objects.create(article=story, user=user, snapshot=working_copy.newest_snapshot(story))
        PreviewLink.objects.create(
            revision=working_copy.newest(story),
            expires_at=timezone.now() + timedelta(days=1),
            revoked_at=timezone.now() if gone else None,
        )
        story.refresh_from_db()
        return story

    def _records(self, story) -> dict:
        """One record of each model that the desk lists, by its place below /admin/."""
        campaign = prove(make_campaign(), story)
        organisation, person = prove(make_organisation(), story), prove(make_person(), story)
        honour = prove(make_honour(organisation=organisation), story)
        records = [
            campaign,
            organisation,
            person,
            honour,
            honour.form,
            prove(make_honour(person=person), story),
            prove(make_event(), story),
            prove(make_target(campaign), story),
            prove(make_model(), story),
            prove(make_announcement(), story),
            Evidence.objects.first(),
            make_form(),
            merge(make_organisation(), make_organisation()),
            Decision.objects.create(number="1", symbol="QĐ-M"),
            self.author,
            self.tag,
            make_section(),
            make_photo(),
            Abbreviation.objects.create(short="VTM", long="viết tắt mẫu"),
            Series.objects.create(name="Loạt bài"),
            FrontPage.objects.create(name="Trang mẫu"),
            ErrorReport.objects.create(path="/", text="Sai."),
            Correction.objects.create(article=story, text="Sửa."),
            Masthead.objects.create(pk=1),
            Redirect.objects.create(old_path="/cu/", new_path="/moi/"),
            story.revisions.first(),
            story.transitions.first(),
            PreviewLink.objects.filter(revision__article=story).first(),
            audit.record("publish", story),
            self.other,
            Group.objects.first(),
            Authenticator.objects.create(user=self.other, type="totp", data={}),
            EmailAddress.objects.create(user=self.other, email="mau@example.org"),
        ]
        return {record._meta.label_lower.replace(".", "/"): record for record in reversed(records)}

    def part(self, route: str, name: str, person: str, story: Article):
        """What stands in the address for a parameter. KeyError: nobody has said it yet."""
        user = self.people.get(person)
        model = "/".join(route.split("/")[2:4])
        thread = story.note_threads.first()
        if name == "object_id" and route.startswith("/admin/articles/article/"):
            return story.pk
        if name in ("object_id", "id"):
            return story.pk if route.startswith("/admin/r/") else self.records[model].pk
        by_route = {
            "hop-thu/": lambda: Notice.objects.filter(person=user).values_list("pk", flat=True).first() or 1,
            "bo-loc/": lambda: (
                SavedFilter.objects.get_or_create(
                    user=user or self.other, path="/admin/articles/article/", name="Lọc"
                )[0].pk
            ),
            "danh-sach/": lambda: AwardList.objects.get_or_create(name="Danh sách", sheet=[["Họ tên"]])[0].pk,
            "bin/": lambda: self.binned.pk,
            "held/": lambda: story.held_texts.first().pk,
            "webauthn/": lambda: 1,
            "mau-thuan/": lambda: self.contradiction.pk,
        }
        if name == "pk" and model in self.records:
            return self.records[model].pk
        if name == "pk":
            return next(make() for part, make in by_route.items() if part in route)
        if name == "slug":
            if OF_A_STORY.match(route):
                return story.slug
            places = {
                "phong-trao": "awards/campaign",
                "api/v1/campaigns": "awards/campaign",
                "su-kien": "awards/event",
                "hinh-thuc": "awards/awardform",
                "don-vi": "awards/organisation",
                "ca-nhan": "awards/person",
                "chuyen-muc": "articles/section",
                "tac-gia": "articles/author",
                "tu-khoa": "articles/tag",
            }
            return self.records[places[route.partition("/<")[0].removeprefix("/")]].slug
        return {
            "story": lambda: story.pk,
            "piece": lambda: self.records["awards/evidence"].pk,
            "thread": lambda: thread.pk,
            "note": lambda: thread.notes.first().pk,
            "number": lambda: 1,
            "form": lambda: "rss.xml",
            "part": lambda: "bai",
            "kind": lambda: DEADLINE,
            "content_type_id": lambda: ContentType.objects.get_for_model(Article).pk,
            "ref": lambda: self.records["articles/photo"].ref,
            "token": lambda: PreviewLink.objects.get(revision__article=story).token,
            "path": lambda: sorted(public_names(story.lead_photo))[0].removeprefix("/media/"),
            "year": lambda: timezone.localdate().year,
            "month": lambda: f"{timezone.localdate().month:02}",
            "app_label": lambda: "articles",
            "url": lambda: "khong-co-trang-nay/",
            "key": lambda: "khong-co",
            "uidb36": lambda: "1",
        }[name]()

    def address(self, route: str, person: str, story: Article) -> str:
        def put(match):
            return str(self.part(route, match[1] or match[2], person, story))

        return PARAMETER.sub(put, route)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def ask(world):
    """ask(person, method, address): one request, of which nothing stays, and what its answer comes to."""
    # One client for all: each brings up the middleware anew.
    client = Client(raise_request_exception=False)
    cookies = {}
    for person in PEOPLE:
        client.cookies.clear()
        if person in world.people:
            client.force_login(world.people[person])
        cookies[person] = client.cookies.output(header="", sep=";")

    def ask(person: str, method: str, address: str) -> str:
        client.cookies.clear()
        client.cookies.load(cookies[person])
        cache.clear()
        with transaction.atomic():
            sent = {"data": {"post": "yes"}} if method == "POST" else {}
            answer = getattr(client, method.lower())(address, **sent)
            transaction.set_rollback(True)
        if answer.status_code in {301, 302}:
            return "L" if "/login/" in answer["Location"] else ">"
        return "+" if answer.status_code < 300 else LETTERS.get(answer.status_code, "!")

    return ask


@pytest.fixture(autouse=True)
def doors_only(monkeypatch):
    """Pages are not drawn, nor refusals logged: who comes in is decided before."""

    def blank(template, context=None, request=None):
        return SafeString("")

    monkeypatch.setattr(Template, "render", blank)
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def found(world, ask, route: str, method: str) -> str:
    """The letters of one line of the table, as the site answers."""
    kinds = STORIES if OF_A_STORY.match(route) else STORIES[1:2]
    return " ".join(
        "".join(
            ask(person, method, world.address(route, person, world.stories[person][kind]))
            for person in PEOPLE
        )
        for kind in kinds
    )


def test_the_table_names_every_address_and_no_other():
    assert {route for route, _method in expected()} == set(routes())


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_door_answers_each_person_as_the_table_says(world, ask, method):
    table = expected()

    answers = {route: found(world, ask, route, method) for route in routes()}

    wrong = [
        f"{method} {route}: {answer}, the table says {table.get((route, method))}"
        for route, answer in answers.items()
        if answer != table.get((route, method))
    ]
    assert "\n".join(wrong) == ""


@pytest.mark.parametrize("person", ["anonymous", "reporter"])
def test_no_other_method_opens_what_is_closed_to_get_and_post(world, ask, person):
    table, opened = expected(), []
    place, kind = PEOPLE.index(person), "another's"

    for route in routes():
        column = STORIES.index(kind) if OF_A_STORY.match(route) else 0
        letters = {table[route, method].split()[column][place] for method in ("GET", "POST")}
        if letters <= CLOSED:
            address = world.address(route, person, world.stories[person][kind])
            answers = {method: ask(person, method, address) for method in OTHER_METHODS}
            opened += [f"{method} {route}: {one}" for method, one in answers.items() if one not in CLOSED]

    assert "\n".join(opened) == ""
