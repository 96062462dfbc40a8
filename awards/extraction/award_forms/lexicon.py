"""The forms of award that extraction knows: the rows of the law, their short forms, and abbreviations."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from awards.extraction.language.tokens import Token, lower_case

# Heads whose name says who confers: the authority belongs to the form.
AUTHORITY_CARRIERS = (
    ("bằng", "khen"), ("giấy", "khen"), ("cờ", "thi", "đua"), ("bk",), ("gk",),
)  # fmt: skip
OPEN_HEADS = (
    ("huân", "chương"),
    ("huy", "chương"),
    ("hc",),
    ("kỷ", "niệm", "chương"),
    ("kỉ", "niệm", "chương"),
)
# Abbreviations of heads and of offices, which no row of the law lists.
ABBREVIATIONS = {
    "BK": "Bằng khen", "GK": "Giấy khen", "HC": "Huân chương", "HCQC": "Huân chương Quân công", "TTg": "Thủ tướng Chính phủ", "TTCP": "Thủ tướng Chính phủ",
    "NGND": "Nhà giáo Nhân dân", "NGƯT": "Nhà giáo Ưu tú", "TTND": "Thầy thuốc Nhân dân", "TTƯT": "Thầy thuốc Ưu tú", "NSND": "Nghệ sĩ Nhân dân",
    "NSƯT": "Nghệ sĩ Ưu tú", "NNND": "Nghệ nhân Nhân dân", "NNƯT": "Nghệ nhân Ưu tú",
    "TCHQ": "Tổng cục Hải quan", "BTC": "Bộ Tài chính", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân",
    "LLVT": "Lực lượng vũ trang",
    "BĐBP": "Bộ đội Biên phòng", "LĐLĐ": "Liên đoàn Lao động", "MTTQ": "Mặt trận Tổ quốc", "LHPN": "Liên hiệp Phụ nữ",
    "CCB": "Cựu chiến binh", "BCH": "Ban Chấp hành", "TƯ": "Trung ương", "TW": "Trung ương", "BTV": "Ban Thường vụ", "CHQS": "Chỉ huy Quân sự", "BQP": "Bộ Quốc phòng", "BCA": "Bộ Công an",
    "BYT": "Bộ Y tế", "BNV": "Bộ Nội vụ", "BCT": "Bộ Công Thương", "BTP": "Bộ Tư pháp", "BXD": "Bộ Xây dựng", "KBNN": "Kho bạc Nhà nước",
    "NHNN": "Ngân hàng Nhà nước", "BHXH": "Bảo hiểm xã hội", "CTN": "Chủ tịch nước", "HQ": "Hải quan", "TCT": "Tổng cục Thuế", "QLTT": "Quản lý thị trường",
    "PCCC": "Phòng cháy chữa cháy", "ĐBQH": "Đại biểu Quốc hội", "VKSND": "Viện kiểm sát nhân dân", "TAND": "Tòa án nhân dân", "TNXP": "Thanh niên xung phong", "TNCS": "Thanh niên Cộng sản", "LLVTND": "Lực lượng vũ trang nhân dân",
    "GD&ĐT": "Giáo dục và Đào tạo", "GDĐT": "Giáo dục và Đào tạo", "QĐND": "Quân đội nhân dân", "CAND": "Công an nhân dân",
    "GD-ĐT": "Giáo dục và Đào tạo", "PTNT": "Phát triển nông thôn", "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
    "NN-PTNT": "Nông nghiệp và Phát triển nông thôn", "LĐTBXH": "Lao động - Thương binh và Xã hội", "LĐ-TB&XH": "Lao động - Thương binh và Xã hội",
    "LĐTB&XH": "Lao động - Thương binh và Xã hội", "TN&MT": "Tài nguyên và Môi trường", "TT&TT": "Thông tin và Truyền thông",
    "KH&CN": "Khoa học và Công nghệ", "KH&ĐT": "Kế hoạch và Đầu tư", "GTVT": "Giao thông vận tải", "VHTT&DL": "Văn hóa, Thể thao và Du lịch",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch", "VH-TT&DL": "Văn hóa, Thể thao và Du lịch",
}  # fmt: skip


@dataclass
class Lexicon:
    """Names of forms as lower-case syllables, by their first one, and what abbreviations stand for."""

    names: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    with_classes: set[tuple[str, ...]] = field(default_factory=set)
    abbreviations: dict[str, str] = field(default_factory=lambda: dict(ABBREVIATIONS))

    @classmethod
    def of(cls, forms: Iterable[tuple[str, Iterable[str], bool]]) -> "Lexicon":
        """From (name, short forms, whether it has classes) of every form."""
        lexicon = cls()
        for name, aliases, has_classes in forms:
            for spelling in (name, *aliases):
                key = tuple(map(lower_case, spelling.replace(",", " ,").split()))
                lexicon.names.setdefault(key[0], []).append(key)
                if has_classes:
                    lexicon.with_classes.add(key)
                lexicon._learn_abbreviation(spelling, name)
        for keys in lexicon.names.values():
            keys.sort(key=len, reverse=True)
        return lexicon

    @cached_property
    def openings(self) -> set[tuple[str, ...]]:
        """The first two syllables, or the only one, of everything by which a form may be named."""
        heads = {("chiến", "sĩ"), ("chiến", "sỹ")}
        heads.update(key[:2] for key in (*AUTHORITY_CARRIERS, *OPEN_HEADS))
        heads.update(key[:2] for keys in self.names.values() for key in keys)
        shortened = [
            (short.lower(),)
            for short, full in self.abbreviations.items()
            if tuple(full.lower().split()[:2]) in heads
        ]
        return heads.union(shortened)

    def may_open(self, low: str, after: str) -> bool:
        """Whether a form may begin with these two syllables."""
        return (low, after) in self.openings or (low,) in self.openings

    def may_be_mentioned(self, tokens: list[Token]) -> bool:
        """Whether any form may be named among these tokens; cheap, and never wrongly no."""
        lows = [token.low for token in tokens]
        return any(self.may_open(low, after) for low, after in zip(lows, [*lows[1:], ""], strict=True))

    def _learn_abbreviation(self, spelling: str, name: str) -> None:
        """ "CSTĐ cơ sở" beside "Chiến sĩ thi đua cơ sở" teaches CSTĐ: its letters begin the syllables."""
        short, *rest = spelling.split()
        syllables = name.split()
        last = rest[-1:] and syllables[len(rest) :]
        if last and rest[-1] == "".join(syllable[0] for syllable in last).upper() and len(last) > 2:
            self.abbreviations.setdefault(rest[-1], " ".join(last))  # "Bà mẹ VNAH"
        size = len(syllables) - len(rest)
        # Capitals only: TTLĐXS, NSƯT, LLVTND.
        if len(short) < 2 or not short.isupper() or size < len(short) - 1 or size < 2:
            return
        head, tail = syllables[:size], syllables[size:]
        initials = "".join(syllable[0] for syllable in head).upper()
        same_tail = [one.lower() for one in tail] == [one.lower() for one in rest]
        if (initials == short and same_tail) or (not rest and initials.startswith(short[0])):
            self.abbreviations.setdefault(short, " ".join(head if same_tail else syllables))

    def longest_name(self, tokens: list[Token], at: int) -> int:
        """The place after the longest form name that begins here, or `at`."""
        lows: list[str] = []
        ends: list[int] = []  # the token behind each syllable, abbreviations written out
        for place, token in enumerate(tokens[at : at + 12], at):
            syllables = self.abbreviations.get(token.text, token.text).lower().split()
            lows += syllables
            ends += [place + 1] * len(syllables)
        for key in self.names.get(lows[0], ()):
            if tuple(lows[: len(key)]) == key:
                return ends[len(key) - 1]
        return at

    def expand(self, text: str) -> str:
        """The printed words with every abbreviation written out."""
        return " ".join(self.abbreviations.get(word, word) for word in text.split())


def from_database() -> Lexicon:
    """The lexicon of this site's forms; the seeded ones where a site has none yet."""
    from django.db import DatabaseError

    from awards.models import AwardForm

    try:
        rows = list(AwardForm.objects.values_list("name", "aliases", "has_classes"))
    except DatabaseError:
        rows = []
    return Lexicon.of(rows or seeded_forms())


def seeded_forms() -> list[tuple[str, list[str], bool]]:
    """(name, short forms, whether it has classes) of the forms that fixtures bring."""
    import json

    from django.conf import settings

    entries = json.loads((settings.BASE_DIR / "fixtures" / "award_forms.json").read_text(encoding="utf-8"))
    fields = [entry["fields"] for entry in entries if entry["model"] == "awards.awardform"]
    return [(row["name"], row.get("aliases", []), row.get("has_classes", False)) for row in fields]
