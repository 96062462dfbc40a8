"""How long a story takes to read."""

# Words as newspapers count them, syllables; readers of Vietnamese take in some 250 a minute.
WORDS_A_MINUTE = 250


def minutes(words: int) -> int:
    """Whole minutes, at least one; 0 for a story without words."""
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0
