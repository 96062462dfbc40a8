"""What opens a sentence and says nothing of an honour: "Dịp này,", "Cụ thể:", "Tại buổi lễ,"."""

from awards.extraction.language import words
from awards.extraction.language.phrases import phrases
from awards.extraction.language.tokens import Token

_LONGEST = 10  # tokens
_ADVERBIALS = phrases(
    "dịp|nhân|cũng|theo đó|theo thông tin|theo báo cáo|cụ thể|đặc biệt|đáng chú ý|trước|sau|được biết|bên cạnh|ngoài|đồng thời|song song|tại|trong|ngay|mới đây|vừa qua|vì vậy|vì thế"
    "|do đó|do vậy|nhờ đó|nhờ vậy|qua đó|từ đó|với|đến nay|hiện nay|năm nay|đợt này|lần này|sáng|chiều|tối|trưa|cùng|kết thúc|kết quả|tiếp đó|tiếp theo|thay vào đó|riêng|như vậy|tính đến nay|nhìn chung"
)
_ON_WHOSE_PROPOSAL = phrases(
    "theo đề nghị của|xét đề nghị của|theo đề xuất của|theo tờ trình của|trên cơ sở đề nghị của|căn cứ đề nghị của"
)
_MEANING = (
    words.AIMS,
    words.HOPES,
    words.NOT,
    words.GIVE,
    words.RECEIVE,
    words.REVOKE,
    words.PROPOSE,
    words.MANDATES,
)


def without_opening(tokens: list[Token]) -> list[Token]:
    """The tokens behind a quotation mark and every adverbial of plain words that a comma or colon closes."""
    while end := _opening(tokens):
        tokens = tokens[end:]
    return tokens


def _opening(tokens: list[Token]) -> int:
    lows = [token.low for token in tokens[: _LONGEST + 6]]
    if lows[:1] in (["“"], ['"']) and len(tokens) > 1:
        return 1
    if _ON_WHOSE_PROPOSAL.match(lows, 0)[0]:
        return lows.index(",") + 1 if "," in lows else 0
    if not _ADVERBIALS.match(lows, 0)[0]:
        return 0
    for place, token in enumerate(tokens[:_LONGEST]):
        if token.text in {",", ":"}:
            return place + 1 if place + 1 < len(tokens) else 0
        plain = token.is_word and (not place or not token.is_capital)
        if not plain or any(table.match(lows, place)[0] > place for table in _MEANING):
            return 0
    return 0
