"""Family names, and what looks like a person's name and is none: places, peoples."""

SURNAMES = set(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh lưu mai trịnh đoàn đào cao hà tạ tô trương"
    " lương chu châu thái tăng la quách kiều phùng triệu vương âu doãn lâm nông giàng vàng sùng lò lường cầm hứa thân khuất"
    " nghiêm ninh ông thạch từ tống bạch cù diệp giang khổng lục mạc nhan tiêu tôn trang ung viên vi đàm đồng đường hàn"
    " hạ mẫn người lã khúc lại phó nhữ thi thiệu đèo giáp ân danh kim liêu sử sầm ma hầu vừ thào lầu mùa bàn đèo kha lữ cung phí phương tào ngọ bế".split()
)
PLACES = set(
    "hà nội|hà giang|hà tĩnh|hà nam|hà tây|hồ chí minh|cao bằng|lâm đồng|thái bình|thái nguyên|ninh bình|ninh thuận|lai châu"
    "|đồng nai|đồng tháp|đồng đăng|kiên giang|tiền giang|hậu giang|an giang|bắc giang|phú thọ|phú yên|tây ninh|quảng ninh"
    "|dương đông|cao lãnh|vàng danh|mai châu|mai sơn|đoan hùng|la lay|lương sơn|phương đông|hà đông|ninh hòa|lào cai|hoàng sa"
    "|trường sa|hoàng mai|hoàng liên|thái lan|cầu treo|lạng sơn|mộc bài|hoa lư|việt nam|châu đốc|châu á|châu âu|đà nẵng".split(
        "|"
    )
)
