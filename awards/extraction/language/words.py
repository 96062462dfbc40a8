"""The verbs and small words by which statements of honours are told."""

from awards.extraction.language.phrases import phrases

MANY = phrases(
    "chục|vài chục|vài trăm|vài nghìn|mấy chục|mấy trăm|vài|dăm|mấy|hàng loạt|không ít|rất nhiều|hàng vạn|nhiều|hàng chục|hàng trăm|hàng nghìn|hàng ngàn|một số|các|những|đông đảo"
)
ABOUT = phrases(
    "nhóm|ngót|xấp xỉ|chừng|toàn bộ|toàn thể|tổng cộng|hơn|gần|khoảng|trên|tổng số|tất cả|cả|thêm|tới|đến|ít nhất|đúng|vỏn vẹn|chỉ"
)
GIVE = phrases(
    "đền đáp|ghi công|ghi nhận|tôn vinh|vinh danh|khen thưởng bằng hình thức|khen thưởng|biểu dương|tuyên dương danh hiệu|tuyên dương|thuộc về|trao tận tay|trao đến|trao tới|tặng thưởng|dành tặng|gửi tặng|trao tặng|truy tặng|phong tặng|truy phong|tặng|trao|công nhận|phong|thưởng|gắn|cấp|gửi"
)
# By these the merits are told of, not who has them.
REPAYING = {"đền đáp", "ghi nhận", "tôn vinh"}
ON_THE_WAY_TO_GIVE = phrases(
    "đã|vừa|cũng|còn|ký|đồng thời|quyết định|ký quyết định|ban hành quyết định|thống nhất|xét"
)
# Verbs that give only with a form named as their "hình thức", or behind "bằng".
COMMENDING = phrases("đền đáp|khen thưởng|biểu dương|ghi nhận|tôn vinh|vinh danh")
RECEIVE = phrases(
    "không dừng lại ở|không chỉ dừng lại ở|không dừng ở|không chỉ dừng ở|giữ vững|gặt hái được|gặt hái|rinh về|đem về|đón nhận|đón|lĩnh|mang về|mang lại|đem lại|nhận được|nhận|đạt được|đạt|giành được|giành|đoạt"
)
NOT_RECEIVE_AFTER = {
    "đón",
    "ghi",
    "công",
    "chứng",
    "xác",
    "tiếp",
    "thừa",
    "nhìn",
    "cảm",
    "đảm",
    "diễn",
    "truyền",
    "bày",
    "bản",
    "thủ",
    "cương",
    "thống",
    "chiếm",
}
PROPOSE = phrases(
    "đề nghị|kiến nghị|trình|đề xuất|giới thiệu|lấy ý kiến|hồ sơ|đang xét|xem xét|đang được xét|hiệp y"
)
NOT_PROPOSE_AFTER = {"theo", "sở", "xét", "cứ"}
MANDATES = phrases(
    "được sự ủy quyền của|được sự uỷ quyền của|theo ủy quyền của|theo uỷ quyền của|thừa ủy quyền|thừa uỷ quyền|được ủy quyền của|được uỷ quyền của|thay mặt"
)
REVOKE = phrases("thu hồi|hủy bỏ|huỷ bỏ|hủy|huỷ|tước bỏ|tước|bãi bỏ")
# An aim right before the verb, and words that turn a whole clause into a hope or a condition.
AIMS = phrases(
    "phương hướng|thẩm quyền|tham mưu việc|tham mưu về việc|hãy|theo kế hoạch|theo dự kiến|phấn đấu|hướng tới|hướng đến|quyết tâm|sẽ|xứng đáng|đủ điều kiện|tiêu chuẩn|điều kiện|chỉ tiêu|đăng ký|có thể|cần"
    "|muốn|mục tiêu|thi đua|ước|chờ|dự kiến|đặt ra|sớm|quy trình|thủ tục|tập huấn|hướng dẫn"
)
# What such a plan goes on with, unlike "nhiều năm phấn đấu".
PLANNING = set("đến cuối có đạt mỗi hằng hàng trong để từ tới xây là hoàn năm phần".split())
# An aim that also governs a subject behind it.
PLANS = {"phương hướng", "mục tiêu", "phấn đấu", "quyết tâm", "hướng tới", "chỉ tiêu", "đặt ra"}
WISHES = {"mong muốn", "mong", "hy vọng", "hi vọng", "kỳ vọng", "kì vọng", "ước mơ"}
HOPES = phrases(
    "bao giờ|bản gốc|bản sao|hiện vật|lẽ ra|đáng lẽ|đáng ra|chỉ mơ|mơ có|mơ được|%|trường hợp|bức ảnh|bức tranh|tin giả|tin thất thiệt|thông tin sai|tỷ lệ|tỉ lệ|mong muốn|mong|hy vọng|hi vọng|kỳ vọng|kì vọng|nếu|để được|để|khi được|quy định|tiêu chuẩn|điều kiện|ước mơ"
    "|phấn đấu để|thông tin lan truyền|tin đồn|bịa đặt|mạo nhận|giả mạo"
)
NOT = phrases("rút hồ sơ|trả lại hồ sơ|dừng xét|từ chối|chưa từng|chưa bao giờ|chưa|không|chẳng|thay vì|suýt")
LISTS = phrases(
    "bao gồm|gồm có|gồm|trong đó có|trong đó|trong số đó có|trong số đó|trong số này có|trong số này|cụ thể là|cụ thể|đó là|là|tiêu biểu là|tiêu biểu|như|điển hình là"
)
# What goes on telling of a person just named.
RELATIVE = {"người", "đã", "vì", "từng", "vừa", "hiện", "nay", "sinh"}
DENIED = phrases(
    "là không đúng|là không chính xác|không có thật|không đúng sự thật|là sai sự thật|là bịa đặt|bác bỏ thông tin|là tin giả|là giả mạo"
)
INTO_A_YEAR = {"trong", "vào", "như", "đầu", "cuối", "giữa", "ngay", "đến", "tới", "sang"}
NOW = {"nay": {"năm", "hiện"}, "ngoái": {"năm"}, "đây": {"mới"}}  # by their second word
# What only rules say: who is not named in such a sentence is anybody.
RULES = phrases(
    "đủ điều kiện|mức lương|phải có|phải đạt|tiêu chuẩn|quy định|được hưởng|được miễn|được ưu tiên|được cộng|trường hợp sau|đối tượng|thì được|không quá|tối thiểu|mức chi|gửi về|ai được|ai đạt|mới được xem xét|mới được xét|mới được đề nghị"
)
CLAUSE_OPENERS = set("rồi biết rằng hay kể khi mà nên thì nhưng song lúc vì".split())
# What opens a reason behind all that was said.
WHY = {"vì", "do", "theo", "nhân", "nhờ"}
TIMES = {"năm", "nay", "này", "đợt", "lần", "đã", "cũng", "vừa"}
JOINING = set(
    "đây riêng thì rồi đang từng luôn đều mới nay mà một hai ba bốn lần đã được đồng thời còn cũng vinh dự nhiều lần tiếp tục liền sau đó tiếp theo lại vừa".split()
)
# What may stand before a verb whose subject follows: "Sau khi được tặng …, anh A".
FRONTING = {
    "thành",
    "tích",
    "kể",
    "thứ",
    "từng",
    "mới",
    "với",
    "việc",
    "sau",
    "khi",
    "ngay",
    "nhờ",
    "từ",
    "vừa",
    "ngoài",
}
CLASSES = {
    "nhất": "Nhất",
    "nhì": "Nhì",
    "ba": "Ba",
    "i": "Nhất",
    "ii": "Nhì",
    "iii": "Ba",
    "1": "Nhất",
    "2": "Nhì",
    "3": "Ba",
}
PROPOSED, REVOKED, AWARDED = "proposed", "revoked", "awarded"
