"""Values of the front matter, each checked against what its key may hold."""

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.documents.addresses import web_address
from articles.documents.notes import Notes, shortened
from articles.documents.parsed import DocumentError
from articles.documents.raw_html import without_html
from articles.documents.reading import clean_characters
from newsroom.partial_dates import PartialDate, PartialDateError
from newsroom.slugs import SLUG
from newsroom.vietnamese import collapse_spaces

MAX_NUMBER = 32767


class TomlTable:
    """One table of the front matter; `name` stands before its keys in messages ("photos.2.")."""

    def __init__(self, values: dict[str, Any], name: str, notes: Notes) -> None:
        self._values = dict(values)
        self._name = name
        self._notes = notes

    def text(self, key: str, default: str = "") -> str:
        """Plain text on one line; markup in it is dropped."""
        return self._plain(key, self._take(key, str, _("text"), default))

    def required_text(self, key: str) -> str:
        text = self.text(key)
        if not text:
            raise DocumentError(_("needs a value for “%(key)s”") % {"key": self._path(key)})
        return text

    def ref(self, key: str, max_length: int) -> str:
        ref = self.required_text(key)
        if not re.fullmatch(SLUG, ref) or len(ref) > max_length:
            raise DocumentError(
                _("“%(key)s” holds small letters, digits and hyphens, at most %(limit)d: “%(value)s”")
                % {"key": self._path(key), "limit": max_length, "value": shortened(ref)}
            )
        return ref

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each once, commas parting further ones."""
        values = self._take(key, list, _("a list of texts"), [])
        if not all(isinstance(value, str) for value in values):
            raise self._wrong_type(key, _("a list of texts"))
        parts = (self._plain(key, part) for value in values for part in value.split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool, _("true or false"), False))

    def number(self, key: str) -> int | None:
        """A whole number from 1 on that fits a small column."""
        value = self._take(key, int, _("a whole number"), None)
        if value is not None and (isinstance(value, bool) or not 1 <= value <= MAX_NUMBER):
            raise self._wrong_type(key, _("a whole number"))
        return value

    def choice(self, key: str, choices: Collection[str], default: str) -> str:
        value = self.text(key) or default
        if value != default and value not in choices:
            raise DocumentError(
                _("“%(key)s” is one of %(choices)s, not “%(value)s”")
                % {
                    "key": self._path(key),
                    "choices": ", ".join(choices),
                    "value": shortened(value),
                }
            )
        return value

    def address(self, key: str) -> str:
        """A web address as written; any other is dropped with a warning."""
        address = clean_characters(self._take(key, str, _("text"), "")).strip()
        if address and not web_address(address):
            self._notes.add(
                _("“%(key)s” is not an http(s) address and was dropped: %(address)s")
                % {"key": self._path(key), "address": shortened(address)}
            )
        return web_address(address)

    def partial_date(self, key: str) -> str:
        """An ISO date as precise as stated, from a text or a TOML date."""
        value = self._take(key, (str, date), _("a date"), "")
        if isinstance(value, datetime):
            raise self._wrong_type(key, _("a date"))
        if isinstance(value, date):
            return value.isoformat()
        try:
            return PartialDate.parse(value.strip()).iso() if value.strip() else ""
        except PartialDateError as error:
            raise DocumentError(
                _("“%(key)s” is no date: “%(value)s”") % {"key": self._path(key), "value": shortened(value)}
            ) from error

    def moment(self, key: str) -> datetime | None:
        value = self._take(key, datetime, _("a date and time"), None)
        if value is not None and value.utcoffset() is None:
            raise DocumentError(_("“%(key)s” needs its time zone") % {"key": self._path(key)})
        return value

    def tables(self, key: str) -> list["TomlTable"]:
        """The tables written as [[key]]."""
        values = self._take(key, list, _("a list of tables"), [])
        if not all(isinstance(value, dict) for value in values):
            raise self._wrong_type(key, _("a list of tables"))
        return [
            TomlTable(value, f"{self._path(key)}.{number}.", self._notes)
            for number, value in enumerate(values, start=1)
        ]

    def warn_of_unknown_keys(self) -> None:
        """Warn of each key that nobody has asked for."""
        for key in self._values:
            self._notes.add(
                _("The key “%(key)s” is unknown and was left out.") % {"key": shortened(self._path(key))}
            )

    def _path(self, key: str) -> str:
        return self._name + key

    def _take(self, key: str, types: type | tuple[type, ...], described: str, default: Any) -> Any:
        value = self._values.pop(key, default)
        if value is not default and not isinstance(value, types):
            raise self._wrong_type(key, described)
        return value

    def _wrong_type(self, key: str, described: str) -> DocumentError:
        return DocumentError(_("“%(key)s” must be %(type)s") % {"key": self._path(key), "type": described})

    def _plain(self, key: str, value: str) -> str:
        text, removed = without_html(clean_characters(value))
        if removed:
            self._notes.add(
                _("Raw HTML in “%(key)s” was turned into plain text: %(tags)s.")
                % {"key": self._path(key), "tags": shortened(" ".join(removed))}
            )
        return collapse_spaces(text)
