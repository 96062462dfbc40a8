"""Where to read on after a story: its series, what is akin to it, its neighbours, more of its section."""

from bisect import bisect_left
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils import timezone

from articles import publishing
from articles.models import Article, Subject
from articles.reading.kinship import KEPT
from newsroom.prepared import Prepared, filled_up
from newsroom.unions import keys_of

MORE = 4
RELATED = 4
PARTS = 60
# What stands beside a story as something else must not leave its section's row short.
SHELF = MORE + RELATED + 3
_PRINTED = "slug title part published_at series_id section_id page_until card_html".split()


@dataclass(frozen=True)
class Trail:
    """The stories before and after one: in its section, in a campaign, or anywhere, and then without a name."""

    kind: str
    name: str
    address: str
    older: Article | None
    newer: Article | None


@dataclass(frozen=True)
class Around:
    """The stories around one, none that a reader may not see.

    `parts` are those of its series in their order, itself among them, when there are others. `related`
    begins with what its editor chose; `links` are the editor's items that are no stories of ours.
    `more` are of its section and none of the others here.
    """

    parts: list[Article]
    related: list[Article]
    links: list[dict]
    trails: list[Trail]
    more: list[Article]


def around(story: Article, newest: dict[int, list[Article]] | None = None) -> Around:
    """What stands around a published story, in one query of indexed look-ups.

    `newest` are the newest stories of sections, by the section's key, as far as the caller has them in this edition;
    those of the story's section are added.
    """
    newest = {} if newest is None else newest
    picked = story.onward.get("picked", [])
    chosen = [item["story"] for item in picked if "story" in item]
    akin = [key for key, _score in story.onward.get("kin", [])]
    rows = _stories(
        now=timezone.now(),
        at=story.published_at,
        pk=story.pk,
        section=story.section_id,
        shelf=None if story.section_id in newest else story.section_id,
        series=story.series_id,
        chosen=chosen,
        akin=filled_up([key for key in akin if key not in chosen], (0, KEPT)),
        subjects=[key for key, *_ in story.onward.get("trails", [])],
    )
    publishing.bring_up_to_date(rows, "card_html")
    found = {one.pk: one for one in sorted(rows, key=_position)}
    parts = sorted((one for one in found.values() if _same_series(one, story)), key=_place)
    trails = _leading_apart(_trails(story, list(found.values())))
    passed = {story.pk, *(part.pk for part in parts)}
    related = [found[key] for key in dict.fromkeys([*chosen, *akin]) if key in found and key not in passed]
    related = related[: max(RELATED, len(chosen))]
    passed.update(one.pk for one in related)
    passed.update(one.pk for trail in trails for one in (trail.older, trail.newer) if one)
    if story.section_id not in newest:
        in_section = [one for one in found.values() if _same_section(one, story)]
        newest[story.section_id] = in_section[: -SHELF - 1 : -1]
    more = [one for one in newest[story.section_id] if one.pk not in passed]
    links = [item for item in picked if "story" not in item]
    return Around(parts if len(parts) > 1 else [], related, links, trails, more[:MORE])


@Prepared
def _stories(*, now, at, pk, section, shelf, series, chosen, akin, subjects):
    """Whatever may stand around the story `pk`, out since `at`: of its section, its series, along its subjects."""
    here, visible = {"at": at, "pk": pk}, Article.objects.published(now)
    wanted = [visible.filter(pk__in=chosen).values("pk")]
    if akin:
        closest = Case(*(When(pk=key, then=place) for place, key in enumerate(akin)))
        apart = visible.exclude(series=series) if series else visible
        wanted.append(apart.filter(pk__in=akin).order_by(closest).values("pk")[:RELATED])
    if series:
        of_series = visible.filter(series=series)
        wanted.append(of_series.order_by("part", "published_at", "pk").values("pk")[:PARTS])
    if shelf:
        wanted.append(visible.filter(section=shelf).values("pk")[:SHELF])
    in_section = {"section": section} if section else {}
    of_subjects = [
        ({"subjects__key": key}, "subjects__published_at", "subjects__article") for key in subjects
    ]
    for conditions, moment, key in [(in_section, "published_at", "pk"), *of_subjects]:
        wanted.append(_before(Article.objects.open_until(now), here, conditions, moment, key))
        wanted.append(_after(visible, here, conditions, moment, key))
    stories = Article.objects.filter(pk__in=keys_of(wanted)).only(*_PRINTED)
    about = Subject.objects.filter(article=OuterRef("pk"))
    return stories.annotate(
        **{f"along_{place}": Exists(about.filter(key=key)) for place, key in enumerate(subjects)}
    )


def _before(stories, here: dict, conditions: dict, moment: str, key: str):
    # One upper bound on the moment, so that the index serves it.
    earlier = Q(**{f"{moment}__lt": here["at"]}) | Q(**{f"{key}__lt": here["pk"]})
    found = stories.filter(earlier, **conditions, **{f"{moment}__lte": here["at"]})
    return found.order_by(f"-{moment}", f"-{key}").values("pk")[:1]


def _after(stories, here: dict, conditions: dict, moment: str, key: str):
    later = Q(**{f"{moment}__gt": here["at"]}) | Q(**{f"{key}__gt": here["pk"]})
    found = stories.filter(later, **conditions, **{f"{moment}__gte": here["at"]})
    return found.order_by(moment, key).values("pk")[:1]


def _trails(story: Article, found: list[Article]):
    """The nearest on each side; what else was found lies further away."""
    if story.section_id:
        section = story.section
        in_section = [one for one in found if _same_section(one, story)]
        yield from _trail(story, in_section, "chuyên mục", section.name, section.get_absolute_url())
    else:
        yield from _trail(story, found, "", "", "")
    for place, (_key, kind, name, address) in enumerate(story.onward.get("trails", [])):
        along = [one for one in found if getattr(one, f"along_{place}")]
        yield from _trail(story, along, kind, name, address)


def _trail(story: Article, stories: list[Article], kind: str, name: str, address: str):
    here = _position(story)
    place = bisect_left(stories, here, key=_position)
    older = stories[place - 1] if place else None
    newer = next((one for one in stories[place:] if one.pk != story.pk), None)
    if older or newer:
        yield Trail(kind, name, address, older, newer)


def _leading_apart(trails) -> list[Trail]:
    """Of trails that lead to the same stories, the first."""
    first = {}
    for trail in trails:
        first.setdefault((trail.older and trail.older.pk, trail.newer and trail.newer.pk), trail)
    return list(first.values())


def _same_series(one: Article, story: Article) -> bool:
    return story.series_id is not None and one.series_id == story.series_id


def _same_section(one: Article, story: Article) -> bool:
    return story.section_id is not None and one.section_id == story.section_id


def _place(story: Article) -> tuple:
    """Parts by their number; those without one behind them, by time."""
    return story.part is None, story.part or 0, *_position(story)


def _position(story: Article) -> tuple:
    return story.published_at, story.pk
