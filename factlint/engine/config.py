"""Configuration: ``factlint.yml`` over the defaults in ``rules/``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factlint.engine.house import rules_folder
from factlint.engine.housefile import read_house_style
from factlint.engine.patterns import PathPatterns
from factlint.engine.selection import resolve
from factlint.engine.settings import PathIgnore
from factlint.engine.yamlfile import YamlValue, read_yaml_file
from factlint.errors import ConfigError
from factlint.rulekit.house import HouseStyle
from factlint.rulekit.rule import Profile, Rule, Severity

FILE_NAME = "factlint.yml"
OFF = "off"
"""The severity that switches a rule off."""

KEYS = {
    "profile": "Which rules run by default: 'desk' reports what is precise, 'pedantic' everything.",
    "select": "Run only these rules: codes, beginnings of codes (FL4), names or categories.",
    "ignore": "Do not run these rules; has the last word over select.",
    "severity": "Severity by rule code, name or category: error, warning, note or off.",
    "per-path-ignores": "Rules to ignore in the articles that a .gitignore pattern matches.",
    "options": "Options of rules, by rule code or name.",
    "house": "Files with the newsroom's own list of spellings, in place of the one that ships.",
    "exclude": "Patterns, as in .gitignore, of files and folders that are passed over.",
}
"""The keys of a configuration file, with what they mean."""


@dataclass(frozen=True)
class Config:
    """What configuration files say.

    Attributes:
        profile: None where no file says it.
        select: words as in ``--select``; None where no file says it.
        ignore: words as in ``--ignore``.
        severity: by rule code; None switches the rule off.
        options: by rule code, only what differs from the rule's own values.
        path_ignores: rules that are switched off for some paths.
        exclude: what is passed over in folders.
        house: the newsroom's list of spellings; None where no file names one.
        files: the files that were read, the most general first.
    """

    profile: Profile | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    path_ignores: tuple[PathIgnore, ...] = ()
    exclude: tuple[PathPatterns, ...] = ()
    house: HouseStyle | None = None
    files: tuple[str, ...] = ()

    def over(self, base: Config) -> Config:
        """This configuration where it says something, else ``base``; lists of exceptions add up."""
        options = {code: dict(values) for code, values in base.options.items()}
        for code, values in self.options.items():
            options.setdefault(code, {}).update(values)
        return Config(
            profile=self.profile or base.profile,
            select=base.select if self.select is None else self.select,
            ignore=base.ignore + self.ignore,
            severity={**base.severity, **self.severity},
            options=options,
            path_ignores=base.path_ignores + self.path_ignores,
            exclude=base.exclude + self.exclude,
            house=base.house if self.house is None else self.house,
            files=base.files + self.files,
        )


def effective_config(rules: Sequence[Rule], path: Path | None = None) -> Config:
    """The defaults of ``rules/`` with the user's configuration over them.

    Args:
        rules: every rule there is.
        path: the user's file; None to look for ``factlint.yml`` in the working directory and above.

    Raises:
        ConfigError: a file is missing or not understood.
    """
    config = default_config(rules)
    found = path or find_config(Path.cwd())
    return config if found is None else read_config(found, rules).over(config)


def default_config(rules: Sequence[Rule]) -> Config:
    """The defaults of ``rules/``; their patterns hold wherever articles lie."""
    return read_config(rules_folder() / FILE_NAME, rules, folder=Path(Path.cwd().anchor))


def find_config(start: Path) -> Path | None:
    """The nearest ``factlint.yml`` in a folder or one above it."""
    folder = start.resolve()
    return next(
        (here / FILE_NAME for here in (folder, *folder.parents) if (here / FILE_NAME).is_file()), None
    )


def read_config(path: Path, rules: Sequence[Rule], folder: Path | None = None) -> Config:
    """Read one configuration file.

    Args:
        path: the file.
        rules: every rule there is.
        folder: what its patterns of paths are relative to; None for the folder it stands in.

    Raises:
        ConfigError: it cannot be read, or a key, type, rule, severity or option is not understood;
            the message names the line.
    """
    root = read_yaml_file(path)
    if root is None:
        return Config(files=(str(path),))
    return _Reader(rules, folder or path.resolve().parent).config(root, str(path))


@dataclass(frozen=True)
class _Reader:
    rules: Sequence[Rule]
    folder: Path

    def config(self, root: YamlValue, path: str) -> Config:
        fields = root.fields(KEYS)
        profile = fields.get("profile")
        select = fields.get("select")
        exclude = fields.get("exclude")
        ignore = fields.get("ignore")
        house = fields.get("house")
        return Config(
            profile=Profile(profile.one_of(Profile)) if profile else None,
            select=self._words(select) if select else None,
            ignore=self._words(ignore) if ignore else (),
            severity=self._severity(fields.get("severity")),
            options=self._options(fields.get("options")),
            path_ignores=self._path_ignores(fields.get("per-path-ignores")),
            exclude=(PathPatterns(self.folder, exclude.texts()),) if exclude else (),
            house=self._house(house) if house else None,
            files=(path,),
        )

    def _words(self, value: YamlValue) -> tuple[str, ...]:
        for item in value.items():
            self._codes(item, item.text())
        return value.texts()

    def _codes(self, value: YamlValue, word: str) -> frozenset[str]:
        try:
            return resolve(word, self.rules).codes
        except ConfigError as error:
            raise value.wrong(error.message, error.hint) from None

    def _severity(self, value: YamlValue | None) -> dict[str, Severity | None]:
        groups: dict[str, Severity | None] = {}
        exact: dict[str, Severity | None] = {}
        for word, item in value.fields().items() if value else ():
            level = item.one_of((*Severity, OFF))
            codes = self._codes(item, word)
            names_one = any(word.upper() == rule.code or word.lower() == rule.name for rule in self.rules)
            for code in codes:
                (exact if names_one else groups)[code] = None if level == OFF else Severity(level)
        return groups | exact

    def _options(self, value: YamlValue | None) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {}
        for word, item in value.fields().items() if value else ():
            codes = self._codes(item, word)
            rule = next(rule for rule in self.rules if rule.code in codes)
            if len(codes) > 1 or not rule.options:
                raise item.wrong(
                    f"{word} has no options", f"'factlint rule {rule.code}' shows a rule's options"
                )
            given = item.fields(rule.options)
            found[rule.code] = {name: _option(given[name], rule.options[name]) for name in given}
        return found

    def _house(self, value: YamlValue) -> HouseStyle:
        lists = (read_house_style(Path(value.path).parent / name) for name in value.texts())
        return HouseStyle(tuple(entry for one in lists for entry in one.spellings))

    def _path_ignores(self, value: YamlValue | None) -> tuple[PathIgnore, ...]:
        return tuple(
            PathIgnore(
                PathPatterns(self.folder, (pattern,)),
                frozenset().union(*(self._codes(word, word.text()) for word in item.items())),
            )
            for pattern, item in (value.fields().items() if value else ())
        )


def _option(value: YamlValue, default: object) -> object:
    """A value of the same type as the option's own."""
    if isinstance(default, (list, tuple)):
        return value.texts()
    scalar = value.scalar()
    if isinstance(default, str):
        return value.text()
    if type(scalar) is type(default) or (isinstance(default, float) and type(scalar) is int):
        return float(scalar) if isinstance(default, float) and isinstance(scalar, int) else scalar
    kind = {bool: "true or false", int: "a whole number", float: "a number"}.get(type(default), "text")
    raise value.wrong(f"{value.name!r} must be {kind}, not {value.text()!r}")
