"""Regular expressions that are compiled when they are first used.

The rules bring some three hundred patterns. Compiling them all as the modules are imported takes longer
than reading a story, and a story needs about half of them.
"""

from __future__ import annotations

import re
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


def regex(expression: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used.

    Args:
        expression: a regular expression of the module ``re``.
        flags: as ``re.compile`` takes them.

    Returns:
        An object with the attributes of a compiled pattern, whose first use raises ``re.error`` where
        the expression is not one.
    """
    return cast("re.Pattern[str]", _Regex(expression, flags))
