"""Articles as read: blocks, headline, dateline and publication date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.document.article import Article, BlockKind, DateSource
from factlint.document.read import read_article
from factlint.text.source import SourceText


def read(text: str, path: str = "story.txt", date: dt.date | None = None) -> Article:
    return read_article(SourceText(path, text), date=date)


def kinds(text: str, path: str = "story.md") -> list[tuple[str, str]]:
    article = read(text, path)
    words = [" ".join(block.span.of(article.prose).split()) for block in article.blocks]
    return [(block.kind.value, text) for block, text in zip(article.blocks, words, strict=True)]


def test_blocks_of_markdown() -> None:
    text = (
        "# Ministers meet\n\nThe first paragraph\nis wrapped.\n\n## Later\n- one\n- two\n\n"
        "> A quote\n> goes on\n\n"
        "Smoke rises over the port. (AP Photo/A. Grapher)\n"
    )
    assert kinds(text) == [
        ("headline", "Ministers meet"),
        ("paragraph", "The first paragraph is wrapped."),
        ("heading", "Later"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("block-quote", "A quote goes on"),
        ("caption", "Smoke rises over the port. (AP Photo/A. Grapher)"),
    ]


def test_a_first_line_without_final_point_is_the_headline() -> None:
    assert kinds("Ministers meet in Bern\n\nThey met on Monday.", "story.txt")[0][0] == "headline"
    assert kinds("They met on Monday.\n\nThey left on Tuesday.", "story.txt")[0][0] == "paragraph"


def test_the_front_matter_title_is_the_headline_and_the_rest_of_it_no_prose() -> None:
    article = read("---\ntitle: Ministers meet\ndate: 2021-06-16\n---\n\nThey met.", "story.md")
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
    assert article.prose.split() == ["Ministers", "meet", "They", "met."]


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Geneva 16 June, 2021: The two presidents met.", "Geneva", dt.date(2021, 6, 16)),
        ("GENEVA, June 16, 2021 — The two presidents met.", "GENEVA", dt.date(2021, 6, 16)),
        ("WASHINGTON (AP) — The Senate voted.", "WASHINGTON", None),
        ("KABUL, Afghanistan — The talks failed.", "KABUL", None),
        ("LONDON, Jan 5 (Reuters) - Shares rose.", "LONDON", None),
        ("SEOUL/WASHINGTON (Reuters) - The two sides met.", "SEOUL/WASHINGTON", None),
        ("Atlanta (CNN) The mayor spoke.", "Atlanta", None),
        ("UNITED NATIONS — The council met.", "UNITED NATIONS", None),
    ],
)
def test_datelines(text: str, place: str, date: dt.date | None) -> None:
    dateline = read(text).dateline
    assert dateline is not None
    assert (dateline.place, dateline.date) == (place, date)
    assert dateline.place_span.of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "The president — who had left — returned.",
        "WATCH: the president speaks.",
        "FILE PHOTO: The president speaks.",
        "Ministers: we will not yield.",
        "NATO: no comment.",
        "The mayor spoke on Monday - and left.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert read(text).dateline is None


@pytest.mark.parametrize(
    ("text", "path", "option", "expected"),
    [
        (
            "---\ndate: 2021-06-16\n---\nBern 17 June 2021: x y.",
            "2021-06-18.md",
            dt.date(2021, 6, 15),
            DateSource.OPTION,
        ),
        (
            "---\ndate: 2021-06-16\n---\nBern 17 June 2021: x y.",
            "2021-06-18.md",
            None,
            DateSource.FRONT_MATTER,
        ),
        ("Bern 17 June 2021: They met.", "2021-06-18.md", None, DateSource.DATELINE),
        ("They met.", "2021-06-18-summit.md", None, DateSource.FILE_NAME),
        ("They met.", "20210618.txt", None, DateSource.FILE_NAME),
    ],
)
def test_precedence_of_publication_dates(
    text: str, path: str, option: dt.date | None, expected: DateSource
) -> None:
    published = read(text, path, option).published
    assert published is not None
    assert published.source is expected


@pytest.mark.parametrize("path", ["story.txt", "2021-13-45.md", "12345678901.txt", "2021-0618.txt"])
def test_no_publication_date(path: str) -> None:
    assert read("They met.", path).published is None


@given(
    st.text(alphabet=st.sampled_from(list("Ab. \n\r#>*-:é😀\u2028(—")), max_size=120),
    st.sampled_from(["a.md", "a.txt"]),
)
def test_blocks_are_ordered_apart_and_hold_all_words(text: str, path: str) -> None:
    article = read(text, path)
    ends = 0
    for block in article.blocks:
        assert block.span.start >= ends
        assert block.span.of(article.prose).strip() == block.span.of(article.prose) != ""
        ends = block.span.end
    covered = "".join(block.span.of(article.prose) for block in article.blocks)
    assert "".join(covered.split()) == "".join(article.prose.split())
