"""Naming the articles of a file that has several."""

from __future__ import annotations


def part_name(path: str, number: int, count: int) -> str:
    """How messages name an article: by its file, with its number where there are several."""
    return f"{path}#{number}" if count > 1 else path
