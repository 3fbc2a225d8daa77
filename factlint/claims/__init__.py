"""What the copy says, as typed claims; one extractor module per type.

A claim type is registered by where it stands: the function ``extract`` of the module that defines
the type is its extractor. Plug-ins bring claim types of their own in the same way.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from factlint.claims.base import Claim

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations

Extractor = Callable[["Annotations"], tuple[Claim, ...]]


class _ExtractorTable(Mapping[type[Claim], Extractor]):
    """Claim type -> extractor; imports the built-in claim modules only to list them all."""

    def __getitem__(self, kind: type[Claim]) -> Extractor:
        extract = getattr(importlib.import_module(kind.__module__), "extract", None)
        if extract is None:
            raise KeyError(kind)
        return partial(_of_kind, kind, extract)

    def __iter__(self) -> Iterator[type[Claim]]:
        for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
            module = importlib.import_module(f"{__name__}.{info.name}")
            if hasattr(module, "extract"):
                for value in vars(module).values():
                    if (
                        isinstance(value, type)
                        and issubclass(value, Claim)
                        and value.__module__ == module.__name__
                    ):
                        yield value

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _of_kind(kind: type[Claim], extract: Extractor, annotations: Annotations) -> tuple[Claim, ...]:
    return tuple(claim for claim in extract(annotations) if isinstance(claim, kind))


EXTRACTORS: Mapping[type[Claim], Extractor] = _ExtractorTable()
"""The extractor of every claim type: ``EXTRACTORS[CapitalClaim](annotations)``."""
