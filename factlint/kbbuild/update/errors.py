"""What can go wrong on the way to Wikidata."""

from __future__ import annotations

from factlint.errors import FactlintError


class UpdateError(FactlintError):
    """The knowledge base could not be refreshed; the snapshot in use is as it was."""


class TooHeavyError(UpdateError):
    """The endpoint did not manage an answer in time or in full; half the question may pass."""


class AnswerError(ValueError):
    """An answer is not what was asked for: no JSON, cut short, or of another shape."""


class BusyError(Exception):
    """The endpoint asks to wait.

    Attributes:
        seconds: how long it asks to wait, None where it does not say.
    """

    def __init__(self, reason: str, seconds: float | None) -> None:
        super().__init__(reason)
        self.seconds = seconds
