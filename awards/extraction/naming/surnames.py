"""Family names, and what looks like a person's name and is none: places, peoples."""

from awards.extraction.language.phrases import Phrases, phrases

SURNAMES = set(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh lưu mai trịnh đoàn đào cao hà tạ tô trương"
    " lương chu châu thái tăng la quách kiều phùng triệu vương âu doãn lâm nông giàng vàng sùng lò lường cầm hứa thân khuất"
    " nghiêm ninh ông thạch từ tống bạch cù diệp giang khổng lục mạc nhan tiêu tôn trang ung viên vi đàm đồng đường hàn"
    " hạ mẫn người lã khúc lại phó nhữ thi thiệu đèo giáp ân danh kim liêu sử sầm ma hầu vừ thào lầu mùa bàn đèo kha lữ cung phí phương tào ngọ bế"
    " bàng bành biện cấn chử chung cổ diêm điền điêu đới đậu hán hoắc khưu khương khâu lạc lai lăng lèo lều liễu lỗ lư mông nhâm nhiêu ngụy"
    " phù sái tẩn tề thiều thôi tòng trà trác trầm uông vạn mã tráng thền hờ lù cháng hảng cự xồng moong quàng phàn chảo sìn chang lừu lỳ"
    " điểu cil ksor siu rmah kpă rơ niê alăng blúp zơ pờ mùng lồ khoàng tần phủng xeo lìm ngân quản khiếu khà sì thích kiên sơn bh’riu bh'riu".split()
)
# Family names by which no place is called: two syllables that begin with one are a person.
COMMONEST = set("nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ ngô trịnh".split())
# The names of saints that Catholics bear before their own.
SAINTS = set(
    "giuse maria phêrô phaolô gioan anna têrêsa antôn đaminh phanxicô gioakim micae matthêu luca marcô augustinô catarina mátta matta tôma"
    " anrê simon stêphanô inhaxiô bênêđictô gioankim rosa anê cecilia xêxilia lucia madalena mađalêna martinô đôminicô laurensô anphongsô"
    " philipphê giacôbê emmanuel carôlô xavie xaviê baotixita isave clara agata bernadetta elisabeth monica cêcilia đa-minh phê-rô phao-lô".split()
)
# Family names of several syllables, of which one alone would be none.
LONG_SURNAMES = phrases("công tằng tôn nữ|công huyền tôn nữ|huyền tôn nữ|hoàng phủ")
# Behind one of these the third syllable is the given name: "Bá Thị Dụ".
MIDDLE_NAMES = {"thị", "văn"}
COMMON_MIDDLE_NAMES = MIDDLE_NAMES | set(
    "a y đình đức hữu minh quang ngọc xuân công bá thế trọng thanh hồng kim quốc seo".split()
)
# Family names with which the names of places begin as well: "tỉnh Trà Giang".
OF_PLACES_TOO = set(
    "trà sơn lâm thạch giang châu ninh đồng kiên hạ điền lạc trang vạn thân kim lương đông lai lục mai".split()
)
PLACES = set(
    "hà nội|hà giang|hà tĩnh|hà nam|hà tây|hồ chí minh|cao bằng|lâm đồng|thái bình|thái nguyên|ninh bình|ninh thuận|lai châu"
    "|đồng nai|đồng tháp|đồng đăng|kiên giang|tiền giang|hậu giang|an giang|bắc giang|phú thọ|phú yên|tây ninh|quảng ninh"
    "|dương đông|cao lãnh|vàng danh|mai châu|mai sơn|đoan hùng|la lay|lương sơn|phương đông|hà đông|ninh hòa|lào cai|hoàng sa"
    "|trường sa|sơn la|sơn tây|kiên lương|kiên hải|kiên thành|sơn động|sơn dương|sơn hà|sơn tịnh|sơn trà|hoàng mai|hoàng liên|thái lan|cầu treo|lạng sơn|mộc bài|hoa lư|việt nam|châu đốc|châu á|châu âu|đà nẵng".split(
        "|"
    )
)
# Said before a name: "thiếu niên dân tộc Ê Đê Y Thử Niê", "già làng người Ba Na A Mẫu".
PEOPLES = Phrases(
    (f"{said} {people}", True)
    for said in ("dân tộc", "người", "người dân tộc")
    for people in (
        "kinh|tày|thái|mường|khmer|hoa|nùng|mông|h’mông|dao|gia rai|jrai|ê đê|êđê|ba na|bana|bahnar|sán chay|cao lan|chăm|cơ ho|k’ho|xơ đăng"
        "|xê đăng|sán dìu|hrê|ra glai|raglai|mnông|m’nông|thổ|xtiêng|x’tiêng|stiêng|s’tiêng|khơ mú|bru - vân kiều|vân kiều|pa cô|cơ tu|giáy|tà ôi|mạ|giẻ triêng"
        "|co|cor|chơ ro|xinh mun|hà nhì|chu ru|lào|la chí|kháng|phù lá|la hủ|la ha|pà thẻn|lự|ngái|chứt|lô lô|mảng|cơ lao|bố y|cống|si la|pu péo"
        "|rơ măm|brâu|ơ đu|đan lai"
    ).split("|")
)
