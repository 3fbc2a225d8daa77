"""Putting the tenures found at Wikidata beside those of the snapshot."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from factlint.dates.partial import PartialDate
from factlint.kb.seats import is_single_seat
from factlint.kbbuild.compile.derive import join_terms
from factlint.kbbuild.compile.draft import Draft, EntityDraft, TenureDraft
from factlint.kbbuild.compile.spans import days_shared, first_day, last_day, overlap
from factlint.kbbuild.update.findings import FoundTenure, agree
from factlint.kbbuild.update.sources import LIVE, is_wikidata

_FEW_DAYS = 60
"""Two holders of a single seat may overlap by this much, because of rounding or an acting holder."""

_LONGEST_TERM = dt.timedelta(days=20 * 366)
"""An end that is further off than this is a slip."""
_LONGEST_REIGN = dt.timedelta(days=75 * 366)
"""Longer than anybody has held an office (Louis XIV, 72 years)."""

Seat = tuple[str, str]


@dataclass
class TenureMerge:
    """Merges found tenures into a draft.

    What stands in the tables kept by hand wins: of those tenures only an open end is filled in, and only
    by an end after the day on which they were checked. Tenures from Wikidata are corrected by Wikidata.
    No tenure is removed because Wikidata says nothing of it any more; one that it calls deprecated is.

    Attributes:
        draft: the draft; its offices and people are those of the finished snapshot.
        left_out: what contradicts the snapshot is named here.
        touched: keys of the people whose tenures changed.
    """

    draft: Draft
    left_out: list[str]
    touched: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        held = Counter(
            tenure.office
            for tenures in self.draft.tenures.values()
            for tenure in tenures
            if is_wikidata(tenure.source)
        )
        # An office of the source may stand under several titles; it is the one most of its holders have.
        self._numbers: dict[str, int] = {}
        for number in sorted(range(len(self.draft.offices)), key=lambda number: -held[number]):
            self._numbers.setdefault(self.draft.offices[number].key, number)
        self._by_hand: dict[Seat, list[TenureDraft]] = defaultdict(list)
        for tenures in self.draft.tenures.values():
            for tenure in tenures:
                if tenure.by_hand and not tenure.role:
                    self._by_hand[self._seat(tenure)].append(tenure)

    def merge(self, found: Iterable[FoundTenure]) -> None:
        """Merge tenures whose people and offices are in the draft; others are passed over."""
        by_person: dict[str, list[FoundTenure]] = defaultdict(list)
        for tenure in found:
            if tenure.person in self.draft.entities and tenure.office in self._numbers:
                by_person[tenure.person].append(tenure)
        for person, tenures in sorted(by_person.items()):
            for tenure in tenures:
                if tenure.deprecated:
                    self._withdraw(tenure)
            good = [t for t in tenures if not t.deprecated and self._possible(self.draft.entities[person], t)]
            for term in self._joined(person, good):
                self._add(term)

    def _joined(self, person: str, found: Iterable[FoundTenure]) -> list[TenureDraft]:
        """Adjoining terms as one, as the compiler joins them."""
        terms = Draft(offices=self.draft.offices)
        for tenure in found:
            number = self._numbers[tenure.office]
            terms.tenures[person].append(
                TenureDraft(
                    person, number, tenure.start, tenure.end, tenure.day.isoformat(), LIVE,
                    tenure.role or self.draft.offices[number].role, "", tenure.constituency,
                )
            )  # fmt: skip
        join_terms(terms)
        return sorted(terms.tenures[person], key=lambda tenure: (first_day(tenure), last_day(tenure)))

    def _add(self, new: TenureDraft) -> None:
        known = self.draft.tenures[new.person]
        spells = [old for old in known if self._same_office(old, new)]
        same = [old for old in spells if _one_spell(old, new)]
        if same:
            nearest = min(
                same,
                key=lambda old: (
                    old.role != new.role,
                    old.start != new.start,
                    not agree(old.start, new.start),
                ),
            )
            if _correct(nearest, new, [old for old in spells if old is not nearest]):
                self.touched.add(new.person)
        elif self._ruled_out(new):
            what = self.draft.offices[new.office]
            self.left_out.append(
                f"{new.person}: {what.title} of {what.jurisdiction} from {new.start or '?'}:"
                " the tables kept by hand have another holder at that time"
            )
        else:
            known.append(new)
            self.touched.add(new.person)

    def _withdraw(self, wrong: FoundTenure) -> None:
        """Remove the tenure that a deprecated statement was the source of."""
        number = self._numbers[wrong.office]
        known = self.draft.tenures[wrong.person]
        kept = [
            old
            for old in known
            if not (
                is_wikidata(old.source)
                and old.office == number
                and (old.start, old.end) == (wrong.start, wrong.end)
            )
        ]
        if len(kept) < len(known):
            self.draft.tenures[wrong.person] = kept
            self.touched.add(wrong.person)

    def _possible(self, person: EntityDraft, found: FoundTenure) -> bool:
        """Whether somebody can have held an office at the time; if not, that is noted."""
        reason = ""
        first = PartialDate.parse(found.start).latest if found.start else None
        if found.start and found.end not in ("", "past") and _last(found.end) < _first(found.start):
            reason = f"ends on {found.end}, before its start"
        elif first and person.born and first < _first(person.born):
            reason = f"begins before the birth on {person.born}"
        elif found.start and person.died and _first(found.start) > _last(person.died):
            reason = f"begins after the death on {person.died}"
        elif found.start and _first(found.start) > found.day + dt.timedelta(days=366):
            reason = "begins in the future"
        elif found.end not in ("", "past") and _first(found.end) > found.day + _LONGEST_TERM:
            reason = f"ends in {found.end[:4]}"
        elif found.start and not found.end and _last(found.start) < found.day - _LONGEST_REIGN:
            reason = "has no end, though it began so long ago"
        if reason:
            self.left_out.append(f"{person.key}: {found.office} from {found.start}: {reason}")
        return not reason

    def _ruled_out(self, new: TenureDraft) -> bool:
        """Whether the tables kept by hand have somebody else in a single seat for most of the time."""
        office = self.draft.offices[new.office]
        if new.role or not is_single_seat(office.title):
            return False
        others = [t for t in self._by_hand.get(self._seat(new), ()) if t.person != new.person]
        return any(days_shared(_until_known(new), _until_known(other)) > _FEW_DAYS for other in others)

    def _same_office(self, one: TenureDraft, other: TenureDraft) -> bool:
        """Whether two tenures are of one office, though the tables by hand may call it otherwise."""
        key = self.draft.offices[one.office].key
        same_key = bool(key) and key == self.draft.offices[other.office].key
        return same_key or self._seat(one) == self._seat(other)

    def _seat(self, tenure: TenureDraft) -> Seat:
        office = self.draft.offices[tenure.office]
        return office.title, office.jurisdiction


def _correct(old: TenureDraft, new: TenureDraft, others: Iterable[TenureDraft]) -> bool:
    """Let what was found correct what is known.

    Args:
        old: the known tenure; changed in place.
        new: what was found of it.
        others: the person's other spells in the seat, into which no correction may reach.

    Returns:
        Whether it is another fact now, and not only known for longer.
    """
    better = replace(old)
    if is_wikidata(old.source):
        if new.start and (not old.start or _earlier(new, old) or _refines(old.start, new.start)):
            better.start = new.start
        if new.end and (old.end in ("", "past") or _refines(old.end, new.end) or _reaches(new, old)):
            better.end = new.end
        better.constituency = old.constituency or new.constituency
        dated = (better.start, better.end) != (old.start, old.end)
        if dated or not better.end:
            better.as_of = max(old.as_of, new.as_of)
        if better != old:
            better.source = LIVE
        if dated and not (_in_order(better) and _apart(better, old, others)):
            return False
    elif old.end == "" and new.end == "":
        better.as_of = max(old.as_of, new.as_of)
    elif old.end == "" and new.end != "past" and last_day(new).isoformat() > old.as_of:
        better.end, better.as_of = new.end, new.as_of
    changed = (better.start, better.end, better.constituency) != (old.start, old.end, old.constituency)
    old.start, old.end, old.as_of = better.start, better.end, better.as_of
    old.constituency, old.source = better.constituency, better.source
    return changed


def _one_spell(old: TenureDraft, new: TenureDraft) -> bool:
    """Whether two tenures of a person in one seat are one: they overlap, or may begin on the same day.

    Somebody who acted first and was then appointed has two, unless a table by hand has them as one.
    """
    begins = agree(old.start, new.start)
    return begins or (overlap(old, new) and (old.role == new.role or old.by_hand))


def _in_order(tenure: TenureDraft) -> bool:
    return first_day(tenure) <= last_day(tenure)


def _apart(better: TenureDraft, old: TenureDraft, others: Iterable[TenureDraft]) -> bool:
    """Whether a corrected tenure overlaps no other that the known one did not overlap."""
    return not any(overlap(better, other) and not overlap(old, other) for other in others)


def _refines(old: str, new: str) -> bool:
    """Whether a date says the same more precisely, or corrects it within its year."""
    return old[:4] == new[:4] and len(new) >= len(old) and new != "past"


def _earlier(new: TenureDraft, old: TenureDraft) -> bool:
    """Whether a tenure began before what is known of it; a year alone says nothing against its days."""
    return new.start < old.start and not agree(new.start, old.start)


def _reaches(new: TenureDraft, old: TenureDraft) -> bool:
    """Whether a tenure carries on the known one to a later end."""
    return "past" not in (new.end, old.end) and last_day(new) > last_day(old)


def _until_known(tenure: TenureDraft) -> TenureDraft:
    """A tenure whose open end is taken to be the day on which it was last known to go on."""
    if tenure.end:
        return tenure
    return TenureDraft(
        tenure.person, tenure.office, tenure.start, max(tenure.as_of[:10], tenure.start), tenure.as_of,
        tenure.source,
    )  # fmt: skip


def _first(date: str) -> dt.date:
    return PartialDate.parse(date).earliest


def _last(date: str) -> dt.date:
    return PartialDate.parse(date).latest
