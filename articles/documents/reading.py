"""From the bytes of a file to clean text."""

import codecs
import re

from django.utils.translation import gettext as _

from articles.documents.notes import Notes
from articles.documents.parsed import DocumentError
from newsroom.vietnamese import nfc

MAX_MEGABYTES = 8
MAX_LINES = 100_000  # that are not blank: memory goes by lines, not by bytes

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Soft hyphens, zero-width spaces, directional overrides and stray byte order marks.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def read_text(data: bytes, notes: Notes) -> str:
    """The text of `data`: NFC, lines ending in \\n, without control or invisible characters.

    UTF-8 with or without byte order mark; UTF-16 and UTF-32 with one. Raises DocumentError when
    the file is empty, too large or not text.
    """
    if len(data) > MAX_MEGABYTES * 1024 * 1024:
        raise DocumentError(
            _("is larger than %(limit)d MB, the limit for a document") % {"limit": MAX_MEGABYTES}
        )
    text = _decoded(data)
    if text.count("\0") * 10 > len(text):
        raise DocumentError(_("is not text: it is full of NUL characters"))
    text = clean_characters(text)
    if not text.strip():
        raise DocumentError(_("is empty"))
    if sum(1 for line in text.split("\n") if line.strip()) > MAX_LINES:
        raise DocumentError(
            _("has more than %(limit)d lines, the limit for a document") % {"limit": MAX_LINES}
        )
    if "\N{REPLACEMENT CHARACTER}" in text:
        notes.add(_("The text holds damaged characters (�)."))
    return text


def clean_characters(text: str) -> str:
    """`text` in NFC, lines ending in \\n, without control or invisible characters."""
    return nfc(_INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def _decoded(data: bytes) -> str:
    mark, encoding = next(
        ((mark, name) for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            _("is not %(encoding)s text: byte %(position)d (0x%(byte)02x) does not fit")
            % {
                "encoding": encoding.upper(),
                "position": len(mark) + error.start + 1,
                "byte": error.object[error.start],
            }
        ) from error
