"""Time expressions: found by a grammar, normalised to TIMEX3.

    lexicon -> grammar (patterns and meanings) -> composition -> normalisation

``grammar`` says how copy writes times and what each way means; ``compose`` joins readings that
complete one another; ``normalise`` gives the meaning a value against the publication date, the
date last spoken of and the tense of the clause. Values follow TIMEX3 of TimeML 1.2.1
(Saurí et al., "TimeML Annotation Guidelines", 2006), with ``FY2021`` for fiscal years as in TIDES.
"""

from factlint.annotate.timex.layer import find_timexes
from factlint.annotate.timex.model import Anchor, Mod, Timex, TimexType, Written

__all__ = ["Anchor", "Mod", "Timex", "TimexType", "Written", "find_timexes"]
