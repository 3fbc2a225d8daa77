"""A small knowledge base of real places and invented people, for tests."""

# ruff: noqa: E501 - the tables have long headers

from __future__ import annotations

from pathlib import Path

from factlint.kbbuild.compile.run import compile_snapshot
from factlint.kbbuild.textform import (
    CapitalRow,
    ElectionRow,
    OfficeRow,
    PersonRow,
    PlaceRow,
    SourceRow,
    TenureRow,
    write,
)

DUMP, AS_OF = "dump", "2022-08-03"

PLACES = (
    PlaceRow("Q30", "country", "United States of America", "USA", "", "American", source=DUMP, as_of=AS_OF),
    PlaceRow("Q145", "country", "United Kingdom", "Britain", "British", source=DUMP, as_of=AS_OF),
    PlaceRow("Q159", "country", "Russia", "", "Russian", source=DUMP, as_of=AS_OF),
    PlaceRow("Q28", "country", "Hungary", "", "Hungarian", source=DUMP, as_of=AS_OF),
    PlaceRow("Q148", "country", "China", "PRC", "Chinese", source=DUMP, as_of=AS_OF),
    PlaceRow("Q39", "country", "Switzerland", "CH", "", "Swiss", source=DUMP, as_of=AS_OF),
    PlaceRow("Q1537", "region", "Wisconsin", country="Q30", source=DUMP, as_of=AS_OF),
    PlaceRow("Q1439", "region", "Texas", "", "", "Texan", country="Q30", source=DUMP, as_of=AS_OF),
    PlaceRow("Q70", "city", "Bern", "Berne|Bern (Switzerland)", country="Q39", source=DUMP, as_of=AS_OF),
    PlaceRow("Q16559", "city", "Austin", country="Q30", region="Q1439", source=DUMP, as_of=AS_OF),
)
OFFICES = (
    OfficeRow("Q1", "United States Secretary of State", country="Q30", source=DUMP, as_of=AS_OF),
    OfficeRow("Q2", "United States senator", country="Q30", source=DUMP, as_of=AS_OF),
    OfficeRow("Q3", "Member of the 57th Parliament of the United Kingdom", "", "", "Q145", DUMP, AS_OF),
    OfficeRow("Q4", "Member of the 58th Parliament of the United Kingdom", "", "", "Q145", DUMP, AS_OF),
    OfficeRow("Q5", "Minister of Foreign Affairs of Russia", "", "Q159", "Q159", DUMP, AS_OF),
    OfficeRow("Q6", "Governor of Texas", "", "Q1439", "Q30", DUMP, AS_OF),
    OfficeRow("Q7", "Minister of Health", "", "", "Q28", DUMP, AS_OF),
)
PEOPLE = (
    PersonRow("Q101", "Antony J. Marlow Jr.", article="1", born="1962-04-16", source=DUMP, as_of=AS_OF),
    PersonRow("Q102", "Robert Kestrel", country="Q30", article="1", born="1950", source=DUMP, as_of=AS_OF),
    PersonRow("Q103", "Sergey Lomakin", born="1950-03-21", article="1", source=DUMP, as_of=AS_OF),
    PersonRow("Q104", "Viktor Orlay", born="1963", died="2019-05-01", source=DUMP, as_of=AS_OF),
    PersonRow("Q105", "Wen Daming", country="Q148", source=DUMP, as_of=AS_OF),
    PersonRow("Q106", "Ursula van der Wetering", country="Q145", source=DUMP, as_of=AS_OF),
    PersonRow("Q107", "Dame Ethelburga Wrexhamshire", source=DUMP, as_of=AS_OF),
    PersonRow("Q108", "Joan Kestrel", backing="0", source=DUMP, as_of=AS_OF),
    PersonRow("Q109", "Zoë Łukasiewicz-Ødegård", source=DUMP, as_of=AS_OF),
)
TENURES = (
    TenureRow("Q101", "2017-02-01", "2021-01-20", "Q1", source=DUMP, as_of=AS_OF),
    TenureRow("Q102", "2013-01-03", "2019-01-03", "Q2", "", "Democrat", "Wisconsin", "", DUMP, AS_OF),
    TenureRow("Q102", "2019-01-03", "", "Q2", "", "Democrat", "Wisconsin", "", DUMP, AS_OF),
    TenureRow("Q106", "2017-06-08", "2019-11-06", "Q3", source=DUMP, as_of=AS_OF),
    TenureRow("Q106", "2019-12-12", "", "Q4", source=DUMP, as_of=AS_OF),
    TenureRow("Q103", "2004-03-09", "", "Q5", source=DUMP, as_of=AS_OF),
    TenureRow("Q107", "2015-01-20", "", "Q6", source=DUMP, as_of=AS_OF),
    TenureRow("Q104", "2010-05-29", "past", "Q7", source=DUMP, as_of=AS_OF),
)
FACTS = {
    "sources.csv": """key,title,licence,as_of
desk,Our own desk,facts,2024-06-30
""",
    "countries.csv": """qid,name,official_name,short_names,adjectives,demonyms,iso2,checked,source
Q30,United States,United States of America,U.S.|US,American,American,US,2024-06-30,desk
Q39,Switzerland,Swiss Confederation,,Swiss,Swiss,CH,2024-06-30,desk
""",
    "regions.csv": """qid,name,country,kind,abbreviations,adjectives,demonyms,checked,source
Q1439,Texas,United States,state,TX|Tex.,Texan|Texas,Texan,2024-06-30,desk
""",
    "cities.csv": """qid,name,aliases,country,region,population,checked,source
,Houston,,United States,Texas,2300000,2024-06-30,desk
""",
    "capitals.csv": """place,place_qid,capital,capital_qid,capital_aliases,role,start,end,status,checked,source,note
Switzerland,Q39,Bern,Q70,Berne,capital,1848-11-28,,,2024-06-30,desk,
Texas,Q1439,Austin,Q16559,,capital,,,,2024-06-30,desk,
""",
    "office_titles.csv": """office,jurisdiction_kind,titles
Secretary of State,country,Secretary of State|top diplomat
Foreign Minister,country,Foreign Minister|Minister of Foreign Affairs
""",
    "offices/desk.csv": """person,qid,office,jurisdiction,start,end,role,party,constituency,as_of,checked,source,note
Tony Marlow,Q101,Secretary of State,United States,2017-02-01,2021-01-20,,Whig,,2024-06-30,2024-06-30,desk,
Sergei Lomakin,Q103,Foreign Minister,Russia,2004-03-09,2023-01-15,,,,2024-06-30,2024-06-30,desk,
Irina Belskaya,,Foreign Minister,Russia,2023-01-15,,,,,2024-06-30,2024-06-30,desk,
Ada Quill,,Secretary-General,NATO,2019-10-01,,,,,2024-06-30,2024-06-30,desk,
""",
    "people/desk.csv": """name,qid,aliases,known_for,country,born,died,prominence,checked,source
Ada Quill,,Adeline Quill,alliance chief|former Swiss minister,Switzerland,1970,,4,2024-06-30,desk
""",
    "elections.csv": """country,kind,date,date_end,round,winner,checked,source,note
Switzerland,parliamentary,2019-10-20,,,,2024-06-30,desk,complete 2015-2023 parliamentary
""",
    "events.csv": """name,qid,aliases,kind,place,country,start,end,checked,source,note
Bern summit,,Swiss summit,summit,Bern,Switzerland,2021-06-16,2021-06-17,2024-06-30,desk,
""",
}


def write_text_form(folder: Path) -> Path:
    """Write the small text form; returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, SourceRow, [SourceRow(DUMP, "A dump", "CC0 1.0", AS_OF)])
    write(folder, PlaceRow, PLACES)
    write(folder, OfficeRow, OFFICES)
    write(folder, PersonRow, PEOPLE)
    write(folder, TenureRow, TENURES)
    write(folder, CapitalRow, [CapitalRow("Q28", "1873", "", "Q70", "capital", "", DUMP, AS_OF)])
    write(folder, ElectionRow, [ElectionRow("Q39", "parliamentary", "2019-10-20", "", "", DUMP, AS_OF)])
    return folder


def write_facts(folder: Path, **changed: str) -> Path:
    """Write the small tables kept by hand; ``changed`` replaces tables, with ``__`` for the slash."""
    tables = {**FACTS, **{name.replace("__", "/") + ".csv": text for name, text in changed.items()}}
    for name, text in tables.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def compile_tiny(folder: Path, **changed: str) -> Path:
    """Compile the small knowledge base; returns the snapshot's path."""
    snapshot = folder / "tiny.sqlite"
    compile_snapshot(write_text_form(folder / "text"), write_facts(folder / "facts", **changed), snapshot)
    return snapshot
