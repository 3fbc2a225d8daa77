"""Reading a configuration file: ``factlint.yml``, with whatever it extends."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from factlint.document.formats.fields import JsonFields
from factlint.engine.accepted import AcceptedName
from factlint.engine.config import Config, DateDefault, Override, PathIgnore
from factlint.engine.housefile import read_house_style
from factlint.engine.patterns import PathPatterns
from factlint.engine.selection import resolve
from factlint.engine.yamlfile import YamlValue, read_yaml_file
from factlint.errors import ConfigError
from factlint.rulekit.house import HouseStyle
from factlint.rulekit.rule import Category, Profile, Rule, Severity

OFF = "off"
"""The severity that switches a rule off."""

RULE_KEYS = {
    "profile": "Which rules run by default: 'desk' reports what is precise, 'pedantic' everything.",
    "select": "Run only these rules: codes, beginnings of codes (FL4), names or categories.",
    "ignore": "Do not run these rules; has the last word over select.",
    "severity": "Severity by rule code, name or category: error, warning, note or off.",
    "options": "Options of rules, by rule code or name.",
    "accept": "Names that are right as they are spelt, each alone or with name, reason, until and rules.",
    "house": "Files with the newsroom's own list of spellings, in place of the one that ships.",
    "publication-date": "Of articles that say none: none, today, or modified (the file's own time).",
    "time-zone": "The zone whose days count, as Europe/Zurich, for 'today' and for times of publication.",
    "json": "Which values of articles in JSON are their text, title, date and so on, as dotted paths.",
}
"""What may hold for all articles or, under ``overrides``, for some."""

KEYS = {
    "extends": "Configuration files that this one builds on; what stands here wins.",
    **RULE_KEYS,
    "rules": "Files and folders with rules of the newsroom's own, and rules that ship, as factlint:calendar.",
    "facts": "Files with people, offices and capitals that the newsroom knows better than the snapshot.",
    "per-path-ignores": "Rules to ignore in the articles that a .gitignore pattern matches.",
    "overrides": "What else holds for the articles that patterns match; later entries win.",
    "include": "Patterns, as in .gitignore, of further files in folders that are articles.",
    "exclude": "Patterns, as in .gitignore, of files and folders that are passed over.",
    "archive": "File of published articles that articles are compared with, as 'factlint archive' makes it.",
    "gitignore": "Whether folders are searched without what Git ignores; true unless said otherwise.",
}
"""The keys of a configuration file, with what they mean."""

ACCEPT_KEYS = {
    "name": "The whole name as it stands in copy; capitals count.",
    "reason": "Why it is right.",
    "until": "The last day on which it is accepted, as 2027-01-31.",
    "rules": "The rules that are not to report it; those on names where nothing is said.",
}
"""The keys of an entry under ``accept``, with what they mean."""

JSON_KEYS = {
    "text": "The copy, plain or HTML; where it is a list, each of its texts.",
    "title": "The headline.",
    "date": "The publication date.",
    "byline": "Who wrote it.",
    "outlet": "Who published it.",
    "location": "Where it was filed from.",
}
"""The keys under ``json``, with what they mean."""

MAX_EXTENDS = 20
"""So many files may build on each other; more is a mistake."""


def read_config(path: Path, rules: Sequence[Rule], folder: Path | None = None) -> Config:
    """Read a configuration file with those that it extends.

    Args:
        path: the file.
        rules: every rule there is.
        folder: what patterns of paths are relative to, also those of extended files; None for the
            folder that the file stands in.

    Raises:
        ConfigError: a file cannot be read, or a key, type, rule, severity or option is not
            understood; the message names file, line and column.
    """
    return _Reader(tuple(rules), folder or path.resolve().parent).file(path, ())


@dataclass(frozen=True)
class _Reader:
    rules: tuple[Rule, ...]
    folder: Path

    def file(self, path: Path, above: tuple[str, ...]) -> Config:
        root = read_yaml_file(path)
        if root is None:
            return Config(files=(str(path),), reads=frozenset({str(path)}))
        fields = root.fields(KEYS)
        extends = fields.get("extends")
        base = Config()
        for item in extends.items() if extends else ():
            other = path.parent / item.text()
            chain = (*above, os.path.realpath(path))
            if os.path.realpath(other) in chain or len(chain) > MAX_EXTENDS:
                raise item.wrong(f"{item.text()!r} extends this file in turn", "remove one of the two")
            if not other.is_file():
                raise item.wrong(f"there is no file {str(other)!r}", "name it relative to this file")
            base = self.file(other, chain).over(base)
        if "rules" not in fields and "facts" not in fields:
            return self.knowing(base.own_rules).config(fields, str(path)).over(base)
        # Imported late: most newsrooms have no rules of their own.
        from factlint.engine.ownrules import read_own

        own = read_own(fields.get("rules"), fields.get("facts"), (*self.rules, *base.rules))
        mine = Config(rules=own.rules, facts=own.facts, reads=own.reads)
        all_own = mine.over(base)
        return self.knowing(all_own.own_rules).config(fields, str(path)).over(all_own)

    def knowing(self, rules: Sequence[Rule]) -> _Reader:
        """A reader that knows further rules."""
        return replace(self, rules=(*self.rules, *rules)) if rules else self

    def config(self, fields: Mapping[str, YamlValue], path: str) -> Config:
        """What the fields of a file, or of an entry under ``overrides``, say."""
        origins: dict[str, tuple[str, ...]] = {key: (value.place,) for key, value in fields.items()}
        profile, select, ignore = fields.get("profile"), fields.get("select"), fields.get("ignore")
        house, gitignore = fields.get("house"), fields.get("gitignore")
        date, zone = fields.get("publication-date"), fields.get("time-zone")
        archive = fields.get("archive")
        overrides = self._overrides(fields.get("overrides"), path)
        return Config(
            profile=Profile(profile.one_of(Profile)) if profile else None,
            select=self._words(select) if select else None,
            ignore=self._words(ignore) if ignore else (),
            severity=self._severity(fields.get("severity"), origins),
            options=self._options(fields.get("options"), origins),
            path_ignores=self._path_ignores(fields.get("per-path-ignores")),
            overrides=overrides,
            accept=self._accept(fields.get("accept")),
            include=self._patterns(fields.get("include")),
            exclude=self._patterns(fields.get("exclude")),
            gitignore=gitignore.truth() if gitignore else None,
            house=self._house(house) if house else None,
            publication_date=DateDefault(date.one_of(DateDefault)) if date else None,
            time_zone=_zone(zone) if zone else None,
            json=_json_fields(fields.get("json"), origins),
            archive=Path(path).parent / archive.text() if archive else None,
            files=(path,),
            reads=frozenset({path, *_house_files(house)}).union(*(item.config.reads for item in overrides)),
            origins=origins,
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

    def _severity(
        self, value: YamlValue | None, origins: dict[str, tuple[str, ...]]
    ) -> dict[str, Severity | None]:
        groups: dict[str, Severity | None] = {}
        exact: dict[str, Severity | None] = {}
        for word, item in value.fields().items() if value else ():
            level = item.one_of((*Severity, OFF))
            codes = self._codes(item, word)
            names_one = any(word.upper() == rule.code or word.lower() == rule.name for rule in self.rules)
            for code in codes:
                if names_one or code not in exact:
                    origins[f"severity.{code}"] = (item.place,)
                (exact if names_one else groups)[code] = None if level == OFF else Severity(level)
        return groups | exact

    def _options(
        self, value: YamlValue | None, origins: dict[str, tuple[str, ...]]
    ) -> dict[str, dict[str, object]]:
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
            origins |= {f"options.{rule.code}.{name}": (given[name].place,) for name in given}
        return found

    def _house(self, value: YamlValue) -> HouseStyle:
        lists = (read_house_style(Path(name)) for name in _house_files(value))
        return HouseStyle(tuple(entry for one in lists for entry in one.spellings))

    def _path_ignores(self, value: YamlValue | None) -> tuple[PathIgnore, ...]:
        return tuple(
            PathIgnore(
                PathPatterns(self.folder, (pattern,)),
                frozenset().union(*(self._codes(word, word.text()) for word in item.items())),
            )
            for pattern, item in (value.fields().items() if value else ())
        )

    def _overrides(self, value: YamlValue | None, path: str) -> tuple[Override, ...]:
        found = []
        for item in value.items() if value else ():
            fields = item.fields(("paths", *RULE_KEYS))
            if "paths" not in fields:
                raise item.wrong("the override lacks 'paths'", "say which articles it speaks of")
            patterns = PathPatterns(self.folder, fields.pop("paths").texts())
            found.append(Override(patterns, self.config(fields, path)))
        return tuple(found)

    def _patterns(self, value: YamlValue | None) -> tuple[PathPatterns, ...]:
        return (PathPatterns(self.folder, value.texts()),) if value else ()

    def _accept(self, value: YamlValue | None) -> tuple[AcceptedName, ...]:
        return tuple(self._accepted(item) for item in (value.items() if value else ()))

    def _accepted(self, item: YamlValue) -> AcceptedName:
        fields = {"name": item} if item.is_text else item.fields(ACCEPT_KEYS)
        if "name" not in fields:
            raise item.wrong("the entry lacks 'name'", "write the whole name as it stands in copy")
        name = " ".join(fields["name"].text().split())
        if not any(character.isalnum() for character in name):
            raise fields["name"].wrong(f"{name!r} is no name", "write the whole name as it stands in copy")
        rules = fields.get("rules")
        codes = (
            frozenset().union(*(self._codes(word, word.text()) for word in rules.items()))
            if rules
            else frozenset(rule.code for rule in self.rules if _on_names(rule))
        )
        until = fields.get("until")
        return AcceptedName(
            name=name,
            reason=fields["reason"].text() if "reason" in fields else "",
            until=until.date() if until else None,
            codes=codes,
            source=item.place,
        )


def _house_files(value: YamlValue | None) -> list[str]:
    """House lists are named relative to the file that names them."""
    return [str(Path(value.path).parent / name) for name in value.texts()] if value else []


def _on_names(rule: Rule) -> bool:
    return rule.category is Category.NAME or rule.name == "cross-article-name"


@cache
def _zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


def _zone(value: YamlValue) -> str:
    if value.text() not in _zones():
        raise value.wrong(
            f"there is no time zone {value.text()!r}",
            value.nearest(_zones(), "write an IANA name, for example Europe/Zurich"),
        )
    return value.text()


def _json_fields(value: YamlValue | None, origins: dict[str, tuple[str, ...]]) -> JsonFields:
    given = value.fields(JSON_KEYS) if value else {}
    origins |= {f"json.{part}": (item.place,) for part, item in given.items()}
    for item in given.values():
        for path in item.items():
            if not all(path.text().split(".")):
                raise path.wrong(f"{path.text()!r} is no path of a value", "write it as article.body")
    return JsonFields({part: item.texts() for part, item in given.items()})


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
