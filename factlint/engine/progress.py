"""Who wants to know how far a run is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of the stages of a run; what it makes of that changes no verdict."""

    def begin(self, stage: str, total: int) -> None:
        """A stage of so many steps begins."""

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""
