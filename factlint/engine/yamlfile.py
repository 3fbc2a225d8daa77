"""Reading YAML strictly: every value with its line, no key twice, no guessing of types.

PyYAML's loaders follow YAML 1.1: they turn ``NO`` and ``off`` into False and keep the last of two
equal keys. Here plain scalars have the types of YAML 1.2's core schema, and a mistake names its line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.errors import ConfigError
from factlint.regex import regex
from factlint.text.files import read_at_most

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

MAX_BYTES = 262_144
"""Longer configuration files are refused: nobody writes one by hand."""

_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = regex(r"[-+]?[0-9]{1,18}")
_FLOAT = regex(r"[-+]?[0-9]{0,18}\.[0-9]{1,18}")


@dataclass(frozen=True)
class YamlValue:
    """A value of a YAML file.

    Attributes:
        path: the file.
        node: PyYAML's node.
        name: what the value is called in messages, for example ``severity.FL101``.
    """

    path: str
    node: yaml.Node
    name: str = ""

    @property
    def line(self) -> int:
        """The line on which the value stands, from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def place(self) -> str:
        """Where the value stands, as ``file:line``."""
        return f"{self.path}:{self.line}"

    @property
    def is_text(self) -> bool:
        """Whether the value is a single word or text."""
        import yaml

        return isinstance(self.node, yaml.ScalarNode)

    def wrong(self, message: str, hint: str = "") -> ConfigError:
        """An error about this value that names its line and column."""
        column = int(self.node.start_mark.column) + 1
        return ConfigError(f"{self.place}:{column}: {message}", hint)

    def nearest(self, known: Iterable[str], otherwise: str) -> str:
        """A hint that names the nearest of some words, ``otherwise`` where none is near."""
        import difflib

        near = difflib.get_close_matches(self.text(), tuple(known), n=1, cutoff=0.6)
        return f"did you mean {near[0]!r}?" if near else otherwise

    def fields(self, allowed: Iterable[str] | None = None) -> dict[str, YamlValue]:
        """The values of a mapping by key; raises ConfigError for a key twice or not ``allowed``."""
        import yaml

        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong(f"{self._called()} must be a mapping of 'key: value' lines")
        known = None if allowed is None else tuple(allowed)
        found: dict[str, YamlValue] = {}
        for key_node, node in self.node.value:
            here = YamlValue(self.path, key_node, self.name)
            key = here.text()
            if key in found:
                raise here.wrong(f"{key!r} stands here for the second time", "remove one of the two")
            if known is not None and key not in known:
                raise here.wrong(
                    f"there is no setting {key!r}", here.nearest(known, f"there are {', '.join(known)}")
                )
            found[key] = YamlValue(self.path, node, f"{self.name}.{key}" if self.name else key)
        return found

    def items(self) -> tuple[YamlValue, ...]:
        """The values of a list; a single value counts as a list of one."""
        import yaml

        if isinstance(self.node, yaml.SequenceNode):
            return tuple(YamlValue(self.path, node, self.name) for node in self.node.value)
        return (self,)

    def text(self) -> str:
        """The text of a scalar exactly as it is written: ``off`` is the word "off"."""
        import yaml

        if not isinstance(self.node, yaml.ScalarNode):
            raise self.wrong(f"{self._called()} must be a single word or text")
        return str(self.node.value)

    def texts(self) -> tuple[str, ...]:
        """The texts of a list or of a single value."""
        return tuple(item.text() for item in self.items())

    def one_of(self, choices: Iterable[str]) -> str:
        """A scalar that is one of some words; raises ConfigError otherwise."""
        words = tuple(choices)
        text = self.text()
        if text not in words:
            raise self.wrong(f"{self._called()} cannot be {text!r}", f"write one of {', '.join(words)}")
        return text

    def truth(self) -> bool:
        """A scalar that is true or false; raises ConfigError otherwise."""
        scalar = self.scalar()
        if not isinstance(scalar, bool):
            raise self.wrong(f"{self._called()} must be true or false, not {self.text()!r}")
        return scalar

    def date(self) -> dt.date:
        """A scalar that is a day, as ``2027-01-31``; raises ConfigError otherwise."""
        try:
            return dt.date.fromisoformat(self.text())
        except ValueError:
            raise self.wrong(
                f"{self._called()} must be a date, not {self.text()!r}", "write it as 2027-01-31"
            ) from None

    def scalar(self) -> bool | int | float | str | None:
        """A scalar with its type by YAML 1.2's core schema."""
        text = self.text()
        if getattr(self.node, "style", None) is not None:
            return text
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if text in _NULLS:
            return None
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _FLOAT.fullmatch(text) else text

    def _called(self) -> str:
        return repr(self.name) if self.name else "the file"


def read_yaml(path: str, text: str) -> YamlValue | None:
    """The root value of a YAML document, None where it is empty.

    Raises:
        ConfigError: it is not YAML, or uses aliases.
    """
    import yaml

    try:
        # An alias can make a short file mean an endless one.
        events = yaml.parse(text) if "*" in text else ()
        alias = next((event for event in events if isinstance(event, yaml.AliasEvent)), None)
        root = yaml.compose(text) if alias is None else None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        problem = getattr(error, "problem", None) or "it is nested too deeply"
        raise ConfigError(f"{where}: not YAML: {problem}", "mend the line") from None
    if alias is not None:
        mark = alias.start_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise ConfigError(f"{where}: aliases (*name) are not understood", "write the value out")
    return None if root is None else YamlValue(path, root)


def read_yaml_file(path: Path, limit: int = MAX_BYTES) -> YamlValue | None:
    """The root value of a YAML file of at most ``limit`` bytes, None where it is empty.

    Raises:
        ConfigError: it cannot be read, is too long, is not UTF-8, or not what ``read_yaml`` understands.
    """
    try:
        data = read_at_most(path, limit + 1)
        text = data.decode("utf-8-sig") if len(data) <= limit else None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}", "check the path") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8", "save the file as UTF-8") from None
    except ValueError as error:
        raise ConfigError(f"{path}: {error}", "check the path") from None
    if text is None:
        raise ConfigError(f"{path}: more than {limit} bytes", "shorten it")
    return read_yaml(str(path), text)
