"""What an editor has set aside of a story's suggestions, known again as long as the same words say the same."""

import hashlib

from articles.models import Article
from awards.models import DismissedSuggestion


def fingerprint(*said) -> str:
    """One for all that is said in the same words; 64 hexadecimal digits."""
    return hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()


def set_aside_of(article: Article) -> dict[str, DismissedSuggestion]:
    """By fingerprint, with who did it; one query."""
    rows = DismissedSuggestion.objects.filter(article=article).select_related("user")
    return {one.fingerprint: one for one in rows}
