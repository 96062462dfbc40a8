"""Files for spreadsheets."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from newsroom import sheets


@given(st.text())
def test_whatever_a_cell_says_it_starts_no_formula(text):
    assert not sheets.harmless(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(
    st.lists(
        st.lists(st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1), min_size=2, max_size=2)
    )
)
def test_what_is_written_is_read_again(rows):
    written = "".join(sheets.lines(["một", "hai"], rows))

    assert written.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(written.lstrip("\ufeff"), newline=""))) == [["một", "hai"], *rows]
