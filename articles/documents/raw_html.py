"""Raw HTML in a document becomes plain text."""

import re

_ELEMENTS = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big
    blink blockquote body br button canvas caption center cite code col colgroup data datalist dd
    del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd
    keygen label layer legend li link main map mark marquee math menu menuitem meta meter nav nobr
    noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
    progress q rp rt ruby s samp script section select slot small source span strike strong style
    sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul
    var video wbr xml xmp""".split()
)
_APART = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section table tbody td
    tfoot th thead tr ul""".split()
)
# Their content is not text for readers.
_SILENT = frozenset("script style template noscript iframe object svg math textarea title".split())

# A tag ends at the first ">" outside quotation marks, and never goes past a "<": so the search is
# linear however many tags are left open. Names with a colon are Word's ("o:p").
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+(?::[a-zA-Z0-9]++)?+)"""
    r"""(?:[\s/](?:"[^"<]*"|'[^'<]*'|[^<>"']|["'])*+)?+>""",
)
_DECLARATION = re.compile(r"<[!?][a-zA-Z\[][^<>]*>")
_PARAGRAPH_BREAK = "\x1d"  # a control character: reading.py lets none through


def without_html(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` without tags, comments and scripts, and the names of what was taken out.

    The words between tags stay; block tags part paragraphs, except in a row of a table. Angle
    brackets that make no known tag ("a < b", "<tên đơn vị>", "<https://…>") stay as they are.
    """
    removed: dict[str, None] = {}
    if "<" not in text:
        return text, ()
    text = _without_comments(text, removed)
    text = _DECLARATION.sub("", text)
    text = _without_tags(text, removed)
    if _PARAGRAPH_BREAK in text:
        text = "\n".join(
            line.replace(_PARAGRAPH_BREAK, " " if line.lstrip().startswith("|") else "\n\n")
            for line in text.split("\n")
        )
    return text, tuple(removed)


def _without_comments(text: str, removed: dict[str, None]) -> str:
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        removed.setdefault("<!-- -->")
        kept.append(text[position:start])
        position = end + 3
    return "".join([*kept, text[position:].replace("<!--", "")])


def _without_tags(text: str, removed: dict[str, None]) -> str:
    closed = _closed_at_once(text)
    kept, position, silent = [], 0, ""
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name not in _ELEMENTS and (":" not in name or name.startswith(("mailto:", "tel:"))):
            continue
        if silent:
            if tag["close"] and name == silent:
                position, silent = tag.end(), ""
            continue
        removed.setdefault(f"<{name}>")
        kept.append(text[position : tag.start()])
        kept.append(_PARAGRAPH_BREAK if name in _APART else " " if name == "br" else "")
        position = tag.end()
        if tag.start() in closed:
            silent = name
    return "".join([*kept, text[position:]])


def _closed_at_once(text: str) -> set[int]:
    """Where the silent elements begin that are closed before another of their name begins.

    One that is left open must not swallow the rest of the story.
    """
    closed: set[int] = set()
    last_open: dict[str, int] = {}
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name in _SILENT:
            if not tag["close"]:
                last_open[name] = tag.start()
            elif name in last_open:
                closed.add(last_open.pop(name))
    return closed
