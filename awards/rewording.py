"""How a story says now what it no longer says to the letter: the words nearest to a lost quote."""

from difflib import SequenceMatcher
from typing import NamedTuple

from newsroom.vietnamese import collapse_spaces, fold

_MIN_ALIKE = 0.6  # of the syllables; below that it is another sentence
_MARKS = ".,;:!?…"  # that part the words of a quote from those behind it
_LONGEST = 400  # syllables of a block that are looked through


class Reworded(NamedTuple):
    block: str
    quote: str


def nearest_words(texts: dict[str, str], quote: str) -> Reworded | None:
    """The passage most like the quote, from its first to its last common syllable; None when none is like it."""
    best, best_ratio = None, _MIN_ALIKE
    wanted = [_bare(word) for word in collapse_spaces(quote).split()]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for block, text in texts.items():
        words = text.split()[:_LONGEST]
        matcher.set_seq1([_bare(word) for word in words])
        runs = [run for run in matcher.get_matching_blocks() if run.size]
        if not runs:
            continue
        start, end = runs[0].a, runs[-1].a + runs[-1].size
        # What was changed at either end belongs to the passage as well, as long as it was.
        start = max(0, start - runs[0].b)
        end = min(len(words), end + len(wanted) - runs[-1].b - runs[-1].size)
        ratio = 2 * sum(run.size for run in runs) / (len(wanted) + end - start)
        if ratio > best_ratio:
            best, best_ratio = Reworded(block, " ".join(words[start:end])), ratio
    if best and not quote.rstrip().endswith(tuple(_MARKS)):
        best = Reworded(best.block, best.quote.rstrip(_MARKS))
    return best


def _bare(word: str) -> str:
    return fold(word).strip(_MARKS)
