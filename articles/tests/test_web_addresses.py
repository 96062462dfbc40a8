"""Addresses in links: only of the web or of this site, whatever door they come through."""

import pytest
from django.core import serializers

from articles.models import Article, Photo, RelatedItem
from articles.tests.factories import make_article, make_photo

pytestmark = pytest.mark.django_db

HARMFUL = [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,<script>",
    "//example.org/",
    "/\\example.org",
]
KEPT = "https://example.org/anh?a=1&b=%20#x"


@pytest.mark.parametrize("address", HARMFUL)
@pytest.mark.parametrize("door", ["save", "load"])
def test_no_row_keeps_an_address_that_no_link_may_lead_to(address, door):
    story, photo = make_article(), make_photo()
    related = RelatedItem(article=story, title="Xem thêm", url=address)
    story.source_url = photo.source_url = address

    for row in (story, photo, related):
        if door == "save":
            row.save()
        else:
            (loaded,) = serializers.deserialize("json", serializers.serialize("json", [row]))
            loaded.save()

    assert Article.objects.get().source_url == ""
    assert Photo.objects.get().source_url == ""
    assert RelatedItem.objects.get().url == ""


def test_whole_addresses_and_own_pages_are_kept_as_they_are():
    story, photo = make_article(source_url=KEPT), make_photo(source_url=KEPT)
    related = RelatedItem.objects.create(article=story, title="Tòa soạn", url="/toa-soan/?a=1")

    assert Article.objects.get(source_url__contains="example.org/anh") == story
    assert Photo.objects.get(source_url=KEPT) == photo
    assert RelatedItem.objects.get(url="/toa-soan/?a=1") == related
