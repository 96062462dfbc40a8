"""What goes into the audit log, told by what people do on the desk; and who reads it there."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from articles.merging import merge_tags
from articles.models import Article, AuditEntry, PreviewLink, Tag
from articles.roles import ROLES
from articles.tests.desk import change_url, send, take
from articles.tests.factories import make_article, make_draft, make_tag, make_user

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/auditentry/"


@pytest.fixture
def thuky(client):
    """A managing editor, at work."""
    person = make_user("managing_editor", username="thu-ky")
    client.force_login(person)
    return person


def told(*actions):
    """(who, action, before, after, note) of these actions, oldest first."""
    entries = AuditEntry.objects.filter(action__in=actions).order_by("pk")
    return list(entries.values_list("user_name", "action", "before", "after", "note"))


def test_each_step_of_a_story_with_its_reason(client, thuky):
    story = make_draft(user=make_user("reporter"))
    take(client, story, "submit")
    take(client, story, "return", step_reason="Thiếu nguồn.")

    assert told("step") == [
        ("thu-ky", "step", "draft", "submitted", ""),
        ("thu-ky", "step", "submitted", "draft", "Thiếu nguồn."),
    ]
    assert set(AuditEntry.objects.filter(action="step").values_list("origin", flat=True)) == {"127.0.0.1"}


def test_publishing_and_withdrawing_with_the_links_that_end(client, thuky):
    story = make_article()
    send(client, change_url(story), button="_share")
    take(client, story, "withdraw", step_reason="Bài đã được gỡ.")

    assert [(action, before, after) for _, action, before, after, _ in told("publish", "withdraw")] == [
        ("publish", "draft", "published"),
        ("withdraw", "published", "withdrawn"),
    ]
    assert [action for _, action, *_ in told("share", "unshare")] == ["share", "unshare"]


def test_a_share_link_made_and_closed_without_its_secret(client, thuky):
    story = make_draft(user=thuky)
    send(client, change_url(story), button="_share")
    link = PreviewLink.objects.get()
    client.post(reverse("admin:articles_article_close_link", args=[story.pk]), {"link": link.pk})

    made, closed = told("share", "unshare")
    assert made[3] == closed[2]
    assert made[3]
    assert link.token not in str([made, closed])


def test_what_is_closed_already_is_not_closed_again(client, thuky):
    story = make_draft(user=thuky)
    send(client, change_url(story), button="_share")
    data = {"action": "revoke", "_selected_action": [PreviewLink.objects.get().pk]}
    client.post(reverse("admin:articles_previewlink_changelist"), data)
    client.post(reverse("admin:articles_previewlink_changelist"), data)

    assert len(told("unshare")) == 1


def test_records_deleted_one_by_one_and_together(client, thuky):
    one, *others = (make_tag(name=f"từ khóa {place}") for place in "abc")
    client.post(reverse("admin:articles_tag_delete", args=[one.pk]), {"post": "yes"})
    data = {"action": "delete_selected", "_selected_action": [tag.pk for tag in others], "post": "yes"}
    client.post(reverse("admin:articles_tag_changelist"), data)

    titles = AuditEntry.objects.filter(action="delete").values_list("subject_title", flat=True)
    assert sorted(titles) == ["từ khóa a", "từ khóa b", "từ khóa c"]
    assert not Tag.objects.exists()


def test_a_merge_names_what_went_and_what_stayed():
    kept, other = make_tag(name="hải quan"), make_tag(name="ngành hải quan")

    merge_tags(kept, [other])

    assert told("merge") == [("", "merge", "ngành hải quan (/tu-khoa/nganh-hai-quan/)", "hải quan", "")]


def test_an_import_with_its_file_and_not_when_nothing_changed(tmp_path):
    file = tmp_path / "bai.md"
    file.write_text("# Bài nhập\n\nĐoạn thứ nhất của bài.\n", encoding="utf-8")

    for _ in range(2):
        call_command("import_documents", str(file), verbosity=0)

    assert told("import") == [("", "import", "", "created", str(file))]
    assert AuditEntry.objects.about(Article.objects.get()).count() == 1


def test_an_account_that_got_another_role_and_was_closed(client):
    chief = make_user("administrator", username="quan-tri")
    person, editors = make_user("reporter", username="nguoi-doi"), make_user("editor")
    client.force_login(chief)
    data = {"username": "nguoi-doi", "is_staff": "on", "groups": [editors.groups.get().pk]}
    address = reverse("admin:auth_user_change", args=[person.pk])

    for _ in range(2):
        client.post(address, data)

    assert told("account") == [
        (
            "quan-tri",
            "account",
            "nguoi-doi · Phóng viên · đang hoạt động · vào được bàn biên tập",
            "nguoi-doi · Biên tập viên · đã khóa · vào được bàn biên tập",
            "",
        )
    ]


def test_a_role_that_lost_one_permission_and_won_another(client):
    client.force_login(make_user("administrator", is_superuser=True))
    role = Group.objects.create(name="Cộng tác viên")
    permissions = {
        name: Group.objects.get(name=ROLES["administrator"]).permissions.get(codename=name)
        for name in ("add_tag", "view_tag")
    }
    role.permissions.add(permissions["add_tag"])

    client.post(
        reverse("admin:auth_group_change", args=[role.pk]),
        {"name": role.name, "permissions": [permissions["view_tag"].pk]},
    )

    assert [(before, after) for _, _, before, after, _ in told("account")] == [
        ("articles.add_tag", "articles.view_tag")
    ]


def test_a_password_set_for_somebody_else(client):
    client.force_login(make_user("administrator", username="quan-tri"))
    person = make_user("reporter", username="nguoi-quen")
    form = {"usable_password": "true", "password1": "mot-cau-dai-nao-do", "password2": "mot-cau-dai-nao-do"}

    client.post(reverse("admin:auth_user_password_change", args=[person.pk]), form)

    entry = AuditEntry.objects.about(person).get()
    assert (entry.action, entry.user_name) == ("password", "quan-tri")
    assert "mot-cau" not in str(vars(entry))


def test_logins_failed_logins_and_logouts(client):
    person = make_user("reporter", username="nguoi-vao")
    address = reverse("account_login")
    for name, password in (
        ("nguoi-vao", "sai-mat-khau"),
        ("mat-khau-lo-tay", "x"),
        ("nguoi-vao", "mat-khau-thu"),
    ):
        client.post(address, {"login": name, "password": password})
    client.post(reverse("account_logout"))

    entries = AuditEntry.objects.filter(action__in=("login", "login_failed", "logout")).order_by("pk")
    assert [(one.action, one.subject_title) for one in entries] == [
        ("login_failed", "nguoi-vao"),
        ("login_failed", ""),
        ("login", "nguoi-vao"),
        ("logout", "nguoi-vao"),
    ]
    assert {one.origin for one in entries} == {"127.0.0.1"}
    assert AuditEntry.objects.about(person).count() == 3
    assert "mat-khau-lo-tay" not in str([vars(one) for one in entries])


@pytest.mark.parametrize("role", ROLES)
def test_administrators_and_managing_editors_read_the_log_and_nobody_changes_it(client, role):
    make_article(title="Bài có trong nhật ký")
    entry = AuditEntry.objects.get()
    client.force_login(make_user(role))
    reads = role in {"administrator", "managing_editor"}

    answers = [
        client.get(LIST).status_code,
        client.get(f"{LIST}{entry.pk}/change/").status_code,
        client.post(f"{LIST}{entry.pk}/change/", {"note": "khác"}).status_code,
        client.post(f"{LIST}{entry.pk}/delete/", {"post": "yes"}).status_code,
        client.post(f"{LIST}add/", {}).status_code,
    ]

    assert answers == [200, 200, 403, 403, 403] if reads else [403] * 5
    assert AuditEntry.objects.get(pk=entry.pk).note == ""


def test_the_log_is_filtered_and_searched_without_accents(client, thuky):
    make_article(title="Đường phố Hải Phòng")
    make_draft(title="Bài khác")

    def titles(**query):
        return [entry.subject_title for entry in client.get(LIST, query).context["cl"].result_list]

    assert titles(q="duong pho") == ["Đường phố Hải Phòng"]
    assert titles(action__exact="publish") == ["Đường phố Hải Phòng"]
    assert titles(who=thuky.pk) == ["thu-ky"]
    assert titles(who="ai đó") == []


def test_the_list_costs_the_same_however_long(client, thuky, django_assert_max_num_queries):
    costs = []
    for count in (60, 120):
        AuditEntry.objects.bulk_create(
            AuditEntry(action="delete", subject_title="Bài bị xóa") for _ in range(count)
        )
        with django_assert_max_num_queries(14) as counted:
            client.get(LIST)
        costs.append(len(counted))

    assert costs[0] == costs[1]
