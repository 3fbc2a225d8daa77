from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from toy import AGAIN, CORPUS, NAME, WORD, article_settings, settings

from factlint.engine.accepted import AcceptedName
from factlint.engine.cache import FILE_NAME, ResultCache, cache_folder, default_cache
from factlint.engine.config import DateDefault
from factlint.engine.paths import ArticleFile
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.engine.session import Session
from factlint.engine.settings import RunSettings
from factlint.report.structured import render_json

TEXTS = (
    "---\ndate: 2021-06-16\nfactlint: {ignore: [TT102]}\n---\nIt is here, wrong and again and again.\n",
    "Or there: 😀 wrong [sic] or slight, wrong. <!-- factlint: ignore[TT101] -->\n",
    "Nothing.\n",
)
RULES = (WORD, NAME, AGAIN, CORPUS)


@pytest.fixture
def cache(tmp_path: Path) -> ResultCache:
    return ResultCache(tmp_path / "cache" / FILE_NAME)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that were really checked, in order."""
    paths: list[str] = []
    check: Callable[..., object] = Session.check

    def counted(self: Session, opened: object) -> object:
        paths.append(opened.context.article.path)  # type: ignore[attr-defined]
        return check(self, opened)

    monkeypatch.setattr(Session, "check", counted)
    return paths


def files(*texts: str) -> list[ArticleFile]:
    return [ArticleFile(f"{number}.md", text) for number, text in enumerate(texts)]


def again(cache: ResultCache, *texts: str, held: RunSettings | None = None) -> Report:
    return run(files(*texts), held or settings(*RULES), cache=cache)


def test_the_cache_changes_no_report(cache: ResultCache, checked: list[str]) -> None:
    plain = run(files(*TEXTS), settings(*RULES))
    first, second = again(cache, *TEXTS), again(cache, *TEXTS)
    assert checked == ["0.md", "1.md", "2.md"] * 2
    assert render_json(plain) == render_json(first) == render_json(second)
    assert plain == first == second


def test_only_what_changed_is_checked_and_compared(cache: ResultCache, checked: list[str]) -> None:
    again(cache, *TEXTS)
    checked.clear()
    changed = (TEXTS[0], TEXTS[1], "Or here.\n")
    report = again(cache, *changed)
    assert checked == ["2.md"]
    assert report == run(files(*changed), settings(*RULES))


@pytest.mark.parametrize(
    "held",
    [
        settings(WORD),
        settings(*RULES, **{"0": article_settings(NAME)}),
        settings(*RULES, **{"0": article_settings(*RULES, date=dt.date(2020, 1, 1))}),
        settings(*RULES, **{"0": article_settings(*RULES, date_default=DateDefault.TODAY)}),
        settings(
            *RULES,
            **{
                "0": article_settings(*RULES, accept=(AcceptedName("w", "", None, frozenset({"TT101"}), ""),))
            },
        ),
    ],
)
def test_other_settings_ask_anew(cache: ResultCache, checked: list[str], held: RunSettings) -> None:
    text = "wrong here\n"
    again(cache, text)
    checked.clear()
    assert again(cache, text, held=held) == run(files(text), held)
    assert checked[0] == "0.md"


def test_an_expired_acceptance_no_longer_holds(cache: ResultCache, checked: list[str]) -> None:
    yesterday = dt.datetime.now(dt.UTC).date() - dt.timedelta(2)
    for until in (None, yesterday):
        accepted = AcceptedName("wrong", "", until, frozenset({"TT101"}), "")
        again(cache, "wrong\n", held=settings(WORD, **{"0": article_settings(WORD, accept=(accepted,))}))
    assert checked == ["0.md", "0.md"]


def test_another_path_is_another_article(cache: ResultCache, checked: list[str]) -> None:
    for path in ("a.md", "b.md", "a.txt"):
        run([ArticleFile(path, "wrong\n")], settings(WORD), cache=cache)
    assert checked == ["a.md", "b.md", "a.txt"]


@pytest.mark.parametrize("text", ["broken\n", "modelless\n", "<!-- factlint: ignore[nonsense] -->\nwrong\n"])
def test_what_went_wrong_is_tried_again(cache: ResultCache, checked: list[str], text: str) -> None:
    assert again(cache, text) == again(cache, text)
    assert checked == ["0.md", "0.md"]


def test_files_are_read_once_and_may_be_gone(
    cache: ResultCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_bytes(b"\xef\xbb\xbfwrong\r\n")
    Path("b.md").write_bytes(b"\xff\xfe")
    paths = [ArticleFile("a.md"), ArticleFile("b.md"), ArticleFile("gone.md")]
    reports = [run(paths, settings(WORD), cache=cache) for _ in range(2)]
    assert reports[0] == reports[1] == run(paths, settings(WORD))
    assert len(reports[0].problems) == 2


def test_a_damaged_cache_is_made_anew(cache: ResultCache, checked: list[str]) -> None:
    again(cache, "wrong\n")
    for damage in (
        b"",
        b"no database",
        cache.file.read_bytes()[:5000],
        b"SQLite format 3\0" + b"\xff" * 9000,
    ):
        cache.file.write_bytes(damage)
        for left in cache.file.parent.glob("*-wal"):
            left.unlink()
        checked.clear()
        reports = [again(cache, "wrong\n") for _ in range(3)]
        assert len(list(reports[-1].diagnostics)) == 2
        assert len(checked) < 3, damage[:20]


def test_a_damaged_result_is_found_again(cache: ResultCache, checked: list[str]) -> None:
    again(cache, "wrong\n")
    import zlib

    for value in (
        b"",
        b"[]",
        b"[[], null]",
        b'[[null,[],[1,1,[]],[],[],[],[],"x"],null]',
        b"\xff",
        b"[" * 9999,
    ):
        with sqlite3.connect(cache.file) as database:
            database.execute("UPDATE result SET value = ?", (zlib.compress(value),))
        database.close()
        checked.clear()
        assert len(list(again(cache, "wrong\n").diagnostics)) == 2
        assert checked == ["0.md"]


def test_without_a_place_to_write_there_is_no_cache(checked: list[str]) -> None:
    nowhere = ResultCache(Path(os.devnull) / "cache.sqlite")
    assert again(nowhere, "wrong\n") == again(nowhere, "wrong\n")
    assert checked == ["0.md", "0.md"]


def test_another_table_is_no_error(cache: ResultCache) -> None:
    cache.file.parent.mkdir()
    with sqlite3.connect(cache.file) as database:
        database.execute("CREATE TABLE result (something TEXT)")
    database.close()
    assert [again(cache, "wrong\n") for _ in range(3)][-1] == run(files("wrong\n"), settings(*RULES))


def test_old_results_go_when_it_grows_too_large(tmp_path: Path) -> None:
    small = ResultCache(tmp_path / "c.sqlite", limit=2_000)
    values = {bytes([number]) * 20: os.urandom(300) for number in range(20)}
    for key, value in values.items():
        small.put({key: value})
    kept = small.get(values)
    assert 0 < len(kept) < 8
    assert all(values[key] == value for key, value in kept.items())


def test_many_keys_at_once(cache: ResultCache) -> None:
    values = {number.to_bytes(4, "big"): b"x" for number in range(1_234)}
    cache.put(values)
    assert cache.get(values) == values


def test_processes_share_it(cache: ResultCache, tmp_path: Path) -> None:
    program = tmp_path / "p.py"
    program.write_text(
        "import sys\nfrom pathlib import Path\nfrom factlint.engine.cache import ResultCache\n"
        "cache = ResultCache(Path(sys.argv[1]))\n"
        "for number in range(30):\n"
        "    key = f'{sys.argv[2]}-{number}'.encode()\n"
        "    cache.put({key: key * 50}, [key])\n"
        "    assert cache.get([key]) in ({key: key * 50}, {})\n"
    )
    command = [sys.executable, "-W", "error", str(program), str(cache.file)]
    started = [subprocess.Popen([*command, str(number)], stderr=subprocess.PIPE) for number in range(4)]
    assert [process.communicate()[1] for process in started] == [b""] * 4
    keys = [f"{process}-{number}".encode() for process in range(4) for number in range(30)]
    assert len(cache.get(keys)) > 100


def test_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache_folder({"FACTLINT_CACHE_DIR": "/a/b"}) == Path("/a/b")
    assert cache_folder({"XDG_CACHE_HOME": "/x", "HOME": "/h"}) == Path("/x/factlint")
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_cache({"HOME": "/h"}).file == Path("/h/.cache/factlint", FILE_NAME)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder({"HOME": "/h"}) == Path("/h/Library/Caches/factlint")
