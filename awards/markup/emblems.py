"""The drawn emblem of a family of awards. It says nothing that the text beside it does not."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from awards.models import AwardForm

SHEET = "awards/emblems.svg"
_SYMBOL = re.compile(r'<symbol id="emblem-([a-z-]+)"[^>]*>\s*(.*?)\s*</symbol>', re.DOTALL)
_SVG = '<svg class="emblem" viewBox="0 0 48 48" fill="currentColor" aria-hidden="true">{}</svg>'


def emblem_html(form: AwardForm, *, drawn: bool = False) -> SafeString:
    """From the sheet of all emblems, one file for a page with dozens; or `drawn` right here, for a page with few,
    where the file would come between a reader and the first pictures.
    """
    family = form.family.replace("_", "-")
    shape = _shapes()[family] if drawn else format_html('<use href="{}#emblem-{}"/>', static(SHEET), family)
    return format_html(_SVG, shape)


@cache
def _shapes() -> dict[str, SafeString]:
    sheet = Path(finders.find(SHEET)).read_text(encoding="utf-8")
    return {family: mark_safe(shape) for family, shape in _SYMBOL.findall(sheet)}  # noqa: S308  our own file
