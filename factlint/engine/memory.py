"""What a run remembers of earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factlint.engine.cache import ResultCache
from factlint.engine.cached import Keys, pack_comparison, pack_outcome, unpack_comparison, unpack_outcome
from factlint.engine.corpus import Comparison
from factlint.engine.paths import ArticleFile
from factlint.engine.session import Outcome, default_date
from factlint.errors import InputError
from factlint.text.source import SourceText


@dataclass
class Memory:
    """Earlier results that still hold, and new ones to be kept.

    Attributes:
        cache: where they are.
        keys: under what.
    """

    cache: ResultCache
    keys: Keys
    _of_file: dict[str, bytes] = field(default_factory=dict)
    _new: dict[bytes, bytes] = field(default_factory=dict)
    _used: set[bytes] = field(default_factory=set)

    def read(self, files: Sequence[ArticleFile]) -> tuple[ArticleFile, ...]:
        """The articles with their bytes, as far as they can be read: what is looked up is what is checked."""
        loaded = []
        for file in files:
            try:
                data = file.data()
            except InputError:
                loaded.append(file)
                continue
            held = self.keys.settings.of(file.path)
            self._of_file[file.path] = self.keys.of_article(file, data, default_date(file, held))
            loaded.append(file.with_data(data))
        return tuple(loaded)

    def outcomes(self, files: Sequence[ArticleFile], *, keep: bool) -> dict[str, Outcome]:
        """The outcomes of articles that have not changed, by path."""
        found = self.cache.get({self._of_file[file.path] for file in files if file.path in self._of_file})
        known: dict[str, Outcome] = {}
        for file in files:
            key = self._of_file.get(file.path, b"")
            if key in found:
                fields = self.keys.settings.of(file.path).json
                outcome = unpack_outcome(found[key], file.document(fields).source, keep=keep)
                if outcome is not None:
                    known[file.path] = outcome
                    self._used.add(key)
        return known

    def add(self, file: ArticleFile, outcome: Outcome) -> None:
        """Remember what checking an article gave."""
        key, packed = self._of_file.get(file.path), pack_outcome(outcome)
        if key is not None and packed is not None:
            self._new[key] = packed

    def comparison(self, sources: Mapping[str, SourceText]) -> Comparison | None:
        """The comparison of just these articles, where it is known."""
        key = self._of_comparison(sources)
        found = self.cache.get([key]) if key else {}
        comparison = unpack_comparison(found[key], sources) if key and key in found else None
        if key and comparison is not None:
            self._used.add(key)
        return comparison

    def add_comparison(self, sources: Mapping[str, SourceText], comparison: Comparison) -> None:
        """Remember what comparing articles gave."""
        key, packed = self._of_comparison(sources), pack_comparison(comparison)
        if key is not None and packed is not None:
            self._new[key] = packed

    def save(self) -> None:
        """Keep what is new."""
        self.cache.put(self._new, self._used)

    def _of_comparison(self, sources: Mapping[str, SourceText]) -> bytes | None:
        if not all(path in self._of_file for path in sources):
            return None
        return self.keys.of_comparison((path, self._of_file[path]) for path in sources)
