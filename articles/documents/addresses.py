"""Which addresses of a document may be published."""

import hashlib
import re
from posixpath import basename
from urllib.parse import unquote, urlsplit

_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\\<>\"`]")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_MAIL_OR_PHONE = re.compile(r"(mailto|tel):[^/]", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(jpe?g|png|gif|webp|avif|bmp|tiff?|svg)$", re.IGNORECASE)
_DOCUMENT_FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|zip|rar)$", re.IGNORECASE)


def web_address(url: str) -> str:
    """`url` as written when it is an http(s) address with a host, else an empty text."""
    url = url.strip().replace(" ", "%20")
    if _NOT_IN_AN_ADDRESS.search(url) or not _WEB.match(url):
        return ""
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:  # a malformed IPv6 host
        return ""


def link_address(url: str) -> str:
    """`url` when a link may lead there (http(s), mailto, tel), else an empty text."""
    if _MAIL_OR_PHONE.match(url.strip()) and not _NOT_IN_AN_ADDRESS.search(url.strip()):
        return url.strip()
    return web_address(url)


def is_picture_file(url: str) -> bool:
    return bool(_PICTURE_FILE.search(_path(url)))


def is_document_file(url: str) -> bool:
    return bool(_DOCUMENT_FILE.search(_path(url)))


def file_name(url: str) -> str:
    """The last part of the path: "…/3943_IMG_6119.jpg?rt=1" → "3943_IMG_6119.jpg"."""
    return basename(unquote(_path(url)))


def photo_ref(url: str) -> str:
    """A ref for the picture at `url`, the same each time.

    Nothing of the file's name is in it: bodies carry refs, and names like "2237-4-4048-08" are
    debris of the site.
    """
    return f"anh-{hashlib.sha256(url.encode()).hexdigest()[:12]}"


def _path(url: str) -> str:
    return url.partition("?")[0].partition("#")[0]
