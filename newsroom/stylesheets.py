"""Style sheets that consist of others: `@import "name.css";`, one a line."""

import posixpath
import re
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html_join

IMPORT = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
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
    return [name] if is_whole else _imports(name)


def imported(name: str, found: re.Match) -> str:
    """The name of the sheet that an import in the sheet `name` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1]))


@cache
def _imports(name: str) -> list[str]:
    text = Path(finders.find(name)).read_text()
    return [imported(name, found) for found in IMPORT.finditer(text)] or [name]
