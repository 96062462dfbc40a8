"""What a headline, the story and a caption tell alike is stated once."""

from collections.abc import Iterable

from awards.extraction.statements.statement import Statement


def stated_once(announced: list[Statement], told: Iterable[Statement]) -> list[Statement]:
    """What the headline announced and the story told, in the first words, without what the story told fully."""
    found: dict[str, Statement] = {}
    told = list(told)
    for statement in [*(one for one in announced if not _is_told_fully(one, told)), *told]:
        fact = statement.fact()
        if fact not in found or found[fact].form.isupper():
            found[fact] = statement
    return list(found.values())


def _is_told_fully(announced: Statement, told: list[Statement]) -> bool:
    """ "Tặng Huân chương cho cán bộ hải quan" over a story that says who: of nobody in particular."""
    if announced.names or announced.count is not None or announced.year:
        return False
    same = [
        one
        for one in told
        if (one.order_class, one.recipient_kind, one.status)
        == (announced.order_class, announced.recipient_kind, announced.status)
    ]
    form = announced.form.lower()
    return any(one.form.lower() == form or one.form.lower().startswith(f"{form} của ") for one in same)
