"""Objects of schema.org as JSON, and as the one data block in the head of a page."""

import json
from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

# In a script element nothing may end it, and no character may end a line of old JavaScript.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def as_json(node: dict) -> str:
    """The object without its empty values, safe inside a script element."""
    return json.dumps(_filled(node), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def graph_html(nodes: Iterable[str]) -> SafeString:
    """The data block that holds these objects; nothing runs, so that no policy stands against it."""
    graph = ",".join(node for node in nodes if node)
    return mark_safe(  # noqa: S308  `as_json` has escaped whatever could end the element
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{graph}]}}</script>'
    )


def _filled(value):
    if isinstance(value, dict):
        return {key: _filled(one) for key, one in value.items() if one not in (None, "", [], {})}
    return [_filled(one) for one in value] if isinstance(value, list) else value
