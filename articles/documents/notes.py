"""The warnings that reading one document gives rise to."""

from django.utils.translation import gettext as _

MAX_NOTES = 50
_QUOTED_LENGTH = 90


class Notes:
    """Collects warnings, each once, in the order in which they came up."""

    def __init__(self) -> None:
        self._messages: dict[str, None] = {}

    def add(self, message: str) -> None:
        self._messages.setdefault(" ".join(message.split()))

    def as_tuple(self) -> tuple[str, ...]:
        """At most MAX_NOTES warnings, and one that counts the rest."""
        messages = list(self._messages)
        left_out = len(messages) - MAX_NOTES
        if left_out > 0:
            more = _("%(count)d more warnings are not listed.") % {"count": left_out}
            messages = [*messages[:MAX_NOTES], more]
        return tuple(messages)


def shortened(text: str) -> str:
    """`text` on one line, cut where a warning quotes more than anybody reads."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED_LENGTH else line[: _QUOTED_LENGTH - 1] + "…"
