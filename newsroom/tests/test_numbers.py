"""Counts are read in groups of three; years, ids and attributes are printed as they are."""

import pytest
from django.template import engines
from django.utils import translation


def rendered(template: str, **context) -> str:
    return engines["django"].from_string("{% load numbers %}" + template).render(context)


@pytest.mark.parametrize(
    ("language", "number", "read"),
    [
        ("vi", 999, "999"),
        ("vi", 2010, "2.010"),
        ("vi", 1234567, "1.234.567"),
        ("vi", -2010, "-2.010"),
        ("en", 2010, "2,010"),
    ],
)
def test_a_count_is_grouped_as_the_language_groups_it(language, number, read):
    with translation.override(language):
        assert rendered("{{ number|grouped }}", number=number) == read


@pytest.mark.parametrize("other", ["–", "2010", "", None])
def test_what_is_no_number_stays_as_it_is(other):
    assert rendered("{{ other|grouped }}", other=other) == str(other)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_number_that_nobody_asked_to_group_is_plain(language):
    with translation.override(language):
        page = '<li id="row-{{ number }}">{% blocktranslate with year=number %}{{ year }}{% endblocktranslate %}</li>'
        assert rendered("{% load i18n %}" + page, number=2020) == '<li id="row-2020">2020</li>'
