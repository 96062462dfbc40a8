"""What a headline, the story and a caption tell alike is stated once."""

from collections.abc import Iterable

from awards.extraction.language.nouns import HOUSEHOLD
from awards.extraction.statements.statement import Statement


def stated_once(announced: list[Statement], told: Iterable[Statement]) -> list[Statement]:
    """What the headline announced and the story told, in the first words, without what the story told fully."""
    told = _by_fact(told)
    told = [
        one
        for place, one in enumerate(told)
        if not (_is_of_some_told(one, told[:place]) or _is_for_the_family(one, told[:place]))
    ]
    told = [one for one in told if not _is_announced(one, announced)]
    return _by_fact([*(one for one in announced if not _is_told_fully(one, told)), *told])


def _award(statement: Statement) -> tuple:
    """What was given, whoever it was given to."""
    return statement.form.lower(), statement.order_class, statement.status


def _by_fact(statements: Iterable[Statement]) -> list[Statement]:
    """Each fact once; a headline in capitals gives way to the words of the story."""
    found: dict[str, Statement] = {}
    for statement in statements:
        fact = statement.fact()
        if fact not in found or found[fact].form.isupper():
            found[fact] = statement
    return list(found.values())


def _is_of_some_told(statement: Statement, before: list[Statement]) -> bool:
    """ "3 tập thể được tặng …, gồm A, B và C", and later on "trao … cho A": one of them once more."""
    return bool(statement.names) and any(
        set(statement.names) <= set(one.names)
        and len(one.names) > len(statement.names)
        and one.year == statement.year
        and _award(one) == _award(statement)
        for one in before
    )


def _is_for_the_family(statement: Statement, before: list[Statement]) -> bool:
    """ "Truy tặng Huân chương … cho anh A", and later on "trao Huân chương … cho gia đình anh"."""
    family = statement.recipient_kind == HOUSEHOLD and not statement.names and statement.count is None
    return family and any(
        one.posthumous and (one.form, one.order_class) == (statement.form, statement.order_class)
        for one in before
    )


def _is_announced(statement: Statement, announced: list[Statement]) -> bool:
    """ "Cục A đón nhận Huân chương …" over a story in which "đơn vị" was given it: the headline says who."""
    nobody = not statement.names and statement.count is None and statement.recipient_kind is not None
    return nobody and any(
        one.names
        and one.recipient_kind == statement.recipient_kind
        and _award(one) == _award(statement)
        and statement.year in {None, one.year}
        for one in announced
    )


def _is_told_fully(announced: Statement, told: list[Statement]) -> bool:
    """ "Tặng Huân chương cho cán bộ hải quan" over a story that says who, of which class, or in which year."""
    same = [
        one
        for one in told
        if (one.recipient_kind, one.status) == (announced.recipient_kind, announced.status)
        and announced.order_class in {None, one.order_class}
        and set(announced.names) <= set(one.names)
        and announced.count in {None, one.count}
        and announced.year in {None, one.year}
    ]
    form = announced.form.lower()
    return any(one.form.lower() == form or one.form.lower().startswith(f"{form} ") for one in same)
