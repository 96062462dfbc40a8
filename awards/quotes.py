"""Finding the block of a story in which quoted words stand, for whoever pastes them."""

from articles.models import Article
from awards.block_texts import block_texts, blocks_that_say
from newsroom.vietnamese import collapse_spaces, fold_per_character


class NoSuchWords(ValueError):
    """The story says the words nowhere; `nearest` is how it writes them, if only marks or case differ."""

    def __init__(self, nearest: str):
        super().__init__("The story does not hold these words.")
        self.nearest = nearest


class SeveralPlaces(ValueError):
    """The words stand in several blocks: `blocks` is their text by block id."""

    def __init__(self, blocks: dict[str, str]):
        super().__init__("The story holds these words more than once.")
        self.blocks = blocks


def block_of_quote(article: Article, quote: str, wanted: str = "") -> str:
    """The id of the block in which the story, as its row holds it, says the exact words.

    `wanted` decides when there are several. Raises NoSuchWords or SeveralPlaces.
    """
    texts = block_texts(article)
    places = blocks_that_say(texts, quote)
    if not places:
        raise NoSuchWords(_as_written(texts, quote))
    if wanted in places:
        return wanted
    if len(places) > 1:
        raise SeveralPlaces({place: texts[place] for place in places})
    return places[0]


def _as_written(texts: dict[str, str], quote: str) -> str:
    wanted = fold_per_character(collapse_spaces(quote))
    for text in texts.values():
        start = fold_per_character(text).find(wanted)
        if wanted and start >= 0:
            return text[start : start + len(wanted)]
    return ""
