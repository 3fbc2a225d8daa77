"""The tables kept by hand into a draft."""

from __future__ import annotations

from pathlib import Path

from factlint.kbbuild.compile.draft import Draft


def add_overlay(folder: Path, draft: Draft) -> None:
    pass
