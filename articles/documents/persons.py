"""Names as a byline or credit prints them: which words are the name, which the job."""

import re

from articles.documents.parsed import ParsedByline

_RANKS = (
    r"(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy|uý)"
    r"|chuẩn\s+(?:đô đốc|úy|uý)|(?:phó\s+)?đô đốc"
)
_OFFICES = (
    r"phó\s+\w+|trợ lý"
    r"|tổng\s+(?:cục trưởng|giám đốc|biên tập|thư ký|kiểm toán|thanh tra|bí thư|tham mưu)"
    r"|trưởng\s+(?:ban|phòng|đoàn|khoa|bộ phận|bộ môn|đại diện|cơ quan|văn phòng|chi nhánh|nhóm)"
    r"|(?:chi cục|cục|vụ|bộ|thứ|viện|hiệu|đội|tổ|trạm|ban|phòng|sở|tham mưu)\s+trưởng"
    r"|giám đốc|chủ tịch|chủ nhiệm|bí thư|thủ tướng|chính ủy|chính uỷ|tư lệnh"
    r"|chánh\s+(?:văn phòng|thanh tra|án)|ủy viên|uỷ viên|đại biểu"
    r"|chuyên viên|chuyên gia|luật sư|cán bộ|công chức"
)
_JOB = re.compile(rf"\b(?:(?:quyền|nguyên|cựu)\s+)?(?:{_RANKS}|{_OFFICES})\b", re.IGNORECASE)
_FORM_OF_ADDRESS = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Đồng chí|Đ/c|PV|CTV|BTV|Phóng viên|Cộng tác viên|Biên tập viên|Nhà báo)"
    r"[.:]?\s+(?=\w)",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"^(?:báo|tạp chí|đài (?:tiếng|truyền|phát)\w*|bộ|sở|ban|cục|chi cục|tổng cục|vụ|phòng|công an"
    r"|trung tâm|công ty|tập đoàn|hiệp hội|thông tấn xã|nhóm)\s"
    r"|\b(?:hải quan|biên phòng|cung cấp|tư liệu|minh họa|minh hoạ|internet|nhân vật|đơn vị"
    r"|bạn đọc|sưu tầm|phóng viên|cộng tác viên|ttxvn|vietnam\+|vov|vtv|reuters|afp|xinhua)\b",
    re.IGNORECASE,
)
_REPORTERS = re.compile(r"\b(?:phóng viên|cộng tác viên|nhóm)\b", re.IGNORECASE)
_FAMILY_NAMES = frozenset(
    """Bùi Cao Chu Dương Đàm Đặng Đào Đinh Đỗ Đoàn Hà Hồ Hoàng Huỳnh Khuất Kiều La Lâm Lại Lê Lương
    Lưu Lý Mạc Mai Nghiêm Ngô Nguyễn Nông Ông Phạm Phan Phùng Quách Tạ Thái Thân Tô Tôn Tống Trần
    Triệu Trịnh Trương Từ Văn Vi Võ Vũ Vương""".split()
)
_ROLES = {
    "bài": "author",
    "tác giả": "author",
    "thực hiện": "author",
    "ảnh": "photographer",
    "biên tập": "editor",
    "dịch": "translator",
    "biên dịch": "translator",
    "minh họa": "illustrator",
    "minh hoạ": "illustrator",
    "đồ họa": "illustrator",
    "đồ hoạ": "illustrator",
}
_ROLE = "|".join(_ROLES)
_ROLE_LABEL = re.compile(
    rf"\b(?P<roles>(?:{_ROLE})(?:\s*(?:\bvà\b|[,&-])\s*(?:{_ROLE}))*)\s*:\s*", re.IGNORECASE
)
_ROLE_WORD = re.compile(rf"\b(?:{_ROLE})\b", re.IGNORECASE)
_NAME_SEPARATOR = re.compile(r"\s*[–—,;/&|]\s*|\s*-\s+|\s+-|\s+và\s+")
_FROM_AGENCY = re.compile(r"(?:Theo|Nguồn)\b\s*:?\s*(?=\S)", re.IGNORECASE)
_SYLLABLE = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouyăâêôơư]", re.IGNORECASE)
_EDGES = " .,;:–—-()[]|/&"


def person_capitals(text: str) -> str:
    """A person's name with normal capitals: "Lưu mạnh Tưởng" → "Lưu Mạnh Tưởng".

    What names no person ("Cục Hải quan Hà Nội"), initials and abbreviations stay as printed.
    """
    if len(text.split()) > 5 or _NOT_A_PERSON.search(text):
        return text
    is_single = not re.search(r"[\s.]", text)
    return _SYLLABLE.sub(
        lambda found: found[0] if is_single and found[0].isupper() else _capitalised(found[0]), text
    )


def _capitalised(syllable: str) -> str:
    if not syllable.isupper():
        return syllable[0].upper() + syllable[1:]
    is_abbreviation = syllable.isascii() and not _VOWEL.search(syllable)
    return syllable if is_abbreviation else syllable[0] + syllable[1:].lower()


def begins_with_job(line: str) -> bool:
    return bool(_JOB.match(line))


def begins_with_role(line: str) -> bool:
    """Whether a line says what its names did: "Ảnh: …", "Bài và ảnh: …"."""
    return bool(_ROLE_LABEL.match(line))


def read_byline(line: str) -> tuple[ParsedByline, ...]:
    """The names of one byline: roles, persons and jobs parted, `raw` the line as printed.

    "Lưu mạnh Tưởng Phó Tổng cục trưởng Tổng cục Hải quan" is one official, "Bài: N.Linh – Ảnh:
    Quang Hùng" an author and a photographer. Whoever signs with a job is an official.
    """
    raw = line.strip()
    bylines = [
        ParsedByline(name, role, job_title, kind, raw)
        for roles, names in _by_role(raw)
        for name, job_title, kind in _names(names.strip(_EDGES))
        for role in roles
    ]
    return tuple(dict.fromkeys(bylines))


def _by_role(line: str) -> list[tuple[list[str], str]]:
    """Part a line at its role labels; what stands before the first is by authors."""
    labels = list(_ROLE_LABEL.finditer(line))
    parts = [(["author"], line[: labels[0].start()] if labels else line)]
    ends = [*(label.start() for label in labels[1:]), len(line)]
    for label, end in zip(labels, ends):  # noqa: B905  # without labels there is one end too many
        words = _ROLE_WORD.findall(label["roles"])
        roles = list(dict.fromkeys(_ROLES[word.lower()] for word in words))
        parts.append((roles, line[label.end() : end]))
    return parts


def _names(text: str) -> list[tuple[str, str, str]]:
    """(name, job title, kind) for each name in `text`."""
    if not text:
        return []
    if agency := _FROM_AGENCY.match(text):
        return [(text[agency.end() :].strip(_EDGES), "", "agency")]
    job = _JOB.search(text)
    if job is None:
        return [_without_job(name) for name in _apart(text)]
    if job.start() == 0:
        return _with_job_first(text)
    *others, signer = _apart(text[: job.start()]) or [""]
    if not signer:
        return [(text, "", "official")]
    official = (person_capitals(signer), text[job.start() :].strip(_EDGES), "official")
    return [*map(_without_job, others), official]


def _apart(text: str) -> list[str]:
    pieces = (piece.strip(_EDGES) for piece in _NAME_SEPARATOR.split(text))
    return [_FORM_OF_ADDRESS.sub("", piece, count=1) for piece in pieces if piece]


def _without_job(name: str) -> tuple[str, str, str]:
    is_agency = _NOT_A_PERSON.search(name) and not _REPORTERS.search(name)
    return person_capitals(name), "", "agency" if is_agency else "contributor"


def _with_job_first(text: str) -> list[tuple[str, str, str]]:
    """Part "Thiếu tướng Lê Văn Phúc": the name is the last run of capitalised syllables.

    An office that signs without a name stands in its place.
    """
    separator = _NAME_SEPARATOR.search(text)
    first = text[: separator.start()] if separator else text
    syllables = first.split()
    start = len(syllables)
    while start > 0 and syllables[start - 1][0].isupper():
        start -= 1
    if len(syllables) - start > 4:
        known = (i for i in range(start, len(syllables) - 1) if syllables[i] in _FAMILY_NAMES)
        start = max(known, default=0)
    if start == 0 or start > len(syllables) - 2:
        return [(text, "", "official")]
    name, job_title = " ".join(syllables[start:]), " ".join(syllables[:start])
    following = _names(text[separator.end() :].strip(_EDGES)) if separator else []
    return [(person_capitals(name), job_title.strip(_EDGES), "official"), *following]
