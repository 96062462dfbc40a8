"""Primary keys in text that came from outside."""


def is_key(text: str) -> bool:
    """Whether a database can look the text up as a primary key: a whole number that its column holds."""
    return text.isascii() and text.isdigit() and len(text) < 19
