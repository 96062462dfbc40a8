"""The five groups: what each role may do, and what it must not."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from articles.roles import ROLES
from articles.tests.factories import make_user

pytestmark = pytest.mark.django_db

MAY = {
    "reporter": [
        "articles.add_article",
        "articles.change_article",
        "articles.add_photo",
        "articles.view_tag",
    ],
    "editor": ["articles.take_article", "articles.ready_article", "articles.change_author"],
    "managing_editor": [
        "articles.publish_article",
        "articles.change_section",
        "articles.add_redirect",
        "articles.add_correction",
        "articles.add_previewlink",
        "articles.view_auditentry",
        "articles.view_output",
    ],
    "registry_editor": ["awards.change_honour", "awards.delete_evidence", "articles.view_every_article"],
    "administrator": [
        "auth.change_user",
        "auth.change_group",
        "articles.change_masthead",
        "articles.view_auditentry",
        "awards.add_honour",
    ],
}
MAY_NOT = {
    "reporter": ["articles.view_every_article", "articles.publish_article", "awards.view_honour"],
    "editor": [
        "articles.publish_article",
        "articles.change_section",
        "articles.view_auditentry",
        "articles.view_output",
        "awards.change_honour",
    ],
    "managing_editor": ["auth.change_user", "articles.change_masthead", "awards.change_honour"],
    "registry_editor": ["articles.change_article", "articles.add_photo", "articles.publish_article"],
    "administrator": ["articles.change_revision", "articles.delete_transition"],
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_its_work_and_no_more(role):
    user = make_user(role)

    assert [name for name in MAY[role] if not user.has_perm(name)] == []
    assert [name for name in MAY_NOT[role] if user.has_perm(name)] == []


def test_the_groups_load_twice_and_are_five():
    call_command("loaddata", "groups", verbosity=0)
    call_command("loaddata", "groups", verbosity=0)

    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(ROLES.values())


def test_an_administrator_cannot_make_superusers_nor_touch_them(client, admin_user):
    client.force_login(make_user("administrator"))
    plain = make_user("reporter")
    form = {"username": plain.username, "is_active": "on", "is_superuser": "on"}

    client.post(f"/admin/auth/user/{plain.pk}/change/", form)
    answer = client.post(f"/admin/auth/user/{admin_user.pk}/password/", {})

    plain.refresh_from_db()
    assert not plain.is_superuser
    assert answer.status_code == 403
