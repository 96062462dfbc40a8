import pytest

from articles.models import FrontPage
from articles.tests.factories import make_article
from awards.tests.factories import make_campaign, prove

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("campaigns", [1, 4])
def test_a_strip_of_the_front_page_shows_the_stories_of_a_campaign(
    client, campaigns, django_assert_max_num_queries
):
    rows = []
    for number in range(campaigns):
        campaign, story = make_campaign(name=f"Phong trào mẫu {number}"), make_article()
        prove(campaign, story)
        rows.append((campaign, story))
    strips = [{"source": f"campaign:{campaign.pk}", "count": 3} for campaign, _story in rows]
    lead, beside, other = make_article(), make_article(), make_article()
    content = {"lead": lead.pk, "secondary": [beside.pk, other.pk], "strips": strips}
    FrontPage.objects.create(name="Trang mẫu", starts_at=lead.published_at, content=content)

    with django_assert_max_num_queries(6):
        front = client.get("/").context["front"]

    assert [(strip.name, strip.stories) for strip in front.strips] == [
        (row.name, [story]) for row, story in rows
    ]
