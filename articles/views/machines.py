"""Plain-text and JSON addresses that programs read."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from articles.models import Masthead
from newsroom.site import absolute

TEXT = "text/plain; charset=utf-8"
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /tai-khoan/
Disallow: /xem-thu/

"""


@cache_control(public=True, max_age=3600)
def robots(request):
    """What crawlers leave alone, and where every page is listed."""
    maps = ("articles:sitemap", "articles:news_sitemap")
    lines = [f"Sitemap: {absolute(reverse(name))}\n" for name in maps]
    return HttpResponse(ROBOTS + "".join(lines), content_type=TEXT)


@cache_control(public=True, max_age=3600)
def security_txt(request):
    """Where to report a weakness (RFC 9116): as the masthead says, else its page."""
    masthead = Masthead.current()
    contact = masthead.security_contact or masthead.email or absolute(reverse("articles:masthead"))
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: {contact if contact.startswith('http') else f'mailto:{contact}'}",
        f"Expires: {expires}",
        "Preferred-Languages: vi, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=TEXT)
