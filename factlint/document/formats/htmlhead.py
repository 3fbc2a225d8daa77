"""What a page says of its article for programs: JSON-LD, ``meta`` elements and ``time``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from factlint.document.article import Metadata
from factlint.document.formats.htmltokens import Token, attributes
from factlint.document.formats.jsontext import JsonString, check_json, strings
from factlint.document.formats.references import resolved
from factlint.document.moments import read_moment
from factlint.errors import InputError
from factlint.text.mapping import Piece
from factlint.text.span import Span

Words = tuple[str, list[Piece]]
"""A text and where each piece of it stands in the page."""

# By what newsrooms' systems write: Open Graph, Dublin Core, schema.org microdata, Parse.ly, Sailthru.
_TITLES = (
    "og:title",
    "headline",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
)
_DATES = (
    "article:published_time", "datepublished", "og:article:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish_date", "publishdate", "publication_date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_BYLINES = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_OUTLETS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_MOST_STRINGS = 20_000


@dataclass
class Head:
    """What has been read so far.

    Attributes:
        text: the page.
    """

    text: str
    _meta: dict[str, Words] = field(default_factory=dict)
    _linked: dict[str, Words] = field(default_factory=dict)
    _times: list[str] = field(default_factory=list)
    _title: str = ""

    def meta(self, tag: Token) -> None:
        """Read a ``meta`` element."""
        found = attributes(self.text, tag)
        name = next((found[key][0] for key in ("property", "name", "itemprop") if key in found), "")
        if "content" in found and name:
            value, start = found["content"]
            self._meta.setdefault(name.lower(), resolved(value, start))

    def time(self, values: dict[str, str]) -> None:
        """Read the attributes of a ``time`` element: the one that says that it is the date comes first."""
        if "datetime" in values:
            said = "pubdate" in values or "datepublished" in values.get("itemprop", "").lower()
            self._times.insert(0 if said else len(self._times), values["datetime"])

    def title(self, raw: Span) -> None:
        """Read the ``title`` element."""
        self._title = self._title or " ".join(resolved(raw.of(self.text), 0)[0].split())

    def linked_data(self, raw: Span) -> None:
        """Read a script of JSON-LD; one that is not JSON says nothing."""
        try:
            check_json("", raw.of(self.text))
        except InputError:
            return
        by_object: dict[tuple[str | int, ...], dict[tuple[str | int, ...], JsonString]] = {}
        for number, string in enumerate(strings(self.text, raw.start, raw.end)):
            if number > _MOST_STRINGS:
                return
            for depth in range(max(0, len(string.path) - 3), len(string.path)):
                by_object.setdefault(string.path[:depth], {}).setdefault(string.path[depth:], string)
        for fields in by_object.values():
            if ("datePublished",) in fields or ("headline",) in fields:
                self._read_linked(fields)
                return

    @property
    def headline(self) -> Words | None:
        """The headline where the page has one for programs, None where it has none."""
        return self._first(("headline",), self._linked) or self._first(_TITLES, self._meta)

    @property
    def published(self) -> dt.date | None:
        """When the article was published, as far as it can be read."""
        said = [self._linked[key][0] for key in ("datePublished",) if key in self._linked]
        said += [self._meta[name][0] for name in _DATES if name in self._meta]
        return next((moment for words in [*said, *self._times] if (moment := read_moment(words))), None)

    def metadata(self, heading: str) -> Metadata:
        """What the page says; ``heading`` is the headline that stands in it, empty where none does."""
        headline = self.headline
        return Metadata(
            title=heading or (headline[0] if headline else self._title),
            byline=_words(self._first(("author",), self._linked) or self._first(_BYLINES, self._meta)),
            outlet=_words(self._first(("publisher",), self._linked) or self._first(_OUTLETS, self._meta)),
        )

    def _read_linked(self, fields: dict[tuple[str | int, ...], JsonString]) -> None:
        for name, paths in {
            "headline": (("headline",),),
            "datePublished": (("datePublished",),),
            "author": (("author", "name"), ("author", 0, "name"), ("author",)),
            "publisher": (("publisher", "name"), ("publisher",)),
        }.items():
            string = next((fields[path] for path in paths if path in fields), None)
            if string is not None:
                self._linked[name] = string.read(self.text)

    @staticmethod
    def _first(names: Iterable[str], known: dict[str, Words]) -> Words | None:
        return next((known[name] for name in names if name in known and known[name][0].strip()), None)


def _words(found: Words | None) -> str:
    return " ".join(found[0].split()) if found else ""
