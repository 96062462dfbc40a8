from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from articles import working_copy
from articles.schedule import updates
from articles.tests.factories import make_article, make_draft

pytestmark = pytest.mark.django_db


def planned(at, **changes):
    story = make_article()
    updates.plan(story, working_copy.save(story, changes), at)
    return story


def test_the_command_says_what_it_did_and_does_it_once(capsys):
    at = timezone.now() + timedelta(hours=1)
    story = planned(at, title="Tít cập nhật")
    planned(at + timedelta(days=1), title="Tít của ngày mai")

    with time_machine.travel(at, tick=False):
        call_command("publish_due")
        call_command("publish_due")

    story.refresh_from_db()
    told = capsys.readouterr().out.splitlines()
    assert story.title == "Tít cập nhật"
    assert told[0].endswith("Tít cập nhật")
    assert told[1:] == ["1 updates published, 0 kept back", "0 updates published, 0 kept back"]


def test_the_command_names_what_could_not_go_out(capsys):
    at = timezone.now() + timedelta(hours=1)
    planned(at, slug="dia-chi-moi")
    make_draft(slug="dia-chi-moi")

    with time_machine.travel(at, tick=False):
        call_command("publish_due")

    said = capsys.readouterr()
    assert "dia-chi-moi" in said.err
    assert said.out == "0 updates published, 1 kept back\n"
