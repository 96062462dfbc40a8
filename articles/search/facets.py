"""What the stories found have in common, for narrowing a search: one query."""

from dataclasses import dataclass

from django.db.models import Count, IntegerField, Value

from articles.models import Author, Section, Tag
from articles.search.filters import Choice
from articles.search.searching import MOST_BY_RELEVANCE, PAGE_SIZE, Results
from newsroom.prepared import Prepared, filled_up

SHOWN = 15  # of each kind
_SIZES = (PAGE_SIZE, MOST_BY_RELEVANCE)
_LABELS = {"section": "Chuyên mục", "author": "Tác giả", "tag": "Từ khóa"}


@dataclass(frozen=True)
class Facet:
    """One list to choose from; an option says how many of the stories found have it."""

    parameter: str
    label: str
    options: list[Choice]
    chosen: str


def facets(results: Results) -> list[Facet]:
    """Sections, authors and tags of the stories found, the most frequent first.

    What is chosen is always among them. Counted from what readers may see, so nothing else shows through.
    """
    pks = filled_up([answer.article for answer in results.answers], _SIZES)
    found = {parameter: {} for parameter in _LABELS}
    for choice in results.chosen.items():
        parameter, chosen = choice
        found[parameter][chosen.slug] = chosen
    if pks:
        for parameter, slug, name, number in _of_stories(pks=pks):
            found[parameter][slug] = Choice(slug, name, number)
    return [
        Facet(parameter, label, options, getattr(results.chosen.get(parameter), "slug", ""))
        for parameter, label in _LABELS.items()
        if (options := _most_frequent(found[parameter], results.chosen.get(parameter)))
    ]


@Prepared
def _of_stories(*, pks: list[int]):
    """Rows (parameter, slug, name, number of these stories)."""
    counted = [
        _counted(Section.objects.filter(articles__in=pks), "section", "articles"),
        _counted(Author.objects.filter(bylines__article__in=pks), "author", "bylines__article"),
        _counted(Tag.objects.filter(uses__content_object__in=pks), "tag", "uses__content_object"),
    ]
    return counted[0].union(*counted[1:], all=True)


def _counted(records, parameter: str, through: str):
    number = Count(through, distinct=True, output_field=IntegerField())
    return records.order_by().values_list(Value(parameter), "slug", "name").annotate(number=number)


def _most_frequent(options: dict[str, Choice], chosen: Choice | None) -> list[Choice]:
    ordered = sorted(options.values(), key=lambda option: (-option.number, option.name))
    shown = ordered[:SHOWN]
    if chosen and all(option.slug != chosen.slug for option in shown):
        shown.append(options[chosen.slug])
    return shown
