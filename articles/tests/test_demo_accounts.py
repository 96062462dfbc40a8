"""The demo accounts of a new site: one per role, never beside real users."""

import stat

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

from articles.roles import ROLES

pytestmark = pytest.mark.django_db

EXPECTED = {
    "phongvien": ROLES["reporter"],
    "bientap": ROLES["editor"],
    "thuky": ROLES["managing_editor"],
    "thidua": ROLES["registry_editor"],
    "quantri": ROLES["administrator"],
}


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def groups():
    call_command("loaddata", "groups", verbosity=0)


def test_each_role_has_an_account_that_reaches_the_desk():
    call_command("create_demo_accounts")

    users = get_user_model().objects.prefetch_related("groups")
    assert {user.username: [group.name for group in user.groups.all()] for user in users} == {
        name: [group] for name, group in EXPECTED.items()
    }
    assert all(user.is_staff for user in users)
    assert [user.username for user in users if user.is_superuser] == ["quantri"]


def test_passwords_are_printed_and_kept_in_a_private_file_that_holds_nothing_else(data_dir, capsys):
    call_command("create_demo_accounts")

    file = data_dir / "demo-accounts.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    pairs = [line.split(" ") for line in file.read_text().splitlines()]
    assert [name for name, _ in pairs] == list(EXPECTED)
    assert len({password for _, password in pairs}) == 5
    printed = capsys.readouterr().out
    for name, password in pairs:
        assert authenticate(username=name, password=password) is not None
        assert password in printed


def test_a_second_run_changes_no_password_and_prints_none(data_dir, capsys):
    call_command("create_demo_accounts")
    before = (data_dir / "demo-accounts.txt").read_text()
    capsys.readouterr()

    call_command("create_demo_accounts")

    assert (data_dir / "demo-accounts.txt").read_text() == before
    assert capsys.readouterr().out == ""


def test_a_site_with_a_user_gets_no_demo_accounts(data_dir):
    get_user_model().objects.create_user("nguoi-mau-mot", password="x")

    call_command("create_demo_accounts")

    assert get_user_model().objects.count() == 1
    assert not (data_dir / "demo-accounts.txt").exists()
