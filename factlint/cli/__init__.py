"""The command line."""

from __future__ import annotations

from factlint.cli.root import main

__all__ = ["main"]
