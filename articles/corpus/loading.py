"""Bring synthetic stories into the database: rows in bulk, pages rendered as publishing renders them."""

from collections.abc import Iterator

from django.db import transaction

from articles import publishing, working_copy
from articles.corpus.stories import Story, story
from articles.furniture import refresh_sections
from articles.models import Article, ArticlePhoto, Author, Byline, Photo, Revision, Section, Tag
from articles.models.tag import TaggedArticle
from newsroom.slug_field import FreeSlug, stored_among

BATCH = 500


def numbers_present(seed: int) -> set[int]:
    """Which stories of a seed the database has."""
    begin = _key(seed, "")
    keys = Article.objects.filter(document_key__startswith=begin).values_list("document_key", flat=True)
    return {int(key.removeprefix(begin)) for key in keys}


def load(numbers: list[int], seed: int) -> Iterator[int]:
    """Add these stories of a seed; yields how many are done after each batch. Each batch is all or nothing."""
    surroundings = Surroundings()
    for start in range(0, len(numbers), BATCH):
        _load_batch(numbers[start : start + BATCH], seed, surroundings)
        yield min(start + BATCH, len(numbers))


class Surroundings:
    """Sections, authors and tags of the synthetic stories, made when one first asks for them, and the site's pictures."""

    def __init__(self):
        self.pictures = list(Photo.objects.exclude(file="").order_by("ref"))
        self._known = {}

    def section(self, number: int) -> Section:
        return self._named(Section, f"Chuyên mục Mẫu {number + 1}")

    def author(self, number: int) -> Author:
        return self._named(Author, f"Người Mẫu {number + 1}")

    def tag(self, number: int) -> Tag:
        return self._named(Tag, f"từ khóa mẫu {number + 1}")

    def picture(self, share: float | None) -> Photo | None:
        if share is None or not self.pictures:
            return None
        return self.pictures[int(share * len(self.pictures))]

    def _named(self, model, name: str):
        if (model, name) not in self._known:
            found = model.objects.filter(name=name).order_by("pk").first()
            self._known[model, name] = found or model.objects.create(name=name)
        return self._known[model, name]


def _key(seed: int, number: int | str) -> str:
    return f"corpus:{seed}:{number}"


@transaction.atomic
def _load_batch(numbers: list[int], seed: int, surroundings: Surroundings) -> None:
    told = {_key(seed, number): story(seed, number) for number in numbers}
    rows = {key: _row(key, one, surroundings) for key, one in told.items()}
    _keep_free_slugs([article for article, _ in rows.values()])
    Article.objects.bulk_create(article for article, _ in rows.values())
    bylines, tags, pictures, revisions = [], [], [], []
    for key, (article, snapshot) in rows.items():
        one = told[key]
        bylines += (
            Byline(article=article, author=author, position=place, published_at=article.published_at)
            for place, author in enumerate(map(surroundings.author, one.authors))
        )
        tags += (
            TaggedArticle(
                content_object=article, tag=surroundings.tag(number), published_at=article.published_at
            )
            for number in one.tags
        )
        if article.lead_photo:
            pictures.append(ArticlePhoto(article=article, photo=article.lead_photo))
        revisions.append(Revision(article=article, number=1, snapshot=snapshot))
    Byline.objects.bulk_create(bylines)
    TaggedArticle.objects.bulk_create(tags)
    ArticlePhoto.objects.bulk_create(pictures)
    Revision.objects.bulk_create(revisions)
    refresh_sections()
    publishing.renew(Article.objects.filter(document_key__in=rows), tell=False)


def _keep_free_slugs(articles: list[Article]) -> None:
    """Slugs that no story has need no look each; another is made for the others when they are stored."""
    taken = stored_among(Article.objects, "slug", {article.slug for article in articles})
    for article in articles:
        if article.slug not in taken:
            article.slug = FreeSlug(article.slug)


def _row(key: str, one: Story, surroundings: Surroundings) -> tuple[Article, dict]:
    """The story's row, and the snapshot that its editors would have left."""
    section, picture = surroundings.section(one.section), surroundings.picture(one.picture)
    snapshot = working_copy.normalised(
        {
            "title": one.title,
            "slug": one.slug,
            "standfirst": one.standfirst,
            "body": one.body,
            "genre": one.genre,
            "section": section.pk,
            "lead_photo": picture.ref if picture else "",
            "tags": [surroundings.tag(number).name for number in one.tags],
            "bylines": [
                {"author": surroundings.author(number).pk, "role": Byline.Role.AUTHOR}
                for number in one.authors
            ],
        }
    )
    article = Article(
        **{name: snapshot[name] for name in ("title", "slug", "standfirst", "body", "genre")},
        section=section,
        lead_photo=picture,
        state=Article.State.PUBLISHED,
        published_at=one.published_at,
        first_published_at=one.published_at,
        modified_at=one.published_at,
        document_key=key,
    )
    return article, snapshot
