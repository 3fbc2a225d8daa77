"""Progress on a terminal and in a log."""

from __future__ import annotations

import io

import pytest

from factlint.cli.progress import BarProgress, LateBarProgress, LogProgress


def test_a_log_has_whole_lines_and_not_too_many() -> None:
    stream, times = io.StringIO(), iter([0.0, 1.0, 12.0, 13.0, 14.0])
    progress = LogProgress(stream, lambda: next(times))
    progress.begin("offices", 100)
    for _ in range(4):
        progress.advance(25)
    progress.close()
    assert stream.getvalue().splitlines() == [
        "factlint: offices: 100 to ask for",
        "factlint: offices: 50 of 100",
        "factlint: offices: 100 of 100",
    ]


def test_a_stage_without_steps_is_not_mentioned() -> None:
    stream = io.StringIO()
    LogProgress(stream).begin("offices", 0)
    BarProgress(stream).begin("offices", 0)
    assert stream.getvalue() == ""


def test_a_bar_fills_in_place_and_messages_stand_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    stream = io.StringIO()
    progress = BarProgress(stream)
    progress.begin("holders of offices", 4)
    progress.advance(1)
    progress.say("waiting\x1b[2J\n or not")
    progress.advance(3)
    progress.close()
    assert stream.getvalue().replace("\r\x1b[K", "\n").splitlines() == [
        "",
        "[........................] 0 of 4  holders of offices",
        "[######..................] 1 of 4  holders of offices",
        "factlint: waiting<U+001B>[2J<U+000A> or not",
        "",
        "[######..................] 1 of 4  holders of offices",
        "[########################] 4 of 4  holders of offices",
    ]


def test_a_bar_is_no_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    stream = io.StringIO()
    BarProgress(stream).begin("a stage with a long name", 10)
    assert len(stream.getvalue().replace("\r\x1b[K", "")) == 29


def test_a_late_bar_comes_after_a_while_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    stream, times = io.StringIO(), iter([0.0, 0.0, 0.9, 1.1, 1.15, 1.3, 1.4])
    progress = LateBarProgress(stream, lambda: next(times))
    progress.begin("articles", 4)
    for _ in range(4):
        progress.advance(1)
    progress.begin("comparing articles", 1)
    progress.close()
    assert stream.getvalue().split("\r\x1b[K") == [
        "",
        "[############............] 2 of 4  articles",
        "[########################] 4 of 4  articles",
        "[........................] 0 of 1  comparing articles",
        "",
    ]


def test_a_late_bar_of_a_short_run_is_never_seen() -> None:
    stream = io.StringIO()
    progress = LateBarProgress(stream, lambda: 0.0)
    progress.begin("articles", 2)
    progress.advance(2)
    progress.close()
    assert stream.getvalue() == ""
