"""Characters that must not reach a reader's terminal or a JSON file as they are."""

from __future__ import annotations

from typing import TypeVar

from factlint.regex import regex

T = TypeVar("T")

_SURROGATES = regex("[\ud800-\udfff]")
# Control characters start terminal escape sequences; the bidirectional controls reorder what stands
# around them, so that a line reads otherwise than it is stored (Unicode TR 36, "Trojan Source").
_DECEPTIVE = regex(
    "[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff]"
)


def well_formed(value: T) -> T:
    """A JSON value with U+FFFD for every lone surrogate, which no UTF-8 file can hold."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {well_formed(key): well_formed(item) for key, item in value.items()}  # type: ignore[return-value]
    if isinstance(value, (list, tuple)):
        return [well_formed(item) for item in value]  # type: ignore[return-value]
    return value


def visible(text: str) -> str:
    """Text for a terminal: control and bidirectional characters as ``<U+202E>``; tabs stay."""
    return _DECEPTIVE.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)
