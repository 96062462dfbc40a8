"""Many requests to a server: how many it answers, and how long each takes."""

import selectors
import socket
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

CONNECTIONS = 4


@dataclass
class Load:
    """What came of it: seconds each answer took, and how long all of them took together."""

    spent: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.spent) / self.seconds

    def percentile_ms(self, percent: int) -> float:
        return statistics.quantiles(self.spent, n=100)[percent - 1] * 1000


def request(path: str, **headers: str) -> bytes:
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One answer: status, headers by lower-case name, body as sent."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request(path, Connection="close", **headers))
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    return (
        int(first.split()[1]),
        {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)},
        body,
    )


def load(port: int, requests: Iterable[bytes], *, status: int, connections: int = CONNECTIONS) -> Load:
    """Send the requests over so many connections, each as soon as the one before is answered."""
    waiting, done = iter(requests), Load()
    selector = selectors.DefaultSelector()
    expected = f"HTTP/1.1 {status} ".encode()
    begun = time.perf_counter()
    for _ in range(connections):
        one = socket.create_connection(("127.0.0.1", port))
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _send(one, waiting, selector)
    while selector.get_map():
        for key, _ in selector.select():
            sent_at, received = key.data
            received += key.fileobj.recv(262144)
            if not _is_whole(received):
                continue
            done.spent.append(time.perf_counter() - sent_at)
            assert received.startswith(expected), bytes(received[:200])
            selector.unregister(key.fileobj)
            _send(key.fileobj, waiting, selector)
    done.seconds = time.perf_counter() - begun
    return done


def _send(connection: socket.socket, waiting, selector) -> None:
    following = next(waiting, None)
    if following is None:
        connection.close()
        return
    connection.sendall(following)
    selector.register(connection, selectors.EVENT_READ, (time.perf_counter(), bytearray()))


def _is_whole(received: bytearray) -> bool:
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return False
    if received.startswith(b"HTTP/1.1 304"):
        return True
    head = bytes(received[:end]).lower()
    place = head.find(b"content-length: ")
    assert place >= 0, bytes(received[:end])
    return len(received) >= end + 4 + int(head[place + 16 :].split(b"\r\n", 1)[0])
