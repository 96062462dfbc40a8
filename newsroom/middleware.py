"""Middleware that knows no app: clean queries, the editors' language, headers of public pages."""

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import BadRequest
from django.middleware.http import ConditionalGetMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control

from newsroom.caching import for_shared_caches, keys_of
from newsroom.errors import UNREADABLE, bad_request
from newsroom.page_cache import generation
from newsroom.vietnamese import nfc

EDITOR_PATHS = ("/admin/", "/tai-khoan/")


class HeadMiddleware:
    """Answers HEAD with the headers of the page and no body: the server would warn of each one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = ()
            else:
                response.content = b""
        return response


class ReaderAddressesMiddleware:
    """Looks for an address among those of readers, unless it is one of the desk or the API."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.removeprefix("/").partition("/")[0] not in ("admin", "tai-khoan", "api"):
            request.urlconf = "newsroom.reader_urls"
        return self.get_response(request)


class CleanQueryMiddleware:
    """Brings the query of an address to NFC; one that is not text is refused with 400."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.META.get("QUERY_STRING"):
            query = request.GET.copy()
            for key, values in request.GET.lists():
                if "\x00" in key or any("\x00" in value or "�" in value for value in values):
                    return bad_request(request, BadRequest(UNREADABLE))
                query.setlist(key, [nfc(value) for value in values])
            query._mutable = False
            request.GET = query
        return self.get_response(request)


class ValidatorMiddleware(ConditionalGetMiddleware):
    """Answers conditional requests, but those that the page cache answers: it has validators of its own."""

    def process_response(self, request, response):
        return response if generation.of(request) else super().process_response(request, response)


# What a view may have said of its own policy.
_POLICIES = [
    f"_csp_{word}{kind}" for word in ("config", "update", "replace", "exempt") for kind in ("", "_ro")
]


class PolicyMiddleware(CSPMiddleware):
    """The Content-Security-Policy; that of a page which asks for nothing of its own is built once."""

    def __init__(self, get_response):
        super().__init__(get_response)
        self._plain = build_policy()

    def process_response(self, request, response):
        if "_csp_nonce" in vars(request) or any(map(vars(response).__contains__, _POLICIES)):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self._plain)
        request.csp_nonce = CheckableLazyObject(self._csp_nonce_post_response)
        return response


class EditorLanguageMiddleware:
    """Desk and account pages follow the editor's choice; reader pages are always Vietnamese."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.languages = dict(settings.LANGUAGES)

    def __call__(self, request):
        language = settings.LANGUAGE_CODE
        if request.path.startswith(EDITOR_PATHS):
            chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
            language = chosen if chosen in self.languages else language
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class PublicHeadersMiddleware:
    """Headers that do not depend on the page, and caching rules for those that set none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
        )
        if request.path.startswith(EDITOR_PATHS):
            patch_cache_control(response, no_store=True, private=True)
            response.headers.setdefault("X-Robots-Tag", "noindex")
        elif not response.has_header("Cache-Control"):
            if response.status_code in (200, 304) and not response.cookies:
                # `request.fresh_for` says in how many seconds the page changes by itself.
                for name, value in for_shared_caches(getattr(request, "fresh_for", None)).items():
                    response[name] = value
                keys = keys_of(request)
                response["Surrogate-Key"], response["Cache-Tag"] = " ".join(keys), ",".join(keys)
            else:
                patch_cache_control(response, no_cache=True)
        return response
