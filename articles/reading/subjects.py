"""What a story is about: its tags, the words of its title, and what the registry knows of it."""

from itertools import pairwise
from typing import NamedTuple

from articles.models import Article, Subject
from newsroom import places
from newsroom.vietnamese import fold, nfc

TAG, TITLE = 3.0, 1.0
TITLE_TERMS = 16
# Syllables that say nothing about what a story is about. With their accents: “vì” is idle, “vị” is not.
_IDLE = frozenset(
    "bị bởi các cái cần chỉ cho chưa có còn của cũng cùng cứ dù đã đang để đến đều do được gì giữa hay hơn"
    " khi không là lại lên lúc mà mỗi một mới này năm nào ngay ngày nhân nhất nhiều như nhưng những nơi nữa ở"
    " qua ra rằng rất sau sẽ so sự tại theo thế thì trên trong tới từ và vào vẫn về vì với vừa".split()
)


class About(NamedTuple):
    """One subject and how much it says that two stories share it.

    With an `address` readers go on along it: “Trong {kind} {name}”; the kind is empty where the name says it.
    """

    key: str
    weight: float
    kind: str = ""
    name: str = ""
    address: str = ""


def subjects_of(article: Article) -> list[About]:
    """Subjects of the story as its row and the registry have them, each once."""
    found = [About(f"tag:{use.tag_id}", TAG) for use in article.tag_uses.all()]
    found += [one for several in places.ask("story_subjects", article) for one in several]
    found += [About(f"title:{term}", TITLE) for term in title_terms(article.title)]
    return list({one.key: one for one in reversed(found)}.values())[::-1]


def title_terms(title: str) -> list[str]:
    """Pairs of neighbouring syllables of a title, folded: a syllable alone is rarely a word."""
    words = "".join(char if char.isalnum() else " " for char in nfc(title).casefold()).split()
    pairs = [
        fold(f"{one} {other}")
        for one, other in pairwise(words)
        if not {one, other} & _IDLE and not (one.isdigit() and other.isdigit())
    ]
    return [pair[:90] for pair in dict.fromkeys(pairs)][:TITLE_TERMS]


def file_subjects(about: dict[Article, list[About]]) -> list[Article]:
    """Keep the keys of stories' subjects with their dates; returns those stories where something changed."""
    changed, old, new = [], [], []
    for article, subjects in about.items():
        kept = {row.key: row for row in article.subjects.all()}
        keys = {one.key for one in subjects}
        if kept.keys() == keys and all(row.published_at == article.published_at for row in kept.values()):
            continue
        changed.append(article)
        old += kept.values()
        new += (Subject(article=article, key=key, published_at=article.published_at) for key in sorted(keys))
    if old:
        Subject.objects.filter(article__in={row.article_id for row in old}).delete()
    if new:
        Subject.objects.bulk_create(new)
    return changed
