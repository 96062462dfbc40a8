"""What statements of honours are read out of prose: one sentence for each rule of the language."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from awards.extraction import Lexicon, extract
from awards.extraction.award_forms.lexicon import from_database, seeded_forms
from awards.extraction.language.numbers import read_number
from awards.extraction.language.tokens import sentences
from awards.extraction.measuring import CORPUS, FIELDS, measure, read_corpus
from awards.management.commands import measure_extraction
from awards.models import AwardForm
from newsroom.vietnamese import nfc

LEXICON = Lexicon.of(seeded_forms())
SOURCES = Path(__file__).parents[3] / "shared" / "documents"


def read(text: str) -> list[dict]:
    return [statement.as_contract() for statement in extract(text, LEXICON)]


def only(text: str) -> dict:
    (statement,) = read(text)
    return statement


def test_a_statement_says_form_class_kind_count_names_year_status_and_the_words():
    text = "Năm 2019, 2 tập thể được tặng Huân chương Lao động hạng Nhì (Cục Hải quan A, Báo Hải quan)."

    assert only(text) == {
        "form": "Huân chương Lao động",
        "order_class": "Nhì",
        "recipient_kind": "collective",
        "count": 2,
        "names": ["Cục Hải quan A", "Báo Hải quan"],
        "year": 2019,
        "status": "awarded",
        "quote": "2 tập thể được tặng Huân chương Lao động hạng Nhì (Cục Hải quan A, Báo Hải quan)",
    }


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Thủ tướng Chính phủ tặng Bằng khen cho 7 tập thể.", "Bằng khen của Thủ tướng Chính phủ"),
        ("7 tập thể được Chính phủ tặng Cờ thi đua.", "Cờ thi đua của Chính phủ"),
        ("HCLĐ hạng Ba được trao cho 2 tập thể.", "Huân chương Lao động"),
        ("15 công chức đạt danh hiệu “CSTĐ cấp Bộ”.", "Chiến sĩ thi đua cấp Bộ"),
        ("Chủ tịch UBND tỉnh tặng Giấy khen cho 2 hộ.", "Giấy khen của Chủ tịch Ủy ban nhân dân tỉnh"),
    ],
)
def test_a_form_is_written_out_with_the_authority_that_the_sentence_names(text, form):
    assert only(text)["form"] == form


def test_who_hands_over_is_not_who_confers():
    (statement,) = extract("Ông Nguyễn Văn Mẫu trao Giấy khen cho 3 cá nhân.", LEXICON)

    assert (statement.form, statement.authority) == ("Giấy khen", "")


def test_a_mandate_names_the_authority():
    text = "Thừa ủy quyền của Thủ tướng Chính phủ, ông Nguyễn Văn Mẫu trao Bằng khen cho 3 cá nhân."

    assert only(text)["form"] == "Bằng khen của Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn công tác tặng hoa chúc mừng 7 tập thể.",
        "Toàn Chi cục phấn đấu được tặng Cờ thi đua của Chính phủ.",
        "Lãnh đạo mong muốn đơn vị tiếp tục được tặng Bằng khen của Bộ trưởng.",
        "Bảo tàng trưng bày Huân chương Lao động hạng Nhất.",
        "Các đơn vị ký giao ước thi đua lập thành tích chào mừng ngày truyền thống.",
        "Chưa có đơn vị nào được tặng Huân chương Độc lập.",
        "Anh hùng Lao động Nguyễn Văn Mẫu phát biểu tại hội nghị.",
    ],
)
def test_what_is_no_award_is_no_statement(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bộ đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 2 tập thể.", "proposed"),
        ("Chủ tịch nước thu hồi Huân chương Lao động hạng Ba đã tặng cho ông Trần Văn Giả.", "revoked"),
        ("Theo đề nghị của Bộ Tài chính, Thủ tướng Chính phủ tặng Bằng khen cho 2 tập thể.", "awarded"),
    ],
)
def test_proposals_and_revocations_are_told_apart(text, status):
    assert only(text)["status"] == status


def test_posthumous_awards_say_so():
    (statement,) = extract("Truy tặng Huân chương Dũng cảm cho liệt sĩ Phạm Văn Mẫu.", LEXICON)

    assert statement.posthumous
    assert statement.names == ["Phạm Văn Mẫu"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Người Mẫu Năm, công chức Cục Mẫu, được tặng Bằng khen của Thủ tướng Chính phủ.",
        "Thủ tướng Chính phủ tặng Bằng khen cho cá nhân: Người Mẫu Năm.",
    ],
)
def test_a_name_made_up_for_a_sample_is_read_whole(text):
    assert only(text)["names"] == ["Người Mẫu Năm"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("01", 1), ("1.205", 1205), ("ba mươi lăm", 35), ("mười", 10), ("hai trăm linh bốn", 204), ("năm", 5)],
)
def test_numbers_are_read_in_digits_and_words(text, number):
    (tokens,) = sentences(text)

    assert read_number(tokens, 0) == (number, len(tokens))


def test_the_development_corpus_is_read_as_it_was_when_it_was_measured():
    score = measure(read_corpus(CORPUS / "development.txt"), LEXICON)

    assert score.precision >= 0.98, score.misses
    assert score.recall >= 0.98, score.misses


def test_every_plain_shape_of_sentence_is_read_without_a_fault():
    score = measure(read_corpus(CORPUS / "shapes.txt"), LEXICON)

    assert score.misses == []


def test_the_corpus_is_large_enough_to_measure_with_and_its_halves_share_nothing():
    halves = [read_corpus(CORPUS / f"{name}.txt") for name in ("development", "held_out")]
    passages = [passage for half in halves for passage in half]

    assert len(passages) >= 300
    assert sum(not passage.statements for passage in passages) >= 80
    assert len({passage.text for passage in passages}) == len(passages)


def test_measuring_prints_how_well_and_how_fast_each_half_is_read(tmp_path, monkeypatch, capsys):
    (tmp_path / "half.txt").write_text(
        "= Cục Mẫu được tặng Huân chương Lao động hạng Ba.\n"
        "Huân chương Lao động | Ba | collective | - | Cục Mẫu | - | awarded\n"
        "= Cục Mẫu phấn đấu được tặng Huân chương Lao động.\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(measure_extraction, "CORPUS", tmp_path)

    call_command("measure_extraction")

    printed = capsys.readouterr().out
    assert "half: 2 passages, 1 of them without a statement; 1 statements, 1 read, 1 right" in printed
    assert "precision 1.0000   recall 1.0000" in printed
    assert re.search(r"10,000 words in \d+\.\d\d s of CPU", printed)


def test_every_quote_stands_in_the_text():
    for passage in read_corpus(CORPUS / "development.txt"):
        for statement in extract(passage.text, LEXICON):
            assert passage.text[statement.start : statement.end] == statement.quote


@given(
    st.text(
        st.sampled_from(
            "Thủ tướng tặng Bằng khen cho 7 tập thể, “Huân chương” (năm 2015); và được ông A-Cục B.\n/%"
        )
    )
)
def test_any_text_is_read_to_the_same_end_twice(text):
    assert extract(text, LEXICON) == extract(text, LEXICON)
    for statement in extract(text, LEXICON):
        assert nfc(text)[statement.start : statement.end] == statement.quote


@pytest.mark.django_db
def test_a_form_added_to_the_register_is_read_at_once():
    AwardForm.objects.create(name="Huy hiệu Người Mẫu", family="historical", rank=1, aliases=["HHNM"])

    (statement,) = extract("3 cá nhân được tặng Huy hiệu Người Mẫu.", from_database())

    assert statement.form == "Huy hiệu Người Mẫu"


@pytest.mark.django_db
def test_the_command_prints_one_line_of_json_a_statement(tmp_path):
    file = tmp_path / "bai.txt"
    file.write_text("29 tập thể và 44 cá nhân được tặng Huân chương Lao động hạng Nhì.", encoding="utf-8")
    out = io.StringIO()

    call_command("extract_honours", str(file), stdout=out)

    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(line["recipient_kind"], line["count"]) for line in lines] == [
        ("collective", 29),
        ("individual", 44),
    ]
    assert list(lines[0]) == [*FIELDS, "quote"]


@pytest.mark.django_db
def test_the_command_reads_standard_input(monkeypatch, tmp_path):
    source = tmp_path / "stdin"
    source.write_text("3 tập thể được tặng Bằng khen.", encoding="utf-8")
    out = io.StringIO()

    with source.open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        call_command("extract_honours", "-", stdout=out)

    assert json.loads(out.getvalue())["count"] == 3


@pytest.mark.parametrize(("data", "returncode"), [(b"\xff\xfe\x00", 1), (None, 2)])
def test_the_command_says_why_a_file_cannot_be_read(tmp_path, data, returncode):
    file = tmp_path / "bai.txt"
    if data is not None:
        file.write_bytes(data)

    with pytest.raises(CommandError, match="bai.txt") as raised:
        call_command("extract_honours", str(file))

    assert raised.value.returncode == returncode


@pytest.mark.source_documents
@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside this checkout")
def test_the_source_documents_yield_every_statement_they_make_and_no_other():
    found = {}
    for path in sorted(SOURCES.glob("*.txt")):
        for one in read(path.read_text(encoding="utf-8")):
            key = (one["form"], one["order_class"], one["recipient_kind"], one["count"])
            found[key] = (one["year"], len(one["names"]))

    many = [
        ("Huân chương Chiến công", "various"),
        ("Bằng khen của Thủ tướng Chính phủ", None),
        ("Bằng khen của Bộ trưởng Bộ Tài chính", None),
        ("Giấy khen của Tổng cục trưởng Tổng cục Hải quan", None),
    ]
    assert found == {
        ("Cờ thi đua của Chính phủ", None, "collective", 28): (None, 0),
        ("Huân chương Độc lập", "Nhất", "collective", 1): (2015, 1),
        ("Huân chương Độc lập", "Ba", "collective", 1): (2015, 1),
        ("Huân chương Lao động", "Nhất", "collective", 7): (None, 7),
        ("Huân chương Lao động", "Nhất", "collective", None): (None, 1),
        ("Huân chương Lao động", "Nhì", "collective", 29): (None, 0),
        ("Huân chương Lao động", "Nhì", "individual", 44): (None, 0),
        ("Huân chương Lao động", "Ba", "collective", 16): (None, 0),
        ("Huân chương Lao động", "Ba", "individual", 70): (None, 0),
        **{(*form, kind, "many"): (None, 0) for form in many for kind in ("collective", "individual")},
    }


def test_a_headline_on_its_own_line_is_a_sentence_and_a_broken_line_is_none():
    headline = "Nhiều tập thể được tặng Bằng khen của Bộ trưởng Bộ Tài chính\nSáng 12/5, Cục Mẫu tổ chức hội nghị tổng kết năm công tác vừa qua."
    broken = "Tại hội nghị tổng kết lần này, Cục trưởng Cục Hải quan\nMẫu Nam tặng Giấy khen cho 5 tập thể thuộc Cục."
    assert [one.form for one in extract(headline, LEXICON)] == ["Bằng khen của Bộ trưởng Bộ Tài chính"]
    assert [one.form for one in extract(broken, LEXICON)] == ["Giấy khen của Cục trưởng Cục Hải quan Mẫu Nam"]
