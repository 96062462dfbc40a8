"""Caches in front of us are told of each change: after it is committed, by whichever process notices first."""

import json
import logging
import urllib.request
from base64 import b64encode
from urllib.parse import unquote, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError, connection
from django_tasks import task

from newsroom.caching import EVERY_PAGE
from newsroom.page_cache import generation
from newsroom.page_cache.triggers import EDITION

logger = logging.getLogger(__name__)

SECONDS = 5


class PurgeMiddleware:
    """After a request that wrote, and once in each process for an edition that something else began."""

    def __init__(self, get_response):
        if not settings.PURGE_URL:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            tell_of_change()
        elif (shared := generation.of(request)) is not None:
            shared.known(tell_of_change, tell_of_change)
        return response


def tell_of_change() -> bool:
    """Have the caches emptied, unless somebody already did for this edition; returns whether it was us."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {EDITION} SET purged = number WHERE purged <> number")
            is_ours = cursor.rowcount == 1
    except DatabaseError:
        logger.exception("It could not be seen whether caches must be emptied")
        return False
    if is_ours:
        purge.enqueue()
    return is_ours


@task()
def purge() -> int:
    """POST {"keys": ["site"]} to PURGE_URL, which also stands in Surrogate-Key; returns the status of the answer.

    A name and password in the address are sent as Basic authentication. What fails is logged: the caches
    ask again by themselves after a minute.
    """
    address = urlsplit(settings.PURGE_URL)
    headers = {"Content-Type": "application/json", "Surrogate-Key": EVERY_PAGE}
    if address.username:
        pair = f"{unquote(address.username)}:{unquote(address.password or '')}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    plain = urlunsplit(address._replace(netloc=address.netloc.rpartition("@")[2]))
    body = json.dumps({"keys": [EVERY_PAGE]}).encode()
    request = urllib.request.Request(plain, body, headers, method="POST")  # noqa: S310 - settings see to http
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return answer.status
    except (OSError, ValueError) as error:
        logger.error("Caches in front of the site were not emptied: %s", error)
        return getattr(error, "code", 0)
