"""People called by their given name once the text has told the full one: "chị Tạm" for "Ngô Thị Tạm"."""

from dataclasses import replace

from awards.extraction.language.nouns import INDIVIDUAL
from awards.extraction.sentence.item import Item


def call_by_full_names(items: list[Item], people: list[str]) -> None:
    """Give each item that names somebody by one word the only full name told before that ends in it; tell the new ones."""
    for item in items:
        name = item.name
        if name is None or name.kind != INDIVIDUAL:
            continue
        if " " in name.name:
            people += [name.name] if name.name not in people else []
            continue
        meant = [full for full in people if full.rpartition(" ")[2] == name.name]
        if len(meant) == 1:
            item.name = replace(name, name=meant[0])
