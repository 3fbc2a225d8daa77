from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.kb.names import NameKey, fold, name_key

NAMES = st.text(st.characters(codec="utf-8"), max_size=40)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Angela Merkel", "angela merkel"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Lech Wałęsa", "lech walesa"),
        ("Lars Løkke Rasmussen", "lars lokke rasmussen"),
        ("Franz Josef Strauß", "franz josef strauss"),
        ("Binali Yıldırım", "binali yildirim"),
        ("İsmet İnönü", "ismet inonu"),
        ("Đỗ Mười", "do muoi"),
        ("Jean-Claude Juncker", "jean claude juncker"),
        ("Beto O'Rourke", "beto orourke"),
        ("Beto O’Rourke", "beto orourke"),
        ("J. D. Vance", "jd vance"),
        ("J.D. Vance", "jd vance"),
        ("JD Vance", "jd vance"),
        ("Joseph R. Biden, Jr.", "joseph r biden jr"),
        ("George H.W. Bush", "george hw bush"),
        ("Malcolm X", "malcolm x"),
        ("Bashar al-Assad", "bashar al assad"),
        ("Владимир Путин", "владимир путин"),
        ("…", ""),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_folded_names_have_single_spaces_and_no_marks(name: str) -> None:
    folded = fold(name)
    assert folded == " ".join(folded.split())
    assert not any(unicodedata.combining(character) for character in folded)


@given(st.text(st.characters(max_codepoint=0x24F, categories=["L"]), min_size=1, max_size=20))
def test_case_and_composition_do_not_count(name: str) -> None:
    assert fold(name) == fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))
    if name.lower().upper().lower() == name.lower():
        assert fold(name.lower()) == fold(name)


@given(st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=2, max_size=4))
def test_hyphens_and_spaces_are_the_same(words: list[str]) -> None:
    assert fold("-".join(words)) == fold(" ".join(words)) == fold("\u00a0".join(words))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Angela Merkel", NameKey("merkel", "angela")),
        ("Ursula von der Leyen", NameKey("leyen", "ursula von der")),
        ("Joseph Biden Jr.", NameKey("biden", "joseph,jr")),
        ("Pelé", NameKey("pele", "")),
        ("Junior", NameKey("junior", "")),
    ],
)
def test_name_key(name: str, key: NameKey) -> None:
    assert name_key(name) == key


def test_no_key_without_a_letter() -> None:
    assert name_key("–") is None


@given(NAMES)
def test_a_key_keeps_all_tokens(name: str) -> None:
    key = name_key(name)
    kept = [] if key is None else [*key.rest.replace(",", " ").split(), key.head]
    assert sorted(kept) == sorted(fold(name).split())
