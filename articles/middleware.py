"""Addresses that moved."""

from django.http import HttpResponseGone, HttpResponsePermanentRedirect
from django.template.loader import render_to_string

from articles.models import Redirect


class RedirectMiddleware:
    """Where no page answers, an address that was public leads on (301) or says that it is gone (410).

    So does what stood below it: its feeds.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or "\x00" in request.path_info:  # PostgreSQL has no such text
            return response
        path = request.path_info
        page = path[: path.rfind("/") + 1]  # the path itself, unless it is a feed's
        moved = Redirect.objects.filter(old_path__in=(path, page)).order_by("-old_path").first()
        if moved is None:
            return response
        if not moved.new_path:
            return HttpResponseGone(render_to_string("410.html", request=request))
        query = request.META.get("QUERY_STRING", "")
        address = moved.new_path + path.removeprefix(moved.old_path)
        return HttpResponsePermanentRedirect(address + (f"?{query}" if query else ""))
