"""The nouns by which bodies, people and offices are named: closed lists of the language and of the press.

Forms of award are not here: they are rows of the database (`lexicon`).
"""

from awards.extraction.language.phrases import phrases, valued

COLLECTIVE, INDIVIDUAL, HOUSEHOLD = "collective", "individual", "household"
ORGANISATION_HEADS = phrases(
    "lực lượng tham gia bảo vệ an ninh , trật tự ở cơ sở|lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở|tổ bảo vệ an ninh , trật tự|tổ bảo vệ an ninh trật tự|nhà tạm giữ|chi đội|phân xã|tòa soạn|nhà khách|bến cảng|bến phà|cảng cá|nhà xe|tiệm bánh|quán cơm|cửa hàng|tổng trạm|phân ban|tiểu ban|tổng đài|phân cục|gánh hát|cơ sở bảo trợ|cơ sở cai nghiện|vườn ươm|nhà dòng|thánh đường|thánh thất|nghĩa trang|mạng lưới|dàn hợp xướng|bếp ăn|bếp cơm|trạm dừng nghỉ|nông hội|vạn chài|chi tổ hội|ban thư ký|giáo phận|tổng giáo phận|giáo hạt|tổ chức phi chính phủ|tổng liên đoàn|tỉnh hội|thành hội|hội đồng quản trị|bộ tổng tham mưu|tổng cục|chi cục|cục|vụ|báo|bộ tư lệnh|bộ chỉ huy|bộ đội|bộ|ban|sở|ủy ban|uỷ ban|ubnd|hđnd|hội đồng|trường|viện|học viện"
    "|công ty|tổng công ty|tập đoàn|ngân hàng|đội|phòng|hải đội|kho bạc|văn phòng|trung tâm|đảng bộ|đảng ủy|chi bộ|hội"
    "|liên đoàn|công đoàn|đoàn|đồn|lữ đoàn|trung đoàn|tiểu đoàn|sư đoàn|quân khu|quân đoàn|binh đoàn|quân chủng|bệnh viện"
    "|tỉnh|thành phố|tp|tp.|huyện|quận|xã|phường|thị trấn|thị xã|thôn|bản|ấp|tổ|tổ dân phố|khu phố|hợp tác xã|nhà máy|xí nghiệp"
    "|tòa án nhân dân tối cao|tòa án nhân dân cấp cao|viện kiểm sát nhân dân tối cao|tòa án nhân dân|viện kiểm sát nhân dân|công an nhân dân|quân đội nhân dân"
    "|ngân hàng nhà nước|kho bạc nhà nước|bảo hiểm xã hội|tòa án|viện kiểm sát|công an|thanh tra|kiểm toán|hải quan|cơ quan|đài|tạp chí|nhà xuất bản|nhà hát|câu lạc bộ|đại học"
    "|khoa|trạm|ngành|lực lượng|quỹ|hiệp hội|mặt trận|bảo hiểm|doanh nghiệp|chính phủ|quốc hội|nhà nước|bảo tàng|trại"
    "|tàu|hạm đội|vùng|xưởng|nông trường|lâm trường|cảng|sân bay|khu|htx|liên minh|chi đoàn|chi hội|tỉnh đoàn|huyện đoàn|thành đoàn|chi nhánh|huyện đảo|buôn|xóm"
    "|bộ tổng tham mưu|trung ương|biên phòng|truyền tải điện|nhà giàn|thuế tỉnh|thuế thành phố|thuế cơ sở|thi hành án dân sự|bưu cục|vườn thú|phật giáo|cổng thông tin điện tử|đoạn quản lý|đại lý thuế|hội thánh|đại sứ quán|tổng lãnh sự quán|lãnh sự quán|clb|dntn|cty|ubmttq|ubmt|chợ|điện lực|bưu điện|viễn thông|hạt|cảnh sát biển|kiểm lâm|bđbp|lđlđ|tổng lđlđ|mttq|lhpn|ccb|kho|khối|cụm|lớp|làng"
    "|nhiệt điện|thủy điện|điện gió|điện mặt trời|cung đường|cung chắn|trạm chắn|cơ quan thường trú|văn phòng thường trú|giáo họ|hội dòng|dòng mến thánh giá|plei|phum|sóc|đoàn xiếc|đoàn kịch|đoàn chèo|đoàn tuồng|đoàn cải lương|đoàn ca kịch|đoàn ca múa|đoàn múa rối|nhóm nhạc|ban nhạc|nhóm nhảy|nhóm múa|nhóm thiện nguyện|nhóm từ thiện|câu lạc bộ bóng đá|câu lạc bộ bóng chuyền|đoàn luật sư|giàn khoan|giàn công nghệ|nhà hàng|nhà sách|hiệu sách|hiệu vàng|gara"
    "|khóm|liên đội|đại đội|trung đội|tiểu đội|binh chủng|tổ hợp|phân xưởng|phân hiệu|phân viện|phân trại|phân trường|cảnh sát phòng cháy , chữa cháy|cảnh sát phòng cháy chữa cháy|cảnh sát pccc|dàn nhạc|thư viện"
    "|ban cán sự|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|quân ủy|tổng hội|liên hiệp|xã đoàn|phường đoàn|siêu thị|khách sạn|đội tuyển|đoàn thể thao|đoàn đặc nhiệm"
    "|tổ chức|khu dân cư|tổ dân cư|khu tập thể|làng nghề|họ đạo|tổ hợp tác|đảo|điểm trường|chốt|đoàn cơ sở|cụm dân cư|trung tâm y tế|phi đội|phân đội|biên đội|hải đoàn|không đoàn|tổng đội|mỏ|mỏ than|ga|vườn quốc gia|khu bảo tồn|bộ phận|nhà văn hóa|cung văn hóa|nhà thiếu nhi|bộ môn|phòng khám"
    "|bệnh xá|trạm xá|hiệu thuốc|nhà thuốc|nhà thờ|tòa giám mục|giáo hội|hãng|tổng kho|liên chi đoàn|liên chi hội|liên chi|phân hội|nghiệp đoàn|đảng đoàn|đặc khu|thị đoàn|quận đoàn"
    "|bến xe|phòng giao dịch|làng trẻ|mái ấm|trang trại|tổ tiết kiệm và vay vốn|kíp|hội quán|ban liên lạc|cộng đồng|hội đồng quản trị|hội đồng thành viên|rạp|kênh truyền hình|tu viện|đan viện"
    "|nhóm|chùa|giáo xứ|tịnh xá|thiền viện|dòng họ|cơ quan thường trực|kiểm toán nhà nước|báo và đài|ban cán sự đảng"
    "|thường trực hđnd|thường trực hội đồng nhân dân|thường trực tỉnh ủy|thường trực huyện ủy|thường trực thành ủy|thường trực đảng ủy|thông tấn xã|quân đội|thpt|thcs|tiểu học|mầm non|ptdtnt|ptdtbt"
)
# Heads whose names are common words: "đội tuyển bóng đá nữ quốc gia".
NAMED_IN_LOWER_CASE = phrases("đội tuyển|đội bóng|đoàn thể thao")
# What a capital makes a name, though nothing proper follows: "tặng Bằng khen cho Ban chuyên án".
NAMED_BY_A_CAPITAL = phrases(
    "ban chuyên án|tổ chuyên án|tổ công tác|tổ phản ứng nhanh|đội phản ứng nhanh|đội cứu hộ|đội cứu nạn|ban quản lý dự án|ban quản lý chợ"
    "|trạm y tế|trạm y tế xã|trạm y tế phường|ban chỉ huy quân sự xã|ban chỉ huy quân sự huyện|tổ tuần tra|tổ bảo vệ dân phố|đội dân phòng"
)
# Bodies that are known by what they do and where: "tổ hòa giải thôn A", in lower case.
SMALL_BODIES = phrases(
    "tổ|đội|nhóm|câu lạc bộ|clb|ban|hội|chi hội|chi bộ|chi đoàn|hợp tác xã|htx|trạm|chốt|lớp|công an|trường|điểm trường|ngành|lực lượng"
)
# What such a name goes on with: "Tổ công tác đặc biệt".
OF_WHAT_SORT = phrases("đặc biệt|liên ngành|cơ động|lưu động|đột xuất|phía trước|phía nam|phía bắc")
# Bodies that are somewhere as a part of another: "Phân hiệu Trường A tại B".
BRANCHES = phrases(
    "hội đồng hương|cộng đồng người|hội người|phân hiệu|văn phòng đại diện|chi nhánh|cơ quan đại diện|phân viện"
)
# What may confer right behind the form, without "của": "Bằng khen Thủ tướng", "Cờ thi đua Chính phủ".
CONFERRING = {"bộ", "chính", "ủy", "uỷ", "ubnd", "tổng", "nhà", "quốc", "hđnd"}
COUNCILS = phrases("ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân")
LEVELS = phrases("ngành|tỉnh|thành phố|tp|tp.|huyện|quận|thị xã|xã|phường|thị trấn|các cấp")
# In which there is a branch of something larger: "Công đoàn trường", "Đảng bộ cơ quan".
WITHIN_WHICH = phrases("trường|nhà trường|công ty|tổng công ty|cơ quan|cục|sở|bệnh viện|khu vực")
BODIES = {
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Quận ủy",
    "Tỉnh đoàn",
    "Tỉnh hội",
    "Thành hội",
    "Thành đoàn",
    "Huyện đoàn",
    "Hội đồng quản trị",
    "Tòa án nhân dân tối cao",
    "Viện kiểm sát nhân dân tối cao",
    "Chính phủ",
    "Quốc hội",
    "Nhà nước",
    "Kiểm toán nhà nước",
    "Kiểm toán Nhà nước",
    "Bộ Tổng Tham mưu",
    "Kho bạc Nhà nước",
    "Ngân hàng Nhà nước",
}
# What a lower-case head names only with a proper name behind it.
AUTHORITY_HEADS = phrases(
    "phó thủ tướng thường trực chính phủ|phó thủ tướng chính phủ|tổng tham mưu trưởng|thủ tướng chính phủ|bộ trưởng , chủ nhiệm|bộ trưởng , trưởng ban|thủ tướng|phó thủ tướng|chủ tịch nước|phó chủ tịch nước|bộ trưởng|thứ trưởng|phó tổng cục trưởng"
    "|tổng cục trưởng|phó chi cục trưởng|chi cục trưởng|phó cục trưởng|cục trưởng|phó chủ tịch|chủ tịch|phó tổng giám đốc"
    "|tổng giám đốc|phó giám đốc|giám đốc|phó trưởng phòng|trưởng phòng|phó đội trưởng|đội trưởng|phó trưởng ban"
    "|trưởng ban|trưởng ban công tác|bí thư thứ nhất|thứ trưởng thứ nhất|phó bí thư thường trực|phó bí thư|bí thư|phó tư lệnh|tư lệnh|chính ủy|phó vụ trưởng|vụ trưởng"
    "|phó tổng biên tập|tổng biên tập|phó hiệu trưởng|hiệu trưởng|viện trưởng|phó chánh văn phòng|chánh văn phòng"
    "|tổng thanh tra|thống đốc|chánh án|chánh thanh tra|phó chánh thanh tra|trưởng đoàn|tổng bí thư|tổng kiểm toán|trưởng khoa|phó trưởng khoa|kế toán trưởng"
    "|phó trưởng công an|trưởng công an|chỉ huy trưởng|phó chỉ huy trưởng|chính trị viên|phó trưởng trạm|tổng thư ký|trưởng trạm|trạm trưởng|đồn trưởng|chủ nhiệm|phó chủ nhiệm|trưởng thôn|tổ trưởng tổ dân phố|tổ trưởng|đại biểu|tham mưu trưởng|hội trưởng|thủ trưởng|phó trưởng đoàn đại biểu quốc hội|trưởng đoàn đại biểu quốc hội"
    "|đội phó|tổ phó|trưởng xóm|trưởng bản|trưởng ấp|trưởng khu|trưởng khu phố|trưởng khu dân cư|trưởng khóm|trưởng buôn|trưởng làng|khoa trưởng|đoàn trưởng|tiểu đoàn trưởng|trung đoàn trưởng|lữ đoàn trưởng|sư đoàn trưởng"
    "|đại đội trưởng|trung đội trưởng|tiểu đội trưởng|đại đội phó|tiểu đoàn phó|trung đoàn phó|hải đội trưởng|thuyền trưởng|máy trưởng|chính trị viên phó|phó chính ủy"
    "|viện phó|phó viện trưởng|hiệu phó|trưởng phân xưởng|quản đốc|phó quản đốc|giám thị|cửa hàng trưởng|tổng thư ký|phó tổng thư ký|phó tổng thanh tra"
    "|kiểm soát viên trưởng|bí thư chi bộ|phó bí thư chi bộ|ủy viên|uỷ viên|đại sứ|trưởng đại diện|phó trưởng đại diện|tổng lãnh sự|hội thẩm|kiểm sát viên|thẩm phán"
)
RANKS = phrases(
    "nhóm trưởng|ca trưởng|kíp trưởng|lớp trưởng|đô đốc|phó đô đốc|chuẩn đô đốc|chuẩn tướng|chuẩn úy|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy"
    "|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|luật sư|kỹ sư|gs|pgs|ts|gs.ts|nhà giáo|thầy giáo|cô giáo|nghệ sĩ|nghệ nhân|doanh nhân"
    "|giáo viên|kế toán|thủ kho|lái xe|trợ lý|thư ký|nhạc công|hộ lý|công chức|viên chức|cán bộ|nhân viên|chiến sĩ|chiến sỹ|phóng viên|nhà báo|liệt sĩ|liệt sỹ|cố|thân nhân liệt sĩ|nguyên|dược sĩ|y sĩ|y tá|điều dưỡng|hòa thượng|đại lão hòa thượng|thượng tọa|ni trưởng|ni sư trưởng|sư cô|sư cả|giám mục|tổng giám mục|hồng y|chức sắc|chức việc|nữ tu|tu sĩ|soeur|chưởng quản|giáo cả|đạo trưởng|giáo hữu|lễ sanh|phối sư|quản xứ|chánh xứ|chính xứ|phó xứ|quản hạt|quản nhiệm|bề trên|viện chủ|già làng|chuyên gia|chuyên gia người nước ngoài|chiến sĩ dân quân|dân quân"
    "|nhóm tác giả|nhóm sinh viên|nhóm học sinh|việt kiều|kiều bào|cựu thanh niên xung phong|thanh niên xung phong|cựu tù|cựu quân nhân|lái tàu|phụ lái|phụ xe|rapper|shipper|youtuber|tiktoker|blogger|vlogger|mc|hoa hậu|á hậu|hoa khôi|đô cử|lực sĩ|achar|người có uy tín|người uy tín|trình dược viên"
    "|cử nhân|cn|tskh|vs|gs . vs|ls|kts|ktv|cnđd|cơ trưởng|cơ phó|tiếp viên trưởng|viện sĩ|vđv|hlv|ds|ncs|đd|hạ sĩ quan|nông dân|công nhân|vận động viên|huấn luyện viên|hạ sĩ|trung sĩ|thượng sĩ|binh nhất|binh nhì|học sinh|sinh viên|giảng viên|thiếu sinh quân|ths|bs|gs . ts|pgs . ts|gs . tskh|pgs . tskh|ts . bs|ths . bs|gs . bs|bs ckii|bs cki|bs . ckii|bs . cki|bác sĩ ckii|bác sĩ cki|bsckii|bscki"
    "|bác sĩ chuyên khoa ii|bác sĩ chuyên khoa i|bác sĩ chuyên khoa cấp ii|ths . ks|ks|tiến sỹ|thạc sỹ|bác sỹ|y sỹ|nhà khoa học|nhà nghiên cứu|nhà văn|nhà thơ|nhạc sĩ|họa sĩ"
    "|nhà giáo ưu tú|nhà giáo nhân dân|thầy thuốc ưu tú|thầy thuốc nhân dân|nghệ sĩ ưu tú|nghệ sĩ nhân dân|nghệ nhân ưu tú|nghệ nhân nhân dân"
    "|ngưt|ngnd|ttưt|ttnd|nsưt|nsnd|nnưt|nnnd|anh hùng lao động|anh hùng lực lượng vũ trang nhân dân|anh hùng llvtnd|anh hùng llvt nhân dân|bà mẹ việt nam anh hùng"
    "|mẹ việt nam anh hùng|tài xế|chủ trang trại|thủ khoa|kỹ thuật viên|bảo vệ|thuyền viên|trinh sát|nữ hộ sinh|phi công|thân nhân|đội viên thiếu niên"
    "|trụ trì|chủ cơ sở|chủ doanh nghiệp|chủ quán|chủ nhà hàng|chủ tàu|chủ vườn|chủ cửa hàng|huấn luyện viên trưởng|đội trưởng|đạo diễn|diễn viên|ca sĩ|cựu chiến binh|thương binh|bệnh binh|anh hùng|nhà giáo|hướng dẫn viên|kiến trúc sư|võ sư|kỳ thủ|cầu thủ|tuyển thủ|chủ hộ|bí thư đoàn|ngư dân|dân quân|đội viên|đoàn viên|hội viên|đảng viên"
)
# Whose body it is, said before its name: "cán bộ, chiến sĩ Đồn A", "Đảng bộ và nhân dân tỉnh B".
MEMBERS = phrases(
    "đảng bộ và nhân dân|đảng bộ , chính quyền và nhân dân|nhân dân và cán bộ|cán bộ và nhân dân|nhân dân và lực lượng vũ trang|quân và dân|quân dân"
    "|cán bộ , chiến sĩ|cán bộ , chiến sỹ|cán bộ , công chức , viên chức|cán bộ , công chức|cán bộ , nhân viên|cán bộ , giáo viên và học sinh"
    "|cán bộ , giáo viên , nhân viên|cán bộ , giáo viên|thầy và trò|thầy trò|cán bộ , công nhân viên|cán bộ công nhân viên|cán bộ , đoàn viên|cán bộ và chiến sĩ|nữ|nhân dân"
    "|cán bộ , hội viên|kíp trực cấp cứu|kíp trực|ê kíp phẫu thuật|ê kíp|y , bác sĩ|đội ngũ y , bác sĩ|các thế hệ cán bộ , chiến sĩ|lãnh đạo , cán bộ , công chức"
)
# Who they are, in a row: "Đảng bộ, chính quyền, quân và dân tỉnh A", "thầy, cô giáo và học sinh Trường B".
MEMBER = phrases(
    "đảng bộ|chính quyền|quân|dân|nhân dân|quân dân|cán bộ|chiến sĩ|chiến sỹ|công chức|viên chức|người lao động|nhân viên|giáo viên"
    "|giảng viên|học sinh|sinh viên|hội viên|đoàn viên|công nhân|công nhân viên|thầy|trò|thầy giáo|cô giáo|lãnh đạo|lực lượng vũ trang|sĩ quan|học viên|quân nhân"
)
LEADERS_OF_A_BODY = phrases("ban giám hiệu|ban giám đốc|ban lãnh đạo|ban tổng giám đốc|lãnh đạo")
FORMS_OF_ADDRESS = phrases(
    "bác|các bác|đồng chí|các đồng chí|các ông|các bà|ông|bà|anh|chị|cô|chú|thầy|em|cụ|mẹ|đ c|cá nhân|các anh|các chị|các thầy|các cô|các em|các cụ|các mẹ"
    "|chồng là|vợ là|con trai là|con gái là|em trai là|em gái là|ngài|các ngài|bạn|các bạn|cháu|các cháu|bé|cụ ông|cụ bà|các cá nhân|hai ông|hai bà|hai em|hai anh|hai chị|hai cháu|hai thầy|hai cô|vợ chồng ông|vợ chồng anh|quý ông|quý bà|đại đức|ni sư|sư thầy|linh mục|mục sư"
)
HOUSEHOLDS = phrases("hộ gia đình|gia đình|hộ")
# Words that end the name of a body: no name goes on over them in lower case.
STOPS = set(
    "kịp bèn nhưng tuy dù nếu này ấy nọ đó phải sắp gần hơn xét được bị đã đang sẽ vừa mới vinh là có cho vì do với trong tại năm ngày cùng của thuộc trực nhận đón đạt trao tặng truy"
    " cũng để khi từ theo lần hạng gồm bao bằng còn nay ra nên mà thì như ký thừa vẫn không chưa xứng gửi khen giành đoạt"
    " đều cùng lúc sau trước vào trên dưới đến về lên suốt qua rất nhiều một những các thay và hoặc hai ba bốn sáu bảy tám chín"
    " mười bởi nhờ mong muốn hy vọng yêu khẳng nhấn sớm nêu đợt ở nhất nhì dự biết thưởng hủy huỷ tước giúp luôn từng vốn"
    " xếp đứng vượt dành ủng hiến cử bầu kêu nỗ hăng hưởng giữ góp lọt trở nằm thường tới gắn rút kể nói chia nơi tấm lá niềm dịp".split()
)
# Words in which one of these is only a syllable: no name ends there.
COMPOUNDS = phrases(
    "thường trú|xét nghiệm|xét xử|quản lý vốn|giao hưởng|kịch nói|trợ giúp|với người việt nam|ở cơ sở|tạm giữ|giam giữ|lưu giữ|gìn giữ|ra đa|trước bạ|theo dõi|từ xa|điện từ|tự do|đổi mới|đô thị mới|kinh tế mới|nhỏ và vừa|vừa và nhỏ|không gian|về người việt nam ở nước ngoài|ở nước ngoài|thiết bị|trang bị|dự bị|dự báo|dự trữ|thuốc lá|giao nhận|chứng nhận|nhận dạng|bốc xếp|nhà ở|bầu cử|đồng bằng|văn bằng|tiêu hủy|trông giữ|hy vọng|khát vọng|triển vọng"
    "|trực thăng|bao bì|tấm lợp|sau đại học|sau thu hoạch|sau cai nghiện|trong nước|trước sinh|dưới nước|một cửa|yêu nước|vốn nhà nước|vốn đầu tư|vay vốn|tự giúp nhau|giúp việc"
    "|góp vốn|từ thiện|tại doanh nghiệp|tại chức|ngành nghề|thường trực|thường xuyên|đồng hành cùng|về hưu|cho vay|cho thuê|giữ trẻ|giữ xe"
)
# What a body does as often as it is named by it: part of the name only right behind a common word.
DONE_OR_NAMED = phrases("hiến máu|hiến tạng")
# Of these, what does go on within names of bodies.
WITHIN_NAMES = {
    ("trực", "tuyến"), ("sau", "thông"), ("về", "hải"), ("một", "thành"), ("dự", "phòng"), ("dự", "án"), ("dự", "trữ"), ("dự", "báo"),
    ("từ", "thiện"), ("tại", "doanh"), ("tại", "nhà"), ("về", "ma"), ("về", "phòng"), ("không", "lưu"), ("không", "quân"), ("không", "vận"), ("thường", "trực"), ("về", "trật"), ("về", "tham"), ("về", "kinh"), ("về", "môi"), ("và", "hđnd"),
    ("trên", "biển"), ("trên", "cạn"), ("tới", "hạn"), ("ba", "lan"),
}  # fmt: skip
# Of these, what goes on behind another: "Cảng Hàng không", "Cơ quan Thường trực".
WITHIN_NAMES_BEHIND = {
    ("hàng", "không"),
    ("phòng", "không"),
    ("thường", "trực"),
    ("dục", "thường"),
    ("khen", "thưởng"),
    ("thôn", "mới"),
    ("tiếp", "nhận"),
    ("đồng", "nhất"),
    ("đăng", "ký"),
    ("tiếng", "nói"),
}
WITHIN_NAMES_OVER_A_COMMA = {
    ("phòng", "chống"), ("cách", "hiện"), ("cháy", "chữa"), ("nạn", "cứu"), ("sinh", "sinh"), ("nghiệp", "lâm"), ("dục", "thể"), ("hóa", "văn"), ("lý", "giám"), ("kiếm", "cứu"),
}  # fmt: skip
# "Liên hiệp các Hội Khoa học và Kỹ thuật": bodies that a name may be made of.
BODIES_IN_A_NAME = set("chương công huyện xã cấp hội khu cơ tổ trường dự nhà vấn tỉnh hãng dịch".split())
# Fields, which go on in lower case behind a proper name too: "Trường Đại học A Thủy sản".
FIELDS = phrases(
    "thủy sản|hải sản|nông sản|lâm sản|khoáng sản|cộng sản|kinh tế|tài chính|giáo dục|nông nghiệp|lâm nghiệp|công nghiệp|thương mại|xây dựng|giao thông"
    "|đường sắt|đường bộ|đường thủy|hàng không|hàng hải|vận tải|cấp nước|thoát nước|môi trường|đô thị|văn hóa|thể thao|du lịch|dịch vụ|sản xuất|đầu tư|xuất khẩu|nhập khẩu"
    "|chế biến|dệt may|may mặc|dược phẩm|thực phẩm|viễn thông|bảo hiểm|chứng khoán|nghệ thuật|mỹ thuật|âm nhạc|truyền hình|kỹ thuật|công nghệ|khoa học|sư phạm|y khoa|đa khoa"
    "|quốc tế|quốc gia|cổ phần|cơ khí|cơ điện|hóa chất|luyện kim|gang thép|xi măng|cao su|cà phê|lương thực|phân bón|thủy lợi|thủy điện|nhiệt điện|điện tử|bất động sản|tổng hợp"
    "|rau quả|chăn nuôi|trồng trọt|cây trồng|vật nuôi|thủy nông|thú y|giống|khuyến nông|nghiên cứu|thí nghiệm|kiểm nghiệm|kiểm định|giám định|đăng kiểm|đo lường|địa chất|bưu chính"
    "|xuất bản|phát hành|in ấn|hải quan|kiểm soát|an toàn|lao động|huyết học|truyền máu|phụ sản|sản nhi|da liễu|lão khoa|tâm thần|y học|cổ truyền|phục hồi|chức năng|điều dưỡng"
    "|nội vụ|hành chính|chính trị|quân sự|an ninh|thanh niên|phụ nữ|nông dân|thiếu nhi|trẻ em|kinh doanh|quản lý|phát triển|xúc tiến|mầm non|tiểu học|trung học|dạy nghề|nội trú|bán trú"
    "|cao đẳng|trung cấp|khai thác|chế tạo|lắp máy|hầm lò|cảng biển|vận chuyển|bốc xếp|kiến trúc|quy hoạch|thiết kế|tư vấn|cứu hộ|cứu nạn|xăng dầu|khí đốt|nước sạch|chiếu sáng|cây xanh"
    "|y tế|tư nhân|tư thục|thể dục|thẩm mỹ|từ thiện|thiện nguyện|may|thép|gốm|gạch|chèo|tuồng|cải lương|xiếc|dân lập|nhân dân|phổ thông|vật liệu|thiết bị|năng lượng|phần mềm|nhiệt đới|ứng dụng|vi sinh|sinh học|hóa học|toán học|thực vật|động vật|thị trường|chất lượng|giải khát|nội thất|ngoại thất|bao bì|nhựa|phụ tùng|linh kiện|quang học|tự động hóa|nhân văn|quốc phòng|biên phòng|hậu cần|tài nguyên|khí tượng|thủy văn|bảo tồn"
)
# Heads that as often stand within a name: "Tập đoàn Công nghiệp - Viễn thông".
WEAK_HEADS = {
    "viễn thông",
    "điện lực",
    "bưu điện",
    "kho",
    "kiểm lâm",
    "trung ương",
    "cơ sở",
    "báo",
    "cảng",
    "bảo hiểm",
    "nhóm",
    "tàu",
    "chi nhánh",
    "thủy điện",
    "nhiệt điện",
    "bảo tàng",
    "thư viện",
}
# Heads of places, whose names do not go on over a comma.
PLACE_HEADS = phrases(
    "xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|thôn|bản|ấp|xóm|buôn|plei|phum|sóc|tổ|tổ dân phố|khu phố|làng"
)
HYPHENATED_PLACES = phrases("bà rịa - vũng tàu|bà rịa – vũng tàu|thừa thiên - huế|thừa thiên – huế")
# Syllables that are words of names, but end a name in these phrases.
VERBS_AFTER_A_BODY = phrases(
    "mời|kỷ niệm|diễn ra|khép lại|bước vào|bước sang|lan tỏa|trải qua|đi vào|đi đầu|vươn lên|vươn mình|thông tuyến|thông xe|ra đời|ra quân|lên đường|sáp nhập|hợp nhất|đổi tên|khống chế|nhanh chóng|khẩn trương|khánh thành|khởi công|quyên góp|cam kết|ký kết|tìm thấy|dập tắt|nhắc|kêu gọi|cấp bằng|cấp giấy|ủy quyền|uỷ quyền|tham mưu|đóng góp|nỗ lực|khắc phục|thể hiện|đảm nhận|ghi dấu|kết thúc|bảo đảm|hăng hái|tự nguyện|dũng cảm|mưu trí|truy bắt|bắt giữ|cứu sống|cứu người|chiến thắng|chiến đấu|anh dũng|tổ chức hội|tổ chức lễ|tổ chức|phát triển mạnh|phát động|phát biểu|báo cáo việc|báo cáo về|báo cáo kết quả|phát hiện|phát huy|công bố|công nhận|xuất sắc|tiếp tục|liên tục"
    "|liên tiếp|thu hồi|nhân dịp|nhân kỷ niệm|nhân ngày|về việc|xây dựng và|xây dựng ,|xây dựng phong|giai đoạn|triển khai|thực hiện"
    "|danh hiệu|đề nghị|đề xuất|đề ra|đề cử|trình chủ tịch|trình thủ tướng|trình bộ|trình cấp|quyết định|quyết tâm|phối hợp|chủ trì"
    "|chủ động|đồng thời|đồng hành|hiện nay|hiện đang|hiện có|hiện là|phấn đấu|phấn khởi|phong tặng|lập nhiều|lập chiến công|lập công|lập thành tích|lập hồ sơ|lập tờ trình"
    "|hoàn thành|hoàn tất|hoàn thiện|chúc mừng|đối với|kiến nghị|tiếp nhận|tiếp đón|dẫn đầu|đứng đầu|đứng ra|kỳ vọng|tập huấn|tin tưởng|tin rằng"
    "|xem xét|ghi nhận|đánh giá cao|tôn vinh|vinh danh|khen ngợi|khen thưởng|phê duyệt|bình chọn|suy tôn|bổ nhiệm|điều động|phân công|cảm ơn|tri ân|xét tặng|xét công nhận|ban hành|giao sở|giao cho|giao các|yêu cầu|tổng kết|sơ kết|khai mạc|bế mạc|ra quyết|trân trọng|kịp thời|thông báo|thống nhất|nhất trí|động viên|long trọng|trang trọng|trọng thể|vui mừng|hân hoan|chính thức|lần đầu|lần lượt|ngoài ra|cùng lúc|mỗi năm|nhiều năm|năm nay|đợt này|đặt ra|đặt mục tiêu|phấn khởi|tích cực tham|nỗ lực vượt|tham gia|góp phần|phụ trách|biểu dương|làm việc|làm tốt|nói|cho biết|chia sẻ|bày tỏ|xúc động|tự hào|đoạt|nhân tháng"
    "|tuyên dương|trở thành|giữ vững|hai lần|ba lần|đầu tiên|hằng năm|hàng năm|nhiệm kỳ|khóa|khoá|năm học"
    "|khép lại|khép năm|dày thêm|nối dài|gặt hái|rinh về|đem về|mang về|thu về|tự hào|ghi tên|ghi danh|tạo dấu|để lại|viết tiếp|vươn lên|vươn mình|bứt phá|duy trì được|liên tục|thăng quân hàm|thăng cấp|nâng lương"
    "|thành lập năm|thành lập từ|thành lập ngày|thành lập tháng|thành lập và|đóng chân|đứng chân|đóng quân|đóng tại"
    "|đóng trên|tọa lạc|chuyên sản xuất|chuyên kinh doanh|chuyên cung cấp|khai giảng|khởi động|sửa sang|tu sửa"
    "|bắt đầu|thu hút|duy trì|gắn bó|trưởng thành|hình thành|lớn mạnh|chào mừng|chào đón|bàn giao|trao đổi|thăm hỏi"
    "|đến thăm|gặp mặt|gặp gỡ|huy động|hưởng ứng|cứu chữa|đẩy mạnh|đẩy lùi|nâng cao|nâng cấp|đạt chuẩn|cán đích"
    "|rà soát|xác minh|thuyết phục|truy đuổi|bám sát|bám bản|chung tay|góp sức|nổi tiếng|nổi bật|hết lòng|tận tụy"
    "|tận tình|hăng say|miệt mài|chắt chiu"
)
# Two syllables that begin like a head of bodies and are none.
NOT_HEADS = phrases(
    "bác bỏ|bác đơn|cụ thể|tổ chức|khoa học|khoa giáo|đoàn thể|đoàn kết|đoàn viên|phòng chống|phòng ngừa|phòng ,|hội nhập|hội họa|hội viên|hội thảo|hội thi|hội nghị"
    "|ban hành|ban đầu|bản sắc|bản làng|bản thân|cục diện|sở hữu|sở thích|bộ phận|bộ đồ|bộ máy|đội ngũ|ngành nghề|quỹ đất|viện phí|viện trợ"
    "|vụ việc|vụ án|vụ cháy|vụ lũ|xã hội|tỉnh táo|thành phố kết nghĩa|lớp học|lớp tập huấn|khối lượng|cụm từ|trường hợp|trường kỳ|hội trường|hội đồng|báo chí|báo đài|cục bộ|thôn nữ|đồn đại|trạm dừng|báo cáo|kho tàng|đài tưởng niệm"
)
# Heads that are none behind another syllable.
NO_HEADS_BEHIND = {
    ("cán", "bộ"), ("trụ", "sở"), ("hội", "sở"), ("cơ", "sở"), ("nghĩa", "vụ"), ("nhiệm", "vụ"), ("dịch", "vụ"), ("chức", "vụ"), ("bộ", "đội"), ("quân", "đội"), ("đồng", "đội"), ("lái", "tàu"), ("chủ", "tàu"), ("đóng", "tàu"), ("thợ", "mỏ"), ("nhà", "ga"), ("tiền", "phong"), ("chăm", "sóc"), ("môi", "trường"), ("thị", "trường"), ("hiện", "trường"),
}  # fmt: skip
# What begins the name of a form: no body's name runs into it.
FORM_OPENINGS = phrases(
    "huân chương|huy chương|huy hiệu|kỷ niệm chương|bằng khen|giấy khen|cờ thi đua|danh hiệu|chiến sĩ thi đua|chiến sỹ thi đua|giải thưởng"
)
# "mẹ tôi", "con trai chị": of the second one the sentence has told, not of the first.
KIN = {"mẹ", "bố", "cha", "ba", "con", "vợ", "chồng", "em", "anh", "trai", "gái", "gia", "đình", "cháu"}
RESIDENT = {"ở", "trú", "ngụ", "thường", "hiện", "sống", "cư"}
# How high a body stands, by its head, where two are named in a row.
LEVEL_OF_HEADS = valued(
    (
        "tổ|đội|nhóm|lớp|clb|câu lạc bộ|chi hội|chi đội|liên đội|thôn|bản|ấp|xóm|buôn|làng|khu phố|tổ dân phố|khóm|tiểu đội|trung đội|đại đội",
        1,
    ),
    (
        "phòng|khoa|ban|xã|phường|thị trấn|trạm|đồn|phân xưởng|xưởng|tiểu đoàn|hải đội|đội cảnh sát|chi bộ|chi đoàn",
        2,
    ),
    ("chi cục|trung tâm|chi nhánh|xí nghiệp|trung đoàn|lữ đoàn|hải đoàn|nhà máy|trường|thpt|thcs", 3),
    (
        "cục|vụ|sở|bệnh viện|viện|công ty|đại học|huyện|công an|sư đoàn|binh đoàn|bộ đội biên phòng|bđbp|thị xã|quận|học viện|bộ chỉ huy",
        4,
    ),
    ("tổng cục|bộ|tổng công ty|tập đoàn|quân khu|quân đoàn|quân chủng|bộ tư lệnh|tỉnh|thành phố|tp|ubnd", 5),
)
# Bodies that are named by numbers, whatever these look like.
NUMBERED_UNITS = phrases("đại đội|tiểu đoàn|trung đoàn|lữ đoàn|sư đoàn|hải đội|hải đoàn|tàu|kho|xưởng")
OF_PUPILS = phrases("lớp|chi đội|liên đội")
# Bodies that are only known as parts of others, which a comma may part from them.
WHOLES = valued(
    (
        "thôn|bản|ấp|xóm|buôn|làng|khu phố|tổ dân phố|tổ|khóm|khu dân cư",
        phrases("xã|phường|thị trấn|thị xã|huyện"),
    ),
    ("xã|phường|thị trấn", phrases("huyện|quận|thị xã|thành phố|tp|tp.|tỉnh")),
    ("lớp|chi đội|liên đội|tổ bộ môn", phrases("trường|thpt|thcs")),
    ("tiểu đội|trung đội|đại đội", phrases("tiểu đoàn|trung đoàn|lữ đoàn")),
    ("tiểu đoàn", phrases("trung đoàn|lữ đoàn|sư đoàn|bộ chỉ huy")),
    ("trung đoàn", phrases("sư đoàn|quân khu|quân đoàn|quân chủng")),
    ("lữ đoàn|sư đoàn", phrases("quân khu|quân đoàn|quân chủng|binh chủng|vùng")),
    ("phi đội|biên đội", phrases("trung đoàn|lữ đoàn|sư đoàn")),
    ("đảo", phrases("lữ đoàn|huyện|đặc khu")),
    ("đồn", phrases("bộ đội biên phòng|bđbp|bộ chỉ huy")),
    ("khoa", phrases("bệnh viện|trường|đại học|học viện|trung tâm y tế")),
    ("chi bộ", phrases("đảng bộ|đảng ủy")),
    ("chi đoàn", phrases("đoàn")),
    ("chi hội", phrases("hội")),
    ("hải đội", phrases("hải đoàn|bộ đội biên phòng|bđbp|bộ chỉ huy|lữ đoàn")),
    ("phân xưởng|xưởng", phrases("công ty|nhà máy|xí nghiệp|mỏ")),
    (
        "trường|trạm y tế|hợp tác xã|htx|công ty|doanh nghiệp|chùa|giáo xứ|bệnh viện|nhà máy",
        phrases("xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tp|tp.|tỉnh"),
    ),
)
COUNTRIES = phrases(
    "nhật bản|hàn quốc|hoa kỳ|mỹ|pháp|đức|anh|nga|liên bang nga|trung quốc|lào|campuchia|cuba|cu ba|thái lan|úc|australia|ấn độ|singapore|malaysia|indonesia|philippines"
    "|myanmar|canada|italia|ý|tây ban nha|hà lan|bỉ|thụy điển|thụy sĩ|na uy|đan mạch|phần lan|ba lan|séc|hungary|ukraine|israel|brazil|new zealand|đài loan|cộng hòa pháp"
    "|cộng hòa liên bang đức|cộng hòa séc|vương quốc anh|liên minh châu âu"
)
# Degrees, which a full stop or a comma may part from the name: "GS. TS A", "PGS, TS B".
DEGREES = {
    "cn",
    "ds",
    "ncs",
    "đd",
    "vs",
    "ls",
    "kts",
    "ktv",
    "ngnd",
    "ngưt",
    "ttnd",
    "ttưt",
    "gs",
    "pgs",
    "ts",
    "ths",
    "bs",
    "ks",
    "tskh",
    "ckii",
    "cki",
}
PARTICULARS = {*RESIDENT, "sinh", "dân", "quê"}
BEHIND_PARTICULARS = {"được", "đã", "vừa", "nhận", "đạt", "đón", "vinh", "cùng", "bị"}
PRONOUNS = valued(
    (
        "ông|bà|anh|chị|cô|thầy|cụ|đồng chí|tôi|em|nghệ sĩ|bác sĩ|nhà giáo|mẹ|nghệ nhân|doanh nhân|nhà văn|nhạc sĩ|thượng tọa|hòa thượng|liệt sĩ|bị cáo|bị can|nam sinh|nữ sinh|cháu|bé|cô gái|chàng trai|cụ ông|cụ bà|tài xế|nam thanh niên|bác|cậu ấy|chú ấy|mình",
        INDIVIDUAL,
    ),
    (
        "đơn vị|tập thể|tổ hợp tác|tổ|ban chuyên án|tổ chuyên án|tổ công tác|đội tuyển|cơ sở|sở|kho bạc|liên đoàn|cục|chi cục|tổng cục|công ty|nhà trường|xã|đội|phòng|ngành|cơ quan|bệnh viện|tỉnh|huyện|viện|trường|doanh nghiệp|hợp tác xã|htx|khoa|phường|thôn|bản|trung tâm|chi bộ|đảng bộ|công đoàn|chi đoàn|chi hội|câu lạc bộ|hội|tiểu đoàn|đại đội|hải đội|phân xưởng|nông trường|lâm trường|chi nhánh|cảng vụ|hạt kiểm lâm|lữ đoàn|trung đoàn|sư đoàn|đồn|trạm|nhà máy|xí nghiệp|tổng công ty|tập đoàn|ngân hàng|lực lượng|học viện|nhà hát|đài|báo|tạp chí|khu phố|ấp|buôn|tổ dân phố|quận|thị trấn|thành phố",
        COLLECTIVE,
    ),
    ("gia đình|hộ", HOUSEHOLD),
)
