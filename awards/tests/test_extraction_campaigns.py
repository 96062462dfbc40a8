"""Campaigns, numbered tasks and exemplary models read out of prose."""

from pathlib import Path

import pytest

from awards.extraction.campaigns import campaigns
from awards.extraction.practice import models, tasks

SOURCES = Path(__file__).parents[3] / "shared" / "documents"


def test_a_campaign_has_name_theme_period_and_who_launched_it():
    (found,) = campaigns(
        "Tổng cục Hải quan đã phát động phong trào thi đua yêu nước giai đoạn 2021 – 2025, với chủ đề “Đoàn kết – Kỷ cương”."
    )

    assert (found.name, found.slogan) == (
        "Phong trào thi đua yêu nước giai đoạn 2021 – 2025",
        "Đoàn kết – Kỷ cương",
    )
    assert (found.starts_year, found.ends_year, found.launching_body) == (2021, 2025, "Tổng cục Hải quan")


def test_who_launches_in_person_is_no_body_and_the_day_is_kept_as_printed():
    (found,) = campaigns(
        "Sáng 20/8, Cục trưởng Cục Hải quan Mẫu Nguyễn Văn Mẫu phát động phong trào thi đua giai đoạn 2021 - 2025."
    )

    assert (found.launched_by, found.launching_body, found.launched_on) == ("Nguyễn Văn Mẫu", "", "20/8")


def test_a_campaign_may_bear_a_name_of_its_own():
    (found,) = campaigns("Cục Hải quan Mẫu phát động phong trào thi đua mang tên “Nụ cười mẫu”.")

    assert (found.name, found.slogan) == ("Nụ cười mẫu", "")


def test_a_campaign_that_answers_another_says_which():
    higher, own = campaigns(
        "Hưởng ứng phong trào thi đua “Cả nước chung sức”, Cục Hải quan Mẫu phát động phong trào thi đua"
        " với chủ đề “Kỷ cương”."
    )

    assert higher.name == "Cả nước chung sức"
    assert own.answers == "Cả nước chung sức"


def test_campaigns_named_in_a_row_share_what_is_said_of_them():
    found = campaigns("Các phong trào thi đua “Dạy tốt”, “Học tốt” được Sở Mẫu phát động năm 2020.")

    assert [(one.name, one.launching_body, one.starts_year) for one in found] == [
        ("Dạy tốt", "Sở Mẫu", 2020),
        ("Học tốt", "Sở Mẫu", 2020),
    ]


def test_words_may_stand_between_a_campaign_and_its_name_and_an_office_launches_for_its_body():
    (found,) = campaigns(
        "Phong trào thi đua đặc biệt “Toàn dân chung sức” do Thủ tướng Chính phủ phát động đã lan tỏa."
    )

    assert (found.name, found.launching_body) == ("Toàn dân chung sức", "Chính phủ")


@pytest.mark.parametrize(
    "text",
    [
        "Phong trào thi đua được triển khai sôi nổi tại các đơn vị.",
        "Phương châm hành động của Chính phủ là “Kỷ cương, liêm chính”.",
        "Các phong trào do Đảng, Nhà nước phát động trong giai đoạn 2020-2025.",
    ],
)
def test_campaigns_in_general_are_none(text):
    assert campaigns(text) == []


def test_tasks_are_numbered_from_the_first_without_a_gap():
    found = tasks("Thứ nhất, làm tốt.\n\n*Thứ hai,* đến năm 2025 làm xong.\n\nThứ tư, thừa ra.")

    assert [(one.number, one.text, one.due_year) for one in found] == [
        (1, "Làm tốt.", None),
        (2, "Đến năm 2025 làm xong.", 2025),
    ]


@pytest.mark.parametrize("text", ["Thứ hai, cuộc họp bắt đầu.", "Thứ nhất, chỉ có một việc."])
def test_a_weekday_or_a_lone_point_is_no_list_of_tasks(text):
    assert tasks(text) == []


def test_a_model_names_its_unit_and_the_word_of_the_text():
    quoted, plain = models(
        "Cục Hải quan Mẫu Một với mô hình “Cà phê mẫu”. Cục Hải quan Mẫu Hai có sáng kiến xây dựng Bộ chỉ số mẫu, được khen."
    )

    assert (quoted.name, quoted.word, quoted.unit) == ("Cà phê mẫu", "mô hình", "Cục Hải quan Mẫu Một")
    assert (plain.name, plain.word, plain.unit) == ("Bộ chỉ số mẫu", "sáng kiến", "Cục Hải quan Mẫu Hai")


@pytest.mark.parametrize(
    "text",
    [
        "Đội Mẫu đã triển khai hiệu quả mô hình “Tiếng loa”.",
        "Mô hình “Tiếng loa” của Đội Mẫu được nhân rộng.",
    ],
)
def test_a_model_is_its_units_before_and_behind_it(text):
    (found,) = models(text)

    assert (found.name, found.unit) == ("Tiếng loa", "Đội Mẫu")


@pytest.mark.source_documents
@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside this checkout")
def test_the_source_documents_yield_their_campaigns_tasks_and_models():
    texts = [path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.txt"))]

    assert {(one.slogan or one.name)[:32] for text in texts for one in campaigns(text)} == {
        "Kỷ cương – Đổi mới – Hiệu quả",
        "Nụ cười công sở",
        "Tiếp tục đẩy mạnh phát triển qua",
        "Đoàn kết – Kỷ cương – Chuyên ngh",
        "Kỷ cương, Văn hóa",
        "Đoàn kết – Kỷ cương – Đổi mới – ",
        "Phong trào thi đua giai đoạn 201",
        "Phong trào thi đua giai đoạn 202",
        "Phong trào thi đua yêu nước giai",
    }
    assert [one.number for text in texts for one in tasks(text)] == [1, 2, 3, 4, 5, 6, 7]
    assert len([one for text in texts for one in models(text)]) == 3


def test_a_campaign_is_dated_behind_its_verb_and_themed_before_its_noun():
    (told,) = campaigns("Phong trào thi đua “Vươn xa” do Bộ Mẫu phát động ngày 5/3/2021.")
    (themed,) = campaigns("Chủ đề của phong trào thi đua năm 2023 là “Bứt phá về đích”.")

    assert (told.name, told.launching_body, told.launched_on) == ("Vươn xa", "Bộ Mẫu", "5/3/2021")
    assert (themed.slogan, themed.starts_year) == ("Bứt phá về đích", 2023)


def test_tasks_may_be_numbered_in_cardinals():
    found = tasks("Một là, đẩy mạnh cải cách.\nHai là, phấn đấu đến hết năm 2030 đạt mục tiêu.")

    assert [(one.number, one.due_year) for one in found] == [(1, None), (2, 2030)]


def test_a_model_is_given_to_where_it_stands_and_to_who_sets_it_up():
    found = models(
        "Tại Đội Mẫu 2, mô hình “Ngày thứ Bảy” được duy trì. Hội Phụ nữ xã Mẫu thành lập mô hình “Nuôi heo đất”."
    )

    assert [(one.unit, one.name) for one in found] == [
        ("Đội Mẫu 2", "Ngày thứ Bảy"),
        ("Hội Phụ nữ xã Mẫu", "Nuôi heo đất"),
    ]
