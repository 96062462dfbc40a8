"""Statements of honours, read out of Vietnamese news prose.

`extract(text)` cuts the text into sentences (`language`), finds who is named (`naming`), forms of award
(`award_forms`, by the database's lexicon) and the verbs between them (`sentence`), lays each verb's frame
(`framing`) and says what it states (`statements`). Nothing is learned or downloaded: the same text gives
the same statements, and each names its rule and its words.
"""

from awards.extraction.award_forms.lexicon import Lexicon, from_database
from awards.extraction.statements.reading import statements
from awards.extraction.statements.statement import Statement
from newsroom.vietnamese import nfc

__all__ = ["Lexicon", "Statement", "extract"]


def extract(text: str, lexicon: Lexicon | None = None) -> list[Statement]:
    """The statements of honours that a text makes, in reading order; offsets are into `nfc(text)`."""
    return statements(nfc(text), lexicon or from_database())
