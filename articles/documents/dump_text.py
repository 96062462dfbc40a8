"""Mending the Markdown that a syndicating site's converter writes, before it is read as Markdown."""

import re

from articles.documents.continuation import is_ended

_INNER_SPACES = re.compile(r"(?<=\S)[^\S\n]+(?=\S)")
_UNDERLINE = re.compile(r"=+")
_BOLD_LINE = re.compile(r"(\*\*|__)\s*(?P<text>[^*_\s](?:[^*_]*[^*_\s])?)\s*\1")
_STANDFIRST_MARKER = re.compile(r"more\s*\\?\(", re.IGNORECASE)
_TITLE_WITH_QUOTES = re.compile(r"(\]\(\S{1,2000}\s+\")([^\n]{0,1000}?)(\"\))(?=[\s\[\]]|$)")
_ADDRESS_WITH_SPACES = re.compile(r"\]\(https?://[^\s\"()<>]+(?: [^\s\"()<>]+)+(?=\s+\"|\))")


def mended(text: str) -> str:
    """The dump with its lines as Markdown needs them; no word of it is changed.

    Tabs and double spaces fold, a line break in mid-sentence is no line break, bold lines and the
    standfirst marker stand apart, the underline stands at its title, and quotation marks in a
    picture's title or spaces in its address do not break the picture.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        line = _mended_line(line)
        stripped = line.strip()
        if _UNDERLINE.fullmatch(stripped):
            while len(lines) > 1 and not lines[-1]:
                lines.pop()
        elif _STANDFIRST_MARKER.match(stripped):
            lines.append("")
        elif bold := _BOLD_LINE.fullmatch(stripped):
            lines += _bold_line_apart(bold["text"], lines)
            continue
        lines.append(line)
    return "\n".join(lines)


def _mended_line(line: str) -> str:
    content = line.strip()
    if not content:
        return ""
    indent = " " * (len(line) - len(line.lstrip()))
    content = _INNER_SPACES.sub(" ", content)
    if "](" in content:
        content = _ADDRESS_WITH_SPACES.sub(lambda found: found[0].replace(" ", "%20"), content)
        content = _TITLE_WITH_QUOTES.sub(_with_quotes_escaped, content)
    has_line_break = line.endswith("  ") and is_ended(content)
    return indent + content + ("  " if has_line_break else "")


def _with_quotes_escaped(found: re.Match[str]) -> str:
    return found[1] + re.sub(r'(?<!\\)"', r"\"", found[2]) + found[3]


def _bold_line_apart(text: str, before: list[str]) -> list[str]:
    bold = f"**{text}**"
    if before and before[-1] and not is_ended(before[-1].rstrip("*_ ")):
        return [bold]  # in mid-sentence: bold words that fill a line, not a heading
    return ["", bold, ""]
