"""Where factlint's own files are, in an installed wheel and in a source checkout."""

from __future__ import annotations

from pathlib import Path

from factlint.errors import FactlintError

_PACKAGE = Path(__file__).resolve().parent


def rules_dir() -> Path:
    """The folder of the rules and facts that ship with factlint.

    In a wheel it is part of the package; in a source checkout and an editable install it stands beside it.

    Raises:
        FactlintError: the folder is not there.
    """
    for folder in (_PACKAGE / "rules", _PACKAGE.parent / "rules"):
        if (folder / "facts").is_dir():
            return folder
    raise FactlintError(f"{_PACKAGE}: factlint's rules folder is missing", "reinstall factlint")
