"""Whatever the text, every rule comes to an end, at places that the text has, and says the same again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hostile import COPY
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factlint.api import Profile, check_text
from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.configfind import default_config
from factlint.engine.corpus import compare_articles
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.results import Diagnostic, Region
from factlint.engine.session import Session
from factlint.errors import InputError
from factlint.kb.store import Snapshot
from factlint.text.lines import LineIndex
from factlint.text.source import decode

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=200)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    rules = all_rules()
    everything = uniform_settings(rules, default_config(rules), Choices(profile=Profile.PEDANTIC))
    with Snapshot(everything.kb) as kb:
        yield Session(everything, kb)


@SLOW
@given(st.lists(COPY, min_size=2, max_size=2))
@example(["It cost $0 million. It cost $0 million."] * 2)
def test_no_rule_breaks_alone_or_comparing(session: Session, texts: list[str]) -> None:
    files = [ArticleFile(name, text) for name, text in zip(("2021-06-16-a.md", "b.txt"), texts, strict=True)]
    kept = []
    for file in files:
        outcome = session.check_file(file, keep=True)
        if outcome.kept is not None:
            kept.append(outcome.kept)
        assert not any("broke" in problem.message for problem in outcome.problems)
        if outcome.report is not None:
            assert_in_text(
                outcome.report.diagnostics, dict(zip(("2021-06-16-a.md", "b.txt"), texts, strict=True))
            )
    found = compare_articles(kept, session.settings, session.kb).diagnostics
    for diagnostics in found.values():
        assert_in_text(diagnostics, {file.path: str(file.content) for file in files})


@settings(SLOW, max_examples=12)
@given(COPY)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    first, second = (check_text(text, profile=Profile.PEDANTIC) for _ in range(2))
    assert [*first.diagnostics] == [*second.diagnostics]
    assert (first.claims, first.problems) == (second.claims, second.problems)


@given(st.one_of(st.binary(), COPY.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@example(b"\xef\xbb\xbf\xef\xbb\xbfa\r\rb")
@example(b"\xed\xa0\x80")
def test_bytes_are_read_whole_or_refused(data: bytes) -> None:
    try:
        source = decode("a.txt", data)
    except InputError:
        assert b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")) or not is_utf8(data)
    else:
        assert ("\ufeff" * source.bom + source.text).encode() == data


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def assert_in_text(diagnostics: Iterable[Diagnostic], texts: dict[str, str]) -> None:
    """Every place that the diagnostics speak of is in the text, with the line and column of its offset."""
    for found in diagnostics:
        assert found.rule != "FL000", found
        place = found.region.place.of(texts[found.region.path])
        assert found.words == place or "&" in place
        for region in (found.region, *(related.region for related in found.related)):
            assert_agrees(region, texts[region.path])
        if found.fix is not None:
            assert found.fix.span.end <= len(texts[found.region.path])


def assert_agrees(region: Region, text: str) -> None:
    lines = LineIndex(text)
    assert region.place.end <= len(text)
    for position, offset in ((region.start, region.place.start), (region.end, region.place.end)):
        assert lines.line_start(position.line) + position.column - 1 == offset
        assert offset <= len(text)
