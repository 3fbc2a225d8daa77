"""NITF, NewsML-G2, RSS and Atom: articles with places, and nothing fetched or multiplied."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from extracted import article, articles, blocks, place_of

from factlint.document.formats.load import is_news_xml, load
from factlint.document.formats.xmltree import MAX_DEPTH
from factlint.document.read import read_document
from factlint.errors import InputError

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://example.org/nitf-3-4.dtd">
<nitf><head><title>t</title><docdata><date.issue norm="20210616T100000Z"/></docdata>
<pubdata name="The Lake Post"/></head><body>
<body.head><hedline><hl1>Talks in Bern</hl1><hl2>A day of it</hl2></hedline>
<byline>By <person>A. Writer</person></byline><dateline><location>Bern</location></dateline></body.head>
<body.content><block><p>O&#8217;Brien &mdash; of <b>Lake</b> &amp; Co.</p>
<media><media.caption>Smoke.</media.caption><media.producer>EPA</media.producer></media></block>
<ul><li>one</li></ul></body.content><body.end><tagline>End</tagline></body.end></body></nitf>
"""

NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem><itemMeta><versionCreated>2021-06-18T10:00:00Z</versionCreated><provider><name>LP</name></provider>
<firstCreated>2021-06-16T10:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Talks in Bern</headline><by>A. Writer</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>They met.</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem><itemMeta/><contentMeta><headline>Picture</headline></contentMeta></newsItem>
<newsItem><contentMeta/><contentSet><inlineXML>
<nitf><body><body.head><hedline><hl1>Second</hl1></hedline></body.head>
<body.content><p>They left.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem><contentSet><inlineData>One line.\n\nAnother.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>
"""

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Lake Post</title>
<item><title>Talks &amp;amp; tea</title><pubDate>Wed, 16 Jun 2021 23:30:00 +0000</pubDate>
<description>short</description>
<content:encoded><![CDATA[<p>They met in <b>Bern</b> &amp; left.</p>]]></content:encoded></item>
<item><title>Two</title>
<description>&lt;p&gt;They met in Bern.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</description></item>
<item><title>Three</title><description>a &lt; b</description></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>LP</title><entry><title>Talks</title>
<updated>2021-06-18T00:00:00Z</updated><published>2021-06-16T00:00:00Z</published>
<author><name>A. Writer</name></author>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p><p>They<br/>left.</p></div></content></entry>
<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; one</title><summary>Short.</summary></entry></feed>
"""


def test_nitf() -> None:
    found = article("a.nitf", NITF)
    assert blocks(found) == [
        ("headline", "Talks in Bern"),
        ("heading", "A day of it"),
        ("paragraph", "O'Brien — of Lake & Co."),
        ("caption", "Smoke."),
        ("list-item", "one"),
    ]
    read = read_document(found)
    assert read.published is not None
    assert read.published.date == dt.date(2021, 6, 16)
    said = read.metadata
    assert (said.title, said.byline, said.location, said.outlet) == (
        "Talks in Bern", "A. Writer", "Bern", "The Lake Post",
    )  # fmt: skip
    assert place_of(found, "O\u2019Brien \u2014") == "7:25-7:46"
    assert place_of(found, "Lake &") == "7:53-7:67"


def test_newsml() -> None:
    first, second, third = articles("a.xml", NEWSML)
    assert [one.source.path for one in (first, second, third)] == ["a.xml#1", "a.xml#2", "a.xml#3"]
    assert blocks(first) == [("headline", "Talks in Bern"), ("paragraph", "They met.")]
    assert blocks(second) == [("headline", "Second"), ("paragraph", "They left.")]
    assert blocks(third) == [("paragraph", "One line."), ("paragraph", "Another.")]
    read = read_document(first)
    assert (read.metadata.byline, read.metadata.outlet) == ("A. Writer", "LP")
    assert read.published is not None
    assert read.published.date == dt.date(2021, 6, 16)


def test_rss() -> None:
    first, second, third = articles("a.rss", RSS)
    assert blocks(first) == [("headline", "Talks & tea"), ("paragraph", "They met in Bern & left.")]
    assert blocks(second) == [
        ("headline", "Two"),
        ("paragraph", "They met in Bern."),
        ("paragraph", "They left."),
    ]
    assert blocks(third)[1] == ("paragraph", "a < b")
    assert place_of(first, "Bern") == "6:45-6:49"
    assert place_of(first, "tea") == "4:30-4:33"
    assert place_of(second, "left") == "8:64-8:68"
    zone = dt.timezone(dt.timedelta(hours=2))
    published = read_document(first, zone=zone).published
    assert published is not None
    assert published.date == dt.date(2021, 6, 17)
    assert first.metadata is not None
    assert first.metadata.outlet == "The Lake Post"


def test_atom() -> None:
    first, second = articles("a.atom", ATOM)
    assert blocks(first) == [("headline", "Talks"), ("paragraph", "They met."), ("paragraph", "They left.")]
    assert blocks(second) == [("headline", "A bold one"), ("paragraph", "Short.")]
    assert first.published is not None
    assert first.published.day == 16


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_in_any_encoding(encoding: str, newline: str) -> None:
    said = encoding.removesuffix("-sig")
    xml = f'<?xml version="1.0" encoding="{said}"?>\n<nitf><body><body.content>\n<p>Zürich\nis é.</p>'
    xml += "</body.content></body></nitf>"
    found = article("a.xml", xml.replace("\n", newline).encode(encoding))
    assert place_of(found, "Zürich") == "3:4-3:10"
    assert place_of(found, "é") == "4:4-4:5"
    assert place_of(found, "Zürich is") == "3:4-4:3"


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>',
            "declares the entity 'x'",
        ),
        (b'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://example.org/x">%x;]><nitf/>', "declares the entity 'x'"),
        (
            f'<!DOCTYPE nitf [<!ENTITY a0 "ha">{LAUGHS}]><nitf>&a29;</nitf>'.encode(),
            "declares the entity 'a0'",
        ),
        (b"<nitf><body>", "a.xml:1:13: not XML: no element found"),
        (b"<nitf>\n<p></nitf>", "a.xml:2:"),
        (b"<nitf>&nbsp;</nitf>", "undefined entity"),
        (b"<rss>" + b"<a>" * 50_000, "nested too deeply"),
        (b"<project><name>x</name></project>", "root element 'project'"),
        (b'<?xml version="1.0" encoding="utf-7"?><nitf/>', "the encoding 'utf-7' is not known"),
        (b'<?xml version="1.0" encoding="nonsense"?><nitf/>', "the encoding 'nonsense' is not known"),
        (b'<?xml version="1.0" encoding="utf-8"?>\n<nitf>\xe9</nitf>', "a.xml:2: byte 0xe9 is not utf-8"),
        (b"<nitf>\0</nitf>", "binary"),
        (b"<rss><channel/></rss>", "no article"),
        (b"", "not XML"),
        (b"<" * 1_000_000, "not XML"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    start = time.process_time()
    with pytest.raises(InputError) as refused:
        load("a.xml", data)
    assert reason in str(refused.value)
    assert time.process_time() - start < 5


def test_as_deep_as_it_may_be() -> None:
    inner = "<block>" * (MAX_DEPTH - 4) + "Copy." + "</block>" * (MAX_DEPTH - 4)
    found = article("a.nitf", f"<nitf><body><body.content>{inner}</body.content></body></nitf>")
    assert blocks(found) == [("paragraph", "Copy.")]


@pytest.mark.parametrize(
    ("head", "news"),
    [
        ('<?xml version="1.0"?><!-- <nitf> --><rss version="2.0">', True),
        ("\ufeff<newsItem>", True),
        ("<rdf:RDF>", True),
        ("<project>", False),
        ("", False),
    ],
)
def test_news_among_other_xml(head: str, news: bool) -> None:
    assert is_news_xml(head.encode()) is news


@pytest.mark.parametrize(
    "pattern", ["<p>x</p>", "&#8217;", "é", "\r\n", "<![CDATA[x]]>", "a ", "<!--factlint:x-->"]
)
def test_time_grows_with_the_length(pattern: str) -> None:
    times = []
    for size in (50_000, 200_000):
        xml = f"<nitf><body><body.content>é{pattern * (size // len(pattern))}</body.content></body></nitf>"
        start = time.process_time()
        load("a.xml", xml.encode())
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.5
