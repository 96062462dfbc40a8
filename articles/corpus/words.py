"""Sentences and paragraphs from a small vocabulary of our own: common words are common, names plainly made up."""

import random
from functools import lru_cache

_SUBJECTS = """
đơn vị mẫu;tập thể mẫu;cán bộ tuyến đầu;đội công tác;phòng chuyên môn;ban chỉ đạo;doanh nghiệp trong vùng;
người dân địa phương;đoàn kiểm tra;hội đồng thi đua;tổ công tác số hóa;lực lượng hải quan;cơ quan thường trực;
trường dạy nghề;hợp tác xã mẫu;bến cảng mẫu;cửa khẩu mẫu;nhà máy mẫu;chi đoàn thanh niên;công đoàn cơ sở
"""
_VERBS = """
triển khai;hoàn thành;phát động;tổng kết;đánh giá;công bố;tiếp nhận;xây dựng;mở rộng;rút ngắn;kiểm tra;hướng dẫn;
giới thiệu;ghi nhận;phối hợp thực hiện;sắp xếp lại;thử nghiệm;chuẩn bị;theo dõi;cải tiến
"""
_OBJECTS = """
phong trào thi đua yêu nước;thủ tục thông quan;kế hoạch năm;mô hình dân vận khéo;chương trình chuyển đổi số;
hồ sơ điện tử;công tác khen thưởng;quy trình giám sát;nhiệm vụ thu ngân sách nhà nước;hệ thống một cửa;
phương án chống buôn lậu;tuyến đường liên xã;lớp bồi dưỡng nghiệp vụ;sáng kiến kỹ thuật;điểm tiếp dân;
kho dữ liệu dùng chung;công trình thủy lợi;vườn ươm giống;chuyến tàu hàng;phiên chợ vùng cao;đợt tuyên truyền;
quỹ học bổng;bộ tiêu chí chấm điểm;cuộc thi tay nghề;bản đồ số
"""
_WAYS = """
trong quý vừa qua;theo đúng tiến độ;với sự tham gia của nhiều đơn vị;bằng nguồn lực tại chỗ;
trên địa bàn toàn vùng;sau sáu tháng chuẩn bị;dưới sự chỉ đạo của cấp trên;để phục vụ người dân tốt hơn;
ngay từ những ngày đầu năm;mà không phát sinh chi phí;cùng với các địa phương lân cận;theo yêu cầu của thực tiễn;
nhằm nâng cao hiệu quả quản lý;giữa mùa mưa bão;trước thời hạn đã cam kết
"""
_JOINTS = "đồng thời;qua đó;nhờ vậy;bên cạnh đó;từ kết quả ấy;trong khi đó;vì thế"
_ONSETS = "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x".split()
_RIMES = "a an anh ao âm âu ăng ê em iên iêu inh o oai oan ong ô ôi ơi u ua uy ưa ươi ương".split()

POOL = 6000


def _list(text: str) -> list[str]:
    return [one.strip() for one in text.split(";")]


SUBJECTS, VERBS, OBJECTS, WAYS, JOINTS = map(_list, (_SUBJECTS, _VERBS, _OBJECTS, _WAYS, _JOINTS))


def _skewed(chance: random.Random, words: list[str]) -> str:
    """The first words of a list much oftener than its last, as in real texts."""
    return words[int(len(words) * chance.random() ** 2)]


def _rare_word(chance: random.Random) -> str:
    """Two syllables that together mean nothing: what few stories have in common."""
    return " ".join(chance.choice(_ONSETS) + chance.choice(_RIMES) for _ in range(2))


def sentence(chance: random.Random) -> str:
    """About twenty syllables with a full stop."""
    clauses = [
        " ".join(_skewed(chance, words) for words in (SUBJECTS, VERBS, OBJECTS, WAYS))
        for _ in range(1 + (chance.random() < 0.3))
    ]
    text = f", {_skewed(chance, JOINTS)} ".join(clauses)
    if chance.random() < 0.2:
        text += f" tại {_rare_word(chance).title()}"
    if chance.random() < 0.2:
        text += f", đạt {chance.randint(2, 99)} phần trăm"
    return text[0].upper() + text[1:] + "."


@lru_cache(maxsize=4)
def sentences(seed: int) -> list[str]:
    """The sentences that the stories of one seed are put together from."""
    chance = random.Random(f"sentences {seed}")  # noqa: S311 - the same for the same seed
    return [sentence(chance) for _ in range(POOL)]


def paragraph(chance: random.Random, pool: list[str], words: int) -> str:
    """Whole sentences of the pool until there are so many words."""
    chosen, count = [], 0
    while count < words:
        chosen.append(chance.choice(pool))
        count += chosen[-1].count(" ") + 1
    return " ".join(chosen)
