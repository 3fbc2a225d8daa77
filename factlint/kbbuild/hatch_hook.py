"""Hatchling build hook: compiles the snapshot that goes into the wheel.

Runs in the build environment, where neither factlint nor its dependencies are installed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SNAPSHOT = "factlint/kb/data/snapshot.sqlite"


class SnapshotHook(BuildHookInterface[Any]):
    """Compiles text form and tables of facts; an editable install gets the file in the checkout."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile before a wheel, standard or editable, is packed; the sdist holds the sources."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from factlint.kbbuild.compile.run import compile_snapshot  # found only now

            compile_snapshot(root / "factlint/kb/data", root / "rules/facts", root / SNAPSHOT)
        finally:
            sys.path.remove(str(root))
        build_data["artifacts"].append(f"/{SNAPSHOT}")
