"""Words that stand in and around names: honorifics, roles, particles, suffixes, function words."""

from __future__ import annotations

from factlint.dates.lexicon import WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother st "
    "saint sen sens senator senators rep reps representative representatives congressman congresswoman "
    "gov govs governor lt gen col maj capt captain sgt sergeant cpl corporal pvt private adm admiral cmdr "
    "commander colonel lieutenant general hon honorable del sheikh sheik imam ayatollah rabbi cardinal "
    "archbishop"
)
"""Titles of address and rank, lower case and without their points, that stand before a name."""

ROLES = _words(
    "president premier minister secretary ambassador envoy commissioner director chairman chairwoman "
    "chair chief speaker leader whip attorney counsel solicitor treasurer comptroller mayor councilman "
    "councilor councillor alderman councilwoman sheriff spokesman spokeswoman spokesperson adviser "
    "advisor strategist analyst correspondent reporter anchor host columnist editor author professor "
    "lawyer prosecutor candidate nominee contender delegate lawmaker legislator assemblyman assemblywoman "
    "czar administrator officer executive ceo founder manager coach quarterback actor actress singer "
    "comedian rapper producer pollster lobbyist activist billionaire democrat republican libertarian "
    "independent rival congressman congresswoman senator governor chancellor taoiseach tsar emir sultan "
    "crown mogul tycoon justice judge king queen prince princess pope emperor"
)
"""Nouns that say what somebody is; after one, capitalised words begin a new name."""

ROLES_THAT_ARE_SURNAMES = _words(
    "king queen prince princess pope judge justice dean bishop major page priest knight duke marshal "
    "chancellor crown emperor cardinal sultan emir father brother sister lord private general captain "
    "chase coach chair speaker sergeant commander corporal saint st del gen col"
)
"""Titles that are surnames too, so that they end a name as often as they begin one."""

SUFFIXES = _words("jr sr ii iii iv phd md esq")
"""What follows a name and belongs to it, lower case and without points."""

PARTICLES = _words(
    "van von der den de del della di da dos das du la le los las el al bin ibn bint ben ap ter ten te zu "
    "zur af av y e o"
)
"""Lower-case words inside names."""

LEADING_PARTICLES = _words("von van der den de del della di da dos du bin ibn ben ter ten zu")
"""Those with which copy lets a surname alone begin: "von der Leyen said"."""

ABBREVIATED = _words(
    "mr mrs ms dr prof sen sens rep reps gov govs lt gen col maj capt sgt cpl pvt adm cmdr rev hon fr st "
    "ste jr sr del ft mt"
)
"""Abbreviations whose point does not end a name."""

FUNCTION_WORDS = _words(
    "a about above according across after again against ago all almost along already also although always "
    "am amid among an and another any anyone anything are aren't around as aside asked at away back based "
    "be because been before behind being below beside besides between beyond both but by can can't could "
    "couldn't despite did didn't do does doesn't don't down during each earlier either else even ever "
    "every everyone everything except few finally first for former formerly from further furthermore get "
    "given got had hadn't has hasn't have haven't he he'd he'll he's hence her here here's hers herself "
    "him himself his how how's however i i'd i'll i'm i've if in indeed instead inside into is isn't it "
    "it'd it'll it's its itself just last late later least less let let's like likewise many may maybe me "
    "meanwhile might mine more moreover most much must my myself near nearly neither never nevertheless "
    "next no nobody none nonetheless nor not nothing now of off often on once one only onto or other "
    "others otherwise our ours out outside over own per perhaps quite rather really recently said same "
    "say says second see seen several shall she she'd she'll she's should shouldn't since so some "
    "somebody someone something sometimes soon still such suddenly than that that's the their theirs them "
    "themselves then there there's therefore these they they'd they'll they're they've third this those "
    "though three through throughout thus till to today together tomorrow tonight too toward towards two "
    "under unless unlike until up upon us very via was wasn't we we'd we'll we're we've well were weren't "
    "what what's whatever when where where's whereas whether which while who who's whoever whom whose why "
    "will with within without won't would wouldn't yes yesterday yet you you'd you'll you're you've your "
    "yours"
)
"""Words of the closed classes and adverbs that open sentences, lower case."""

SMALL_WORDS = _words(
    "a an the and but or nor of in on to for with at by from as into over vs v via up off out than is"
)
"""Words that stay in lower case in a headline that capitalises the others."""

NEVER_IN_NAMES = frozenset(word for word in WEEKDAYS if len(word) > 4) | _words(
    "the and of for with from that this i'm i've i'd i'll it's he's she's that's there's they're we're "
    "you're don't can't won't isn't"
)
"""Words that end a name wherever they stand, lower case."""

ACRONYMS_OF_TWO = _words("US UK UN EU AP TV PM DC AG VP PR IT AI LA NY NJ UAE AM CA MP MPs")
"""Acronyms of two letters that are no initials of a given name."""

HYPHEN_PREFIXES = _words("pro anti ex non post pre neo then mid former un re self inter intra ultra never")
"""Before a hyphen these make a word out of a name: ``pro-Brexit``."""

HYPHEN_SUFFIXES = _words(
    "era led style like esque born friendly hating free proof ism ist ite world wide only heavy run based "
    "held related ready owned type sized driven linked tied affiliated leaning"
)
"""After a hyphen these make an adjective out of a name: ``Thatcher-era``."""
