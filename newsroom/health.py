"""For those who watch the process: it is up; its database and cache answer."""

import secrets

from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request):
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
def readyz(request):
    """200 when database and cache answer, else 503; the body says which of them did."""
    parts = {"database": _answers(_ask_database), "cache": _answers(_ask_cache)}
    ready = all(parts.values())
    body = {name: "ok" if answered else "failed" for name, answered in parts.items()}
    return JsonResponse(body, status=200 if ready else 503)


def _answers(question) -> bool:
    """False for whatever keeps a part from answering."""
    try:
        return question()
    except Exception:
        return False


def _ask_database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _ask_cache() -> bool:
    key = f"readyz-{secrets.token_hex(8)}"
    cache.set(key, "ok", 10)
    kept = cache.get(key) == "ok"
    cache.delete(key)
    return kept
