"""The contents of a long story, from its headings."""

from dataclasses import dataclass, field

from newsroom.body_html import words_of

FEWEST_HEADINGS = 3
FEWEST_WORDS = 600


@dataclass
class Heading:
    """One heading: the id of its block, its words, and the smaller headings below it."""

    block: str
    text: str
    parts: list["Heading"] = field(default_factory=list)


def contents(root, words: int) -> list[Heading]:
    """The headings of a body of so many `words` in two levels; empty for a story that needs no contents."""
    elements = [one for one in root.iterchildren("h2", "h3") if one.get("id")]
    if words < FEWEST_WORDS or len(elements) < FEWEST_HEADINGS:
        return []
    headings: list[Heading] = []
    above = None
    for element in elements:
        heading = Heading(element.get("id"), words_of(element))
        if element.tag == "h3" and above:
            above.parts.append(heading)
        else:
            headings.append(heading)
        if element.tag == "h2":
            above = heading
    return headings
