import datetime as dt

import pytest

from factlint.document.frontmatter import MAX_CHARACTERS, read_front_matter
from factlint.errors import InputError
from factlint.text.source import SourceText


def read(text: str):
    return read_front_matter(SourceText("story.md", text))


def test_all_fields() -> None:
    text = (
        '---\ntitle: "Bern: a visit"\ndate: 2021-06-16\nlocation: Geneva\nbyline: A. Writer\n'
        "factlint: {ignore: [FL101, date]}\nother: NO\n---\nBody\n"
    )
    front = read(text)
    assert front.metadata.title == "Bern: a visit"
    assert front.metadata.date == dt.date(2021, 6, 16)
    assert front.metadata.location == "Geneva"
    assert front.metadata.byline == "A. Writer"
    assert front.metadata.ignore == ("FL101", "date")
    assert text[front.metadata.span.end :] == "\nBody\n"
    assert front.title_span is not None
    assert front.title_span.of(text) == "Bern: a visit"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = end.join(["---", "title: Bern", "date: 16 June 2021", "---", "Body"])
    front = read(text)
    assert front.metadata.date == dt.date(2021, 6, 16)
    assert front.title_span is not None
    assert front.title_span.of(text) == "Bern"


@pytest.mark.parametrize("date", ["2021-06-16T10:00:00Z", "Wednesday, June 16, 2021", "16th of June 2021"])
def test_dates_as_content_systems_write_them(date: str) -> None:
    assert read(f"---\ndate: {date}\n---\n").metadata.date == dt.date(2021, 6, 16)


@pytest.mark.parametrize(
    "text", ["", "Body\n---\n", "---\nA rule, then copy.\n", "---\nOnly words\n---\nmore", "----\n"]
)
def test_no_front_matter(text: str) -> None:
    assert read(text).metadata.span.end == 0


def test_empty_front_matter_is_skipped() -> None:
    assert read("---\n---\nBody").metadata.span.end == 7


def test_escaped_title_has_no_place_in_the_text() -> None:
    front = read('---\ntitle: "caf\\u00e9"\n---\n')
    assert front.metadata.title == "café"
    assert front.title_span is None


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        ("title: Bern: a visit", "story.md:2: the front matter is not YAML"),
        ("a: 1\na: 2", "story.md:3: the front matter has 'a' twice"),
        ("date: soon", "'soon' is not understood; write it as 2021-06-16"),
        ("date: 2021-02-30", "not understood"),
        ("factlint: off", "write it as  factlint: {ignore:"),
        ("factlint: {select: [FL101]}", "write it as  factlint: {ignore:"),
        ("a: " + "[" * 3000, "not YAML"),
        ("a: " + "x" * MAX_CHARACTERS, "longer than"),
        ("a: !!python/object:os.system {}\nb: [", "not YAML"),
    ],
)
def test_says_what_is_wrong(inner: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"---\n{inner}\n---\nBody")
    assert says in str(caught.value)


def test_tags_are_never_constructed() -> None:
    front = read("---\ntitle: !!python/object/apply:os.getcwd []\n---\n")
    assert front.metadata.title == ""
