"""Pages: the article's body with each word at its place, and what the page says of it."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from extracted import article, assert_faithful, blocks, place_of
from hypothesis import given
from hypothesis import strategies as st

from factlint.document.article import DateSource
from factlint.document.formats.load import load
from factlint.document.read import read_document
from factlint.text.span import Span

PAGE = """<!DOCTYPE html>
<html><head>
<title>Ministers meet | The Lake Post</title>
<meta property="og:title" content="Ministers meet &amp; talk">
<meta property="og:site_name" content="The Lake Post">
<script type="application/ld+json">
{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "Ministers\\u00a0meet",
 "datePublished": "2021-06-16T23:30:00+00:00",
 "author": [{"name": "A. Writer"}], "publisher": {"name": "LP"}}]}
</script>
</head><body>
<nav><a href="/">Home</a></nav>
<header><h1>Ministers <em>meet</em></h1></header>
<article>
<p>They met in <b>Bern</b>,
   the capital of Switzerland.</p>
<aside><p>Read more about trains.</p></aside>
<h2>Later</h2>
<ul><li>one</li><li>two</li></ul>
<blockquote><p>We agreed.</p></blockquote>
<figure><img src="a.jpg" alt="x"><figcaption>Smoke over the port.</figcaption></figure>
<form><button>Subscribe</button></form>
</article>
<footer>Imprint</footer>
</body></html>
"""


def body(html: str) -> list[tuple[str, str]]:
    return blocks(article("a.html", html))


def test_the_body_its_blocks_and_no_furniture() -> None:
    assert body(PAGE) == [
        ("headline", "Ministers meet"),
        ("paragraph", "They met in Bern, the capital of Switzerland."),
        ("heading", "Later"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("block-quote", "We agreed."),
        ("caption", "Smoke over the port."),
    ]


def test_what_the_page_says_of_its_article() -> None:
    read = read_document(article("a.html", PAGE))
    assert read.metadata.title == "Ministers meet"
    assert (read.metadata.byline, read.metadata.outlet) == ("A. Writer", "LP")
    assert read.published is not None
    assert (read.published.date, read.published.source) == (dt.date(2021, 6, 16), DateSource.METADATA)
    zone = dt.timezone(dt.timedelta(hours=2))
    there = read_document(article("a.html", PAGE), zone=zone).published
    assert there is not None
    assert there.date == dt.date(2021, 6, 17)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2021-06-16T10:00:00Z">', 16),
        ('<meta name="pubdate" content="16 June 2021">', 16),
        ('<meta itemprop="datePublished" content="2021-06-15">', 15),
        ('<script type="application/ld+json">{"datePublished": "2021-06-14"}</script>', 14),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2021-06-13">', 13),
        ('<meta name="date" content="soon">', None),
        ('<time datetime="2021-06-12">x</time>', 12),
        (
            '<time datetime="2021-06-11">x</time><time pubdate datetime="2021-06-12">x</time>',
            12,
        ),
    ],
)
def test_publication_dates(head: str, day: int | None) -> None:
    published = read_document(article("a.html", f"{head}<p>Copy.</p>")).published
    assert (published.date.day if published else None) == day


@pytest.mark.parametrize(
    ("html", "headline"),
    [
        ("<h1>Here</h1><p>Copy.</p>", "Here"),
        ("<article><p>Copy.</p></article><h1>After</h1>", "After"),
        ('<meta property="og:title" content="A &amp; B"><p>Copy.</p>', "A & B"),
        ('<script type="application/ld+json">{"headline": "\\u00c4pfel"}</script><p>Copy.</p>', "Äpfel"),
        ("<nav><h1>Menu</h1></nav><p>Copy.</p>", None),
    ],
)
def test_headlines(html: str, headline: str | None) -> None:
    found = [words for kind, words in body(html) if kind == "headline"]
    assert found == ([headline] if headline else [])


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>O&#8217;Brien and O&rsquo;Hara</p>", "O'Brien and O'Hara"),
        (
            "<p>a&nbsp;b &amp; c &lt;d&gt; &eacute &unknown; AT&T &#x1F600;</p>",
            "a b & c <d> é &unknown; AT&T 😀",
        ),
        ("<p>sou<b>lig</b>né</p>", "souligné"),
        ("<p>one <!-- two --> three</p>", "one three"),
        ("<p>one<br>two</p>", "one two"),
        ("<p>x < y<p>z", "x < y z"),
        ("<p>a<script>b</script>c<style>d</style><template>e</template></p>", "ac"),
        (
            "<p hidden>no</p><p aria-hidden=true>no</p><div role=menu>no</div><p class='b sr-only'>no</p>yes",
            "yes",
        ),
        ("<textarea><p>no</textarea><title><p>no</title><p>yes", "yes"),
        ("<p title='>'>a</p><p title=\">\" >b</p>", "a b"),
        ("<!-- <p>no</p> --><!doctype x><?php no ?><p>yes</p></ no>", "yes"),
        ("<p>yes</p><p title='never closed>no", "yes"),
        ("<P>UP</P><DIV>per</DIV>", "UP per"),
        ("<table><tr><td>Bern</td><td>Rome</td></tr></table>", "Bern Rome"),
    ],
)
def test_words(html: str, words: str) -> None:
    assert " ".join(text for _, text in body(html)) == words


def test_the_element_that_is_marked_as_body() -> None:
    assert body("<p>no</p><div itemprop='articleBody'><p>The copy of the story.</p></div>") == [
        ("paragraph", "The copy of the story.")
    ]
    teaser = "<main><article><p>x</p></article><p>The long copy of the whole story.</p></main>"
    assert len(body(teaser)) == 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places(newline: str, mark: str) -> None:
    html = "<article>\n<p>😀 cafe\u0301 O&#8217;Brien of <b>Lake\n\t Town</b></p>\n</article>\n"
    found = article("a.html", (mark + html.replace("\n", newline)).encode())
    assert place_of(found, "café".replace("é", "e\u0301")) == "2:6-2:11"
    assert place_of(found, "O\u2019Brien") == "2:12-2:25"
    assert place_of(found, "\u2019") == "2:13-2:20"
    assert place_of(found, "Lake Town") == "2:32-3:7"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="windows-1252">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("utf-16", ""),
        ("koi8-r", '<?xml version="1.0" encoding="koi8-r"?>'),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    words = "Ельцин" if encoding == "koi8-r" else "“Zürich”"
    html = f"{declared}<p>{words}</p>"
    found = article("a.html", html.encode(encoding))
    assert words in found.source.text
    assert found.source.file.encoded(found.source.file.text) == html.encode(
        "utf-16" if encoding == "utf-16" else encoding
    )


MARKUP = st.lists(
    st.sampled_from(
        "<p> </p> <b> </b> <div> </div> <article> <h1> </h1> <li> <!-- --> <br> &amp; &#8217;"
        " & < > \" ' = a b . \n \r"
        " <script> </script> <a_href=' <nav> </nav> <table> <td>"
        " 😀 é \u00a0 <!--_factlint:_ignore-file_-->".split(" ")
    ),
    max_size=40,
).map(lambda parts: "".join(parts).replace("_", " "))


@given(MARKUP)
def test_any_markup_can_be_read_and_every_place_is_true(html: str) -> None:
    [document], _ = load("a.html", html)
    assert_faithful(document)


@pytest.mark.parametrize(
    "pattern",
    ["<", "<a ", "<a b='", '<a b="c" ', "<!--", "<!", "</", "</a ", "&", "&#", "&a", "<b>", "</b>", "<p>x",
     "<article>",
     "<script>", "<![CDATA[", "<h1>", "\x0c", "<meta name=a content='", "<li><ul>", "='"],
)  # fmt: skip
def test_hostile_repetition_takes_linear_time(pattern: str) -> None:
    times = []
    for size in (50_000, 200_000):
        html = "<p>Copy.</p>" + pattern * (size // len(pattern))
        start = time.process_time()
        load("a.html", html)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.5


def test_fifty_thousand_nested_elements() -> None:
    html = "<div>" * 50_000 + "Copy." + "</div>" * 50_000
    assert body(html) == [("paragraph", "Copy.")]


def test_corrections_only_where_the_file_has_just_these_words() -> None:
    source = article("a.html", "<p>Lake Town, O&#8217;Brien, La<b>ke</b></p>").source
    whole = source.text.index("Lake"), source.text.index("Town")
    assert source.takes(Span(whole[0], whole[0] + 4), "Sea")
    assert not source.takes(Span(whole[0], whole[0] + 4), "<b>")
    brien = source.text.index("O")
    assert not source.takes(Span(brien, brien + 7), "OBrien")
    assert source.takes(Span(brien + 2, brien + 7), "Brian")
    last = source.text.rindex("Lake")
    assert not source.takes(Span(last, last + 4), "Sea")
