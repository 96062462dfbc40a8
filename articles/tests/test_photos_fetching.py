import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articles.photos import fetching
from articles.photos.fetching import FetchFailed, fetch, is_public_address
from articles.tests.pictures import encoded, quarters

PICTURE = encoded(quarters())


class Site(BaseHTTPRequestHandler):
    """A site on this machine with one address for each way to behave."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        page = self.path.partition("?")[0].strip("/")
        if page.startswith("to-"):
            self.send_response(302)
            self.send_header("Location", self.server.targets[page])
            self.end_headers()
            return
        getattr(self, page.replace("-", "_"), self.missing)()

    def answer(self, content=PICTURE, content_type="image/jpeg", length=None):
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)

    def picture(self):
        self.answer()

    def page(self):
        self.answer(b"<p>", "text/html; charset=utf-8")

    def claims_much(self):
        self.answer(PICTURE, length=26 * 1024 * 1024)

    def sends_much(self):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.end_headers()
        try:
            for _ in range(27):
                self.wfile.write(b"\0" * 1024 * 1024)
        except OSError:
            pass  # the reader hung up, as it should

    def breaks_off(self):
        self.answer(PICTURE, length=len(PICTURE) + 10)

    def drips(self):
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.end_headers()
        try:
            while not self.server.closing.wait(0.05):
                self.wfile.write(b"\0")
                self.wfile.flush()
        except OSError:
            pass  # the reader hung up, as it should

    def drips_headers(self):
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.server.closing.wait(0.05):
                self.wfile.write(b"X: y\r\n"[:1])
                self.wfile.flush()
        except OSError:
            pass  # the reader hung up, as it should

    def missing(self):
        self.send_error(404)

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked, server.targets, server.closing = [], {}, threading.Event()
    server.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def no_connections(monkeypatch):
    """Any connection fails the test, so what is refused is refused before."""
    monkeypatch.setattr(socket, "create_connection", lambda *args, **kwargs: pytest.fail("connected"))


def loopback_too(address: str) -> bool:
    return address == "127.0.0.1" or is_public_address(address)


def test_the_bytes_of_a_picture_come_back(site):
    assert fetch(f"{site.base}/picture?a=1&b=%C4%91", may_connect=loopback_too) == PICTURE
    assert site.asked == [("/picture?a=1&b=%C4%91", f"127.0.0.1:{site.server_port}")]


def test_letters_beyond_ascii_are_escaped(site):
    with pytest.raises(FetchFailed, match="404"):
        fetch(f"{site.base}/ảnh đẹp.jpg", may_connect=loopback_too)

    assert site.asked[0][0] == "/%E1%BA%A3nh%20%C4%91%E1%BA%B9p.jpg"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
    ],
)
def test_an_address_that_is_not_on_the_open_internet_is_not_public(address):
    assert is_public_address(address) is False


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "203.162.0.181", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_an_address_on_the_open_internet_is_public(address):
    assert is_public_address(address) is True


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/anh.jpg",
        "http://127.1/anh.jpg",
        "http://2130706433/anh.jpg",
        "http://0x7f000001/anh.jpg",
        "http://0/anh.jpg",
        "http://localhost:8000/anh.jpg",
        "http://10.0.0.1/anh.jpg",
        "https://192.168.0.1/anh.jpg",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/anh.jpg",
        "http://[::ffff:127.0.0.1]/anh.jpg",
        "http://[fe80::1]/anh.jpg",
        "file:///etc/passwd",
        "ftp://example.org/anh.jpg",
        "gopher://example.org/",
        "data:image/png;base64,AAAA",
        "//example.org/anh.jpg",
        "anh.jpg",
        "",
        "http:///anh.jpg",
        "http://user:password@example.org/anh.jpg",
        "http://[::1/anh.jpg",
        "http://example.org:99999/anh.jpg",
        "http://a..b/anh.jpg",
    ],
)
def test_an_address_within_or_of_another_kind_is_refused_without_a_connection(no_connections, url):
    with pytest.raises(FetchFailed):
        fetch(url)


def test_a_name_with_one_private_address_among_public_ones_is_refused(no_connections, monkeypatch):
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 80)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answers)

    with pytest.raises(FetchFailed, match="mạng nội bộ"):
        fetch("http://example.org/anh.jpg")


def test_the_connection_goes_to_the_checked_address_and_not_to_the_name(site, monkeypatch):
    """A name that answers differently the second time reaches nothing new."""
    asked = []

    def resolve(host, port, *args, **kwargs):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    real = socket.create_connection
    monkeypatch.setattr(
        socket, "create_connection", lambda address, **kwargs: real(("127.0.0.1", address[1]), **kwargs)
    )
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    url = f"http://anh.example:{site.server_port}/picture"

    assert fetch(url, may_connect=loopback_too) == PICTURE
    assert asked[0] == "anh.example"
    assert asked.count("anh.example") == 1
    assert site.asked == [("/picture", f"anh.example:{site.server_port}")]


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd", "ftp://x/"],
)
def test_a_redirect_is_judged_like_the_first_address(site, monkeypatch, target):
    site.targets["to-private"] = target
    reached = []
    real = socket.create_connection

    def connect(address, **kwargs):
        reached.append(address[0])
        return real(address, **kwargs)

    monkeypatch.setattr(socket, "create_connection", connect)

    with pytest.raises(FetchFailed):
        fetch(f"{site.base}/to-private", may_connect=loopback_too)

    assert reached == ["127.0.0.1"]


def test_three_redirects_are_followed_and_four_are_not(site):
    site.targets |= {"to-4": "/to-3", "to-3": "/to-2", "to-2": f"{site.base}/to-1", "to-1": "picture"}

    assert fetch(f"{site.base}/to-3", may_connect=loopback_too) == PICTURE
    with pytest.raises(FetchFailed, match="3"):
        fetch(f"{site.base}/to-4", may_connect=loopback_too)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("page", "text/html"),
        ("claims-much", "25 MB"),
        ("sends-much", "25 MB"),
        ("nothing", "404"),
        ("breaks-off", "ngắt kết nối|IncompleteRead"),
    ],
)
def test_what_is_no_whole_picture_within_the_limits_fails_with_the_reason(site, page, reason):
    with pytest.raises(FetchFailed, match=reason):
        fetch(f"{site.base}/{page}", may_connect=loopback_too)


@pytest.mark.parametrize("page", ["drips", "drips-headers"])
def test_a_site_that_drips_is_given_up_when_the_time_is_over(site, page):
    begun = time.monotonic()

    with pytest.raises(FetchFailed, match=r"0\.4 giây"):
        fetch(f"{site.base}/{page}", may_connect=loopback_too, seconds=0.4)

    assert time.monotonic() - begun < 5


def test_a_closed_port_fails_with_a_reason():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    with pytest.raises(FetchFailed, match="Không kết nối được"):
        fetch(f"http://127.0.0.1:{port}/", may_connect=loopback_too)


def test_a_site_that_cannot_speak_tls_fails_with_a_reason(site):
    with pytest.raises(FetchFailed, match="Không kết nối được"):
        fetch(site.base.replace("http:", "https:") + "/picture", may_connect=loopback_too)


def test_the_limits_are_those_of_the_issue():
    assert (fetching.MAX_SECONDS, fetching.MAX_REDIRECTS, fetching.MAX_MEGABYTES) == (20, 3, 25)
