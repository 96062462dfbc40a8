"""Fetches a picture from another site, and from nowhere else.

An address given in a document must not make this machine talk to itself or to its neighbours. So
every address that a host name resolves to is checked, the connection goes to a checked address and
not to the name, and each redirect is treated like the first request.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.utils.translation import gettext as _

from articles.photos.inspection import MAX_BYTES, MAX_MEGABYTES

MAX_SECONDS = 20
MAX_REDIRECTS = 3
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = {301, 302, 303, 307, 308}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": "Newsroom",
    "Accept": "image/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class FetchFailed(Exception):
    """The picture was not fetched; the text says why, in the operator's language."""


def is_public_address(address: str) -> bool:
    """Whether an IP address lies on the open internet: not private, loopback, link-local, reserved …

    An IPv4 address wrapped in an IPv6 one is judged by itself.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6:
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            inner = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)
        if inner:
            ip = inner
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def fetch(
    url: str, *, may_connect: Callable[[str], bool] = is_public_address, seconds: float = MAX_SECONDS
) -> bytes:
    """The bytes of the picture at `url`, at most 25 MB; `inspect` must still look at them.

    `may_connect` judges each resolved IP address before any connection. Raises FetchFailed.
    """
    deadline = time.monotonic() + seconds
    for _redirect in range(MAX_REDIRECTS + 1):
        try:
            answer = _get(url, may_connect, deadline)
        except TimeoutError as error:
            raise FetchFailed(_("It took longer than %(seconds)s seconds.") % {"seconds": seconds}) from error
        except (OSError, HTTPException, ValueError) as error:
            raise FetchFailed(
                _("The other site could not be reached: %(error)s") % {"error": error}
            ) from error
        if isinstance(answer, bytes):
            return answer
        url = urljoin(url, answer)
    raise FetchFailed(_("The address redirects more than %(limit)s times.") % {"limit": MAX_REDIRECTS})


def _get(url: str, may_connect: Callable[[str], bool], deadline: float) -> bytes | str:
    """The picture, or the address to which the site redirects."""
    parts, host, port = _checked(url)
    connection = _connected(parts.scheme, host, port, _addresses(host, port, may_connect), deadline)
    # A site that sends a byte now and then never runs into a socket's time limit; this does.
    watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, [connection.sock])
    watchdog.daemon = True
    watchdog.start()
    try:
        if isinstance(connection.sock, ssl.SSLSocket):
            connection.sock.do_handshake()
        connection.request("GET", _target(parts), headers=_HEADERS)
        with connection.getresponse() as response:
            _refuse_late(deadline)
            if response.status in _REDIRECTS and response.headers.get("Location"):
                return response.headers["Location"]
            return _picture(response, deadline)
    except (OSError, HTTPException):
        _refuse_late(deadline)
        raise
    finally:
        watchdog.cancel()
        connection.close()


def _checked(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError as error:  # UnicodeError is one
        raise FetchFailed(_("This is not a web address.")) from error
    if parts.scheme not in _PORTS:
        raise FetchFailed(_("Only http and https addresses are fetched."))
    if not host or parts.username is not None or parts.password is not None:
        raise FetchFailed(_("This is not a web address."))
    return parts, host, port


def _addresses(host: str, port: int, may_connect: Callable[[str], bool]) -> list[str]:
    """Every address of the host; refused unless each of them may be connected to."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(may_connect(address) for address in found):
        raise FetchFailed(_("The address leads to a private network and is not fetched."))
    return list(dict.fromkeys(found))


def _connected(scheme: str, host: str, port: int, addresses: list[str], deadline: float) -> HTTPConnection:
    """A connection to the first checked address that answers, TLS not yet begun; never resolved again."""
    failure: OSError = TimeoutError()
    for address in addresses:
        _refuse_late(deadline)
        try:
            sock = socket.create_connection((address, port), timeout=deadline - time.monotonic())
        except OSError as error:
            failure = error
            continue
        if scheme == "https":
            context = ssl.create_default_context()
            sock = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
        connection = (HTTPSConnection if scheme == "https" else HTTPConnection)(host, port)
        connection.sock, connection.auto_open = sock, 0
        return connection
    raise failure


def _picture(response: HTTPResponse, deadline: float) -> bytes:
    if response.status != 200:
        raise FetchFailed(_("The other site answered %(status)s.") % {"status": response.status})
    if not response.headers.get_content_type().startswith("image/"):
        raise FetchFailed(
            _("The address holds no picture but %(type)s.") % {"type": response.headers.get_content_type()}
        )
    too_large = FetchFailed(_("The picture is larger than %(limit)s MB.") % {"limit": MAX_MEGABYTES})
    if (response.length or 0) > MAX_BYTES:
        raise too_large
    expected, content = response.length, bytearray()
    while chunk := response.read1(64 * 1024):
        content += chunk
        if len(content) > MAX_BYTES:
            raise too_large
    _refuse_late(deadline)
    if expected is not None and len(content) < expected:
        raise FetchFailed(_("The other site broke off before the end of the picture."))
    return bytes(content)


def _refuse_late(deadline: float) -> None:
    """After the watchdog hung up, what was read only looks complete."""
    if time.monotonic() >= deadline:
        raise TimeoutError


def _target(parts: SplitResult) -> str:
    """Path and query with everything but ASCII escaped; what is escaped already stays."""
    path = quote(parts.path or "/", safe="/%:=+!$,;'@()*~&")
    return path + ("?" + quote(parts.query, safe="/%:=+!$,;'@()*~&?[]") if parts.query else "")


def _hang_up(sock: socket.socket) -> None:
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # TLS sockets would first forget that they are one
    except OSError:
        return  # the other side was faster
