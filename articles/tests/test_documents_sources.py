"""The five source documents, read in detail. They lie beside the repository and are not part of it."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from articles.documents import ParsedByline, ParsedDocument, ParsedRelated, parse_document

SOURCES = Path(settings.BASE_DIR).parent / "shared" / "documents"

pytestmark = [
    pytest.mark.usefixtures("english"),
    pytest.mark.source_documents,
    pytest.mark.skipif(
        not SOURCES.is_dir(), reason="the five source documents do not lie beside this checkout"
    ),
]


def source(number: int) -> ParsedDocument:
    (path,) = SOURCES.glob(f"{number:03}_*.txt")
    return parse_document(path.read_bytes())


def headings(document: ParsedDocument) -> list[str]:
    return re.findall(r"<h2>(.*?)</h2>", document.body_html)


def paragraphs(document: ParsedDocument) -> list[str]:
    return re.findall(r"<p>(.*?)</p>", document.body_html)


EXPECTED = {
    0: {
        "title": "Ngày 8/9, Tổng cục Hải quan tổ chức tọa đàm “Vì mục tiêu bảo vệ lợi ích chủ quyền quốc gia”",
        "slug": "ngay-8-9-tong-cuc-hai-quan-to-chuc-toa-dam-vi-muc-tieu-bao-ve-loi-ich-chu-quyen-quoc-gia",
        "standfirst": "Nhân kỷ niệm 75 năm thành lập Hải quan Việt Nam (10/9/1945 – 10/9/2020), Tổng cục Hải quan tổ chức tọa đàm “Vì mục tiêu bảo vệ lợi ích chủ quyền quốc gia”, diễn ra ngày 8/9/2020.",
        "byline": ParsedByline("N.Linh", raw="N.Linh"),
        "headings": [],
        "paragraphs": 8,
        "photos": [("", "", True)],
        "warnings": ("A picture has no caption: 1428_75namHQ_-_OK.jpg",),
    },
    1: {
        "title": "Hải quan Việt Nam đẩy mạnh hợp tác và hội nhập quốc tế",
        "slug": "hai-quan-viet-nam-day-manh-hop-tac-va-hoi-nhap-quoc-te",
        "standfirst": "Với mục đích đẩy mạnh hợp tác và hội nhập quốc tế trong lĩnh vực hải quan nhằm đóng góp cho tiến trình cải cách, hiện đại hóa các quy trình, thủ tục hải quan, Tổng cục Hải quan vừa ban hành kế hoạch hợp tác và hội nhập quốc tế của Hải quan Việt Nam giai đoạn 2021-2025.",
        "byline": ParsedByline("Nụ Bùi", raw="Nụ Bùi"),
        "headings": [],
        "paragraphs": 6,
        "photos": [
            (
                "Hội nghị Tổng cục trưởng Hải quan ASEM lần thứ 13 đã khẳng định vai trò chủ động và tham gia tích cực của Hải quan Việt Nam trong hợp tác hội nhập quốc tế.",
                "Hồng Nụ",
                False,
            )
        ],
        "warnings": (),
    },
    2: {
        "title": "Phong trào thi đua yêu nước là động lực để Hải quan Việt Nam phát triển",
        "slug": "phong-trao-thi-dua-yeu-nuoc-la-dong-luc-de-hai-quan-viet-nam-phat-trien",
        "standfirst": "Năm 2020 là dấu mốc quan trọng đánh giá kết quả toàn ngành Hải quan đã thi đua hoàn thành thắng lợi các mục tiêu đặt ra trong giai đoạn 5 năm (2016-2020), chào mừng 75 năm ngày Thành lập ngành Tài chính (28/8/1945-28/8/2020) và 75 năm ngày Thành lập Hải quan Việt Nam (10/9/1945-10/9/2020). Trong mỗi chặng đường xây dựng và phát triển của Hải quan Việt Nam đã xuất hiện nhiều gương tập thể, cá nhân tiêu biểu trên các lĩnh vực công tác, đã và đang ngày đêm lặng lẽ, nỗ lực phấn đấu, cống hiến vào thành tích vẻ vang của Hải quan Việt Nam.",
        "byline": ParsedByline(
            "Lưu Mạnh Tưởng",
            job_title="Phó Tổng cục trưởng Tổng cục Hải quan",
            kind="official",
            raw="Lưu mạnh Tưởng Phó Tổng cục trưởng Tổng cục Hải quan",
        ),
        "headings": ["Thi đua hoàn thành nhiệm vụ trọng tâm", "Vững tin trên chặng đường mới"],
        "paragraphs": 14,
        "photos": [
            (
                "Tại Hội nghị điển hình tiên tiến lần thứ VI của Ngành (ngày 20/8/2020), Bộ trưởng Bộ Tài chính Đinh Tiến Dũng thừa ủy quyền trao Huân chương Lao động hạng Nhất cho Tổng cục Hải quan.",
                "Quang Hùng",
                True,
            )
        ],
        "warnings": (
            "A picture's title says 20/2/2020, its caption 20/8/2020 (3500_1-IMG_5668-_ok.jpg).",
            "A credit printed “Quang hùng” is shown as “Quang Hùng”.",
            "Two paragraphs were taken for one that was broken: “hóa công sở. Cục Hải quan” | “TP Hồ Chí Minh với mô”",
        ),
    },
    3: {
        "title": "Tổng cục Hải quan phát động phong trào thi đua giai đoạn 2021 – 2025",
        "slug": "tong-cuc-hai-quan-phat-dong-phong-trao-thi-dua-giai-doan-2021-2025",
        "standfirst": "Phát huy những kết quả đạt được trong phong trào thi đua yêu nước, giai đoạn 2016 – 2020, tại hội nghị Đại biểu điển hình tiên tiến ngành Hải quan lần thứ VI tổ chức sáng 20/8, Phó Tổng cục trưởng Tổng cục Hải quan Lưu Mạnh Tưởng đã phát động phong trào thi đua yêu nước, giai đoạn 2021 – 2025.",
        "byline": ParsedByline("N.Linh", raw="N.Linh"),
        "headings": [],
        "paragraphs": 12,
        "photos": [
            (
                "Phó Tổng cục trưởng Tổng cục Hải quan Lưu Mạnh Tưởng phát động phong trào thi đua yêu nước, giai đoạn 2021 – 2025.",
                "Quang Hùng",
                True,
            ),
            (
                "Quang cảnh hội nghị Đại biểu điển hình tiên tiến ngành Hải quan lần thứ VI tại đầu cầu Tổng cục Hải quan.",
                "Quang Hùng",
                False,
            ),
        ],
        "warnings": (),
    },
    4: {
        "title": "Tăng cường phối hợp giữa lực lượng Hải quan và Biên phòng",
        "slug": "tang-cuong-phoi-hop-giua-luc-luong-hai-quan-va-bien-phong",
        "standfirst": "Chiều 9/9, Phó Tổng cục trưởng Tổng cục Hải quan Lưu Mạnh Tưởng chủ trì buổi làm việc với đoàn công tác của Bộ Tư lệnh Bộ đội Biên phòng do thiếu tướng Lê Văn Phúc- Phó Tư lệnh làm Trưởng đoàn, về công tác phối hợp giữa 2 lực lượng.",
        "byline": ParsedByline("Thái Bình", raw="Thái Bình"),
        "headings": [],
        "paragraphs": 5,
        "photos": [
            (
                "Lãnh đạo Bộ Tư lệnh Bộ đội Biên phòng tặng hoa chúc mừng kỷ niệm 75 năm thành lập Hải quan Việt Nam.",
                "T.Bình",
                True,
            )
        ],
        "warnings": (),
    },
}


@pytest.mark.parametrize("number", EXPECTED)
def test_a_source_is_read_in_every_part(number):
    expected = EXPECTED[number]

    read = source(number)

    assert read.title == expected["title"]
    assert read.slug == expected["slug"]
    assert read.standfirst == expected["standfirst"]
    assert read.bylines == (expected["byline"],)
    assert headings(read) == expected["headings"]
    assert len(paragraphs(read)) == expected["paragraphs"]
    assert [(p.caption, p.credit, p.lead) for p in read.photos] == expected["photos"]
    assert read.warnings == expected["warnings"]


@pytest.mark.parametrize("number", EXPECTED)
def test_a_source_is_known_by_its_address_and_states_no_dates(number):
    read = source(number)

    assert (read.source_name, read.source_url) == ("HDDTVN", f"https://hddtvn.com/{read.slug}/")
    assert (read.source_published_on, read.event_date, read.published_at) == ("", "", None)
    assert (read.section, read.tags, read.kicker) == ("", (), "")


@pytest.mark.parametrize("number", EXPECTED)
def test_no_debris_of_a_source_is_published(number):
    read = source(number)

    published = "\n".join(
        [read.title, read.standfirst, read.body_html]
        + [text for photo in read.photos for text in (photo.alt, photo.caption, photo.credit)]
        + [item.title for item in read.related]
    )
    for debris in (
        "undefined",
        "3500 1 img",
        "2237-4-4048-08",
        "img 5571",
        "ngay 89",
        "more(",
        "HDDTVN",
        ":gift:",
        "Xem chi tiết",
        "![",
        "](",
        "**",
        "Ảnh:",
        "  ",
        "\t",
    ):
        assert debris not in published
    assert "…" not in published or number in (2, 4)  # theirs end in one themselves


def test_pictures_keep_their_whole_addresses():
    urls = [photo.source_url for number in EXPECTED for photo in source(number).photos]

    assert urls == [
        "https://haiquanonline.com.vn/stores/news_dataimages/linhntn/092020/04/11/in_article/1428_75namHQ_-_OK.jpg?rt=20200904200437",
        "https://hddtvn.com/wp-content/uploads/2021/01/2237_4-4048_08.jpg",
        "https://hddtvn.com/wp-content/uploads/2021/01/3500_1-IMG_5668-_ok.jpg",
        "https://haiquanonline.com.vn/stores/news_dataimages/linhntn/082020/20/15/in_article/3546_IMG_5571.jpg?rt=20200821075710",
        "https://haiquanonline.com.vn/stores/news_dataimages/linhntn/082020/20/09/in_article/0437_IMG_5583.jpg?rt=20200821075710",
        "https://haiquanonline.com.vn/stores/news_dataimages/binhht/092020/09/15/in_article/3943_IMG_6119.jpg?rt=20200909161442",
    ]


def test_only_the_last_source_has_related_cards():
    assert [source(number).related for number in range(4)] == [()] * 4
    assert source(4).related == (
        ParsedRelated(
            "Video: Hải quan Việt Nam tiên phong nỗ lực thúc đẩy tạo thuận lợi thương mại",
            "https://haiquanonline.com.vn/video-hai-quan-viet-nam-tien-phong-no-luc-thuc-day-tao-thuan-loi-thuong-mai-133119.html",
            "video",
        ),
        ParsedRelated(
            "Hải quan Việt Nam tự hào truyền thống, phát huy thành tích, chủ động trước thời cơ và thách thức mới",
            "https://haiquanonline.com.vn/hai-quan-viet-nam-tu-hao-truyen-thong-phat-huy-thanh-tich-chu-dong-truoc-thoi-co-va-thach-thuc-moi-132581.html",
            "story",
        ),
    )


def test_the_broken_paragraphs_of_the_third_source_are_whole_again():
    body = source(2).body_html

    assert "hạng Ba (Cục Hải quan TP Hồ Chí Minh năm 2015), 7 tập thể" in body
    assert "văn hóa công sở. Cục Hải quan TP Hồ Chí Minh với mô hình “Cà phê sáng cùng doanh nghiệp”." in body


def test_the_sessions_of_the_first_source_stay_apart():
    assert paragraphs(source(0))[-3:] == [
        "Tọa đàm được chia làm 2 phiên thảo luận với nội dung chủ đề như sau:",
        "Phiên 1: Bảo vệ lợi ích chủ quyền, an ninh an toàn cộng đồng.",
        "Phiên 2: Cải cách mạnh mẽ tạo thuận lợi hoạt động thương mại.",
    ]


def test_the_numbered_tasks_of_the_fourth_source_keep_their_emphasis():
    ordinals = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy")

    assert re.findall(r"<p><em>(.*?)</em>", source(3).body_html) == [f"Thứ {word}," for word in ordinals]


def test_typos_of_the_sources_stay_as_printed():
    bodies = "".join(source(number).body_html for number in EXPECTED)

    for typo in (
        "nghiên cưu",
        "phòng trào thi đua",
        "các nước ASEN-4",
        "gửi lời chúc mừng tới tới",
        "xẩy ra",
    ):
        assert typo in bodies
