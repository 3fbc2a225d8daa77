"""Words of meaning and their stems, by which sentences of different articles are compared."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from factlint.kb.names import fold
from factlint.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CAPITALISED = regex(r"[A-Z][^\W\d_]*(?:['-][^\W\d_]+)*")

STOP = frozenset(
    "a an the and or nor but if than then so as at by for from in into of off on onto out over per since "
    "to up upon via with within without about above across after again against all almost along already "
    "also although always am among any anyone anything are around be became because become been before "
    "behind being below beneath beside besides between beyond both came can cannot come could despite did "
    "do does doing done down during each either else ever every far few fewer first following former "
    "further get gets getting give given go goes going gone got had has have having he her here hers "
    "herself him himself his how however i including inside instead is it its itself just kind last later "
    "latest least less let like likely made make makes making many may me might mine more most much must "
    "my near nearly need neither never new next no none not nothing now often once one only other others "
    "our ours ourselves outside own part people perhaps person put quite rather really same say saying "
    "says said second seem seems seen several shall she should show showed side some someone something "
    "soon still such take taken takes taking tell telling tells tend that their theirs them themselves "
    "there these they thing things think this those though three through throughout thus today together "
    "told tomorrow too took toward towards two under until us use used very want wants was way we well "
    "went were what when where whether which while who whom whose why will would yes yesterday yet you "
    "your yours according added adding asked call called calls earlier early late mr mrs ms dr day days "
    "week weeks month months year years time times hour hours minute minutes morning afternoon evening "
    "night monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december percent million billion trillion thousand hundred "
    "dozen number didn't don't doesn't won't wouldn't can't isn't wasn't aren't weren't hasn't haven't "
    "couldn't shouldn't it's he's she's that's there's they're we're you're i'm i've we've they've i'll "
    "we'll he'll didn".split()
)
"""Words that say nothing of what a sentence is about."""

_SYNONYMS = {
    "killed": "die", "kills": "die", "kill": "die", "killing": "die", "died": "die", "dies": "die", "dead":
    "die", "deaths": "die", "death": "die", "dying": "die", "slain": "die", "fatalities": "die", "fatality":
    "die", "injured": "hurt", "injures": "hurt", "injuring": "hurt", "wounded": "hurt", "wounding": "hurt",
    "injuries": "hurt", "arrested": "arrest", "detained": "arrest", "detains": "arrest", "arrests":
    "arrest", "detain": "arrest", "beat": "defeat", "beaten": "defeat", "beats": "defeat", "beating":
    "defeat", "lost": "defeat", "loses": "defeat", "lose": "defeat", "losing": "defeat", "loss": "defeat",
    "defeated": "defeat", "defeats": "defeat", "won": "win", "wins": "win", "winning": "win", "winner":
    "win", "victory": "win", "spoke": "speak", "speech": "speak", "spoken": "speak", "remarks": "speak",
    "met": "meet", "meets": "meet", "meeting": "meet", "quit": "resign", "quits": "resign", "stepped":
    "resign", "fell": "fall", "fallen": "fall", "began": "begin", "begun": "begin", "starts": "begin",
    "started": "begin", "start": "begin", "chose": "choose", "chosen": "choose", "sought": "seek", "paid":
    "pay", "sold": "sell", "bought": "buy", "held": "hold", "led": "lead", "left": "leave", "struck":
    "strike", "shot": "shoot", "gunned": "shoot", "shooting": "shoot", "broke": "break", "broken": "break",
    "written": "write", "wrote": "write", "gave": "give", "rose": "rise", "risen": "rise", "found": "find",
    "built": "build", "sent": "send", "children": "child", "women": "woman", "men": "man", "wives": "wife",
    "testimony": "testify", "testified": "testify", "testifies": "testify", "choice": "choose", "decision":
    "decide", "opposition": "oppose", "bombed": "bomb", "explosion": "blast", "exploded": "blast", "blaze":
    "fire", "voters": "vote", "voted": "vote", "ballots": "vote", "tweeted": "tweet", "tweets": "tweet",
    "twitter": "tweet", "vehicle": "car", "vehicles": "car", "collided": "crash", "collision": "crash",
    "lawmakers": "legislator", "legislators": "legislator", "gop": "republican", "signed": "sign",
    "signing": "sign", "launched": "launch", "opened": "open", "opens": "open", "opening": "open", "stolen":
    "steal", "stole": "steal", "sank": "sink", "sunk": "sink", "sinking": "sink", "flew": "fly", "flown":
    "fly", "drew": "draw", "drawn": "draw",
}  # fmt: skip
"""Irregular forms, and words that news copy uses for one another."""

_SUFFIXES = (
    "ements", "ations", "ement", "ation", "ments", "ities", "ment", "ings", "ions", "ness", "ance", "ence",
    "ity", "ing", "ion", "ers", "ors", "ies", "ied", "ive", "ous", "ally", "er", "or", "ed", "es", "al",
    "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4
_SHORTEST_WORD = 3
LONGEST_STEM = 20


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of a word: "resigned", "resigns" and "resignation" share one."""
    folded = (word if word.isascii() else fold(word)).lower().removesuffix("'s").removesuffix("'")
    if folded in _SYNONYMS:
        return _SYNONYMS[folded]
    if folded.endswith("men") and len(folded) > len("women"):
        folded = f"{folded[:-3]}man"
    if folded.endswith(("ies", "ied")) and len(folded) > len("ties"):
        folded = f"{folded[:-3]}y"
    for suffix in _SUFFIXES:
        if folded.endswith(suffix) and len(folded) - len(suffix) >= _SHORTEST_STEM:
            folded = folded[: -len(suffix)]
            break
    if len(folded) >= _SHORTEST_STEM and folded[-1] == folded[-2]:
        folded = folded[:-1]
    return folded[:LONGEST_STEM]


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of meaning of a text, in order."""
    words = (match.group().lower().removesuffix("'s") for match in _WORD.finditer(text))
    return tuple(stem(word) for word in words if len(word) >= _SHORTEST_WORD and word not in STOP)


def capitalised(text: str, *, skip_first: bool = False) -> tuple[str, ...]:
    """The folded capitalised words of a text, each once, in order; ``skip_first`` where a sentence begins."""
    first = _WORD.search(text) if skip_first else None
    start = first.end() if first else 0
    found = (fold(match.group().removesuffix("'s")) for match in _CAPITALISED.finditer(text, start))
    return tuple(dict.fromkeys(word for word in found if len(word) > 1 and word not in STOP))


def fingerprint(text: str) -> str:
    """A hash of the words of a text, whatever its spaces, case and punctuation."""
    words = " ".join(re.findall(r"\w+", text.lower()))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
