"""A sentence that may state honours, while it is read."""

from awards.extraction.frame import Frame
from awards.extraction.item import Item
from awards.extraction.items import Scanner
from awards.extraction.lexicon import Lexicon
from awards.extraction.tokens import Token


class Told:
    """One sentence with its items."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon):
        self.text, self.tokens, self.lexicon = text, tokens, lexicon
        self.scanner = Scanner(text, tokens, lexicon)
        self.items: list[Item] = []
        self.before: Frame | None = None  # the last verb with forms
        self.carried = False  # whether that one, though active, had its recipients from a passive before it
        self.proposed = -1  # the last verb that was only proposed
        self.silenced = -1  # the last verb under an aim, whose scope runs on
