"""What readers see changes here, in one transaction: row, stored page, search index, addresses, log."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext

from articles import rendering, share_links, working_copy
from articles.models import Article, Author, PreviewLink, Redirect, Tag
from articles.photos.rights import page_good_until
from articles.reading import onward
from articles.reading.kinship import tell_kin
from articles.schedule import times, updates
from articles.schedule.words import moment_text
from articles.search import index
from articles.step_log import log_step
from newsroom import places
from newsroom.batches import in_batches, store_columns
from newsroom.body_html import count_words

TOGETHER = 200  # stories whose pages are rendered before they are written
_JOINED = ("section", "series", "lead_photo")


@transaction.atomic
def publish(article: Article, *, user=None, at=None, reason="", revision=None, as_of=None) -> Article:
    """Bring a revision (the newest if omitted) to readers, from `at` on (now if omitted).

    A story that is already out keeps its first date and is marked as updated. A scheduled update is
    applied `as_of` its moment, however long after that the first request came. Whatever waited to go
    out later is off. Raises ValidationError where an embargo or the end of the story stands against it.
    """
    now = as_of or timezone.now()
    row = Article.objects.select_for_update().get(pk=article.pk)
    newest = working_copy.newest(row) or working_copy.record_row(row, user=user)
    revision = revision or newest
    before, old_path, was_public = row.stage, row.get_absolute_url(), row.was_public
    if was_public:
        row.updated_at = now
        row.published_at = row.published_at or row.first_published_at
    else:
        # The time that a withdrawn story was planned for is off with it.
        planned = None if row.state == Article.State.WITHDRAWN else row.published_at
        row.published_at = at or planned or now
        row.first_published_at = row.published_at
    row.state = Article.State.PUBLISHED
    if revision == newest:
        row.update_state, row.due_at = "", None
    if row.expires_at and row.expires_at <= now:
        row.expires_at = None
    times.refuse_window(row)
    updates.drop(row)
    if was_public:
        _remember_names(row)
    working_copy.apply(row, revision.snapshot)
    if was_public:
        leave_redirect(old_path, row.get_absolute_url())
    log_step(row, "publish", before, revision, user=user, reason=reason, after=row.state)
    refresh(row)
    return row


@transaction.atomic
def withdraw(article: Article, *, user=None, notice="") -> Article:
    """Take a story from readers; its address answers 410 with the notice, and nothing is deleted.

    Share links made before end with it.

    One that was only scheduled has never been public and stays so: its address answers 404 for good.
    """
    row = Article.objects.select_for_update().get(pk=article.pk)
    before, was_public = row.state, row.was_public
    row.state = Article.State.WITHDRAWN
    row.withdrawal_notice = notice
    row.save(update_fields=["state", "withdrawal_notice"])
    if not was_public:
        row.first_published_at, row.update_state = None, ""
        working_copy.apply(row, working_copy.newest_snapshot(row))
    updates.drop(row)
    onward.forget(row)
    share_links.close(PreviewLink.objects.filter(revision__article=row), user=user)
    log_step(row, "withdraw", before, working_copy.newest(row), user=user, reason=notice, after=row.state)
    for _ in places.ask("story_changed", row):
        pass
    index.write([row])
    return row


@transaction.atomic
def discard_update(article: Article, *, user=None, reason="") -> Article:
    """Give up what was written since the last publication: what readers see becomes the newest revision.

    The text given up stays in the history.
    """
    row = Article.objects.select_for_update().get(pk=article.pk)
    before, row.update_state = row.stage, ""
    row.save(update_fields=["update_state"])
    updates.cancel(row, user=user)
    published = working_copy.snapshot_of(row)
    working_copy.save(row, published, user=user, note=gettext("Update discarded"))
    log_step(row, "discard", before, working_copy.newest(row), user=user, reason=reason)
    return row


@transaction.atomic
def move(article: Article, at, *, user=None) -> Article:
    """Let a story that is not out yet go out at another time, as it was published. Raises ValidationError."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    row.published_at = row.first_published_at = at
    times.refuse_window(row)
    row.save(update_fields=["published_at", "first_published_at"])
    for dated in (row.bylines, row.tag_uses):
        dated.update(published_at=at)
    log_step(row, "move", row.stage, working_copy.newest(row), user=user, reason=moment_text(at))
    refresh(row)
    return row


@transaction.atomic
def renew(articles, *, tell: bool = True) -> int:
    """Render the stored pages of these stories again, and index them; returns how many there were.

    Where a story is about something else now, its kin are told, unless `tell` is off: it costs two
    queries a story.
    """
    count, with_card = 0, []
    articles = articles.select_related(*_JOINED).order_by("pk").prefetch_related(*rendering.RELATIONS)
    for several in in_batches(articles.iterator(chunk_size=TOGETHER), TOGETHER):
        _store_pages(several, tell=tell)
        count += len(several)
        with_card += (article.pk for article in several if article.social_card)
    if with_card:
        _draw_after_commit(with_card)
    return count


def bring_up_to_date(articles: Iterable[Article], *stored: str) -> None:
    """Let these columns of the rows at hand be right: rendered again by whoever asks first after their moment."""
    now = timezone.now()
    old = [article for article in articles if article.page_until and article.page_until <= now]
    if old:
        renew(Article.objects.filter(pk__in=[article.pk for article in old]))
        for article in old:
            article.refresh_from_db(fields=[*stored, "page_until"])


def leave_redirect(old_path: str, new_path: str) -> None:
    """A public address moved: it leads on for ever, and older redirects to it are brought along."""
    if old_path == new_path:
        return
    Redirect.objects.filter(old_path=new_path).delete()
    Redirect.objects.filter(new_path=old_path).update(new_path=new_path)
    Redirect.objects.update_or_create(old_path=old_path, defaults={"new_path": new_path})


def close_addresses(paths: list[str]) -> None:
    """Many public addresses are gone at once, as `leave_redirect` does it for one without a new address."""
    for batch in in_batches(paths):
        Redirect.objects.filter(old_path__in=batch).delete()
        Redirect.objects.filter(new_path__in=batch).update(new_path="")
        Redirect.objects.bulk_create(Redirect(old_path=path) for path in batch)


def _remember_names(row: Article) -> None:
    """Authors and tags of a story that readers have seen: their pages stay when it names them no more."""
    Author.objects.filter(bylines__article=row).update(outlived_a_story=True)
    Tag.objects.filter(uses__content_object=row).update(outlived_a_story=True)


def refresh(row: Article) -> None:
    """Tell the places that the story changed, render its page again and index it."""
    for _ in places.ask("story_changed", row):
        pass
    # Not the row at hand: what rendering fetches once would stay with it, however its story changes after.
    _store_pages([Article.objects.select_related(*_JOINED).get(pk=row.pk)])
    _draw_after_commit([row.pk])


def _store_pages(articles: list[Article], *, tell: bool = True) -> None:
    prefetch_related_objects(articles, *rendering.RELATIONS)
    changed = onward.settle(articles)
    store_columns(Article, {article.pk: _stored_page(article) for article in articles})
    index.write(articles)
    if tell:
        for article, kin_before in changed.items():
            tell_kin(article, kin_before, article.onward["kin"])


def _stored_page(article: Article) -> dict:
    """The columns of a story's row that are made from the others when it is published."""
    article.word_count = count_words(article.body)
    rendered = rendering.render_story(article)
    return {
        "story_html": rendered.html,
        "head_html": rendered.head,
        "card_html": rendered.card,
        "structured_data": rendered.structured_data,
        "changed_at": rendered.changed_at,
        "rendered_with": rendering.fingerprint(),
        "word_count": article.word_count,
        "page_until": page_good_until(article),
        "onward": article.onward,
    }


def _draw_after_commit(keys: list[int]) -> None:
    """Bring cards up to date once the change stands: no lock waits for it, and no failure takes the change back."""
    transaction.on_commit(lambda: draw_cards(Article.objects.filter(pk__in=keys)), robust=True)


def draw_cards(articles, *, lost: bool = False) -> int:
    """Draw the cards for links that these stories lack (`social_cards/making.py`); returns how many.

    The heads of their pages name the new ones.
    """
    from articles.social_cards import (
        making,
    )  # brings Pillow, which whoever serves readers alone does not need

    made = making.make(articles, lost=lost)
    if made:
        renew(Article.objects.filter(pk__in=[story.pk for story in made]))
    return len(made)
