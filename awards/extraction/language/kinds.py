"""The nouns that are counted, and what kind of recipient each is: "7 tập thể", "15 công chức", "3 hộ dân"."""

from awards.extraction.language import nouns
from awards.extraction.language.nouns import COLLECTIVE, HOUSEHOLD, INDIVIDUAL
from awards.extraction.language.phrases import phrases, valued

_COLLECTIVES = (
    "tập thể nhỏ|tập thể|đơn vị|cơ quan|tổ chức|nhà thầu|nhà tài trợ|nhà cung cấp|doanh nghiệp|công ty|địa phương|cơ sở|đầu mối|nhà trường|trường|điểm trường|lớp học|phòng ban"
    "|chi cục|cục|vụ|phòng|đội|tổ|ban|ngành|sở|bộ , ngành|bộ , ban , ngành|bộ phận|đoàn thể|chốt|kíp|công trường|quỹ tín dụng|ngân hàng"
    "|tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu|thôn|làng|làng nghề|bản|ấp|buôn|phum|sóc|xóm|khu phố|khóm|đảo"
    "|cộng đồng dân cư|cộng đồng|hội đoàn|khu dân cư|tổ dân phố|tổ dân cư|tổ liên gia|tổ bảo vệ dân phố|dòng họ|họ đạo|tổ hợp tác|hợp tác xã|trang trại|nhóm tác giả|nhóm"
    "|chi bộ|đảng bộ|chi đảng bộ|tổ chức công đoàn|công đoàn|công đoàn cơ sở|nghiệp đoàn|đoàn cơ sở|đoàn xã|đoàn trường|chi đội|chi đoàn|chi hội|hội|câu lạc bộ"
    "|đại lý thuế|đại lý|tàu|nhà thuốc|siêu thị|khách sạn|bưu cục|cửa hàng|cửa khẩu|nhà văn hóa|phòng khám|tòa soạn|kênh truyền hình|nhà thờ|thánh thất"
    "|nhà chùa|gia tộc|cấp ủy|ca trực|điểm bưu điện"
    "|đồn biên phòng|đồn|trạm|hải đội|hải đoàn|cụm thi đua|khối thi đua|cụm , khối thi đua|khối , cụm thi đua|xí nghiệp|nhà máy|phân xưởng|trung tâm|bệnh viện|khoa|viện"
    "|đại đội|trung đội|tiểu đội|tiểu đoàn|trung đoàn|lữ đoàn"
)
# Who is held up as an example may be a person or a body: "15 điển hình tiên tiến".
EXAMPLES = phrases(
    "tấm gương điển hình tiên tiến|tấm gương điển hình|tấm gương|gương điển hình tiên tiến|gương điển hình|gương|điển hình tiên tiến|điển hình"
)
_INDIVIDUALS = (
    "cá nhân|gương người tốt , việc tốt|tấm gương người tốt , việc tốt|gương người tốt việc tốt|gương thanh niên|gương phụ nữ|đồng chí|người lao động|người|công dân|gương mặt|nam , nữ|thành viên|đại biểu|tác giả|đồng tác giả|nạn nhân|nhân chứng|du khách|kiều bào|việt kiều|du học sinh"
    "|cán bộ|công chức|viên chức|nhân viên|lãnh đạo|nguyên lãnh đạo|nhà lãnh đạo|nhà quản lý|kiểm soát viên|chuyên viên|cảnh sát|cảnh sát giao thông|trinh sát|kiểm lâm|thủ lĩnh"
    "|chiến sĩ|chiến sỹ|hạ sĩ quan|sĩ quan|quân nhân|tân binh|dân quân|dân phòng|cựu chiến binh|thương binh|cựu thanh niên xung phong|cựu tù|mẹ liệt sĩ|bà mẹ|mẹ"
    "|đảng viên|đoàn viên công đoàn|công đoàn viên|đoàn viên|hội viên nông dân|hội viên phụ nữ|hội viên|đội viên|thanh niên|thiếu nhi|nhi đồng|phụ nữ|nữ đoàn viên|nữ cán bộ|tuyên truyền viên|cộng tác viên|tình nguyện viên|hòa giải viên"
    "|giáo viên|nhà giáo|thầy giáo|cô giáo|thầy , cô giáo|thầy , cô|thầy cô giáo|thầy cô|giảng viên|học sinh|sinh viên|học viên|trí thức"
    "|y , bác sĩ|y , bác sỹ|y bác sĩ|y bác sỹ|bác sĩ|y sĩ|y tá|điều dưỡng|hộ sinh|nữ hộ sinh|dược sĩ|lương y|thầy thuốc|kỹ thuật viên"
    "|công nhân|công nhân viên|lao động|lao công|thợ lò|thợ|tay thợ|nông dân|ngư dân|diêm dân|tiểu thương|doanh nhân|lái xe|lái tàu|tài xế|bưu tá|gác chắn|phi công|thuyền viên|thủy thủ"
    "|kỹ sư|nhà khoa học|chuyên gia|nghệ sĩ|nghệ sỹ|văn nghệ sĩ|văn nghệ sỹ|nghệ nhân|nghệ nhân dân gian|công an viên|công chứng viên|phóng viên|nhà báo|luật sư|vận động viên|huấn luyện viên|trọng tài"
    "|già làng|trưởng thôn|trưởng bản|tổ trưởng|người có uy tín|nhà hảo tâm|mạnh thường quân|chức sắc|chức việc|nhà sư|nhà tu hành|linh mục|mục sư|phật tử|tín đồ"
    "|nhà sáng chế|nhà thiết kế|nhà hoạt động xã hội|nhà hoạt động|nhà phê bình|nhà biên kịch|nhà điêu khắc|nhà vô địch|nhà ngoại giao|nhà nông|nhà từ thiện|nhà sưu tầm|nhà sử học|nhà đầu tư|nhà nghiên cứu"
    "|thủ quỹ|văn thư|đầu bếp|cấp dưỡng|tạp vụ|hộ lý|dược tá|chi hội trưởng|tăng ni|giáo dân|cựu giáo chức|con liệt sĩ|vợ liệt sĩ|trẻ em|bạn trẻ|bạn học sinh|bạn sinh viên|bạn|học trò|lưu học sinh|nghiên cứu sinh"
    "|bộ đội|hội thẩm nhân dân|hội thẩm|trợ giúp viên|quay phim|tay vợt|tay đua|cua - rơ|cư dân|hoa tiêu|dự báo viên|trực ban viên|người hiến máu"
    "|quần chúng|đồng nghiệp|đồng đội|lãnh sự|kiện tướng|đại kiện tướng|kình ngư|đô vật|thủ môn|tiền đạo|tiền vệ|hậu vệ|trung vệ|nam sinh|nữ sinh|cô gái|chàng trai|mẹ con|anh em ruột|anh em|chị em|cha con|bố con|vợ chồng|bà con|cụ|ông|bà|anh|chị|thầy|cô|em|cháu|vị"
)
KIND_NOUNS = valued(
    ("hộ gia đình|gia đình|hộ dân|hộ", HOUSEHOLD), (_COLLECTIVES, COLLECTIVE), (_INDIVIDUALS, INDIVIDUAL)
)
SHORTENED = {
    **dict.fromkeys("CBCC CBCCVC CBCNV CBNV CBCS CNVC CNVCLĐ CNLĐ NLĐ ĐVTN HSSV".split(), INDIVIDUAL),
    **dict.fromkeys("CĐCS HTX DN CLB".split(), COLLECTIVE),
}
# The last syllable of nouns for people, where the noun itself is not listed: "văn sĩ", "biên tập viên".
_PEOPLE_END_IN = set("viên sĩ sỹ sinh nhân thủ gia giả hữu niên sư".split())
_NOBODY = phrases(
    "tham gia|quốc gia|phát sinh|hy sinh|hi sinh|vệ sinh|an sinh|dân sinh|tuyển sinh|động viên|sở hữu|nguyên nhân|pháp nhân|hạt nhân"
)
_PREFIXES = {"nữ", "nam", "cựu", "nguyên"}
# "cán bộ, công chức, viên chức" are one group of people, counted once.
STAFF = {"cán bộ", "công chức", "viên chức", "người lao động", "chiến sĩ", "chiến sỹ", "nhân viên"}
# What praises those counted, between their noun and the next: "5 tập thể tiêu biểu và 7 cá nhân".
QUALITIES = phrases(
    "xuất sắc tiêu biểu|tiêu biểu xuất sắc|xuất sắc nhất|tiêu biểu nhất|xuất sắc|tiêu biểu|điển hình tiên tiến|điển hình|tiên tiến|ưu tú|giỏi quốc gia|giỏi cấp quốc gia|giỏi cấp tỉnh|giỏi cấp thành phố|giỏi cấp huyện|giỏi"
    "|có thành tích xuất sắc|có thành tích tiêu biểu|có thành tích đặc biệt xuất sắc|có nhiều thành tích|có nhiều đóng góp"
)
# What a number names, not counts, when it stands behind.
NUMBERED = set(
    "bậc loại mức lớp khóa khoá tháng quý tổ khu quận đoàn thôn bản xóm khóm phố buôn phường ấp vùng thứ tuổi đạo".split()
)
# What is counted, but gets no award.
MEASURES = set(
    "tuổi năm lần tháng ngày đợt giờ tuần phút km kg m triệu tỷ tỉ nghìn đồng suất vụ loại hạng giải cờ bằng giấy huân huy kỷ danh sáng đề mô công lượt tấn ha điểm phiếu"
    " bộ chiếc tấm lá khung cuốn bài tác phần mức nội tiêu chỉ nhiệm phong trăm mươi khối cụm nhóm chương dự chuyên tốt".split()
)
# Before a noun for a person these say that it is one alone: "nữ hộ sinh", "người thợ điện", "chàng kỹ sư".
_ONE = {"nữ", "nam", "chàng", "cậu", "vị", "gã", "lão", "người"}
_TOLD_OF_AS_ONE = set(
    "thợ lính thầy mẹ cha bố đàn phụ con anh chiến cựu nông bác đội thủ chủ thương nghệ cán đảng".split()
)


def unnamed_person(lows: list[str], at: int) -> int:
    """The place after "nữ hộ sinh", "người thợ điện", one person whose name is not said, or `at`."""
    if at + 1 >= len(lows) or lows[at] not in _ONE:
        return at
    if lows[at] == "người":
        return at + 2 if lows[at + 1] in _TOLD_OF_AS_ONE else at
    kind, end = kind_at(lows, at + 1)
    return end if kind == INDIVIDUAL else at


def kind_at(lows: list[str], at: int) -> tuple[str | None, int]:
    """The kind of the noun that is counted here and the place after it; (None, at) where none is."""
    end, kind = KIND_NOUNS.match(lows, at)
    if kind == COLLECTIVE and lows[end : end + 1] in (["trưởng"], ["phó"]):
        return INDIVIDUAL, end + 1  # "5 đội trưởng"
    if kind is None and at < len(lows) and lows[at] in _PREFIXES:
        end, kind = KIND_NOUNS.match(lows, at + 1)  # "nữ công nhân", "cựu giáo chức"
        if kind != INDIVIDUAL:
            return None, at
    headed = nouns.ORGANISATION_HEADS.match(lows, at)[0]
    person = _person(lows, at)
    other = nouns.NOT_HEADS.match(lows, at)[0]
    if max(end, headed, person) < other and lows[other - 1] != ",":
        return None, at
    if person > max(end, headed):
        return HOUSEHOLD if kind == HOUSEHOLD else INDIVIDUAL, person  # "6 hộ xã viên"
    return (COLLECTIVE, headed) if headed > end else (kind, end)


def _person(lows: list[str], at: int) -> int:
    """The place after "nhạc sĩ" or "biên tập viên", nouns that need not be listed, or `at`."""
    words = lows[at : at + 3]
    if _NOBODY.match(lows, at)[0] > at or words[1:] == ["thủ", "tướng"]:
        return at
    if words[1:] in (["gia", "đình"], ["nhân", "dịp"], ["nhân", "kỷ"], ["nhân", "ngày"]):
        return at  # "2 phòng nhân dịp …"
    if not words or words[0] in MEASURES | nouns.STOPS or not all(word.isalpha() for word in words[:2]):
        return at
    if words[2:] == ["viên"] and words[1] not in nouns.STOPS:
        return at + 3
    return at + 2 if len(words) > 1 and words[1] in _PEOPLE_END_IN else at
