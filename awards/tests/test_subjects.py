"""Stories about the same campaign and units lead to each other."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.tests.factories import make_article, make_section
from awards.tests.factories import make_campaign, make_honour, make_organisation, make_target, prove

pytestmark = pytest.mark.django_db


def around(client, story):
    return client.get(story.get_absolute_url()).context["around"]


def stories(*titles):
    now = timezone.now()
    return [
        make_article(section=make_section(), title=title, published_at=now - timedelta(hours=10 - number))
        for number, title in enumerate(titles)
    ]


def renew():
    publishing.renew(Article.objects.all())


def test_stories_that_prove_a_campaign_follow_each_other_along_it(client, django_assert_num_queries):
    first, hidden, story, stranger, last = stories("Giáp", "Ất", "Bính", "Đinh", "Mậu")
    campaign = make_campaign(name="Một lòng mẫu")
    for one in (first, hidden, story, last):
        prove(campaign, one)
    renew()
    publishing.withdraw(hidden, notice="Gỡ.")

    with django_assert_num_queries(3):
        response = client.get(story.get_absolute_url())

    (trail,) = response.context["around"].trails
    assert (trail.name, trail.older, trail.newer) == ("Một lòng mẫu", first, last)
    assert (
        f'Trong phong trào <a href="{campaign.get_absolute_url()}">Một lòng mẫu</a>'
        in response.content.decode()
    )
    assert set(response.context["around"].related) == {first, last}
    assert around(client, stranger).trails == []


def test_a_campaign_that_no_story_proves_is_not_named(client):
    one, other = stories("Giáp", "Ất")
    campaign = make_campaign(name="Phong trào kín")
    for story in (one, other):
        prove(make_honour(campaign=campaign), story)
    renew()

    response = client.get(one.get_absolute_url())

    assert response.context["around"].related == [other]
    assert "Trong phong trào" not in response.content.decode()


def test_stories_about_one_unit_are_related_and_its_target_counts_for_the_campaign(client):
    one, other, third = stories("Giáp", "Ất", "Bính")
    unit, campaign = make_organisation(), make_campaign()
    prove(make_honour(organisation=unit), one)
    prove(unit, other)
    prove(make_target(campaign), one)
    prove(campaign, third)
    renew()

    assert set(around(client, one).related) == {other, third}
