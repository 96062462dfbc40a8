"""The roll as a CSV file that spreadsheets open rightly and cannot be tricked by."""

import csv
from collections.abc import Iterator

from awards.models import Honour
from awards.models.base import CLASS_PRINTED, KIND_WORDS
from awards.models.honour import PRECEDENCE
from awards.proofs import attach_proofs, mark_public, names_on
from awards.roll.filters import Filters
from newsroom.paging import page_in_order
from newsroom.site import absolute
from newsroom.stated import Basis

BATCH = 1000
BYTE_ORDER_MARK = "\ufeff"
HEAD = (
    "Hình thức", "Hạng", "Đối tượng", "Người nhận", "Chức vụ", "Đơn vị", "Năm", "Ngày trao", "Ngày trao là",
    "Nơi trao", "Người trao", "Chức vụ người trao", "Tư cách người trao", "Thẩm quyền", "Căn cứ thẩm quyền",
    "Số quyết định", "Ngày quyết định", "Phong trào", "Tình trạng", "Truy tặng", "Bài", "Đoạn", "Nguyên văn",
    "Mã",
)  # fmt: skip
STATUS_WORDS = {
    Honour.Status.DECIDED: "đã quyết định",
    Honour.Status.PRESENTED: "đã trao",
    Honour.Status.REVOKED: "đã thu hồi",
}
AUTHORITY_WORDS = {"stated": "nguồn nêu", "law": "theo luật"}
BASIS_WORDS = {Basis.STATED: "nguồn nêu", Basis.INFERRED: "suy luận", Basis.NOT_STATED: "nguồn không nêu"}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Echo:
    """A file that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def lines(filters: Filters) -> Iterator[str]:
    """The file, line by line: the honours of the page with the same filters, in the same order."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(HEAD)
    asked = filters.honours(Honour.objects.public().proven()).for_list()
    cursor = ""
    while True:
        page = page_in_order(asked, PRECEDENCE, cursor=cursor, size=BATCH)
        attach_proofs(page.rows)
        mark_public(*names_on(page))
        for honour in page:
            yield writer.writerow([harmless(cell) for cell in _cells(honour)])
        cursor = page.next_cursor
        if not cursor:
            return


def harmless(cell) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    Source: OWASP, “CSV Injection”: an apostrophe before what starts like one.
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _cells(honour: Honour) -> tuple:
    authority = honour.conferring_authority
    presenter = honour.presenter if honour.presenter and honour.presenter.is_public else None
    proof = honour.proofs[0]
    return (
        honour.form.name,
        CLASS_PRINTED.get(honour.order_class, ""),
        KIND_WORDS[honour.kind],
        honour.recipient,
        honour.recipient_title,
        _public(honour.recipient_unit),
        honour.year,
        honour.presented_on,
        BASIS_WORDS.get(honour.presented_on_basis, ""),
        _public(honour.event),
        presenter,
        honour.presenter_title if presenter else "",
        honour.presenter_capacity if presenter else "",
        authority.name if authority else "",
        AUTHORITY_WORDS[authority.basis] if authority else "",
        honour.decision,
        honour.decision.date if honour.decision else "",
        _public(honour.campaign),
        STATUS_WORDS[honour.status],
        "có" if honour.posthumous else "",
        absolute(proof.get_absolute_url()),
        proof.block,
        proof.quote,
        honour.ref,
    )


def _public(record):
    return record if record is not None and record.is_public else ""
