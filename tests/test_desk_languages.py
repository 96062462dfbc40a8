"""The desk in two languages: what an editor reads in Vietnamese is nowhere left in English, nor the reverse."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone, translation
from lxml import html

from articles import publishing
from articles.models import (
    Abbreviation,
    Correction,
    ErrorReport,
    FrontPage,
    Masthead,
    PreviewLink,
    Redirect,
    Series,
)
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_section
from awards.merging.merge import merge
from awards.models import Decision
from awards.tests import factories as registry

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LETTERS = re.compile("[àáạảãâấầẩẫậăắằẳẵặèéẹẻẽêếềểễệìíịỉĩòóọỏõôốồổỗộơớờởỡợùúụủũưứừửữựỳýỵỷỹđ]", re.IGNORECASE)
SPOKEN = ("title", "aria-label", "placeholder")
# Names, and words that are the same in both languages.
FEEDS = {f"Newsroom ({form})" for form in ("RSS", "Atom", "JSON Feed")}
SAME = FEEDS | {"Newsroom", "TTg", "English", "Video", "Fax", "quan-tri", "Vinh danh", "Enter"}
ACCOUNT_PAGES = [
    "password/set/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "email/",
    "logout/",
]
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def desk(client):
    """A superuser's browser. Without a password no page asks for it again."""
    client.force_login(get_user_model().objects.create_superuser("quan-tri", "quan-tri@vi-du.test"))
    return client


@pytest.fixture
def one_of_each(desk):
    """A row of every model that the desk lists."""
    person = get_user_model().objects.get()
    EmailAddress.objects.create(user=person, email=person.email)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    Group.objects.create(name="Người trực")
    Masthead.objects.update_or_create(pk=1)
    story = make_article(title="Bài mẫu", tags=["hải quan"], section=make_section(), authors=[make_author()])
    publishing.withdraw(publishing.publish(story, user=person), user=person, notice="Đã gỡ theo yêu cầu.")
    Correction.objects.create(article=story, text="Đã sửa một con số.")
    PreviewLink.objects.create(
        revision=make_draft(title="Bản nháp mẫu").revisions.get(), expires_at=timezone.now(), user=person
    )
    Redirect.objects.create(old_path="/bai-cu/", new_path="/bai-moi/")
    make_photo()
    Abbreviation.objects.create(short="VTM", long="viết tắt mẫu")
    Series.objects.create(name="Loạt bài mẫu")
    FrontPage.objects.create(name="Trang nhất mẫu")
    ErrorReport.objects.create(path=story.get_absolute_url(), text="Số chưa đúng.")
    registry.make_honour(organisation=(unit := registry.make_organisation()))
    merge(registry.make_organisation(), unit, user=person)
    Decision.objects.create(number=382, symbol="QĐ-BTC")
    campaign = registry.make_campaign()
    registry.prove(registry.make_target(campaign))
    registry.make_model()
    registry.make_event()
    registry.make_honour()
    registry.make_honour(person=registry.make_person())
    registry.make_announcement()


def readable(response) -> set[str]:
    """Every piece of text on a page, and what is spoken of its elements."""
    page = html.fromstring(response.content.decode())
    for silent in page.xpath("//script | //style | //textarea"):
        silent.drop_tree()
    texts = page.xpath("//text()") + [text for name in SPOKEN for text in page.xpath(f"//@{name}")]
    texts += page.xpath("//input[@type='submit']/@value")
    return {" ".join(text.split()).strip(" :›·") for text in texts} - {""}


def in_language(client, address: str, language: str) -> set[str]:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.get(address)
    return readable(response) if response.status_code == 200 else set()


def unmoved_by_language(client, address: str) -> list[str]:
    """What reads the same in both languages and looks like words: no name with a hyphen, a dot or a digit, no abbreviation."""
    both = in_language(client, address, "vi") & in_language(client, address, "en")
    return sorted(
        text
        for text in both - SAME
        if re.search("[A-Za-z]{3}", text)
        and not LETTERS.search(text)
        and not text.isupper()
        and not re.search(r"\S[-.@/_*\d]\S", text)
    )


def addresses(model) -> list[str]:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    rows = model._default_manager.order_by("pk")
    return [
        reverse(f"{name}_changelist"),
        reverse(f"{name}_add"),
        *(
            reverse(f"{name}_{view}", args=[row.pk])
            for row in rows[:1]
            for view in ("change", "delete", "history")
        ),
    ]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_lists_and_forms_leave_nothing_in_english(desk, one_of_each, model):
    assert model._default_manager.exists()

    left = {address: unmoved_by_language(desk, address) for address in addresses(model)}

    assert {address: texts for address, texts in left.items() if texts} == {}


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/photo/picker/"])
def test_the_desks_own_pages_leave_nothing_in_english(desk, one_of_each, path):
    assert in_language(desk, path, "vi")
    assert unmoved_by_language(desk, path) == []


@pytest.mark.parametrize("page", ACCOUNT_PAGES)
def test_pages_of_the_account_leave_nothing_in_english(desk, page):
    assert in_language(desk, f"/tai-khoan/{page}", "vi")
    assert unmoved_by_language(desk, f"/tai-khoan/{page}") == []


def test_the_change_of_a_password_leaves_nothing_in_english(client):
    client.force_login(get_user_model().objects.create_user("quan-tri", password="mat-khau-mau"))

    assert in_language(client, "/tai-khoan/password/change/", "vi")
    assert unmoved_by_language(client, "/tai-khoan/password/change/") == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_an_empty_form_is_refused_in_the_editors_language(desk, model):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")

    def refused(language):
        desk.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        response = desk.post(address)
        if response.status_code == 302:  # nothing is required
            return set()
        return set(html.fromstring(response.content).xpath("//*[@class='errorlist']//li/text()"))

    assert refused("vi") & refused("en") == set()


@pytest.mark.parametrize("app", ["articles", "awards"])
def test_every_model_and_field_that_can_be_shown_has_a_name_in_both_languages(app):
    """Messages name fields that no form has, so each name is translated or never shown."""
    inlines = {inline.model for one in admin.site._registry.values() for inline in one.inlines}
    on_the_desk = inlines | set(MODELS)
    named = [
        (owner._meta.label, getattr(part, "name", "model"), part)
        for owner in apps.get_app_config(app).get_models()
        if owner in on_the_desk
        for part in (owner._meta, *owner._meta.local_fields)
        if getattr(part, "editable", True) and not getattr(part, "auto_created", False)
    ]

    def names(language):
        with translation.override(language):
            return [str(part.verbose_name) for _owner, _name, part in named]

    pairs = zip(named, names("en"), names("vi"), strict=True)
    same = [(owner, name, english) for (owner, name, _part), english, own in pairs if english == own]

    assert [one for one in same if one[2] != "fax"] == []


@pytest.mark.parametrize("app", ["articles", "awards"])
def test_every_choice_reads_differently_in_the_two_languages(app):
    fields = [
        field
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.local_fields
        if field.choices
    ]

    def words(language):
        with translation.override(language):
            return {(str(field), value): str(label) for field in fields for value, label in field.choices}

    english, own = words("en"), words("vi")

    assert {label for key, label in english.items() if own[key] == label} <= {"Video"}
