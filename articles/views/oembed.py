"""oEmbed (oembed.com) for stories: what another site needs to show a link to one as a card."""

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from articles.models import Article, Redirect
from articles.photos.markup import file_url
from articles.photos.sizes import SOCIAL_SIZE
from articles.social_cards.card import card_of
from newsroom.site import absolute

NOT_HERE = "Không có bài nào ở địa chỉ này."


@require_safe
def oembed(request):
    """A `link` card of a published story, as JSON or XML.

    400 for a request that cannot be read or asks for another format (oembed.com says 501, but the fault is no
    failure of the server), 404 for an address that is no story.
    """
    answer = _FORMATS.get(request.GET.get("format", "json"))
    if answer is None:
        return _json({"error": "Chỉ có định dạng json và xml."}, 400)
    address = request.GET.get("url", "")
    if not address:
        return answer({"error": "Thiếu tham số url."}, 400)
    try:
        limits = _limit(request, "maxwidth"), _limit(request, "maxheight")
    except ValueError:
        return answer({"error": "maxwidth và maxheight phải là số nguyên dương."}, 400)
    story = _story_at(address)
    if story is None:
        return answer({"error": NOT_HERE}, 404)
    return answer(_card(story, *limits))


def _limit(request: HttpRequest, name: str) -> int | None:
    """A positive number of pixels, or None where no limit is given. Raises ValueError."""
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) == 0:
        raise ValueError(name)
    return int(text)


def _story_at(address: str) -> Article | None:
    """The published story at an address of this site, or where that address leads since its slug changed."""
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        return None
    site = urlsplit(settings.SITE_URL)
    if (parts.scheme, parts.netloc) != (site.scheme, site.netloc) or match.view_name != "articles:article":
        return None
    stories = Article.objects.published().select_related("lead_photo").prefetch_related("bylines__author")
    story = stories.filter(slug=match.kwargs["slug"]).first()
    if story is None and (moved := Redirect.objects.filter(old_path=parts.path).first()):
        story = stories.filter(slug=moved.new_slug).first()
    return story


def _card(story: Article, max_width: int | None, max_height: int | None) -> dict:
    card = {
        "version": "1.0",
        "type": "link",
        "title": story.title,
        "author_name": ", ".join(line.author.name for line in story.bylines.all()),
        "provider_name": settings.SITE_NAME,
        "provider_url": settings.SITE_URL + "/",
        "cache_age": 3600,
    }
    writer = next((line.author for line in story.bylines.all()), None)
    if writer:
        card["author_url"] = absolute(writer.get_absolute_url())
    for address, width, height in _thumbnails(story):
        if (max_width is None or width <= max_width) and (max_height is None or height <= max_height):
            card |= {"thumbnail_url": absolute(address), "thumbnail_width": width, "thumbnail_height": height}
            break
    return {key: value for key, value in card.items() if value}


def _thumbnails(story: Article):
    """(address, width, height) of pictures that stand for the story, the best first."""
    if card := card_of(story):
        yield card, *SOCIAL_SIZE
    if story.lead_photo and (address := file_url(story.lead_photo)):
        file = story.lead_photo.renditions["jpeg"]
        yield address, file["width"], file["height"]


def _json(data: dict, status: int = 200) -> HttpResponse:
    return _for_everybody(
        JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False}),
    )


def _xml(data: dict, status: int = 200) -> HttpResponse:
    root = Element("oembed")
    for name, value in data.items():
        SubElement(root, name).text = str(value)
    text = tostring(root, encoding="utf-8", xml_declaration=True)
    return _for_everybody(HttpResponse(text, status=status, content_type="text/xml; charset=utf-8"))


def _for_everybody(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    return response


_FORMATS = {"json": _json, "xml": _xml}
