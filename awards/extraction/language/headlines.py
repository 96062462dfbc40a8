"""A headline in capitals, read as if it had been written like a sentence."""

from awards.extraction.language import kinds, nouns, words
from awards.extraction.language.tokens import Token
from newsroom.vietnamese import fold

_SHORTEST = 5  # words
_VOWELS = set("aeiouy")
_TOLD_BY = (
    words.GIVE,
    words.RECEIVE,
    words.REVOKE,
    words.PROPOSE,
    words.AIMS,
    words.HOPES,
    words.NOT,
    words.MANY,
)


def with_few_capitals(tokens: list[Token]) -> list[Token]:
    """The tokens; in a headline in capitals verbs, small words and what is counted have none, other words one."""
    said = [token.text for token in tokens if token.is_word]
    if len(said) < _SHORTEST or not all(word.isupper() for word in said):
        return tokens
    lows = [token.low for token in tokens]
    lower: set[int] = set()
    for at, token in enumerate(tokens):
        counted = at > 0 and (tokens[at - 1].is_number or lows[at - 1] in nouns.STOPS)
        tables = (*_TOLD_BY, kinds.KIND_NOUNS) if counted else _TOLD_BY
        end = max(table.match(lows, at)[0] for table in tables)
        lower.update(range(at, max(end, at + (token.low in nouns.STOPS))))
    return [token._replace(text=_spelt(token, at in lower)) for at, token in enumerate(tokens)]


def _spelt(token: Token, lower: bool) -> str:
    """An abbreviation, which has no vowel, stays as it is."""
    if not any(letter in _VOWELS for letter in fold(token.text)):
        return token.text
    return token.low if lower else token.text.capitalize()
