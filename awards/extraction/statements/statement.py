"""What one sentence says about one form, class and kind of recipient."""

from dataclasses import dataclass, field


@dataclass
class Statement:
    """A statement of honours, with the exact words and why it was read so.

    `count` is the announced number, "many", or None where names stand without one. `start` and `end`
    are offsets into the text. `rule` names the pattern of `statements` that read it.
    """

    form: str
    order_class: str | None
    recipient_kind: str | None
    count: int | str | None
    names: list[str]
    year: int | None
    status: str
    quote: str
    start: int = 0
    end: int = 0
    rule: str = ""
    posthumous: bool = False
    authority: str = ""
    presenter: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def as_contract(self) -> dict:
        """The eight fields that `extract_honours` prints."""
        names = ("form", "order_class", "recipient_kind", "count", "names", "year", "status", "quote")
        return {name: getattr(self, name) for name in names}

    def fact(self) -> str:
        """What is stated, in whatever words: the same for two sentences that tell of one honour."""
        told = {name: value for name, value in self.as_contract().items() if name != "quote"}
        return repr(told | {"form": self.form.lower()})
