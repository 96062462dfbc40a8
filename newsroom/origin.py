"""Where a change comes from: the request or the command that is at work, for whatever writes it down."""

from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import ip_address

from django.conf import settings

from newsroom.middleware import EDITOR_PATHS

_request: ContextVar = ContextVar("request", default=None)
_command: ContextVar = ContextVar("command", default="")


@contextmanager
def request_at_work(request):
    with _set(_request, request):
        yield


@contextmanager
def command_at_work(name: str):
    with _set(_command, name):
        yield


def place() -> str:
    """The address that the request came from, else the name of the command, else an empty text."""
    request = _request.get()
    return _command.get() if request is None else address_of(request)


def person():
    """Who is logged in and at work on the desk; None for readers and commands.

    Readers' pages never ask for the session: it would make their answers depend on cookies.
    """
    request = _request.get()
    if request is None or not request.path.startswith(EDITOR_PATHS):
        return None
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def address_of(request) -> str:
    """The client's IP address; behind a trusted proxy the one that the proxy names."""
    address = request.META.get("REMOTE_ADDR", "")
    named = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if 0 < trusted <= len(named):
        address = named[-trusted].strip() or address
    try:
        return str(ip_address(address))
    except ValueError:
        return ""


class OriginMiddleware:
    """Lets whatever happens during a request know where it comes from."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with request_at_work(request):
            return self.get_response(request)


@contextmanager
def _set(variable: ContextVar, value):
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)
