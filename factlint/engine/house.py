"""The folder ``rules/``: what a newsroom edits."""

from __future__ import annotations

from pathlib import Path

import factlint
from factlint.errors import ConfigError


def rules_folder() -> Path:
    """Where the files of ``rules/`` are: in an installed package, or beside it in a source checkout.

    Raises:
        ConfigError: they are in neither place.
    """
    package = Path(factlint.__file__).resolve().parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "factlint.yml").is_file():
            return folder
    raise ConfigError(f"{package / 'rules'}: the files of rules/ are missing", "install factlint again")
