"""Whom a title of address may mean: Mr. Clinton is not Hillary, and Mrs. Clinton is not Bill."""

from __future__ import annotations

from enum import IntEnum

from factlint.kb.names import fold

_OF_MEN = frozenset({"mr", "sir", "lord", "father", "brother", "congressman", "councilman"})
_OF_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "sister", "congresswoman", "councilwoman"})
# Given names that in news copy are nearly always a man's or a woman's.
_MEN = frozenset(
    "aaron abdullah adam ahmed alan albert alexander ali andrew anthony antonio arthur barack benjamin "
    "bernard bernie bill bob boris brad brian bruce carl carlos charles chris christopher craig daniel "
    "david dennis dick donald doug edward emmanuel eric eugene francisco francois frank fred gary george "
    "gerald gordon greg gregory harold harry henry howard hugo ian ibrahim ivan jack jacob james jason "
    "jeff jeffrey jeremy jerry jim jimmy joe john jonathan jorge jose joseph juan justin karl keith kevin "
    "larry lawrence leonard louis luis manuel mario mark martin matthew michael mick mike mikhail mitch "
    "mitt mohammed muhammad nicolas nigel norman oliver oscar patrick paul pedro peter philip pierre "
    "ralph ray raymond recep richard rick robert rodrigo roger ron ronald roy russell scott sebastian "
    "sergei shinzo simon stephen steve steven ted terry thomas tim timothy tom tony viktor vincent "
    "vladimir volodymyr walter warren wayne william xavier".split()
)
_WOMEN = frozenset(
    "abigail alexandria alice amanda amy andrea angela angelina ann anna anne barbara benazir betty "
    "beverly brenda carol caroline carolyn carrie catherine charlotte chelsea cheryl christina christine "
    "chrystia cindy claire claudia condoleezza cristina cynthia dawn deborah debra denise diana diane "
    "dianne dilma dolores donna dorothy eleanor elena elizabeth ellen emily emma eva evelyn florence "
    "frances gina gloria grace hannah heather heidi helen hillary imelda indira irene isabel ivanka "
    "jacinda jane janet janice jennifer jessica jill joan joanna joyce judith judy julia julie karen kate "
    "katherine kathleen kathy kellyanne kirsten laura linda lisa liz lori louise lucy madeleine margaret "
    "maria marie marine marion martha mary megan melania melinda melissa michelle monica nancy naomi "
    "natalie nicole nikki olivia oprah pamela patricia paula rachel rebecca rosa rose ruth sandra sara "
    "sarah serena sharon sheila shirley sonia sophia stephanie susan tammy teresa theresa tulsi ursula "
    "valerie vanessa venus victoria virginia wendy yulia".split()
)


class Address(IntEnum):
    """How a title of address suits a given name."""

    UNFIT = 0
    POSSIBLE = 1
    FIT = 2


def address(title: str, given: str) -> Address:
    """Whether a person of a given name may be spoken of with a title.

    Args:
        title: the title in lower case without its point, empty where there is none.
        given: the given name in any case.
    """
    name = fold(given)
    own, other = (_MEN, _WOMEN) if title in _OF_MEN else (_WOMEN, _MEN)
    if title not in _OF_MEN | _OF_WOMEN:
        return Address.POSSIBLE
    if name in own:
        return Address.FIT
    return Address.UNFIT if name in other else Address.POSSIBLE
