"""Numbers as news prints them: "29", "01", "1.205", "ba mươi lăm"."""

from awards.extraction.language.tokens import Token

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_STARTS = {*_UNITS, "mười"} - {"không", "mốt", "lăm", "nhăm", "tư"}
_BEFORE_A_DATE = {
    "ngày",
    "sáng",
    "chiều",
    "tối",
    "trưa",
    "hôm",
    "đêm",
    "từ",
    "đến",
    "tới",
    "(",
    "-",
    "–",
    "và",
}
_YEARS_COUNTED = {
    "nhiều",
    "các",
    "những",
    "mấy",
    "mỗi",
    "một",
    "hai",
    "ba",
    "bốn",
    "trong",
    "từng",
}  # "nhiều năm"
_WORDS = {*_UNITS, "mười", "mươi", "chục", "trăm", "nghìn", "ngàn", "linh", "lẻ"}


def read_number(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The number that begins at this token and the place after it, or None."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.is_number:
        if "/" in token.text:
            return _share(tokens, at)
        digits = token.text.replace(".", "")
        grouped = "." not in token.text or all(len(part) == 3 for part in token.text.split(".")[1:])
        return (int(digits), at + 1) if digits.isdigit() and grouped and len(digits) < 10 else None
    if token.low not in _STARTS:
        return None
    end = at
    if token.low == "năm" and at and (tokens[at - 1].is_number or tokens[at - 1].low in _YEARS_COUNTED):
        return None
    while end < len(tokens) and tokens[end].low in _WORDS and not (end > at and tokens[end].is_capital):
        after = tokens[end + 1].low if end + 1 < len(tokens) else ""
        if end > at and tokens[end].low == "năm" and not _is_five(tokens, end):
            break
        if tokens[end].low in {"linh", "lẻ"} and after not in _UNITS:
            break  # "hai linh mục"
        end += 1
    return _value([token.low for token in tokens[at:end]]), end


def row_of_numbers(tokens: list[Token], at: int) -> tuple[list[int], int]:
    """ "15, 28 và 44", "2010, năm 2015": the numbers in a row and the place after the last."""
    numbers, end = [], at
    while number := read_number(tokens, at):
        numbers.append(number[0])
        end = at = number[1]
        while at < len(tokens) and tokens[at].low in {",", "và", "năm"}:
            at += 1
        if at == end or at == len(tokens):
            break
    return numbers, end


def _is_five(tokens: list[Token], at: int) -> bool:
    """ "hai trăm linh năm", "hai nghìn năm trăm", not "hai năm", "mười năm"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at - 1].low in {"linh", "lẻ"} or after in {"trăm", "mươi", "nghìn", "ngàn"}


def _share(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """ "125/132 hộ" counts 125; a date is none."""
    part, _, whole = tokens[at].text.partition("/")
    if not (part.isdigit() and whole.isdigit()) or int(part) > int(whole):
        return None
    dated = at > 0 and tokens[at - 1].low in _BEFORE_A_DATE
    return None if dated else (int(part), at + 1)


def _value(words: list[str]) -> int:
    total = hundreds = tens = 0
    for word in words:
        if word in {"nghìn", "ngàn"}:
            total, hundreds, tens = (total + hundreds + tens or 1) * 1000, 0, 0
        elif word == "trăm":
            hundreds, tens = (tens or 1) * 100, 0
        elif word in {"mươi", "chục"}:
            tens = (tens or 1) * 10
        elif word == "mười":
            tens = 10
        elif word in _UNITS:
            tens += _UNITS[word]
    return total + hundreds + tens
