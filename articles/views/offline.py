"""What a browser keeps: the page for readers without a connection, the manifest, the service worker."""

import hashlib

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from newsroom.stylesheets import linked

KEPT_FILES = ("newsroom/js/first.js",)


def offline(request):
    """Shown by the service worker when there is no connection."""
    return render(request, "articles/offline.html")


def saved(request):
    """The stories that a reader has put aside; a script lists what this device keeps."""
    return render(request, "articles/saved.html")


@cache_control(public=True, max_age=3600)
def manifest(request):
    """The web app manifest."""
    return JsonResponse(
        {
            "name": settings.SITE_NAME,
            "short_name": settings.SITE_NAME[:12],
            "lang": "vi",
            "start_url": "/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#fffdf8",
            "theme_color": "#fffdf8",
            "icons": [
                # The drawing for small sizes, which browsers have fetched as the page's icon anyway.
                {"src": static("newsroom/img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
                *(
                    {
                        "src": static(f"newsroom/img/icon-{side}.png"),
                        "sizes": f"{side}x{side}",
                        "type": "image/png",
                        "purpose": purpose,
                    }
                    for side in (192, 512)
                    for purpose in ("any", "maskable")
                ),
            ],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


@cache_control(no_cache=True)
def service_worker(request):
    """A worker that keeps the offline page and the files it needs, and never a story."""
    kept = [reverse("articles:offline"), *map(static, (*linked("newsroom/css/site.css"), *KEPT_FILES))]
    version = hashlib.blake2s("\n".join(kept).encode(), digest_size=6).hexdigest()
    context = {"worker": {"version": version, "page": kept[0], "files": kept[1:]}}
    return render(request, "articles/sw.js", context, content_type="text/javascript; charset=utf-8")
