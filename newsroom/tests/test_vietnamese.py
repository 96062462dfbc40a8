"""Vietnamese text: the tables of the domain notes and what holds for any text."""

import unicodedata
from datetime import UTC, date, datetime
from time import process_time
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.slugs import vietnamese_slug
from newsroom.vietnamese import (
    collapse_spaces,
    exact_key,
    fold,
    fold_per_character,
    nfc,
    person_sort_key,
    sort_key,
    unify_tone_marks,
    vietnamese_date,
)

# Surrogates too: text from JSON may hold lone ones.
any_text = st.text(st.characters(codec=None, exclude_categories=()))
vietnamese_text = st.text("aàảãáạăằẳẵắặâầẩẫấậeêếoôốơớuưứyýđbchnqtg ÀẢĐƠƯQHY0123,-“”", min_size=1, max_size=30)


# --- Normal form


def test_decomposed_syllables_are_composed():
    decomposed = unicodedata.normalize("NFD", "tổ chức tọa đàm")

    assert nfc(decomposed) == "tổ chức tọa đàm"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x0bc\x1fd\x7fe\x85f", "abcdef"),
        ("dòng một\n\tdòng hai", "dòng một\n\tdòng hai"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufdd0b\ufffec\uffffd\U0001ffffe\U0010fffef", "abcdef"),
        ("e\x00\N{COMBINING CIRCUMFLEX ACCENT}", "ê"),
        ("Ðộc lập 😀\N{NO-BREAK SPACE}₫", "Ðộc lập 😀\N{NO-BREAK SPACE}₫"),
    ],
)
def test_characters_that_xml_refuses_are_dropped(typed, kept):
    assert nfc(typed) == kept


@given(any_text)
def test_nfc_is_idempotent_and_fit_for_xml(text):
    clean = nfc(text)

    assert nfc(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    element = ElementTree.Element("title")
    element.text = clean
    read_back = ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text or ""
    assert read_back == clean


# U+0344 and क़ come apart into further marks when normalised.
piled_up_marks = st.text(
    st.sampled_from("aế\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}\u0344\u0334\u0f73\u0958"),
    min_size=25,
    max_size=80,
)


@given(piled_up_marks)
def test_of_piled_up_marks_thirty_stay(text):
    clean = nfc(text)

    runs = "".join("m" if unicodedata.combining(char) else " " for char in clean).split()
    assert max(map(len, runs), default=0) <= 30
    assert nfc(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert len(fold_per_character(text)) == len(clean)


def test_a_letter_keeps_thirty_marks():
    marks = "\N{COMBINING DIAERESIS BELOW}" * 30

    assert nfc("k" + marks) == "k" + marks
    assert nfc("k" + marks + marks + "m") == "k" + marks + "m"


def test_an_accent_repeated_costs_what_plain_text_costs():
    marks = "\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}" * 100_000  # the square would take minutes

    start = process_time()
    for function in (nfc, fold, fold_per_character, sort_key, exact_key, vietnamese_slug):
        function("a" + marks)

    assert process_time() - start < 5


def test_spaces_of_any_kind_collapse_to_one():
    typed = "\t Hải\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}quan  Việt\r\nNam \n"

    assert collapse_spaces(typed) == "Hải quan Việt Nam"


# --- Folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hải quan", "hai quan"),
        ("HẢI QUAN", "hai quan"),
        (unicodedata.normalize("NFD", "Hải quan"), "hai quan"),
        ("hải quân", "hai quan"),
        ("điện tử", "dien tu"),
        ("Đinh Tiến Dũng", "dinh tien dung"),
        ("NÐ-CP, Huân chương Ðộc lập", "nd-cp, huan chuong doc lap"),
        ("khen\N{NO-BREAK SPACE}thưởng", "khen thuong"),
        ("Ặ Ẫ Ở Ữ Ỵ ệ ự", "a a o u y e u"),
        ("hoà hòa", "hoa hoa"),
        ("Straße", "strasse"),
    ],
)
def test_folding_ignores_accents_and_case(text, folded):
    assert fold(text) == folded


@given(any_text)
def test_folding_is_idempotent_and_blind_to_case_and_normal_form(text):
    folded = fold(text)

    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", nfc(text))) == folded


@given(any_text)
def test_folding_per_character_keeps_the_length(text):
    assert len(fold_per_character(text)) == len(nfc(text))


@given(vietnamese_text)
def test_folding_per_character_folds_vietnamese_like_fold(text):
    assert fold_per_character(text) == fold(text)


def test_a_place_found_in_folded_text_is_the_place_in_the_original():
    text = unicodedata.normalize("NFD", "Ngày 8/9, Tổng cục HẢI QUAN tổ chức “tọa đàm”")

    start = fold_per_character(text).index("hai quan")

    assert nfc(text)[start : start + len("hai quan")] == "HẢI QUAN"


@pytest.mark.parametrize("odd", ["x\N{COMBINING GRAVE ACCENT}", "ß", "ﬁ", "\N{COMBINING TILDE}"])
def test_what_does_not_fold_to_one_character_stands_as_itself(odd):
    assert fold_per_character(odd) == odd


# --- Tone placement

OLD_AND_NEW = [
    (old, new)
    for olds, news in [
        ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
        ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
        ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
    ]
    for old, new in zip(olds.split(), news.split(), strict=True)
]


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW)
def test_old_and_new_tone_placement_become_one(old, new):
    assert unify_tone_marks(f"h{old}, {old}") == f"h{new}, {new}"
    assert unify_tone_marks(f"H{old} {old}".upper()) == f"H{new} {new}".upper()
    assert unify_tone_marks(unicodedata.normalize("NFD", old)) == new
    assert unify_tone_marks(new) == new


@pytest.mark.parametrize(
    ("text", "unified"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("khỏe", "khoẻ"),
        ("Thủy sản", "Thuỷ sản"),
        ("Ủy ban", "Uỷ ban"),
        ("HóA", "HoÁ"),
        ("hòa-thuận", "hoà-thuận"),
        ("hòa2", "hoà2"),
    ],
)
def test_tone_moves_in_open_syllables_whatever_their_case(text, unified):
    assert unify_tone_marks(text) == unified


@pytest.mark.parametrize(
    "text",
    [
        "hoàn",
        "toán",
        "loại",
        "thuyền",
        "khuỷu",
        "quý",
        "quỹ",
        "QUÝ",
        "qúy",
        "hòan",
        "Huế",
        "mía",
    ],
)
def test_syllables_with_one_placement_stay(text):
    assert unify_tone_marks(text) == text


@given(any_text)
def test_unifying_tones_is_idempotent_and_keeps_the_length(text):
    unified = unify_tone_marks(text)

    assert unify_tone_marks(unified) == unified
    assert len(unified) == len(nfc(text))


def test_exact_key_keeps_accents_and_ignores_case_eth_and_tone_placement():
    assert exact_key("HẢI QUAN") == exact_key(unicodedata.normalize("NFD", "hải\xa0quan"))
    assert exact_key("hải quan") != exact_key("hải quân")
    assert exact_key("Ðộc lập") == exact_key("độc lập")
    assert exact_key("HÒA") == exact_key("hoà")


@given(any_text)
def test_exact_key_is_idempotent(text):
    key = exact_key(text)

    assert exact_key(key) == key


# --- Alphabet order


def assert_in_order(keys):
    """Each key is less than the next one."""
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    "in_order",
    [
        "Da | Dương | Đà Nẵng | Đắk Lắk | Điện Biên | Em | Ế",
        "Hà Giang | Hà Nội | Hà Tĩnh | Hải Dương | Hải Phòng | Hậu Giang",
        "Hậu Giang | Hòa Bình | Hồ Chí Minh | Hưng Yên",
        "Bà Rịa Vũng Tàu | Bạc Liêu | Bắc Giang | Bắc Ninh | Bến Tre | Bình Dương | Bình Định",
        "An | Ấp | Dương | Đà Nẵng | Ông | Zeta",
        "a | à | ả | ã | á | ạ | ă | ằ | â | b | c | d | đ | e | ê | f | g | h | i | j",
        "j | k | l | m | n | o | ô | ơ | p | q | r | s | t | u | ư | v | w | x | y | z",
        "ma | mà | mả | mã | má | mạ | ma a | mà a | mai",
        "… | 1 | 10 | 2 | 9 | A | Ω | 中",
        "an | An | AN | àn | Àn",
        "hoa | hòa | Hòa | hoả | hóa",
    ],
)
def test_texts_sort_in_vietnamese_alphabet_order(in_order):
    names = in_order.split(" | ")

    assert_in_order([sort_key(name) for name in names])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("Ðộc lập", "Độc lập"),
        ("  Hải\xa0 quan ", "Hải quan"),
        ("2021–2025", "2021-2025"),
    ],
)
def test_spellings_that_differ_only_in_form_sort_alike(one, other):
    assert sort_key(one) == sort_key(other)


def _by_levels(text):
    """The rule of the alphabet said another way, for words of small and capital letters."""
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    letters, marks = [], []
    for char in text.lower():
        tone = next(t for t in tones[::-1] if t in unicodedata.normalize("NFD", char))
        bare = unicodedata.normalize("NFD", char).replace(tone, "") if tone else char
        letters.append(alphabet.index(unicodedata.normalize("NFC", bare)))
        marks.append(tones.index(tone))
    return letters, marks, [char.isupper() for char in text]


words = st.text("aàảãáạăằặâầậbcdđeêếghiklmnrstvxAÀĂÂĐÊẾ", max_size=6)


@given(words, words)
def test_sort_key_orders_letters_then_tones_then_capitals(one, other):
    assert (sort_key(one) < sort_key(other)) == (_by_levels(one) < _by_levels(other))


@given(any_text)
def test_sort_key_is_small_ascii_of_bounded_length_and_blind_to_normal_form(text):
    key = sort_key(text)

    assert all(char in "0123456789abcdefghijklmnopqrstuvwxyz" for char in key)
    assert len(key) <= 18 * len(text) + 2
    assert sort_key(unicodedata.normalize("NFD", nfc(text))) == key


@given(vietnamese_text)
def test_sort_key_of_vietnamese_takes_at_most_four_characters_a_letter(text):
    assert len(sort_key(text)) <= 4 * len(text) + 2


# --- Names of persons

PERSONS = [
    "Trần Thị An",
    "Đỗ Đức Anh",
    "Nguyễn Văn Ánh",
    "Lê Ân",
    "Đinh Tiến Dũng",
    "Nguyễn Văn Dũng",
    "Phạm Thị Đào",
    "Trần Văn Tương",
    "Vũ Tường",
]


def test_persons_sort_by_given_name_then_the_rest():
    assert_in_order([person_sort_key(name) for name in PERSONS])


def test_capitals_count_after_the_whole_name():
    names = ["Lê Văn An", "NGUYỄN VĂN AN", "Trần Văn An", "TRẦN VĂN AN"]

    assert_in_order([person_sort_key(name) for name in names])


def test_a_given_name_that_begins_another_comes_first_whatever_the_family_name():
    assert person_sort_key("Vũ An") < person_sort_key("Bùi Anh")
    assert person_sort_key("Bùi Ánh") > person_sort_key("Vũ Anh")


def test_a_stated_given_name_of_two_syllables_counts_whole():
    assert person_sort_key("Lê Bình Minh", "Bình Minh") < person_sort_key("Lê Thị Cúc")
    assert person_sort_key("Lê Bình Minh", "Bình Minh") > person_sort_key("Vũ Bình")


def test_a_stated_given_name_may_stand_first_or_be_spelled_otherwise():
    assert person_sort_key("Nụ Bùi", "Nụ") == person_sort_key("Bùi Nụ")
    assert person_sort_key("Trần Hoà", "Hòa") == person_sort_key("Trần Hòa")


def test_an_initial_with_a_dot_is_no_part_of_the_given_name():
    assert person_sort_key("N.Linh") == person_sort_key("N. Linh")


@given(any_text, any_text)
def test_any_name_has_a_person_sort_key(full_name, stated):
    assert person_sort_key(full_name, stated).isascii()


# --- Dates


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2020, 9, 6), "Chủ Nhật, 6/9/2020"),
        (date(2020, 9, 7), "Thứ Hai, 7/9/2020"),
        (date(2020, 9, 8), "Thứ Ba, 8/9/2020"),
        (date(2020, 9, 12), "Thứ Bảy, 12/9/2020"),
        (datetime(2020, 9, 8, 23, 59), "Thứ Ba, 8/9/2020"),
        (datetime(2020, 9, 7, 17, 0, tzinfo=UTC), "Thứ Ba, 8/9/2020"),
        (datetime(2020, 12, 31, 17, 0, tzinfo=UTC), "Thứ Sáu, 1/1/2021"),
    ],
)
def test_dates_are_those_of_vietnam_day_first(day, shown):
    assert vietnamese_date(day, weekday=True) == shown
    assert vietnamese_date(day) == shown.partition(", ")[2]
