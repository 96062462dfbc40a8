"""What a story leans on: the links of its body that lead elsewhere, numbered and listed at its foot."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from newsroom.body_html import PULL_QUOTE, words_of

NUMBER = "data-source"


@dataclass(frozen=True)
class Source:
    """One address of another site, in the words that link to it first, and the block in which they stand."""

    number: int
    address: str
    text: str
    host: str
    block: str


def number_sources(root) -> list[Source]:
    """Give each link of the text to another site its number; links to one address share it."""
    sources: dict[str, Source] = {}
    for link in root.iter("a"):
        address = link.get("href", "")
        host = _other_host(address)
        if not host or next(link.iterancestors(PULL_QUOTE), None) is not None:
            continue
        text = words_of(link)
        source = sources.setdefault(
            address, Source(len(sources) + 1, address, "" if host in text else text, host, _block_of(link))
        )
        link.set(NUMBER, str(source.number))
    return list(sources.values())


def _other_host(address: str) -> str:
    """The host of another site without its "www."; empty for pages of this one, mail and telephone."""
    if not address.lower().startswith(("http://", "https://")):
        return ""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:  # an editor may type https://[ and the allow-list keeps it
        return ""
    return "" if host == urlsplit(settings.SITE_URL).hostname else host.removeprefix("www.")


def _block_of(link) -> str:
    return next((one.get("id") for one in link.iterancestors() if one.get("id")), "")
