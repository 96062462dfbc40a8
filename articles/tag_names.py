"""Tag names in one text, parted by commas only: a Vietnamese word has spaces in it."""

from newsroom.vietnamese import collapse_spaces, exact_key


def split_tag_names(text: str) -> list[str]:
    """Names in the order typed, NFC; a name that differs from an earlier one only in case is left out."""
    names: dict[str, str] = {}
    for part in (text or "").replace(";", ",").replace("\n", ",").split(","):
        name = collapse_spaces(part).strip("“”\"' ")
        if name:
            names.setdefault(exact_key(name), name)
    return list(names.values())


def join_tag_names(tags) -> str:
    """The text that `split_tag_names` reads."""
    return ", ".join(tag.name for tag in tags)
