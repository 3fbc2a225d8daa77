"""The HTML report: every character of the copy, every finding, and nothing that the copy could smuggle in."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import AGAIN, CORPUS, WORD, check, settings

from factlint.engine.paths import ArticleFile
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.report.html.page import render

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """What a browser would make of a page: elements in order, the text of lines, balance of tags."""

    def __init__(self, report: Report) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.lines: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self.text = ""
        self.source = render(report)
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = tag, {key: value or "" for key, value in attrs}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)
        if tag == "span" and element[1].get("class", "").startswith("line"):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag, attributes in self.open:
            if tag == "span" and attributes.get("class", "").startswith("line"):
                self.lines[-1] += data
            if tag == "mark":
                self.marked.append((attributes["data-f"], data))

    def having(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        return [
            found
            for name, found in self.elements
            if name == tag and attributes.items() <= {key: found.get(key) for key in attributes}.items()
        ]


def test_marks_the_words_and_puts_the_card_beside_them() -> None:
    page = Page(check("It is wrong.\n\nThis is right.\n\nAnd wrong again.\n"))
    assert page.marked == [("1", "wrong"), ("2", "wrong")]
    assert page.lines == ["It is wrong.", "This is right.", "And wrong again."]
    cards = page.having("article")
    assert [card["id"] for card in cards] == ["f1", "f2"]
    rows = page.source.split('<div class="row">')[1:]
    assert ['id="f1"' in rows[0], 'id="f' in rows[1], 'id="f2"' in rows[2]] == [True, False, True]
    assert "toys are right" in page.text
    assert "<del>wrong</del> → <ins>right</ins>" in page.source


def test_every_link_has_its_place() -> None:
    texts = ("It is here, wrong and again.\n\nAnd again.\n", "Or there, slight.\n", "Nothing.\n")
    page = Page(check(*texts, rules=(WORD, AGAIN, CORPUS)))
    places = {found["id"] for _, found in page.elements if "id" in found}
    links = {link["href"][1:] for link in page.having("a") if link.get("href", "").startswith("#")}
    assert links <= places
    assert len(places) == len([found for _, found in page.elements if "id" in found])


def test_overlapping_findings_share_their_words() -> None:
    twin = WORD.__class__(**{**vars(WORD), "code": "TT103", "name": "toy-twin"})
    page = Page(check("so wrong\n", rules=(WORD, twin)))
    assert page.marked == [("1 2", "wrong")]


def test_other_articles_stand_beside() -> None:
    page = Page(check("It is here.\n", "Or there & then.\n", rules=(CORPUS,)))
    assert len(page.having("figure")) == 2
    assert "Or <b>there</b> &amp; then." in page.source


def test_filters_name_what_was_found() -> None:
    page = Page(check("wrong slight again again\n", rules=(WORD, AGAIN)))
    assert [box["value"] for box in page.having("input", name="severity")] == ["error", "warning", "note"]
    assert [box["value"] for box in page.having("input", name="rule")] == ["TT101", "TT201"]
    assert page.having("form", hidden="")


def test_clean_articles_and_unread_ones_are_named() -> None:
    report = run([ArticleFile("fine.md", "Fine.\n"), ArticleFile("gone.md")], settings(WORD))
    page = Page(report)
    assert "No findings in 1 article" in page.text
    assert "fine.md" in page.text
    assert "gone.md: No such file" in page.text


def test_loads_and_runs_nothing_but_its_own() -> None:
    page = Page(check("wrong\n"))
    [policy] = page.having("meta", **{"http-equiv": "Content-Security-Policy"})
    for kind in ("style", "script"):
        [text] = re.findall(rf"<{kind}>(.*?)</{kind}>", page.source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy["content"]
    assert policy["content"].startswith("default-src 'none'")
    outward = [found for _, found in page.elements if "src" in found or found.get("rel") == "stylesheet"]
    assert outward == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> wrong",
        '"><img src=x onerror=alert(1)> wrong',
        "wrong</mark></style></script><script>",
        "&lt;b&gt; wrong &amp;",
        "wrong\x00\x1b[31m\u202egnorw\u2028",
    ],
)
def test_copy_stays_text(text: str) -> None:
    plain = Page(check("wrong\n"))
    page = Page(run([ArticleFile(f"{text[:20]}.txt", text)], settings(WORD)))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements}
    assert len(page.having("script")) == 1
    shown = text.replace("\x00", "<U+0000>").replace("\x1b", "<U+001B>")
    shown = shown.replace("\u202e", "<U+202E>").replace("\u2028", "<U+2028>")
    assert "".join(page.lines) == shown


@given(
    st.lists(
        st.sampled_from(["wrong", "right", " ", "\n", "\r\n", "\r", "😀", "e\u0301", "<", "again", "slight"])
    )
)
def test_no_character_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    page = Page(check(text, rules=(WORD, AGAIN)))
    kept = [line for line in re.split(r"\r\n|\n|\r", text) if line.strip()]
    if page.having("article"):
        assert [line for line in page.lines if line.strip()] == kept


def test_cards_carry_the_id_for_explain() -> None:
    report = check("Sydney is wrong.\n")
    [found] = report.diagnostics
    assert found.fingerprint in render(report)
