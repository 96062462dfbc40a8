"""The catalogues of Vietnamese: complete, compiled, and of one spelling.

The strings of the sources are collected here without gettext's tools, which a machine may lack.
"""

import ast
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import polib
import pytest
from django.utils import translation
from django.utils.translation.template import templatize

from tests.environment import ROOT

pytestmark = pytest.mark.one_database

PACKAGES = ("newsroom", "articles", "awards")
CATALOGUES = sorted(ROOT.glob("newsroom/locale*/vi/LC_MESSAGES/*.po"))
OURS = ROOT / "newsroom/locale/vi/LC_MESSAGES"

# Which of a function's arguments are its context, its message and its plural.
ARGUMENTS = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
STRING = r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*((?:{STRING})(?:\s*,\s*(?:{STRING}))*)")
# Marks of hóa, hòa, thủy as many keyboards put them today: hoá, hoà, thuỷ. The sources put them on the first vowel.
NEW_STYLE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
PLACES = re.compile(r"%\(\w+\)[a-z]|%[a-z]|%%|\{\w*\}")
ENDS = (".", ":", "?", "!", "…")


class Message(NamedTuple):
    """What a catalogue knows a text by."""

    context: str | None
    text: str
    plural: str


def files(*patterns: str) -> list[Path]:
    found = (
        path for package in PACKAGES for pattern in patterns for path in ROOT.glob(f"{package}/{pattern}")
    )
    return sorted(path for path in found if not {"tests", "migrations"} & set(path.parts))


def names_of_gettext(tree: ast.Module) -> dict[str, str]:
    """What a module calls gettext's functions: {"_": "gettext_lazy"}."""
    return {
        name.asname or name.name: name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
    }


def message_of(function: str, arguments: list) -> Message:
    places = ARGUMENTS[re.sub("_(lazy|noop)$", "", function)]
    context, text, plural = (None if place is None else arguments[place] for place in places)
    return Message(context, text, plural or "")


def calls_in(tree: ast.Module):
    names = names_of_gettext(tree)
    for node in ast.walk(tree):
        called = (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and names.get(node.func.id, "")
        )
        if called and re.fullmatch("n?p?gettext(_lazy|_noop)?", called):
            yield called, node


def literals(call: ast.Call) -> list[str | None]:
    return [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]


def in_python(path: Path) -> set[Message]:
    calls = calls_in(ast.parse(path.read_text()))
    messages = (message_of(function, literals(node)) for function, node in calls)
    return {message for message in messages if message.text is not None}


def in_calls(text: str) -> set[Message]:
    """Messages of calls as templatize and our scripts write them."""
    found = set()
    for function, written in CALL.findall(text):
        arguments = [ast.literal_eval(each) for each in re.findall(STRING, written)]
        found.add(message_of("gettext" if function == "_" else function, arguments))
    return found


def in_template(path: Path) -> set[Message]:
    return in_calls(templatize(path.read_text(), origin=str(path)))


def known(catalogue) -> set[Message]:
    return {Message(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue}


def words(catalogue) -> dict[Message, tuple]:
    return {
        Message(entry.msgctxt, entry.msgid, entry.msgid_plural): (entry.msgstr, dict(entry.msgstr_plural))
        for entry in catalogue
    }


def translations(catalogue):
    """(English, Vietnamese) of each entry; Vietnamese has one form, so the plural stands for both."""
    for entry in catalogue:
        if entry.msgid_plural:
            yield entry.msgid_plural, entry.msgstr_plural[0]
        else:
            yield entry.msgid, entry.msgstr


def ends_a_sentence(text: str) -> bool:
    return text.strip().rstrip("”").endswith(ENDS)


each_catalogue = pytest.mark.parametrize(
    "catalogue",
    [pytest.param(polib.pofile(str(path)), id=str(path.relative_to(ROOT))) for path in CATALOGUES],
)


def test_the_catalogue_has_the_strings_of_modules_and_templates_and_no_others():
    used = set()
    for path in files("**/*.py"):
        used |= in_python(path)
    for path in files("templates/**/*.html"):
        used |= in_template(path)

    have = known(polib.pofile(str(OURS / "django.po")))

    assert (sorted(used - have, key=str), sorted(have - used, key=str)) == ([], [])


def test_the_catalogue_of_scripts_has_the_strings_of_our_scripts_and_no_others():
    used = {message for path in files("static/**/*.js") for message in in_calls(path.read_text())}

    assert used == known(polib.pofile(str(OURS / "djangojs.po")))


def test_messages_are_literals_under_names_that_the_extraction_knows():
    """xgettext passes over `_t("…")` and `_(variable)`; such a text would stay English for ever."""
    missed = []
    for path in files("**/*.py"):
        tree = ast.parse(path.read_text())
        names = names_of_gettext(tree)
        missed += [
            f"{path}: {own}" for own, name in names.items() if "gettext" in name and own not in ("_", name)
        ]
        for function, node in calls_in(tree):
            message = message_of(function, literals(node))
            named = isinstance(
                node.args[0], ast.Name | ast.Attribute
            )  # a text marked elsewhere by gettext_noop
            if message.text is None and not (function == "gettext" and named):
                missed.append(f"{path}:{node.lineno}")

    assert missed == []


@each_catalogue
def test_every_string_has_its_translation(catalogue):
    assert [
        entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy or entry.obsolete
    ] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_compiled_catalogue_is_that_of_its_source(path):
    """The compiled one is committed: a fresh machine has no msgfmt."""
    assert words(polib.mofile(str(path.with_suffix(".mo")))) == words(polib.pofile(str(path)))


@each_catalogue
def test_translations_keep_the_places_that_are_filled_in(catalogue):
    wrong = [
        (text, translated)
        for text, translated in translations(catalogue)
        if sorted(PLACES.findall(text)) != sorted(PLACES.findall(translated))
    ]

    assert wrong == []


@each_catalogue
def test_translations_are_composed_and_spaced_like_their_source(catalogue):
    """A sentence stays a sentence: what ends in a full stop, a colon or a question mark still does."""
    wrong = [
        translated
        for text, translated in translations(catalogue)
        if translated != unicodedata.normalize("NFC", translated)
        or "  " in translated
        or (translated[:1].isspace(), translated[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace())
        or ends_a_sentence(text) != ends_a_sentence(translated)
    ]

    assert wrong == []


@each_catalogue
def test_tone_marks_stand_on_one_vowel_throughout(catalogue):
    assert [text for _, text in translations(catalogue) if NEW_STYLE.search(text)] == []


@pytest.mark.parametrize("word", ["hoá", "Hoà", "thuỷ", "uỷ", "khoẻ"])
def test_the_other_placing_of_tone_marks_is_noticed(word):
    assert NEW_STYLE.search(f"một {word} khác")


@pytest.mark.parametrize("word", ["hóa", "thủy", "hoàn", "quý", "quỹ", "loại", "khuỷu", "thuyền"])
def test_words_as_the_sources_write_them_pass(word):
    assert not NEW_STYLE.search(f"một {word} khác")


def test_the_desk_finds_the_catalogue():
    with translation.override("vi"):
        assert translation.gettext("Take into edit") == "Nhận biên tập"
