"""What is kept of an article to compare it with others: compact, frozen, and all of it JSON.

Nothing here refers to a live article, so that records made today can be compared with an article
written in a year. ``crossing.serialise`` writes and reads them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

GAP = "…"
"""Stands in a quotation for an ellipsis and for words in brackets."""

SCHEMA_VERSION = 1
"""Raised whenever a field changes its meaning; records of another version must be made again."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where words stand in an article.

    Attributes:
        start, end: code-point offsets into the file, half-open.
        line, column: of the first code point, counted from 1.
        end_line, end_column: of the first code point behind the words.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """A sentence that holds something comparable.

    Attributes:
        number: its rank in the article, from 0.
        fingerprint: a hash of its words, the same for the same sentence in another article.
        terms: stems of its words of meaning, sorted.
        names: its capitalised words behind the first, folded and sorted.
        speaker: folded last name of who is said to say it, or the office or body; empty for the copy itself.
        revises: whether it says that something has changed or was wrong before.
        quoted: whether all of it is a quotation.
    """

    number: int
    fingerprint: str
    terms: tuple[str, ...]
    names: tuple[str, ...]
    speaker: str = ""
    revises: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class NameRecord:
    """A full name as the article spells it.

    Attributes:
        place: where it first stands.
        words: the name as written.
        tokens: its folded tokens without suffixes ("Jr.").
        title: the honorific or role before it in lower case.
        people: ids of those it may name, the one it misspells included; empty for nobody known.
        right: whether a known person bears exactly this name.
        labelled: whether it is the name by which the knowledge base calls that person.
    """

    place: Place
    words: str
    tokens: tuple[str, ...]
    title: str = ""
    people: tuple[str, ...] = ()
    right: bool = False
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class NumberRecord:
    """How many of what.

    Attributes:
        place: the number with its unit.
        words: the same as written, with what is counted.
        sentence: index into ``ArticleDigest.sentences``.
        low, high: the value; they differ for a range only.
        least, most: between what the true value lies, given how copy rounds and hedges; None without limit.
        unit: name of the unit or currency, of the length of time, or empty.
        per: what it is counted per, or empty.
        counted: head noun of what is counted, singular.
        befell: what befell the people counted: ``dead``, ``hurt``, ``held``, ...
        modifiers: words between number and head.
        near: stems of the words directly around it, in order of place.
        governor: stem of the last word of meaning before it: "solvent" of "solvent for 75 years".
        scope: folded name of where the things counted are: "61,000 trees in Hesse".
        sites: ids of the places named directly around it.
        wished: whether it is needed, asked for, planned or expected, and not yet so.
        partial: whether it counts only some of a larger number ("three more").
        hedged: whether it is approximate, a limit or a range.
        quoted: whether it stands within quotation marks.
    """

    place: Place
    words: str
    sentence: int
    low: float
    high: float
    least: float | None
    most: float | None
    unit: str = ""
    per: str = ""
    counted: str = ""
    befell: str = ""
    modifiers: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    governor: str = ""
    scope: str = ""
    sites: tuple[str, ...] = ()
    wished: bool = False
    partial: bool = False
    hedged: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class DayRecord:
    """On which day something is said to have been or to be.

    Attributes:
        place: the words that name the day.
        words: the same as written.
        sentence: index into ``ArticleDigest.sentences``.
        day: the day as ISO date, reckoned from the publication date where the words leave something out.
        head: stem of the noun that the day belongs to ("Tuesday's hearing"), else empty.
        verb: stem of the verb that the day belongs to, as far as the order of words shows.
        near: stems of the words of its clause.
        names: folded capitalised words of its clause.
        part: ``late`` or ``early`` where the copy says so of the day, else empty.
        zoned: whether the sentence names a time zone or says that the time is local.
        future: whether the day was to come when the article was published.
        quoted: whether it stands within quotation marks.
    """

    place: Place
    words: str
    sentence: int
    day: dt.date
    head: str = ""
    verb: str = ""
    near: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    part: str = ""
    zoned: bool = False
    future: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """Where something is said to have happened.

    Attributes:
        place: the words that name the site.
        words: the same as written.
        sentence: index into ``ArticleDigest.sentences``.
        kind: ``country``, ``region`` or ``city``.
        ids: ids of the places it may be.
        within: ids of all countries and regions that these lie in.
        near: stems of the words of its clause.
        verb: stem of the verb before it.
    """

    place: Place
    words: str
    sentence: int
    kind: str
    ids: tuple[str, ...]
    within: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    verb: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """Something that is said of a person.

    Attributes:
        place: the words that say it.
        words: the same as written.
        person: the person's id, or the folded full name of somebody the knowledge base does not know.
        label: the name as the article first gives it.
        fact: ``age``, ``age at death``, ``party``, ``office`` or the kind of a relative ("wife").
        value: the age in figures, the party, the sorted words of the titles it may be, split by ``|``, or the
            relative's folded name.
        scope: for an office its place as kind and id, ``city:Q64``; for a party the state; else empty.
    """

    place: Place
    words: str
    person: str
    label: str
    fact: str
    value: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """What somebody is quoted as saying.

    Attributes:
        place: the quotation, marks included.
        tokens: its words in lower case; GAP for what was left out or put in.
        speaker: folded surname of the speaker; empty where it is not certain.
        words: the speaker as written.
    """

    place: Place
    tokens: tuple[str, ...]
    speaker: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDigest:
    """What is kept of one article.

    Attributes:
        path: how messages name it.
        title: its headline.
        outlet: who published it, as the front matter says, or empty.
        published: the publication date, None where none was found.
        updates: the article that this one takes the place of, as the front matter names it, or empty.
        people: keys of its people (ids, or folded names), sorted.
        famous: how well known each of them is, 0 for those whom the knowledge base does not know.
        sites: ids of the countries, regions and cities it names, sorted.
        terms: stems of its words of meaning with the weight of each in the article.
        sentences: the sentences that the records refer to.
    """

    path: str
    title: str = ""
    outlet: str = ""
    published: dt.date | None = None
    updates: str = ""
    people: tuple[str, ...] = ()
    famous: tuple[int, ...] = ()
    sites: tuple[str, ...] = ()
    terms: tuple[tuple[str, float], ...] = ()
    sentences: tuple[SentenceRecord, ...] = ()
    names: tuple[NameRecord, ...] = ()
    numbers: tuple[NumberRecord, ...] = ()
    days: tuple[DayRecord, ...] = ()
    places: tuple[SiteRecord, ...] = ()
    persons: tuple[PersonRecord, ...] = ()
    quotations: tuple[QuotationRecord, ...] = ()
