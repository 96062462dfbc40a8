"""What each synthetic story says, who signs it and where it stands: the same for the same seed and number."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from articles.corpus.words import OBJECTS, SUBJECTS, VERBS, WAYS, paragraph, sentences
from articles.models import Article
from newsroom.body_field import settled
from newsroom.slugs import vietnamese_slug

SECTIONS, AUTHORS, TAGS = 8, 200, 400
PARAGRAPHS, WORDS, SUBHEADS = 12, 70, (4, 8)
NEWEST = datetime(2026, 1, 31, 22, tzinfo=UTC)
APART = timedelta(minutes=47)
GENRES = (Article.Genre.NEWS,) * 6 + (Article.Genre.ARTICLE,) * 3 + (Article.Genre.INTERVIEW,)


@dataclass(frozen=True)
class Story:
    """Numbers of its section, authors and tags, from 0; `picture` from 0 to 1 chooses one, None is none."""

    title: str
    slug: str
    standfirst: str
    body: str
    genre: str
    section: int
    authors: list[int]
    tags: list[int]
    picture: float | None
    published_at: datetime


def story(seed: int, number: int) -> Story:
    """Story `number` of a seed, from 1, which is the newest."""
    chance = random.Random(f"story {seed} {number}")  # noqa: S311 - the same for the same seed
    title = " ".join(chance.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, WAYS))
    title = title[0].upper() + title[1:]
    pool = sentences(seed)
    return Story(
        title=title,
        slug=f"{vietnamese_slug(title)}-mau-{seed}-{number}",
        standfirst=paragraph(chance, pool, 30),
        body=settled(_body(chance, pool)),
        genre=chance.choice(GENRES),
        section=int(SECTIONS * chance.random() ** 1.5),
        authors=_several(chance, AUTHORS, (1, 1, 2)),
        tags=_several(chance, TAGS, (2, 3, 4, 5)),
        picture=chance.random() if chance.random() < 0.8 else None,
        published_at=NEWEST - APART * number,
    )


def _body(chance: random.Random, pool: list[str]) -> str:
    """As clean as bodies are stored: paragraphs of plain words in their normal form, a heading here and there."""
    parts = []
    for place in range(PARAGRAPHS):
        if place in SUBHEADS:
            parts.append(f"<h2>{chance.choice(OBJECTS).capitalize()}</h2>")
        parts.append(f"<p>{paragraph(chance, pool, WORDS)}</p>")
    return "".join(parts)


def _several(chance: random.Random, there_are: int, numbers: tuple[int, ...]) -> list[int]:
    """Different ones, the first much oftener than the last: a few tags and authors have most stories."""
    wanted, chosen = chance.choice(numbers), []
    while len(chosen) < wanted:
        one = int(there_are * chance.random() ** 2.5)
        if one not in chosen:
            chosen.append(one)
    return chosen
