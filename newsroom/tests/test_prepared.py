"""Querysets compiled once answer like those that are compiled each time."""

from datetime import timedelta

import pytest
from django.db.models import Q

from articles.models import Article, Section
from articles.tests.factories import make_article, make_section
from newsroom.prepared import Prepared, filled_up

pytestmark = pytest.mark.django_db


def build(*, section, before, keys, word):
    stories = Article.objects.select_related("section").filter(Q(published_at__lt=before) | Q(pk__in=keys))
    if word:
        stories = stories.filter(title=word)
    return stories.filter(section=section).order_by("pk") if section else stories.order_by("-pk")


def test_rows_are_those_of_the_queryset_whatever_the_values(django_assert_num_queries):
    sections = [make_section(), make_section()]
    stories = [make_article(title=f"Bài số {number}", section=sections[number % 2]) for number in range(6)]
    prepared = Prepared(build)
    cases = [
        {
            "section": section,
            "before": stories[place].published_at + timedelta(microseconds=1),
            "keys": keys,
            "word": word,
        }
        for section in (None, sections[0].pk, sections[1].pk)
        for place in (0, 3)
        for keys in ([], [stories[5].pk], [stories[5].pk, stories[4].pk], [stories[5].pk, stories[5].pk])
        for word in (None, "Bài số 2", "không có")
    ]

    for values in cases:
        with django_assert_num_queries(1):
            found = prepared(**values)
            names = [story.section.name for story in found]

        expected = list(build(**values))
        assert found == expected
        assert names == [story.section.name for story in expected]
        assert [story.published_at for story in found] == [story.published_at for story in expected]


def test_the_queryset_is_built_once_for_values_of_a_shape():
    built = []

    @Prepared
    def sections(*, pk):
        built.append(pk)
        return Section.objects.filter(pk=pk)

    one, other = make_section(), make_section()

    assert [sections(pk=section.pk) for section in (one, other)] == [[one], [other]]
    assert len(built) == 1
    assert built[0] not in (one.pk, other.pk)


def test_what_can_match_nothing_asks_nothing(django_assert_num_queries):
    nothing = Prepared(lambda *, keys: Section.objects.filter(pk__in=keys))

    with django_assert_num_queries(0):
        assert nothing(keys=[]) == []


def test_a_value_that_would_be_altered_is_refused():
    altered = Prepared(lambda *, word: Section.objects.filter(name__contains=word))

    with pytest.raises(TypeError, match="as they are"):
        altered(word="hải quan")


def test_values_may_be_asked_for_instead_of_instances_and_lists_may_hold_lists(django_assert_num_queries):
    for name in ("Một", "Hai", "Ba"):
        make_section(name=name)

    def build(*, sought):
        first, second = (Section.objects.order_by().filter(name__in=names) for names in sought)
        return first.values_list("name", "slug").union(second.values_list("slug", "name"), all=True)

    of_names = Prepared(build)

    for sought in ([["Một"], ["Hai"]], [["Ba"], ["Một"]]):
        with django_assert_num_queries(1):
            found = of_names(sought=sought)

        names = {name: Section.objects.get(name=name).slug for (name,) in sought}
        assert found == [(sought[0][0], names[sought[0][0]]), (names[sought[1][0]], sought[1][0])]


def test_a_list_filled_up_to_one_of_a_few_sizes_finds_the_same():
    assert filled_up([1, 2, 3], (2, 4)) == [1, 2, 3, 3]
    assert filled_up([1, 2], (2, 4)) == [1, 2]
    assert filled_up([], (0, 4)) == []
