"""Pages whose own parts are stored: what stands around them is rendered once in each edition."""

import re

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from newsroom.page_cache import generation

_PLACE = re.compile("<!--part ([a-z]+)-->")


def render_in_frame(request, template: str, frame: dict, parts: dict[str, str]) -> HttpResponse:
    """The page that `render` would make of both, with `parts` as safe HTML.

    The template prints each part, once or more, and looks at none. The frame is kept under the values of `frame`,
    which may not depend on who asks.
    """
    pieces = generation.known(
        request, (template, *frame.items()), lambda: _pieces(request, template, frame, parts)
    )
    return HttpResponse("".join(parts[piece] if number % 2 else piece for number, piece in enumerate(pieces)))


def _pieces(request, template: str, frame: dict, parts: dict[str, str]) -> list[str]:
    """Text and names of parts in turns, a text at both ends."""
    places = {name: mark_safe(f"<!--part {name}-->") for name in parts}  # noqa: S308  names of our own
    return _PLACE.split(render_to_string(template, frame | places, request))
