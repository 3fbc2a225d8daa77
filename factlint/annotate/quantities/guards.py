"""Numbers that are no quantities: dates, ages, scores, and the numbers of things."""

from __future__ import annotations

from factlint.regex import regex

# "Flight 370", "Boeing 737", "Article 50", "No. 10", "Room 101", "World War 2", "Ocean's 11", "G-20".
_NUMBERED = regex(
    r"(?:\b(?i:(?:no|nos|pp?|vol|apt|art|sec|fig)\.?|numbers?|routes?|highway|interstate|flight|room|sections?"
    r"|articles?|pages?|chapter|channel|resolution|proposition|prop|amendment|phase|stage|level|tier|category"
    r"|platform|runway|precinct|ward|boeing|airbus|version|windows|iphone|galaxy|formula|volume|episode"
    r"|suite|apartment|aged?|ages|psalm|covid|catch|agenda)[ ]"
    r"|\b(?:Title|Measure|Question|Apollo|Type|Grade|Class|Area|Unit|Line|Exit|Gate|Pier|Lane|District|Zone"
    r"|Region|Group|Division|Company|Battalion|Regiment|Squadron|Model|War|Bowl|Game|Round|Day|Week|Year|Step"
    r"|Part|Season|Book|Bill|Form|Rule|Schedule|Order|Count|Case|Item|Lot|Box|Floor|Studio|Station|Engine"
    r"|Ladder|Store|Post|Local|Act|Top|Big|Vision|Plan|US|I|M|A|B|U)[ ]"
    r"|[#№&@^_=*]|[A-Za-z]-|\d[-–:/.,]|'|[(]\d{3}[)][ ]?)$"
)
# "Top 10" numbers a list, but "the top 10 percent" is a quantity; so units are looked at first.
_STREET = regex(
    r"[ ](?:[A-Z][\w.]{0,20}[ ]){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Lane|Ln|Way"
    r"|Place|Pl|Court|Ct|Square|Terrace|Highway|Parkway|Pkwy)\b"
)
_ORDINAL_OR_NAME = regex(
    r"(?:st|nd|rd|th|s|G|D|x)\b|-?[ ]?(?:year|month|week|day|hour|minute)s?-old\b|[ ]years?[ ]old\b"
    r"|[ ]?(?:a|p)\.?m\b|[ ]o'clock\b|-\d|–\d{1,3}[ ](?:win|loss|victory|defeat|vote)|'[sS]?\b|[A-Za-z]"
)
# "John Doe, 23, of Leeds": an age.
_AGE = regex(r"(?<![\w'])[A-Z][\w'.-]{0,15}\)?,[ ]$")
_AGE_ENDS = regex(r"[,.;)]|[ ](?:and|who|was|of|from|is)\b")


def is_quantity(prose: str, start: int, end: int, floor: int, *, bare: bool) -> bool:
    """Whether a number counts or measures something.

    Args:
        prose: the prose.
        start: where the number begins.
        end: where it ends.
        floor: the offset before which nothing is read.
        bare: whether it has no unit and no scale, so that its neighbours decide.
    """
    before = prose[max(floor, start - 22) : start]
    if not bare:
        return not before.endswith(("#", "№"))
    if _NUMBERED.search(before) or _ORDINAL_OR_NAME.match(prose, end, end + 24):
        return False
    if _STREET.match(prose, end, end + 90):
        return False
    digits = prose[start:end]
    young = digits.isdigit() and len(digits) <= 3
    return not (young and _AGE.search(before) and _AGE_ENDS.match(prose, end, end + 8))
