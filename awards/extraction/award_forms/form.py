"""A form of award as one sentence mentions it."""

from dataclasses import dataclass


@dataclass
class Form:
    """One form with one class; `count` is the number printed before it."""

    text: str
    start: int
    end: int
    head: tuple[str, ...] = ()
    order_class: str | None = None
    count: int | str | None = None
    has_authority: bool = True
    year: int | None = None
    by_law: bool = True  # False: a token of praise that the law does not list, "Huy hiệu", "Thư khen"
    own_count: bool = False  # "29 hạng Nhì": the number is this class's alone
