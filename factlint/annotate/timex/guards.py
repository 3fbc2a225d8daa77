"""What looks like a month, a weekday or a year and is not one."""

from __future__ import annotations

import re

from factlint.dates.lexicon import MONTH_PATTERN, MONTHS
from factlint.regex import regex

_WORD_BEFORE = regex(r"([\w'.]{1,30})[ \n(\-–—]{1,4}$", re.ASCII)
_TWO_WORDS_BEFORE = regex(r"([\w']{1,30})[ \n]{1,3}([\w']{1,30})[ \n]{1,3}$", re.ASCII)
_WORD_AFTER = regex(r"[ \n]{1,4}([\w'-]{1,30})")

# Words after which a bare month is a month even where it is also a verb or a name.
_SURE_BEFORE = frozenset(
    "in since last next this early late mid during until till through throughout past coming".split()
)
# After these it is one unless it is a person's name: "by June", but "by May".
_LIKELY_BEFORE = frozenset("by of from to before after around and or between for on about".split())
_SPAN_OF_MONTH = frozenset(
    "end beginning start middle month rest week weeks day days part half first second third fourth".split()
)
_NAMES = frozenset({"april", "may", "june", "august", "march"})

_MONTH_AFTER = regex(
    rf"(?:[ ]?[-–][ ]?|[ ](?:and|to|or|through|until)[ ])(?:mid-|late[ ]|early[ ])?{MONTH_PATTERN}\b"
)

_NAMED_DAY = frozenset(
    "black bloody good ash palm easter super cyber holy maundy fat giving ruby shrove whit billy joe".split()
)
_TITLE_AFTER_DAY = regex(
    r"[ ](?:Times|Telegraph|Express|Mail|Mirror|Herald|Independent|Post|Sun|Review|Business|"
    r"Night[ ](?:Live|Football|Lights))\b"
)


def word_before(text: str, start: int) -> str:
    """The word that ends just before an offset, "" where there is none on the line."""
    match = _WORD_BEFORE.search(text, max(0, start - 35), start)
    return match.group(1) if match else ""


def word_after(text: str, end: int) -> str:
    """The word that begins just after an offset, "" where there is none."""
    match = _WORD_AFTER.match(text, end, end + 40)
    return match.group(1) if match else ""


def is_month(text: str, start: int, end: int) -> bool:
    """Whether the month's name at ``start`` .. ``end``, with no day or year beside it, is a month.

    "in May" and "the end of May" are; "Theresa May", "by May", "the March for Life" and "April
    Ryan" are not, nor is a capitalised verb: "May the best team win".
    """
    name = text[start:end].rstrip(".").lower()
    before = word_before(text, start)
    plain = before.lower().rstrip(".")
    if name not in _NAMES:
        return True
    if plain in _SURE_BEFORE or plain in MONTHS or _MONTH_AFTER.match(text, end, end + 24):
        return not (name == "march" and word_after(text, end) in ("for", "of", "on"))
    if plain == "of":
        two = _TWO_WORDS_BEFORE.search(text, max(0, start - 70), start)
        if two is not None and two.group(1).lower() in _SPAN_OF_MONTH:
            return True
    if name in ("may", "march"):
        return False
    return plain in _LIKELY_BEFORE and not word_after(text, end)[:1].isupper()


def is_weekday(text: str, start: int, end: int) -> bool:
    """Whether the weekday's name at ``start`` .. ``end``, with no date beside it, is a plain weekday.

    Black Friday, Super Tuesday, Billy Sunday, the Sunday Times and Saturday Night Live are not.
    """
    if word_before(text, start).lower() in _NAMED_DAY:
        return False
    return _TITLE_AFTER_DAY.match(text, end) is None


def is_newspaper(text: str, start: int, end: int) -> bool:
    """Whether "Sun" before a date is a newspaper: "The Edmonton Sun, August 16"."""
    return text[start:end] == "Sun" and word_before(text, start)[:1].isupper()


# What is counted in copy that writes four-digit numbers without a comma.
COUNTED = (
    r"(?:people|persons|men|women|children|troops|soldiers|officers|members|workers|employees|students|"
    r"miles|kilometers|kilometres|km|feet|foot|ft|meters|metres|yards|acres|hectares|pounds|lbs|tons|tonnes|"
    r"kg|grams|calories|dollars|euros|cents|yen|yuan|percent|per[ ]cent|pct|points|degrees|megawatts|"
    r"cases|deaths|jobs|homes|houses|cars|vehicles|barrels|copies|pages|times|or[ ]so|of[ ]them|words|"
    r"delegates|seats|ballots|hours|days|weeks|months|years|minutes|seconds|million|billion|trillion)\b"
)
_COUNTED_AFTER = regex(rf"[ \n-]{{1,3}}(?:more[ ]|other[ ])?{COUNTED}|[ ]?%|[.,]\d|[:/]\d", re.IGNORECASE)
_NOT_A_YEAR_BEFORE = regex(
    r"(?:[$€£¥#@&=~+^/\\.:,_]|(?<![A-Za-z])-|\b(?:No|Nos|Route|Highway|Flight|Room|Section|Article|Page|Act|Bill|Unit|Box|"
    r"Interstate|Boeing|Model|Channel|Chapter|Rule|Form|Resolution|Building|Suite|approximately|"
    r"some|exactly|another)\.?[ ])$",
    re.IGNORECASE,
)
_CALLS_FOR_YEAR = frozenset(
    "in since by until till from before after year around circa c of during through between and to early "
    "late mid for the spring summer autumn fall winter back".split()
) | frozenset(MONTHS)


def is_counted(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` counts what follows, or goes on."""
    return _COUNTED_AFTER.match(text, end, end + 24) is not None


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits at ``start`` .. ``end``, from 1000 to 2199, are a year.

    Years from 1500 to 2099 are, unless something is counted in them ("1500 troops") or they are
    the number of something ("Flight 1907"); others, and round hundreds before 1900, need a
    word such as "in" before them.
    """
    year = int(text[start:end])
    if is_counted(text, end) or _NOT_A_YEAR_BEFORE.search(text, max(0, start - 16), start):
        return False
    usual = 1500 <= year <= 2099 and (year % 100 != 0 or year in (1900, 2000))
    return usual or word_before(text, start).lower().rstrip(".") in _CALLS_FOR_YEAR
