"""Stems, words of meaning and fingerprints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.crossing.words import LONGEST_STEM, STOP, capitalised, fingerprint, stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        "resigned resigns resignation", "announced announcement", "killed deaths died", "duties duty",
        "women woman", "firemen fireman", "beaten defeated lost", "votes voted vote", "Wendell's Wendell",
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["bridge bride", "price prince", "herring hearing"])
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_words_without_meaning_are_left_out() -> None:
    assert stems("The council said on Tuesday that it will not raise the dam.") == ("council", "rais", "dam")
    assert all(word == word.lower() for word in STOP)


def test_capitalised_words_are_folded_and_the_first_may_be_left_out() -> None:
    assert capitalised("Rain fell on Málaga and on the UN.", skip_first=True) == ("malaga", "un")
    assert capitalised("Málaga's mayor, Ann O'Hara") == ("malaga", "ann", "ohara")


def test_fingerprints_ignore_case_space_and_points() -> None:
    assert fingerprint("The dam  broke.") == fingerprint("the dam\nbroke")
    assert fingerprint("The dam broke.") != fingerprint("The dam held.")


@given(st.text(max_size=60))
def test_any_text_has_stems(text: str) -> None:
    assert all(0 < len(one) <= LONGEST_STEM for one in stems(text))
    assert len(fingerprint(text)) == 12
