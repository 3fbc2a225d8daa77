"""Regular expressions that are compiled when they are first used.

The rules bring some four hundred patterns. Compiling them all as the modules are imported takes longer
than reading a story, and a story needs less than half of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, cast


class _Regex:
    """Stands for a compiled pattern: asked for a method, it compiles the pattern and keeps the method."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern calls so; called only for names that have not been asked for."""
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, value)
        return value

    @property
    def pattern(self) -> str:
        """The expression, as other patterns are put together from it."""
        return self._expression


class _RareRegex(_Regex):
    """A pattern that is not even compiled as long as no text holds one of the words it needs."""

    def __init__(self, expression: str, flags: int, needs: tuple[str, ...]) -> None:
        super().__init__(expression, flags)
        self._needs = needs
        self._pattern = cast("re.Pattern[str]", _Regex(expression, flags))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if holds_one_of(self._needs, text[start:end].lower()):
            yield from self._pattern.finditer(text, start, end)


def holds_one_of(words: tuple[str, ...], text: str) -> bool:
    """Whether a text holds one of the words, if only as part of a longer one."""
    return any(word in text for word in words)


def regex(
    expression: str, flags: re.RegexFlag = re.NOFLAG, *, needs: tuple[str, ...] = ()
) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used.

    Args:
        expression: a regular expression of the module ``re``.
        flags: as ``re.compile`` takes them.
        needs: words in lower case of which a text must hold one, in any case, for the pattern to match
            in it. Where it holds none, ``search`` and ``finditer`` find nothing and compile nothing:
            looking for a word is much cheaper than looking for a pattern.

    Returns:
        An object with the attributes of a compiled pattern, whose first use raises ``re.error`` where
        the expression is not one.
    """
    lazy = _RareRegex(expression, flags, needs) if needs else _Regex(expression, flags)
    return cast("re.Pattern[str]", lazy)
