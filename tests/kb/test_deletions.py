from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from factlint.kb.deletions import LONG, LONGEST, deletion_keys, pack, probe_keys, segment_keys, unpack

LETTERS = st.sampled_from("abcdeé")
WORDS = st.text(LETTERS, min_size=1, max_size=12)
LONG_WORDS = st.text(LETTERS, min_size=LONG, max_size=14)


@st.composite
def edited(draw: st.DrawFn, words: st.SearchStrategy[str], edits: int, *, swaps: bool) -> tuple[str, str]:
    word = draw(words)
    other = word
    for _ in range(edits):
        place = draw(st.integers(0, max(0, len(other) - 1)))
        kind = draw(st.sampled_from(["insert", "delete", "substitute", *(["swap"] if swaps else [])]))
        if kind == "insert":
            other = other[:place] + draw(LETTERS) + other[place:]
        elif kind == "delete":
            other = other[:place] + other[place + 1 :]
        elif kind == "substitute":
            other = other[:place] + draw(LETTERS) + other[place + 1 :]
        else:
            other = other[:place] + other[place : place + 2][::-1] + other[place + 2 :]
    return word, other


@given(edited(WORDS, 1, swaps=True))
def test_words_one_edit_apart_share_a_key(pair: tuple[str, str]) -> None:
    word, other = pair
    assert OSA.distance(word, other) <= 1
    assert deletion_keys(word) & deletion_keys(other)


@given(edited(LONG_WORDS, 2, swaps=True))
@example(("wilmington", "wlimigtnon"))
@example(("abcdefgh", "bacdefgh"))
def test_a_long_word_is_found_by_one_two_edits_apart(pair: tuple[str, str]) -> None:
    filed, asked = pair
    assume(OSA.distance(filed, asked) <= 2)  # two swaps of one letter are three edits
    assert segment_keys(filed) & probe_keys(asked)


@given(LONG_WORDS)
def test_swaps_across_both_cuts_of_a_long_word(word: str) -> None:
    swapped = list(word)
    for cut in (len(word) // 3, 2 * len(word) // 3):
        swapped[cut - 1], swapped[cut] = swapped[cut], swapped[cut - 1]
    assert segment_keys(word) & probe_keys("".join(swapped))


@given(st.sets(st.integers(0, 2**24 - 1)))
def test_packing_loses_nothing(tokens: set[int]) -> None:
    assert set(unpack(pack(tokens))) == tokens


def test_a_word_that_is_no_name_has_no_keys() -> None:
    assert deletion_keys("a" * LONGEST)
    assert probe_keys("a" * LONGEST)
    assert not deletion_keys("a" * 1_000_000)
    assert not probe_keys("a" * 1_000_000)
