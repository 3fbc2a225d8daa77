"""The corrections that the rules on names offer, and those they leave to the desk."""

from __future__ import annotations

import pytest

from factlint.api import check_text


@pytest.mark.parametrize(
    ("copy", "corrected"),
    [
        (
            "US Secretary of State Anthony Blinken landed in Brussels.",
            "US Secretary of State Antony Blinken landed in Brussels.",
        ),
        (
            "NATO Secretary-General Stoltenberg Jens spoke.",
            "NATO Secretary-General Jens Stoltenberg spoke.",
        ),
        ("Angela Merkel spoke. Merkle's car left.", "Angela Merkel spoke. Merkel's car left."),
        ("The team left for New Zealahd on Friday.", "The team left for New Zealand on Friday."),
    ],
)
def test_corrects_the_words_and_nothing_else(copy: str, corrected: str) -> None:
    front = "---\ndate: 2021-03-22\n---\n"
    (diagnostic,) = check_text(front + copy, path="story.md").diagnostics
    fix = diagnostic.fix
    assert fix is not None
    text = front + copy
    assert text[: fix.span.start] + fix.replacement + text[fix.span.end :] == front + corrected
