"""Short and pet forms of English given names that are spelt nearly like the full form.

Only forms within two edits of each other matter here: farther ones (Bill and William) never look
like a misspelling. Spelling variants of one form (Ann and Anne, Jon and John) are not nicknames:
each person has one of them.
"""

from __future__ import annotations

_GROUPS = (
    "steve steven", "steve stephen", "dave davy david", "dan danny", "don donny donnie", "ron ronny ronnie",
    "joe joey",
    "jim jimmy", "tim timmy", "tom tommy", "ben benny benji", "ken kenny", "sam sammy",
    "bob rob bobby robby robbie",
    "bill will billy willy willie", "dick rick ricky", "ted ed ned teddy eddie eddy", "kate katie kathy",
    "liz lizzy lizzie eliza", "meg megan", "jen jenn jenny jenna", "pat patty patsy", "sue susie suzy",
    "nick nicky",
    "mike mick micky mickey", "tony anthony", "charlie charles charley", "jack jake", "harry henry hank",
    "beth betty betsy bess", "debbie deb debby", "becky becca", "mandy amanda", "nat nate nathan",
    "max maxie",
    "alex alec alexa", "gabe gabriel", "josh joshua", "jeb", "chris christy", "lou louie louis",
    "vic vicky victor", "abe abraham", "frank frankie", "fred freddie freddy", "gerry jerry", "greg gregory",
    "hal harry", "art arthur artie", "walt walter wally", "phil philip", "russ russell", "doug dougie",
    "pete peter",
    "ray raymond", "len lenny leonard", "bernie bernard", "mitch mitchell", "cliff clifford", "clint clinton",
    "stan stanley", "theo ted", "val valerie", "jan janet", "ellie ella ellen", "mag maggie", "cindy cynthia",
    "sandy sandra", "jess jessie jessica", "alan al", "hugh hughie", "rod roddy", "jo joan joanna",
)  # fmt: skip
_OF: dict[str, set[int]] = {}
for _index, _group in enumerate(_GROUPS):
    for _name in _group.split():
        _OF.setdefault(_name, set()).add(_index)


def same_given_name(left: str, right: str) -> bool:
    """Whether one folded given name is a usual form of the other."""
    return not _OF.get(left, set()).isdisjoint(_OF.get(right, ()))
