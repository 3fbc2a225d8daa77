from __future__ import annotations

import pytest

from factlint.kbbuild.importer.cleaning import clean_name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Ada  Quill", "Ada Quill"),
        ("Ada Quill (politician)", "Ada Quill"),
        ("Tony Marlow, 3rd Baron Marlow of Wrexham", "Tony Marlow"),
        ('Elisea "Bebet" Gozun', "Elisea Gozun"),
        ("ILUNGA Kalala", "Ilunga Kalala"),
        ("JD Vance", "JD Vance"),
        ("Henry VIII of England", "Henry VIII of England"),
        ("Zoë Łukasiewicz-Ødegård", "Zoë Łukasiewicz-Ødegård"),
        ("Sammy Davis, Jr.", "Sammy Davis, Jr."),
        ("Ada Quill , Jr. .", "Ada Quill, Jr."),
        ("Ada Quill,", "Ada Quill"),
        ("Anderson .Paak", "Anderson .Paak"),
        ("Quill , A. B.", ""),
        ("K1N-KIEY MULUMBA Gasha", ""),
        ("Neron_Mbungu", ""),
        ("Department of Defense", ""),
        ("Ада Перо", ""),
        ("–", ""),
        ("", ""),
    ],
)
def test_clean_name(name: str, clean: str) -> None:
    assert clean_name(name) == clean
