"""Style sheets that consist of others: `@import "name.css";`, one a line.

Each kind of page has one that carries all its styles, so that a phone waits for one answer before it paints.
`@import "place:stylesheets";` stands for what other apps add to the page.
"""

import posixpath
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html_join

from newsroom import places

IMPORT = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
PLACE = "place:"
register = template.Library()


@register.simple_tag
def stylesheet(name: str) -> str:
    """Links to the sheet, or to what it consists of where it does not carry that itself."""
    return format_html_join(
        "\n    ", '<link rel="stylesheet" href="{}">', ([static(one)] for one in linked(name))
    )


def linked(name: str) -> list[str]:
    """The names of the sheets that stand for the sheet on a page.

    Its imports are for the collected files alone: Chromium, which looks ahead for them, takes them to lie beside
    the page.
    """
    is_whole = getattr(staticfiles_storage, "gathers_imports", False) and not settings.DEBUG
    return [name] if is_whole else _parts(name)


def consists_of_others(text: str) -> bool:
    """Whether a sheet of this text imports others."""
    return bool(IMPORT.search(text))


def gathered(name: str, text_of: Callable[[str], str]) -> str:
    """The sheet with those that it imports, and what they import, in their places.

    `text_of` gives the source by the name of a static file.
    """
    return IMPORT.sub(
        lambda found: "\n".join(gathered(one, text_of).strip() for one in _imported(name, found)),
        text_of(name),
    )


def _imported(name: str, found: re.Match) -> list[str]:
    """The names of the sheets that an import in the sheet `name` means."""
    if found[1].startswith(PLACE):
        return [path for paths in places.ask(found[1].removeprefix(PLACE)) for path in paths]
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1]))]


@cache
def _parts(name: str) -> list[str]:
    text = Path(finders.find(name)).read_text()
    inner = [one for found in IMPORT.finditer(text) for one in _imported(name, found)]
    return [part for one in inner for part in _parts(one)] or [name]
