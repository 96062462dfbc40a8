"""Slugs: the rule, its table, and that one is always found."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.slugs import RESERVED_SEGMENTS, available_slug, available_slugs, vietnamese_slug

VALID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Title and path of each source story, and of two stories that one of them links to.
SOURCE_STORIES = [
    (
        "Ngày 8/9, Tổng cục Hải quan tổ chức tọa đàm “Vì mục tiêu bảo vệ lợi ích chủ quyền quốc gia”",
        "ngay-8-9-tong-cuc-hai-quan-to-chuc-toa-dam-vi-muc-tieu-bao-ve-loi-ich-chu-quyen-quoc-gia",
    ),
    (
        "Hải quan Việt Nam đẩy mạnh hợp tác và hội nhập quốc tế",
        "hai-quan-viet-nam-day-manh-hop-tac-va-hoi-nhap-quoc-te",
    ),
    (
        "Phong trào thi đua yêu nước là động lực để Hải quan Việt Nam phát triển",
        "phong-trao-thi-dua-yeu-nuoc-la-dong-luc-de-hai-quan-viet-nam-phat-trien",
    ),
    (
        "Tổng cục Hải quan phát động phong trào thi đua giai đoạn 2021 – 2025",
        "tong-cuc-hai-quan-phat-dong-phong-trao-thi-dua-giai-doan-2021-2025",
    ),
    (
        "Tăng cường phối hợp giữa lực lượng Hải quan và Biên phòng",
        "tang-cuong-phoi-hop-giua-luc-luong-hai-quan-va-bien-phong",
    ),
    (
        "Video: Hải quan Việt Nam tiên phong nỗ lực thúc đẩy tạo thuận lợi thương mại",
        "video-hai-quan-viet-nam-tien-phong-no-luc-thuc-day-tao-thuan-loi-thuong-mai",
    ),
    (
        "Hải quan Việt Nam tự hào truyền thống, phát huy thành tích, chủ động  trước thời cơ và thách thức mới",
        "hai-quan-viet-nam-tu-hao-truyen-thong-phat-huy-thanh-tich-chu-dong-truoc-thoi-co-va-thach-thuc-moi",
    ),
]


@pytest.mark.parametrize(("title", "path"), SOURCE_STORIES)
def test_a_source_title_gives_the_path_of_its_source(title, path):
    assert vietnamese_slug(title) == path
    assert vietnamese_slug(unicodedata.normalize("NFD", title)) == path


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("giai đoạn 2021 – 2025", "giai-doan-2021-2025"),
        ("Kế hoạch 2021- 2025", "ke-hoach-2021-2025"),
        ("Quy định số 08-QĐ/TW", "quy-dinh-so-08-qd-tw"),
        ("“Nụ cười công sở”", "nu-cuoi-cong-so"),
        ("…", ""),
        ("", ""),
        ("中文", ""),
        ("Đường phố Đà Nẵng", "duong-pho-da-nang"),
        ("NÐ-CP, ðiện tử", "nd-cp-dien-tu"),
        ("Chờ… đợi", "cho-doi"),
        ('don\'t ‘nói’ "gì"', "dont-noi-gi"),
        ("--Hải__quan--", "hai-quan"),
    ],
)
def test_slug_table(text, slug):
    assert vietnamese_slug(text) == slug


@given(st.text())
def test_slug_is_url_safe_and_a_slug_of_itself(text):
    slug = vietnamese_slug(text)

    assert slug == "" or VALID.fullmatch(slug)
    assert vietnamese_slug(slug) == slug


def never(slug):
    return False


def test_a_free_slug_is_given_as_wanted():
    assert available_slug("hai-quan", never) == "hai-quan"
    assert available_slug("Hải quan", never) == "hai-quan"


def test_a_taken_slug_gets_the_first_free_number():
    taken = {"hai-quan", "hai-quan-2", "hai-quan-4"}

    assert available_slug("hai-quan", taken.__contains__) == "hai-quan-3"


@pytest.mark.parametrize("segment", ["admin", "vinh-danh", "api", "media"])
def test_a_slug_that_would_hide_another_page_gets_a_number(segment):
    assert available_slug(segment, never) == f"{segment}-2"
    assert available_slug(segment, never, reserved=()) == segment


def test_text_without_letters_gets_the_fallback():
    assert available_slug("…", never) == "khong-ten"
    assert available_slug("…", {"bai"}.__contains__, fallback="Bài") == "bai-2"


def test_a_fallback_without_letters_is_refused():
    with pytest.raises(ValueError, match="fallback"):
        available_slug("…", never, fallback="…")


@pytest.mark.parametrize(("max_length", "slug"), [(8, "hai-quan"), (10, "hai-quan"), (7, "hai"), (2, "ha")])
def test_a_long_slug_is_cut_between_words(max_length, slug):
    assert available_slug("hai-quan-viet-nam", never, max_length=max_length) == slug


def test_the_number_fits_into_the_longest_length():
    assert available_slug("hai-quan", {"hai-quan"}.__contains__, max_length=8) == "hai-2"


def test_when_no_slug_of_the_length_is_left_it_says_so():
    with pytest.raises(ValueError, match="at most 2 characters"):
        available_slug("hai-quan", lambda slug: True, max_length=2)


@given(
    wanted=st.one_of(st.text(), st.sampled_from(sorted(RESERVED_SEGMENTS))),
    refusals=st.integers(0, 120),
    max_length=st.integers(5, 40),
)
def test_an_available_slug_is_valid_and_neither_taken_nor_reserved(wanted, refusals, max_length):
    taken = set()

    def refuse_at_first(slug):
        refused = len(taken) < refusals
        if refused:
            taken.add(slug)
        return slug in taken

    slug = available_slug(wanted, refuse_at_first, max_length=max_length)

    assert VALID.fullmatch(slug)
    assert len(slug) <= max_length
    assert slug not in taken
    assert slug not in RESERVED_SEGMENTS
    assert available_slug(wanted, taken.__contains__, max_length=max_length) == slug


@given(st.lists(st.sampled_from(["Mẫu", "mau", "Mẫu 2", "Đơn vị", "…", "mau-3"]), max_size=12))
def test_many_slugs_at_once_are_free_and_differ(titles):
    stored = {"mau", "mau-4", "don-vi", "don-vi-2"}

    slugs = available_slugs(titles, lambda slugs: slugs & stored, reserved={"mau-2"}, fallback="muc")

    assert len(set(slugs)) == len(titles)
    assert not set(slugs) & (stored | {"mau-2"})
    assert [slug.rstrip("-0123456789") for slug in slugs] == [
        (vietnamese_slug(title) or "muc").rstrip("-0123456789") for title in titles
    ]
