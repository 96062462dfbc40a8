"""The shell of the read-only API: what every resource shares, whichever app it comes from.

Lists are paged by key; `next` is the whole address of the next page. What is absent is null. Every
answer below the API's address is JSON in UTF-8, refusals too, in Vietnamese: {"detail": …}.
"""

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt
from ninja import Field, NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.renderers import JSONRenderer

from newsroom.paging import BadCursor, Page
from newsroom.site import absolute
from newsroom.slugs import SLUG

ROOT = "api/v1/"
READING = ("GET", "HEAD")
WHOLE_SLUG = f"^{SLUG}$"
NOT_HERE = "Không có gì ở địa chỉ này."
READ_ONLY = "API này chỉ để đọc: hãy dùng GET hoặc HEAD."
REFUSALS = {
    "limit": "limit phải là số nguyên từ 1 đến 100.",
    "cursor": "cursor không thuộc danh sách này: hãy dùng nguyên địa chỉ ghi ở next.",
}

Item = TypeVar("Item")


class Problem(Schema):
    """Why a request was refused, for a person to read."""

    detail: str


class Listing(Schema, Generic[Item]):
    """One page of a list, and the address of the next one (null on the last)."""

    items: list[Item]
    next: str | None


class Paging(Schema):
    """Which part of a list is asked for."""

    limit: int = Field(20, ge=1, le=100, description="Items on a page.")
    cursor: str = Field("", max_length=400, description="Opaque: taken from `next`.")


def listing(
    request: HttpRequest, paging: Paging, page: Page, described: Callable, asked: dict | None = None
) -> dict:
    """A `Listing` of the page, each row as `described` tells it; `asked` stays in the next address."""
    query = urlencode({**(asked or {}), "limit": paging.limit, "cursor": page.next_cursor})
    return {
        "items": [described(row) for row in page],
        "next": f"{absolute(request.path)}?{query}" if page.next_cursor else None,
    }


def iso(date) -> str | None:
    """A PartialDate as precise as it is stated; None where nothing is stated."""
    return date.iso() if date else None


class _UnescapedJSON(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}


class ReadOnlyAPI(NinjaAPI):
    """An API whose answers any site may read, without cookies and without pages of its own."""

    def __init__(self, **kwargs):
        super().__init__(
            version="1",
            openapi_url=None,  # ours is a resource like the others
            docs_url=None,  # would load scripts from elsewhere
            servers=[{"url": settings.SITE_URL}],
            renderer=_UnescapedJSON(),
            **kwargs,
        )
        self.add_exception_handler(Http404, lambda request, exc: self.refuse(request, NOT_HERE, 404))
        self.add_exception_handler(BadCursor, lambda request, exc: self.refuse(request, REFUSALS["cursor"]))
        self.add_exception_handler(ValidationError, self._refuse_parameters)
        self.add_exception_handler(
            HttpError, lambda request, exc: self.refuse(request, exc.message, exc.status_code)
        )

        @self.get("/openapi.json", include_in_schema=False)
        def description(request):
            return self.get_openapi_schema(path_prefix=ROOT)

    def create_response(self, *args, **kwargs) -> HttpResponse:
        response = super().create_response(*args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    def refuse(self, request: HttpRequest, detail: str, status: int = 400) -> HttpResponse:
        return self.create_response(request, {"detail": detail}, status=status)

    def addresses(self) -> list:
        """URL patterns, for inclusion at ROOT: whatever they do not name is a 404 in JSON."""
        patterns = [pattern for pattern in self.urls[0] if pattern.name != "api-root"]
        patterns.append(re_path("", self._nothing_here))
        for pattern in patterns:
            pattern.callback = self._only_reading(pattern.callback)
        return patterns

    def _nothing_here(self, request):
        return self.refuse(request, NOT_HERE, 404)

    def _only_reading(self, view: Callable) -> Callable:
        """The view for GET, and for HEAD as if it were GET (the server leaves out the body)."""

        @csrf_exempt  # or a refusal of POST would be a page about CSRF
        @wraps(view)
        def read(request, **kwargs):
            if request.method not in READING:
                response = self.refuse(request, READ_ONLY, 405)
                response["Allow"] = ", ".join(READING)
                return response
            method, request.method = request.method, "GET"
            try:
                return view(request, **kwargs)
            finally:
                request.method = method

        return read

    def _refuse_parameters(self, request, error: ValidationError) -> HttpResponse:
        where, name = error.errors[0]["loc"][0], error.errors[0]["loc"][-1]
        if where == "path":
            return self.refuse(request, NOT_HERE, 404)
        return self.refuse(request, REFUSALS.get(name, f"Tham số {name} không hợp lệ."))
