"""Walking through HTML: which elements are open, and which of them hold no copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factlint.document.article import BlockKind
from factlint.document.formats.htmltags import BLOCKS, PHRASING, VOID, is_skipped
from factlint.document.formats.htmltokens import Kind, Token, plain_attributes, tokens


class Open(NamedTuple):
    """An element that is open.

    Attributes:
        name: its name.
        start: the offset of its tag.
        copy: whether it holds copy.
        kind: the kind of the blocks in it.
    """

    name: str
    start: int
    copy: bool
    kind: BlockKind


_ROOT = Open("", 0, True, BlockKind.PARAGRAPH)


@dataclass
class Walk:
    """The open elements at a place of a text.

    A closing tag closes the nearest element of its name with all in it, and is passed over where there
    is none; so each tag is looked at once, however they are nested.

    Attributes:
        text: the HTML.
        attributes: of the tag that was read last, where it opens an element; by name, values resolved.
    """

    text: str
    attributes: dict[str, str] = field(default_factory=dict)
    _open: list[Open] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)

    @property
    def top(self) -> Open:
        """The innermost open element."""
        return self._open[-1] if self._open else _ROOT

    def steps(self) -> Iterator[tuple[Token, tuple[Open, ...]]]:
        """The tokens in order, each with the elements that it closes; what it opens is ``top``."""
        for token in tokens(self.text):
            closed: tuple[Open, ...] = ()
            if token.kind is Kind.OPEN:
                self._enter(token)
            elif token.kind is Kind.CLOSE:
                closed = tuple(self._leave(token.name))
            yield token, closed
        while self._open:
            yield Token(Kind.CLOSE, len(self.text), len(self.text), self.top.name), (self._open.pop(),)

    def _enter(self, token: Token) -> None:
        bare = token.end - token.start == len(token.name) + 2
        self.attributes = {} if bare else plain_attributes(self.text, token)
        if token.name in VOID or (bare and token.name in PHRASING):
            return
        above = self.top
        copy = above.copy and not is_skipped(token.name, self.attributes)
        kind = BLOCKS.get(token.name) or above.kind
        self._open.append(Open(token.name, token.start, copy, kind))
        self._names[token.name] += 1

    def _leave(self, name: str) -> Iterator[Open]:
        if not self._names[name]:
            return
        while self._open:
            last = self._open.pop()
            self._names[last.name] -= 1
            yield last
            if last.name == name:
                return
