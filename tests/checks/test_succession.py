"""Lines of holders of an office."""

from __future__ import annotations

import datetime as dt

from factlint.checks.succession import Succession
from factlint.dates.partial import PartialDate
from factlint.kb.model import Tenure, Validity

AS_OF = dt.date(2025, 1, 1)


def tenure(person: str, start: str, end: str = "", role: str = "") -> Tenure:
    until = PartialDate.parse(end) if end else None
    return Tenure(person, "Reeve", None, "Ruritania", Validity(PartialDate.parse(start), until, AS_OF), role)


def known(*tenures: Tenure, first: int = 2001, last: int = 2010) -> bool:
    return Succession(tenures).is_known(dt.date(first, 1, 1), dt.date(last, 1, 1))


def test_a_line_without_gaps_is_known() -> None:
    assert known(tenure("a", "2000", "2005-03-01"), tenure("b", "2005-03-20"))


def test_a_gap_may_hide_a_holder() -> None:
    assert not known(tenure("a", "2000", "2005-03-01"), tenure("b", "2005-09-20"))


def test_what_was_before_the_first_holder_is_not_known() -> None:
    assert not known(tenure("a", "2002", "2005-03-01"), tenure("b", "2005-03-20"))


def test_an_office_that_two_hold_at_once_has_no_line() -> None:
    assert not known(tenure("a", "2000", "2005-03-01"), tenure("b", "2004-03-20"))


def test_nothing_is_known_after_the_source_was_read() -> None:
    assert not known(tenure("a", "2000"), last=2026)


def test_names_the_holder_of_a_day() -> None:
    line = Succession(
        (tenure("a", "2000-02-01", "2005-03-01"), tenure("b", "2005-03-20", "2006-01-01", "acting"))
    )
    holder = line.holder(dt.date(2003, 5, 5))
    assert holder is not None
    assert holder.person == "a"
    assert line.holder(dt.date(2005, 3, 10)) is None
    assert line.holder(dt.date(2000, 1, 1)) is None
    assert line.tells_acting
