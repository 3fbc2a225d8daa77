"""Rule files and house facts: read strictly, and put into configurations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from factlint.engine.assemble import Choices, run_settings
from factlint.engine.cache import ResultCache
from factlint.engine.cached import Keys
from factlint.engine.configfile import read_config
from factlint.engine.configfind import Configurations
from factlint.engine.factsfile import read_house_facts
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.results import Report
from factlint.engine.rulefile import read_rule_file
from factlint.engine.run import run
from factlint.errors import ConfigError

SPELLING = """\
rules:
  - code: TT101
    name: mail
    kind: preferred-spelling
    avoid: e-mail
    use: email
    examples:
      wrong: ["Send an [[e-mail]]."]
      right: ["Send an email."]
"""
OTHER = SPELLING.replace("TT101", "TT102").replace("name: mail", "name: post")
FACTS = """\
people: [Anthony Blinken]
offices:
  - office: French President
    holders: [{name: Marie Dupont, from: 2019}]
capitals:
  - {place: Australia, capital: Sydney}
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "factlint.yml"


def codes(rules: Sequence[object]) -> list[str]:
    return [str(getattr(rule, "code", "")) for rule in rules]


def check(folder: Path, text: str, select: tuple[str, ...] = (), cache: ResultCache | None = None) -> Report:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    rules = all_rules()
    choices = Choices(select=select, date=dt.date(2021, 6, 16))
    settings = run_settings(rules, Configurations(rules), choices, [str(path)])
    return run([ArticleFile(str(path))], settings, cache=cache)


def said(report: Report) -> list[tuple[str, str]]:
    assert not report.problems
    return [(found.rule, found.words) for found in report.diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "kind: preferred-spelling",
            "kind: spelling",
            "4:11: there is no kind of rule 'spelling'; did you mean 'preferred-spelling'?",
        ),
        ("    kind: preferred-spelling\n", "", "2:5: the entry lacks 'kind'"),
        ("    use: email\n", "", "2:5: the entry lacks 'use'"),
        ("avoid:", "avoidd:", "5:5: there is no setting 'avoidd'; did you mean 'avoid'?"),
        ("code: TT101", "code: T-1", "2:11: 'T-1' is no code"),
        ("code: TT101", "code: FL900", "factlint's own"),
        ("code: TT101", "code: HF900", "factlint's own"),
        ("name: mail", "name: house-spelling", "3:11: the name house-spelling is taken, by FL107"),
        ("name: mail", "name: date", "3:11: 'date' will not do as a name"),
        ("name: mail", "name: The Mail", "will not do"),
        ("[[e-mail]]", "e-mail", "a wrong example has no [[marks]]"),
        ("Send an email.", "Send an [[email]].", "a right example has [[marks]]"),
        ('wrong: ["Send an [[e-mail]]."]', "", "the entry lacks 'wrong'"),
        ('wrong: ["Send an [[e-mail]]."]', "wrong: []", "is empty"),
        ('["Send an email."]', "[{text: yes, date: 2021-06}]", "must be a day"),
        ("avoid: e-mail", "avoid: email", "both avoided and used"),
        ("use: email", 'use: "!"', "must begin with a letter or digit"),
        ("use: email", "use: email\n    from: June", "must be a date"),
        ("use: email", "use: email\n    from: 2021\n    until: 2020", "'until' lies before 'from'"),
        ("rules:", "rule:", "there is no setting 'rule'"),
    ],
)
def test_mistakes_are_named_with_their_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in SPELLING
    write(tmp_path, own=SPELLING.replace(old, new, 1))
    with pytest.raises(ConfigError) as raised:
        read_rule_file(tmp_path / "own.yml", all_rules())
    assert f"{tmp_path / 'own.yml'}:" in str(raised.value)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("kind: number-bounds\nof: seats\n", "has no bounds"),
        ("kind: number-bounds\nat-most: 4\n", "would judge every number"),
        ("kind: number-bounds\nof: seats\nat-most: 4\nat-least: 5\n", "less than 'at-least'"),
        ("kind: number-bounds\nof: seats\nat-most: many\n", "must be a number"),
        ("kind: number-bounds\nof: seats\nat-most: 4\nwithin: 0\n", "a whole number from 1"),
        ("kind: number-bounds\nunit: precent\nat-most: 4\n", "did you mean 'percent'?"),
        ("kind: fixed-date-event\nevent: Fair\ndate: some day\n", "not a day of the year"),
        ("kind: fixed-date-event\nevent: Fair\ndate: 02-30\n", "write a date such as"),
        ("kind: office-holder\noffice: Mayor\nholders: [{also: Roe}]\n", "the entry lacks 'name'"),
    ],
)
def test_what_makes_no_sense(tmp_path: Path, fields: str, message: str) -> None:
    entry = 'code: TT1\nname: t\nexamples: {wrong: ["[[a]]"], right: [b]}\n' + fields
    lines = "".join(f"    {line}\n" for line in entry.splitlines())
    write(tmp_path, own=f"rules:\n  -\n{lines}")
    with pytest.raises(ConfigError, match=r"own\.yml:\d+:\d+: ") as raised:
        read_rule_file(tmp_path / "own.yml", all_rules())
    assert message in str(raised.value)


def test_a_code_is_taken_once(tmp_path: Path) -> None:
    config = write(tmp_path, factlint="rules: [own]\n", own__a=SPELLING, own__b=SPELLING)
    with pytest.raises(ConfigError, match=r"b\.yml:2:11: the code TT101 is taken, by mail"):
        read_config(config, all_rules())


def test_files_folders_and_what_ships(tmp_path: Path) -> None:
    config = write(
        tmp_path,
        factlint="rules: [own, post.yml, 'factlint:wording']\n",
        own__a=SPELLING,
        post=OTHER,
    )
    read = read_config(config, all_rules())
    assert codes(read.rules) == ["TT101", "TT102", "WRD101", "WRD102"]
    assert {str(tmp_path / "own"), str(tmp_path / "own/a.yml"), str(tmp_path / "post.yml")} <= read.reads
    write(tmp_path, factlint="rules: [none.yml]\n")
    with pytest.raises(ConfigError, match=r"factlint\.yml:1:9: there is no file or folder"):
        read_config(config, all_rules())
    write(tmp_path, factlint="rules: ['factlint:nothing']\n")
    with pytest.raises(ConfigError, match=r"factlint:bounds, factlint:calendar"):
        read_config(config, all_rules())


def test_words_name_the_newsrooms_own_rules(tmp_path: Path) -> None:
    base = "rules: base.yml\nfacts: facts.yml\nseverity: {mail: note}\n"
    config = write(
        tmp_path,
        shared__shared=base,
        shared__base=SPELLING,
        shared__facts=FACTS,
        factlint="extends: shared/shared.yml\nrules: post.yml\nseverity: {TT102: error, TT101: 'off'}\n",
        post=OTHER,
    )
    read = read_config(config, all_rules())
    assert codes(read.own_rules) == ["TT101", "TT102", "HF101", "HF201", "HF301"]
    assert read.severity["TT102"] == "error"
    assert read.severity["TT101"] is None
    assert said(check(tmp_path, "An e-mail.\n", ("style",))) == [("TT102", "e-mail")]


def test_each_folder_has_its_own(tmp_path: Path) -> None:
    write(tmp_path, one__factlint="rules: own.yml\n", one__own=SPELLING)
    write(tmp_path, two__factlint="facts: facts.yml\n", two__facts=FACTS)
    write(tmp_path, three__factlint="facts: facts.yml\n", three__facts=FACTS.replace("Sydney", "Perth"))
    text = "An e-mail came from Sydney, the capital of Australia.\n"
    paths = []
    for name in ("one", "two", "three"):
        path = tmp_path / name / "a.md"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    rules = all_rules()
    choices = Choices(select=("TT101", "HF301", "FL301"), date=dt.date(2021, 6, 16))
    settings = run_settings(rules, Configurations(rules), choices, paths)
    report = run([ArticleFile(path) for path in paths], settings)
    found = [[item.rule for item in article.diagnostics] for article in report.articles]
    assert found == [["TT101", "FL301"], [], ["HF301"]]


def test_one_code_for_two_rules_is_refused(tmp_path: Path) -> None:
    write(tmp_path, one__factlint="rules: own.yml\n", one__own=SPELLING)
    write(tmp_path, two__factlint="rules: own.yml\n", two__own=OTHER.replace("TT102", "TT101"))
    rules = all_rules()
    with pytest.raises(ConfigError, match="two rules are called TT101"):
        run_settings(
            rules, Configurations(rules), Choices(), [str(tmp_path / "one/a.md"), str(tmp_path / "two/a.md")]
        )


def test_processes_know_the_newsrooms_own(tmp_path: Path) -> None:
    write(tmp_path, factlint="rules: own.yml\nfacts: facts.yml\n", own=SPELLING, facts=FACTS)
    paths = []
    for number in range(3):
        path = tmp_path / f"{number}.md"
        path.write_text("An e-mail came from Perth, the capital of Australia.\n", encoding="utf-8")
        paths.append(str(path))
    rules = all_rules()
    settings = run_settings(rules, Configurations(rules), Choices(select=("style", "place")), paths)
    files = [ArticleFile(path) for path in paths]
    one, two = (run(files, settings, jobs=jobs) for jobs in (1, 2))
    assert [said(one)] * 2 == [said(one), said(two)]
    assert said(one)[:2] == [("TT101", "e-mail"), ("HF301", "Perth")]


def test_facts_are_asked_before_the_snapshot(tmp_path: Path) -> None:
    text = (
        "Sydney, the capital of Australia, met Secretary of State Anthony Blinken and French President Marie"
        " Dupont.\n\nFrench President Emmanuel Macron flew from Canberra, the capital of Australia.\n"
    )
    rules = ("name", "office", "place")
    write(tmp_path, factlint="profile: desk\n")
    assert [rule for rule, _ in said(check(tmp_path, text, rules))] == ["FL301", "FL101"]
    write(tmp_path, factlint="facts: facts.yml\n", facts=FACTS)
    assert said(check(tmp_path, text, rules)) == [("HF201", "Emmanuel Macron"), ("HF301", "Canberra")]


def test_facts_say_how_names_are_spelt(tmp_path: Path) -> None:
    write(tmp_path, factlint="facts: facts.yml\n", facts="people:\n  - Greta Altmannsberger\n")
    report = check(tmp_path, "Greta Altmansberger spoke. Hans Altmannsberger left.\n")
    [found] = report.diagnostics
    assert found.message == "Greta Altmansberger is Greta Altmannsberger misspelt"
    assert found.evidence[0].source == "facts.yml:2"


def test_a_misspelt_holder_is_reported_once(tmp_path: Path) -> None:
    write(tmp_path, factlint="facts: facts.yml\n", facts=FACTS)
    text = "French President Marie Duppont spoke. French President Duponte left.\n"
    assert said(check(tmp_path, text)) == [("HF101", "Marie Duppont"), ("HF201", "Duponte")]


def test_mistakes_in_facts(tmp_path: Path) -> None:
    path = tmp_path / "facts.yml"
    path.write_text("people: [{nam: Roe}]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"facts\.yml:1:11: there is no setting 'nam'; did you mean 'name'"):
        read_house_facts(path)
    path.write_text("capitals: [{place: Uri}]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="the entry lacks 'capital'"):
        read_house_facts(path)
    path.write_text("", encoding="utf-8")
    assert read_house_facts(path).rules() == ()
    write(tmp_path, factlint="facts: no.yml\n")
    with pytest.raises(ConfigError, match=r"factlint\.yml:1:8: there is no file"):
        read_config(tmp_path / "factlint.yml", all_rules())


def test_results_are_kept_until_rules_or_facts_change(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("An e-mail.\n", encoding="utf-8")

    def key() -> bytes:
        rules = all_rules()
        settings = run_settings(rules, Configurations(rules), Choices(), [str(path)])
        return Keys(settings, "snapshot", comparing=False).of_article(ArticleFile(str(path)), b"", None)

    write(tmp_path, factlint="rules: own.yml\nfacts: facts.yml\n", own=SPELLING, facts=FACTS)
    keys = [key(), key()]
    assert keys[0] == keys[1]
    write(tmp_path, own=SPELLING.replace("avoid: e-mail", "avoid: [e-mail, e-post]"))
    keys.append(key())
    write(tmp_path, facts=FACTS.replace("Sydney", "Perth"))
    keys.append(key())
    write(tmp_path, facts=FACTS.replace("people: [Anthony Blinken]\n", ""))
    keys.append(key())
    assert len(set(keys)) == 4


def test_kept_results_are_those_of_facts(tmp_path: Path) -> None:
    write(tmp_path, factlint="facts: facts.yml\n", facts=FACTS)
    text = "Sydney, the capital of Australia, and Perth, the capital of Australia.\n"
    cache = ResultCache(tmp_path / "cache")
    first, second = (check(tmp_path, text, ("place",), cache) for _ in range(2))
    assert said(first) == said(second) == [("HF301", "Perth")]
