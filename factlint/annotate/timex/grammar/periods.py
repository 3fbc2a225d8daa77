"""Decades, centuries, seasons, quarters and fiscal years."""

from __future__ import annotations

import re

from factlint.annotate.timex.grammar.calendar import position_mod, read_direction
from factlint.annotate.timex.guards import word_before
from factlint.annotate.timex.lexicon import DECADES, ORDINALS, SEASONS, read_ordinal
from factlint.annotate.timex.meaning import CalendarDate, Direction, Fixed, Meaning, PartOfYear
from factlint.annotate.timex.model import Mod, Written
from factlint.annotate.timex.rule import DIGITS, GrammarRule, grammar_rule

_POSITION = r"(?:(?P<position>early|mid|late)(?:{_}|-))?"
_HER_OWN = frozenset("his her their my your our its".split())
_SEASON_BEFORE = frozenset("in the by over during until since this each every early mid late".split())


def _decade(match: re.Match[str]) -> Meaning:
    return Fixed(match["decade"][:3], mod=position_mod(match["position"]))


def _short_decade(match: re.Match[str]) -> Meaning | None:
    """'90s and the 90s; a person's 30s and the temperature's are not."""
    start, text = match.start("decade"), match.string
    apostrophe = text[start - 1 : start] in ("'", "‘")
    before = word_before(text, match.start())
    if before.lower() in _HER_OWN or not (apostrophe or match["the"]):
        return None
    tens = int(match["decade"])
    return Fixed(str((1900 if tens >= 20 else 2000) + tens)[:3], mod=position_mod(match["position"]))


def _worded_decade(match: re.Match[str]) -> Meaning:
    return Fixed(f"19{DECADES[match['decade'].lower()] // 10}", mod=position_mod(match["position"]))


def _century(match: re.Match[str]) -> Meaning | None:
    number = read_ordinal(match["ordinal"])
    if not 1 <= number <= 30:
        return None
    era = match["era"] or ""
    value = f"BC{number - 1:02}" if era.upper().startswith("B") else f"{number - 1:02}"
    return Fixed(value, mod=position_mod(match["position"]))


def _season(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    code = SEASONS[match["season"].lower()]
    year = int(groups["year"]) if groups.get("year") else None
    direction = read_direction(groups.get("direction"))
    position = groups.get("position")
    if year is None and direction is Direction.NEAREST and not _is_season(match):
        return None
    return PartOfYear(code, year, direction, position_mod(position))


def _is_season(match: re.Match[str]) -> bool:
    """Whether a bare "spring" is the season: after "in the", and for the verb-like ones only so."""
    before = word_before(match.string, match.start()).lower()
    return before in _SEASON_BEFORE and (
        bool(match["the"]) or match["season"].lower() not in ("fall", "spring")
    )


def _quarter(match: re.Match[str]) -> Meaning:
    groups = match.groupdict()
    number = int(groups["digit"]) if groups.get("digit") else read_ordinal(groups["ordinal"] or "first")
    year = int(groups["year"]) if groups.get("year") else None
    return PartOfYear(f"Q{number}", year, read_direction(groups.get("direction")))


def _half(match: re.Match[str]) -> Meaning:
    code = "H1" if match["ordinal"].lower() == "first" else "H2"
    year = int(match["year"]) if match["year"] else None
    return PartOfYear(code, year, read_direction(match["direction"]))


def _fiscal(match: re.Match[str]) -> Meaning:
    year = match["year"] or match["year_first"]
    return Fixed(f"FY{year}")


_OF_YEAR = r"(?:{_}of)?{_}(?:(?P<year>{year})|(?:the{_})?(?P<direction>this|last|next){_}year)"
_NTH = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"

RULES: tuple[GrammarRule, ...] = (
    grammar_rule(
        "decade",
        (DIGITS, "the", "early", "mid", "late"),
        rf"(?:the{{_}})?{_POSITION}(?P<decade>(?:1\d|20)\d0)'?s",
        _decade,
        ("in the 1990s", "199"),
        ("the early 1990s", "199"),
        ("the 2010's", "201"),
        needs=("0s", "0's"),
    ),
    grammar_rule(
        "short-decade",
        (DIGITS, "the", "early", "mid", "late"),
        rf"(?P<the>the{{_}})?{_POSITION}['‘]?(?P<decade>\d0)'?s",
        _short_decade,
        ("the '90s", "199"),
        ("the late 60s", "196"),
        ("in her 90s", ""),
        ("highs in the upper 60s", ""),
        needs=("0s", "0's"),
    ),
    grammar_rule(
        "worded-decade",
        ("the", "early", "mid", "late", *(f"the {decade}" for decade in DECADES)),
        rf"(?:the{{_}})?{_POSITION}(?P<decade>{'|'.join(DECADES)})",
        _worded_decade,
        ("in the sixties", "196"),
        needs=DECADES,
    ),
    grammar_rule(
        "century",
        (DIGITS, "the", "early", "mid", "late", *ORDINALS, "twenty"),
        rf"(?:the{{_}})?{_POSITION}(?P<ordinal>{{ordinal}})(?:{{_}}-{{_}}|{{_}}|-)centur(?:y|ies)"
        r"(?:{_}(?P<era>B\.?C\.?(?:E\.?)?|A\.?D\.?))?",
        _century,
        ("the 20th century", "19"),
        ("17th-century", "16"),
        ("the twenty-first century", "20"),
        ("the 5th century B.C.", "BC04"),
        needs=("centur",),
    ),
    grammar_rule(
        "season-of-year",
        ("the", "early", "mid", "late", *SEASONS),
        rf"(?:the{{_}})?{_POSITION}(?P<season>{{season}})(?:{{_}}of)?,?{{_}}(?P<year>{{year}})",
        _season,
        ("the summer of 2010", "2010-SU"),
        ("fall 1999", "1999-FA"),
        needs=SEASONS,
    ),
    grammar_rule(
        "this-season",
        ("last", "this", "next", "that"),
        r"(?P<direction>last|this(?:{_}(?:past|coming))?|next|that){_}(?P<season>{season})",
        _season,
        ("last summer", "2020-SU"),
        ("this fall", "2021-FA"),
        ("next spring", "2022-SP"),
        needs=SEASONS,
    ),
    grammar_rule(
        "season",
        ("the", "early", "mid", "late", *SEASONS),
        rf"(?P<the>the{{_}})?{_POSITION}(?P<season>{{season}})",
        _season,
        ("in the summer", "2021-SU"),
        ("prices fall", ""),
        ("the spring of hope", ""),
        needs=SEASONS,
    ),
    grammar_rule(
        "quarter",
        ("the", "first", "second", "third", "fourth", DIGITS),
        rf"(?:the{{_}})?{_NTH}(?:{{_}}|-)quarter{_OF_YEAR}",
        _quarter,
        ("the first quarter of 2020", "2020-Q1"),
        ("the third quarter of last year", "2020-Q3"),
        needs=("quarter",),
    ),
    grammar_rule(
        "quarter-code",
        ("q",),
        r"Q(?P<digit>[1-4])(?:{_}(?:of{_})?(?P<year>{year}))?",
        _quarter,
        ("Q3 2020", "2020-Q3"),
        ("in Q1", "2021-Q1"),
    ),
    grammar_rule(
        "half",
        ("the", "first", "second"),
        rf"(?:the{{_}})?(?P<ordinal>first|second)(?:{{_}}|-)half{_OF_YEAR}",
        _half,
        ("the first half of 2019", "2019-H1"),
        ("the second half of last year", "2020-H2"),
        needs=("half",),
    ),
    grammar_rule(
        "fiscal-year",
        ("the", "fiscal", "fy", "financial", DIGITS),
        r"(?:the{_})?(?:(?:(?:fiscal|financial)(?:{_}year)?|FY){_}?(?P<year>{year})"
        r"|(?P<year_first>{year}){_}(?:fiscal|financial){_}year)",
        _fiscal,
        ("fiscal 2021", "FY2021"),
        ("fiscal year 2021", "FY2021"),
        ("FY2021", "FY2021"),
        ("the 2020 fiscal year", "FY2020"),
        needs=("fiscal", "financial", "fy"),
    ),
    grammar_rule(
        "year-end",
        ("year",),
        r"year(?:-|{_})end",
        lambda _: CalendarDate(Written(), mod=Mod.END),
        ("by year-end", "2021"),
    ),
)
