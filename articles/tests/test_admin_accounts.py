"""Accounts, roles and second factors on the desk, in the editor's language."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from articles.models import Article
from articles.tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    call_command("loaddata", "groups", verbosity=0)
    person = make_user("administrator")
    client.force_login(person)
    return person


def make_factor(user, kind=Authenticator.Type.TOTP):
    return Authenticator.objects.create(user=user, type=kind, data={"secret": "khong-ai-duoc-xem"})


def permission_labels(client):
    text = client.get(reverse("admin:auth_group_add")).content.decode()
    select = re.search(r'<select name="permissions".*?</select>', text, re.DOTALL).group()
    return re.findall(r"<option[^>]*>([^<]+)</option>", select)


def test_permissions_are_named_in_vietnamese_and_only_for_what_the_desk_shows(client, administrator):
    labels = permission_labels(client)

    assert "Bài: Nhận biên tập và trả lại bài đã gửi duyệt" in labels
    assert "Khen thưởng: Sửa" in labels
    assert [label for label in labels if "Can " in label] == []
    assert len(labels) < Permission.objects.count()


def test_permissions_are_named_in_english_for_who_chose_it(client, administrator):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    labels = permission_labels(client)

    assert "Stories: Can take a submitted story into edit and return it" in labels
    assert "Honours: Can change" in labels


def test_every_permission_of_a_story_has_vietnamese_words(client, administrator):
    own = [name for _codename, name in Article._meta.permissions]

    labels = permission_labels(client)

    assert [name for name in own if any(name in label for label in labels)] == []


def test_a_role_keeps_the_permissions_that_are_chosen(client, administrator):
    wanted = Permission.objects.get(codename="publish_article")
    role = Group.objects.create(name="Người trực")

    client.post(
        reverse("admin:auth_group_change", args=[role.pk]),
        {"name": "Người trực", "permissions": [wanted.pk]},
    )

    assert list(role.permissions.all()) == [wanted]


def test_deleting_an_account_names_the_account_alone(client, administrator):
    person = make_user("reporter", username="nguoi-mau")
    make_factor(person)
    address = reverse("admin:auth_user_delete", args=[person.pk])

    text = client.get(address).content.decode()
    client.post(address, {"post": "yes"})

    assert "relationship" not in text
    assert not get_user_model().objects.filter(pk=person.pk).exists()


def test_deleting_a_role_leaves_its_people(client, administrator):
    person = make_user("reporter")
    role = person.groups.get()
    address = reverse("admin:auth_group_delete", args=[role.pk])

    text = client.get(address).content.decode()
    client.post(address, {"post": "yes"})

    assert "relationship" not in text
    assert list(person.groups.all()) == []


def test_an_administrator_helps_who_has_lost_a_second_factor(client, administrator):
    factor = make_factor(make_user("reporter", username="nguoi-mau"))
    seen = client.get(reverse("admin:mfa_authenticator_change", args=[factor.pk])).content.decode()

    client.post(reverse("admin:mfa_authenticator_delete", args=[factor.pk]), {"post": "yes"})

    assert "Ứng dụng xác thực (TOTP)" in seen
    assert "khong-ai-duoc-xem" not in seen
    assert not Authenticator.objects.exists()


def test_an_administrator_leaves_the_second_factor_of_a_superuser_alone(client, administrator):
    factor = make_factor(get_user_model().objects.create_superuser("cao-nhat"))

    answer = client.post(reverse("admin:mfa_authenticator_delete", args=[factor.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert Authenticator.objects.exists()


def test_nobody_adds_or_changes_a_second_factor_of_others(client, administrator):
    factor = make_factor(make_user("reporter"))

    added = client.get(reverse("admin:mfa_authenticator_add"))
    changed = client.post(reverse("admin:mfa_authenticator_change", args=[factor.pk]), {"type": "webauthn"})

    assert (added.status_code, changed.status_code) == (403, 403)


def test_the_warning_about_a_lost_password_is_in_the_editors_language(client, administrator):
    person = make_user("reporter")

    text = client.get(reverse("admin:auth_user_password_change", args=[person.pk])).content.decode()

    assert "Nếu tắt, mật khẩu hiện tại của người này sẽ mất." in text
