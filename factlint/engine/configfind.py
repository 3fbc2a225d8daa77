"""Which configuration holds for which article."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factlint.engine.config import FILE_NAME, Config
from factlint.engine.configfile import read_config
from factlint.engine.house import rules_folder
from factlint.rulekit.rule import Rule


@dataclass
class Configurations:
    """The configurations of a run.

    Without ``fixed``, an article's is the nearest ``factlint.yml`` from its own folder upwards; each lies
    over the defaults of ``rules/``, none over another.

    Attributes:
        rules: every rule there is.
        fixed: one that holds for all articles, as ``--config`` names it.
    """

    rules: Sequence[Rule]
    fixed: Config | None = None
    _by_folder: dict[str, Config] = field(default_factory=dict)

    @classmethod
    def from_file(cls, rules: Sequence[Rule], path: Path) -> Configurations:
        """One file's for all articles; raises ConfigError where it is missing or not understood."""
        return cls(rules, read_config(path, rules).over(default_config(rules)))

    @property
    def reads(self) -> frozenset[str]:
        """Every file whose content the configurations found so far depend on."""
        found = self._by_folder.values() if self.fixed is None else [self.fixed]
        return frozenset().union(*(config.reads for config in found))

    def of_article(self, path: str) -> Config:
        """What holds for the folder of an article, before overrides; raises ConfigError."""
        return self.of_folder(str(Path(path).parent))

    def of_folder(self, folder: str) -> Config:
        """What holds for a folder, before overrides.

        Raises:
            ConfigError: its configuration file is not understood.
        """
        if self.fixed is not None:
            return self.fixed
        return self._of(os.path.realpath(folder))

    def _of(self, folder: str) -> Config:
        if folder not in self._by_folder:
            file, above = Path(folder, FILE_NAME), str(Path(folder).parent)
            if file.is_file():
                # Named as the user would: relative where it lies below the working directory.
                shown = os.path.relpath(file)
                named = file if shown.startswith(os.pardir) else Path(shown)
                found = read_config(named, self.rules).over(default_config(self.rules))
            elif above == folder:
                found = default_config(self.rules)
            else:
                found = self._of(above)
            self._by_folder[folder] = found
        return self._by_folder[folder]


def default_config(rules: Sequence[Rule]) -> Config:
    """The defaults of ``rules/``; their patterns hold wherever articles lie.

    Raises:
        ConfigError: they are missing.
    """
    return read_config(rules_folder() / FILE_NAME, rules, folder=Path(Path.cwd().anchor))
