"""Honours told in every combination of form, class, recipient, list and verb: what is read is known from how it was built."""

from itertools import product

import pytest

from awards.extraction import Lexicon, extract
from awards.extraction.award_forms.lexicon import seeded_forms

LEXICON = Lexicon.of(seeded_forms())
KINDS = {
    "collective": "tập thể|đơn vị|doanh nghiệp|chi cục|xã|thôn|khu phố|trường|trạm y tế|chi bộ|công đoàn cơ sở|liên đội|đồn biên phòng|hợp tác xã"
    "|tổ dân phố|thư viện|tạp chí|nhà xuất bản|hội đồng trường|quỹ tín dụng|làng|chùa|sư đoàn",
    "individual": "cá nhân|công chức|cán bộ, chiến sĩ|giáo viên|thầy, cô giáo|y, bác sĩ|nông dân|kiến trúc sư|biên tập viên|thanh tra viên|linh mục|già làng"
    "|nhà nghiên cứu|tổ trưởng tổ dân phố|cán bộ, công chức, viên chức|nữ doanh nhân|thợ lò|phật tử|giám đốc|đại tá",
    "household": "hộ|hộ gia đình|gia đình",
}
NUMBERS = (("5", 5), ("03", 3), ("1.205", 1205), ("ba mươi hai", 32), ("hơn 120", 120), ("nhiều", "many"))
ORDERS = ("Độc lập", "Quân công", "Lao động", "Bảo vệ Tổ quốc", "Chiến công")
OTHER_FORMS = (
    "Huân chương Sao vàng|Huân chương Dũng cảm|Huân chương Hữu nghị|Huy chương Vì an ninh Tổ quốc|Cờ thi đua của Chính phủ|Cờ thi đua cấp Bộ"
    "|Bằng khen của Thủ tướng Chính phủ|Bằng khen của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch|Giấy khen của Giám đốc Công an tỉnh"
    "|Kỷ niệm chương Vì sự nghiệp Tài chính|Anh hùng Lao động|Anh hùng Lực lượng vũ trang nhân dân|Giải thưởng Hồ Chí Minh"
)
BODIES = (
    "Chi cục Hải quan cửa khẩu cảng Mẫu|Đội Kiểm soát phòng, chống ma túy|Vụ Thi đua - Khen thưởng|Sở Văn hóa, Thể thao và Du lịch Mẫu Hà|Văn phòng Tỉnh ủy"
    "|Trường THPT chuyên Mẫu Phong|Công ty TNHH MTV Mẫu Hai|Khoa Hồi sức tích cực - Chống độc|Ban Chỉ đạo 389 tỉnh|Tàu Cảnh sát biển 8001|HTX Dịch vụ Mẫu"
    "|Trường Mầm non 20/10|Ban Quản lý các khu công nghiệp tỉnh Mẫu|Kho bạc Nhà nước huyện Mẫu Sơn|Đồn Biên phòng Mẫu Pa|Công đoàn cơ sở Công ty Mẫu Một"
)
PEOPLE = (
    "ông Nguyễn Văn Mẫu|cô giáo mầm non Trần Thị Giả|Thượng tá Y Bhă Niê|thợ lặn Lò Thị Mẫu|chị H’Hen Niê|Kế toán trưởng Lê Vụ|GS.TS Hồ Thị Ví|già làng Rơ Châm Mẫu"
    "|Phó Chủ tịch UBND xã Giàng A Mẫu|em học sinh Tẩn Mùi Giả|nghệ sĩ Thạch Thị Sa|liệt sĩ Phan Ban|nhân viên y tế thôn bản Vàng Thị Mẫu"
)
NAMES = "Nguyễn Văn Mẫu|Trần Thị Giả|Y Bhă Niê|Lò Thị Mẫu|H’Hen Niê|Lê Vụ|Hồ Thị Ví|Rơ Châm Mẫu|Giàng A Mẫu|Tẩn Mùi Giả|Thạch Thị Sa|Phan Ban|Vàng Thị Mẫu"
AUTHORITIES = (
    "Thủ tướng Chính phủ|Bộ Ngoại giao|Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc|Bộ NN&PTNT|Thống đốc Ngân hàng Nhà nước Việt Nam|Viện trưởng Viện kiểm sát nhân dân tối cao"
    "|Tổng LĐLĐ Việt Nam|BCH Trung ương Đoàn|Phòng Thương mại và Công nghiệp Việt Nam|Chủ tịch UBND TP.HCM|Ban Thường vụ Tỉnh ủy|Giám đốc Công an tỉnh|Bộ Tư lệnh Quân khu 4"
    "|Ban Chỉ đạo Trung ương về phòng, chống thiên tai|Hiệu trưởng nhà trường|Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam"
)
OPENINGS = (": ", " gồm: ", ", gồm ", " là: ", " (", ", trong đó có ", ", bao gồm: ", " sau đây: ")


def wrong(cases) -> list[tuple]:
    """(text, read, meant) of each case that is not read as it was meant."""
    found = []
    for text, meant in cases:
        read = [
            (one.form, one.order_class, one.recipient_kind, one.count, tuple(one.names), one.year, one.status)
            for one in extract(text, LEXICON)
        ]
        if sorted(map(repr, read)) != sorted(map(repr, meant)):
            found.append((text, read, meant))
    return found


def stated(form, order_class=None, kind=None, count=None, names=(), year=None, status="awarded"):
    return form, order_class, kind, count, tuple(names), year, status


@pytest.mark.parametrize("kind", KINDS)
def test_every_noun_is_counted_with_every_number(kind):
    form = "Bằng khen của Bộ trưởng Bộ Mẫu"
    frames = (
        "{} được Bộ trưởng Bộ Mẫu tặng Bằng khen.",
        "Bộ trưởng Bộ Mẫu tặng Bằng khen cho {} thuộc Cục Mẫu.",
    )
    told = product(KINDS[kind].split("|"), NUMBERS, frames)

    assert not wrong(
        (frame.format(f"{number} {noun}"), [stated(form, None, kind, count)])
        for noun, (number, count), frame in told
    )


def test_every_form_and_class_is_given_received_proposed_and_revoked():
    forms = [(f"Huân chương {name}", order_class) for name in ORDERS for order_class in ("Nhất", "Nhì", "Ba")]
    forms += [(form, None) for form in OTHER_FORMS.split("|")]

    def cases():
        for form, order_class in forms:
            printed = f"{form} hạng {order_class}" if order_class else form
            for kind, noun, shown, name in (
                ("collective", "tập thể", "Cục Thuế Mẫu", "Cục Thuế Mẫu"),
                ("individual", "cá nhân", "ông Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
            ):
                of = (form, order_class, kind)
                yield f"5 {noun} được tặng {printed}.", [stated(*of, 5)]
                yield f"Trao {printed} cho 12 {noun}.", [stated(*of, 12)]
                yield f"{printed} đã được trao cho 7 {noun}.", [stated(*of, 7)]
                yield f"{shown} đón nhận {printed} năm 2018.", [stated(*of, None, [name], 2018)]
                yield (
                    f"4 {noun} được đề nghị tặng {printed}.",
                    [stated(*of, 4, status="proposed")],
                )
                yield (
                    f"Thu hồi {printed} đã tặng cho {shown}.",
                    [stated(*of, None, [name], status="revoked")],
                )

    assert not wrong(cases())


def test_every_authority_is_read_before_and_behind_what_it_confers():
    frames = (
        "2 xã được {} tặng Bằng khen.",
        "{} đã quyết định tặng Bằng khen cho 2 xã.",
        "2 xã đón nhận Bằng khen của {} vì đã có thành tích.",
        "Thừa ủy quyền của {}, lãnh đạo Sở trao Bằng khen cho 2 xã.",
    )

    assert not wrong(
        (
            frame.format(authority),
            [stated(f"Bằng khen của {LEXICON.expand(authority)}", None, "collective", 2)],
        )
        for authority, frame in product(AUTHORITIES.split("|"), frames)
    )


def test_every_name_is_read_wherever_it_may_stand():
    named = [("collective", body, body) for body in BODIES.split("|")]
    named += [
        ("individual", shown, name) for shown, name in zip(PEOPLE.split("|"), NAMES.split("|"), strict=True)
    ]

    def cases():
        for kind, shown, name in named:
            first = shown[:1].upper() + shown[1:]
            one = stated("Huân chương Lao động", "Ba", kind, None, [name])
            yield f"{first} được tặng Huân chương Lao động hạng Ba.", [one]
            yield f"Dịp này, {shown} vinh dự đón nhận Huân chương Lao động hạng Ba.", [one]
            yield f"Chủ tịch nước tặng Huân chương Lao động hạng Ba cho {shown}.", [one]
            yield (
                f"Trao Bằng khen cho 2 xã và {shown} vì đã có thành tích.",
                [stated("Bằng khen", None, "collective", 2), stated("Bằng khen", None, kind, None, [name])],
            )

    assert not wrong(cases())


def test_every_list_is_read_under_its_number():
    lists = [
        ("collective", "tập thể", BODIES.split("|"), BODIES.split("|")),
        ("individual", "cá nhân", PEOPLE.split("|"), NAMES.split("|")),
    ]

    def cases():
        for kind, noun, shown, names in lists:
            for start, opening in product(range(len(shown) - 2), OPENINGS):
                three = shown[start : start + 3]
                close = ")" if opening == " (" else ""
                meant = [stated("Bằng khen của Bộ trưởng", None, kind, 3, names[start : start + 3])]
                for listed in ("; ".join(three), ", ".join(three[:2]) + " và " + three[2]):
                    yield f"Bộ trưởng tặng Bằng khen cho 3 {noun}{opening}{listed}{close}.", meant

    assert not wrong(cases())
