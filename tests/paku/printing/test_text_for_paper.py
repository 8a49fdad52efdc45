"""People's text goes on paper as it is, and cannot hang the press."""

from hypothesis import given
from hypothesis import strategies as st

from paku.printing.text import BREAK, LONGEST_BLOCK, LONGEST_RUN, blocks, breakable
from tests.paku.printing.inspector import squeezed


@given(
    st.text(
        alphabet=st.characters(exclude_categories=("Cs", "Cc", "M", "Z")) | st.sampled_from(" \n"),
        max_size=3000,
    )
)
def test_nothing_is_lost_or_added_but_places_to_break(text: str) -> None:
    printed = " ".join(line for block in blocks(text) for line in block)

    assert squeezed(printed) == squeezed(text)


@given(st.text(alphabet="aä ,\n", max_size=8000))
def test_no_block_is_long_and_no_run_is_unbreakable(text: str) -> None:
    for block in blocks(text):
        assert sum(len(line) for line in block) <= LONGEST_BLOCK + LONGEST_RUN
        assert all(
            len(run) <= LONGEST_RUN for line in block for run in line.replace(BREAK, " ").split(" ")
        )


def test_ordinary_words_are_left_alone() -> None:
    assert (
        breakable("Ritva-Liisa Köykkäläinen-Hämäläinen soitti.")
        == "Ritva-Liisa Köykkäläinen-Hämäläinen soitti."
    )


def test_an_empty_line_parts_paragraphs_and_a_line_end_stays() -> None:
    assert blocks("Yksi\nkaksi\n\nkolme") == [["Yksi", "kaksi"], ["kolme"]]


def test_a_heap_of_marks_is_capped_and_a_few_are_kept() -> None:
    assert breakable("a" + "\u0301" * 20_000) == "a" + "\u0301" * 4
    assert breakable("Ẹ̀kọ́") == "Ẹ̀kọ́"


def test_an_empty_text_is_no_paragraph() -> None:
    assert blocks(" \n \n") == []
