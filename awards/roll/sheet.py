"""The roll as a CSV file that spreadsheets open rightly and cannot be tricked by."""

from collections.abc import Iterator

from awards.models import Honour
from awards.models.base import CLASS_PRINTED, KIND_WORDS
from awards.roll.filters import Filters
from awards.roll.rows import honours
from newsroom import sheets
from newsroom.site import absolute
from newsroom.stated import Basis

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


def lines(filters: Filters) -> Iterator[str]:
    """The file, line by line: the honours of the page with the same filters, in the same order."""
    return sheets.lines(HEAD, map(_cells, honours(filters)))


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
