"""Words that stand in stories of every kind, so that sharing them says little."""

from __future__ import annotations

from factlint.crossing.words import stem

COMMON = frozenset(
    stem(word)
    for word in (
        "president government state states country countries national minister ministry official "
        "officials party parties public law leader leaders member members group groups report reports "
        "statement spokesman spokeswoman spokesperson work working job question questions support change "
        "plan plans policy political politics power issue issues case world american americans america "
        "united city court federal campaign election vote voters republican republicans democrat "
        "democrats democratic house senate congress senator representative white washington committee "
        "bill administration office news press conference interview story media social video company "
        "companies business market money cost price economy economic program programs system service "
        "security police fire school family home children man woman men women life death war attack "
        "military force right rights decision meeting speak speech agreement move effort order release "
        "comment email website photo friend street area region north south east west community local "
        "problem result end start begin include help continue follow announce expect believe know make "
        "hope fact point place head face lead run hold set write read hear need look find leave turn "
        "bring keep high low large small big great old young good bad long short important major recent "
        "former general chief director chairman secretary department agency"
    ).split()
)
