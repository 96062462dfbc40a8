"""The body of a story: which HTML it may hold, and the ids of its blocks.

`clean_body` is the allow-list; `assign_ids` keeps ids on blocks from save to save;
`read_blocks` gives the text of each block, for evidence, search and comparison; `count_words` counts.
"""

from newsroom.body_html.blocks import (
    PULL_QUOTE,
    Block,
    count_words,
    is_leaf,
    read_blocks,
    speaker_of,
    text_of,
    words_of,
)
from newsroom.body_html.cleaning import clean_body
from newsroom.body_html.ids import assign_ids

__all__ = [
    "PULL_QUOTE",
    "Block",
    "assign_ids",
    "clean_body",
    "count_words",
    "is_leaf",
    "read_blocks",
    "speaker_of",
    "text_of",
    "words_of",
]
