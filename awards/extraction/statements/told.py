"""A sentence that may state honours, while it is read."""

from awards.extraction.award_forms.lexicon import Lexicon
from awards.extraction.framing.frame import Frame
from awards.extraction.language.headlines import with_few_capitals
from awards.extraction.language.openings import without_opening
from awards.extraction.language.tokens import Token
from awards.extraction.sentence.item import Item
from awards.extraction.sentence.items import Scanner
from awards.extraction.statements.full_names import call_by_full_names
from awards.extraction.statements.known import Known


class Told:
    """One sentence with its items."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        lexicon: Lexicon,
        known: dict[str, Known] | None = None,
        people: list[str] | None = None,
        topics: dict[str, Known] | None = None,
    ):
        self.text, self.lexicon = text, lexicon
        self.people = [] if people is None else people  # full names that the text has told so far
        self._read(with_few_capitals(tokens))
        self.known = known or {}  # by kind: of whom the sentence before told
        self.topics = {} if topics is None else topics  # by kind: of whom the text tells from its opening on
        self.speaker: Known | None = None
        self.before: Frame | None = None  # the last verb with forms
        self.carried = False  # whether that one, though active, had its recipients from a passive before it
        self.spoken_of: str | None = None  # the kind of an unnamed subject, which verbs joined to it share
        self.proposed = -1  # the last verb that was only proposed
        self.silenced = -1  # the last verb under an aim, whose scope runs on

    def _read(self, tokens: list[Token]) -> None:
        """Find what these tokens are made of."""
        self.tokens = without_opening(tokens)
        self.scanner = Scanner(self.text, self.tokens, self.lexicon)
        self.items: list[Item] = self.scanner.items()
        call_by_full_names(self.items, self.people)
