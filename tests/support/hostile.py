"""Copy that no newsroom would file: what rules look for, in any order, among any characters."""

from __future__ import annotations

from hypothesis import strategies as st

_NAMES = (
    "Joe Biden", "Joe Bidne", "Emanuel Macron", "Sen. Tim Scott (D-S.C.)", "Sens. Ted Cruz and",
    "Mr. Orban", "Ursula von der Leyen", "President", "the Prime Minister's", "J. D.", "Jr.",
    "O'Brien-Smith's", "Pope Francis", "Sergei Lavrov", "Sergey Lavrov",
    "Treasury Secretary Jane Yellen", "Abdul Latif bin Rashid Al Zayani",
)  # fmt: skip
_PLACES = (
    "Sydney, the capital of Australia", "the Swiss capital", "GENEVA (AP) —", "Boise, Montana",
    "Albequerque", "Afganistan", "Virginia", "U.S.", "Texas Gov.", "the Lithunian",
)  # fmt: skip
_TIMES = (
    "June 31", "Feb. 29, 2021", "Monday, 5 May 2020", "on Tuesday", "from 2015 to 2012", "2019-2018",
    "in 1990,", "40 years ago", "the 20th anniversary", "next week", "8 p.m. EST",
    "this year's presidential election", "Election Day, Nov. 4, 2020", "the 1630s", "0000-00-00",
    "99/99/9999", "1 B.C.", "Sept. 0", "the 2014", "will meet", "born in 1950", "was",
    "fall of the Berlin Wall",
)  # fmt: skip
_NUMBERS = (
    "0", "12 killed", "fifteen people", "up 50% from 10 to 20", "$3 million", "$0 billion", "-0.0", "½",
    "10 miles (12 km)", "100°F (50°C)", "45% + 40% + 25%", "two countries: France, Italy and Spain",
    "1,2,3", "1e9", "0%", "0 to 0", "doubled from 0", "a third", "no one", "twenty-twenty", "9" * 30,
    "aged 60", ", 34,", "a 200-year-old", "tripled", "0 percent to 0", "fell by 0", "0 for 0",
    "a hundred hundred", "1/0", "0-0", "0 kg (0 pounds)",
)  # fmt: skip
_FORM = (
    "\n", "\n\n", "\r", "\r\n", "\u2028", "# ", "- ", "> ", "---\n", "title: A\n", "date: 2021-06-16\n",
    "<!--", "-->", "<!-- factlint: ignore FL101 -->", "[a](", ")", "](b)", "```\n", "|", "<b>", "**",
    "_", "http://", "&amp;", "[sic]", "International Currency Fund (IMF)", "(", "”", "“", '"', "'",
    "’s", "…", "? ", ". ", ", ", ": ", "; ", " — ",
)  # fmt: skip
_TRICKY = (
    "\u0301\u200b\u202e\u2066\ufeff\u00ad\x0b\x0c\x1c\x85\u2029😀👩\u200d👧éİßﬁ１२Ⅳ中א\x00\x07$%()[]*_<>"
)

FRAGMENTS = st.sampled_from((*_NAMES, *_PLACES, *_TIMES, *_NUMBERS, *_FORM))

COPY = st.lists(
    st.one_of(FRAGMENTS, FRAGMENTS, st.text(st.sampled_from(_TRICKY), max_size=3), st.text(max_size=8)),
    min_size=6,
    max_size=40,
).flatmap(lambda pieces: st.sampled_from(("", " ")).map(lambda between: between.join(pieces)))
"""Articles; lone surrogates are among the characters."""
