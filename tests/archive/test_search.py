from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from archives import EARLY, LATE, OTHER, EntryOf, added, story
from digests import DigestOf

from factlint.archive.database import reading, transaction, writing
from factlint.archive.entries import entry
from factlint.archive.published import Archive, open_archive
from factlint.archive.search import Search
from factlint.archive.upkeep import info
from factlint.crossing.events import find_events
from factlint.crossing.records import ArticleDigest
from factlint.engine.corpus import PublishedArticles
from factlint.engine.session import KeptArticle
from factlint.engine.silence import Silence
from factlint.errors import ArchiveError
from factlint.text.source import SourceText

Found = Callable[[ArticleDigest], list[str]]


@pytest.fixture
def full(file: Path, entry_of: EntryOf) -> Path:
    """An archive of the ferry, the council and many barges."""
    barges = [
        entry_of(story(number), f"barge-{number}.md", f"2021-06-{number % 28 + 1:02}")
        for number in range(150)
    ]
    added(file, entry_of(EARLY, "early.md"), entry_of(OTHER, "council.md"), *barges)
    return file


def search(file: Path, digest: ArticleDigest, **without: set[str]) -> list[str]:
    with reading(file) as connection:
        found = Search(connection).same_event(digest, without=without.get("without", set()))
        return [one.digest.path for one in found]


def test_the_event_is_found_among_others(full: Path, digest_of: DigestOf) -> None:
    assert search(full, digest_of(LATE, "late.md", "2021-06-16")) == ["early.md"]
    assert search(full, digest_of("A new harbour opened.", "new.md", "2021-06-16")) == []
    assert search(full, digest_of("", "new.md", "2021-06-16")) == []


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2021-06-30", ["early.md"]),
        ("2021-05-30", ["early.md"]),
        ("2021-08-15", []),
        ("2011-06-15", []),
        ("", ["early.md"]),
        ("0001-01-01", []),
        ("9999-12-31", []),
    ],
)
def test_only_what_is_near_in_time_is_found(
    file: Path, entry_of: EntryOf, digest_of: DigestOf, date: str, found: list[str]
) -> None:
    added(file, entry_of(EARLY, "early.md", "2021-06-15"))
    assert search(file, digest_of(EARLY, "late.md", date)) == found


def test_undated_articles_are_found_from_any_day(file: Path, entry_of: EntryOf, digest_of: DigestOf) -> None:
    added(file, entry_of(EARLY, "early.md", ""))
    assert search(file, digest_of(LATE, "late.md", "1999-01-01")) == ["early.md"]
    assert search(file, digest_of(LATE, "late.md", "")) == ["early.md"]


def test_the_score_is_that_of_a_run(file: Path, entry_of: EntryOf, digest_of: DigestOf) -> None:
    added(file, entry_of(EARLY, "early.md"))
    late = digest_of(LATE, "late.md", "2021-06-16")
    [pair] = find_events([digest_of(EARLY, "early.md", "2021-06-15"), late]).pairs
    with reading(file) as connection:
        [found] = Search(connection).same_event(late)
    assert found.pair.score == pytest.approx(pair.score, abs=0.05)


def kept(digest: ArticleDigest, text: str) -> KeptArticle:
    return KeptArticle(SourceText(digest.path, text), Silence(), digest)


@pytest.fixture
def ask(full: Path, digest_of: DigestOf, monkeypatch: pytest.MonkeyPatch) -> Callable[..., PublishedArticles]:
    def on_event(text: str, path: str, date: str = "2021-06-16") -> PublishedArticles:
        monkeypatch.chdir(full.parent)
        return Archive(Path(full.name)).on_events_of([kept(digest_of(text, path, date), text)])

    return on_event


def test_what_is_found_has_its_claims_and_the_words_round_them(ask: Callable[..., PublishedArticles]) -> None:
    published = ask(LATE, "late.md")
    [digest] = published.digests
    assert (digest.path, digest.published) == ("early.md", dt.date(2021, 6, 15))
    [number] = [one for one in digest.numbers if one.befell == "dead"]
    source = published.sources["early.md"]
    assert source.text[number.place.start : number.place.end].startswith("12")
    assert source.position(number.place.start).line == number.place.line
    assert [(pair.first, pair.second) for pair in published.pairs] == [("early.md", "late.md")]


@pytest.mark.parametrize("name", ["early.md", "./early.md", "sub/../early.md"])
def test_an_article_is_not_compared_with_its_earlier_version(
    ask: Callable[..., PublishedArticles], name: str
) -> None:
    assert ask(LATE, name).digests == ()


def test_an_article_is_not_compared_with_its_own_text(ask: Callable[..., PublishedArticles]) -> None:
    assert ask(EARLY, "copied.md").digests == ()


def test_articles_elsewhere_have_their_whole_path(
    full: Path, digest_of: DigestOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (full.parent / "desk").mkdir()
    monkeypatch.chdir(full.parent / "desk")
    late = kept(digest_of(LATE, "late.md", "2021-06-16"), LATE)
    [digest] = Archive(full).on_events_of([late]).digests
    assert digest.path == str((full.parent / "early.md").resolve())


def test_what_updates_an_archived_article_comes_along(
    full: Path, digest_of: DigestOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(full.parent)
    text = "The ferry's owner was sued in Athens."
    digest = replace(digest_of(text, "correction.md"), updates="Early.md")
    added(full, entry(digest, SourceText("correction.md", text), "correction.md", b"1"))
    published = Archive(full).on_events_of([kept(digest_of(LATE, "late.md", "2021-06-16"), LATE)])
    assert {digest.path for digest in published.digests} == {"early.md", "correction.md"}


def test_a_missing_archive_is_told_before_anything_is_read(file: Path) -> None:
    with pytest.raises(ArchiveError, match="no such archive"):
        open_archive(file)


def test_articles_of_another_version_are_passed_over(full: Path, digest_of: DigestOf) -> None:
    with writing(full) as connection, transaction(connection):
        connection.execute("UPDATE article SET digest = digest - 1 WHERE path = 'early.md'")
    assert search(full, digest_of(LATE, "late.md", "2021-06-16")) == []
    assert info(full).outdated == 1
