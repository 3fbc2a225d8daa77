from __future__ import annotations

from pathlib import Path

import pytest
from toy import RULES, toy_rule

from factlint.engine.assemble import Choices, run_settings, uniform_settings
from factlint.engine.config import Config, DateDefault
from factlint.engine.configfile import read_config
from factlint.engine.configfind import Configurations, default_config
from factlint.errors import ConfigError
from factlint.rulekit.rule import Profile, Severity

TUNABLE = toy_rule(
    "TT501",
    "toy-tunable",
    check_article=lambda _: (),
    options={"limit": 3, "share": 0.5, "strict": False, "word": "a", "words": ("a", "b")},
)
KNOWN = (*RULES, TUNABLE)


def read(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "factlint.yml"
    path.write_text(text, encoding="utf-8")
    return read_config(path, KNOWN)


def problem(tmp_path: Path, text: str) -> str:
    with pytest.raises(ConfigError) as error:
        read(tmp_path, text)
    return str(error.value).removeprefix(f"{tmp_path / 'factlint.yml'}:")


def test_every_key(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """\
# a newsroom
profile: pedantic
select: [TT1, toy-corpus]
ignore: TT102
severity: {TT101: warning, cross-article: note, TT902: off}
options:
  toy-tunable: {limit: 5, share: 1, strict: true, word: no, words: [c]}
per-path-ignores:
  wire/**: [TT101, name]
exclude: [drafts/, "*.old.md"]
""",
    )
    assert config.profile is Profile.PEDANTIC
    assert config.select == ("TT1", "toy-corpus")
    assert config.ignore == ("TT102",)
    assert config.severity == {"TT101": Severity.WARNING, "TT901": Severity.NOTE, "TT902": None}
    assert config.options == {
        "TT501": {"limit": 5, "share": 1.0, "strict": True, "word": "no", "words": ("c",)}
    }
    [ignore] = config.path_ignores
    assert ignore.codes == {"TT101", "TT102"}
    assert ignore.paths.match(str(tmp_path / "wire" / "a" / "b.md"))
    assert not ignore.paths.match(str(tmp_path / "own" / "b.md"))
    assert config.exclude[0].match(str(tmp_path / "sub" / "drafts"), is_folder=True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil: desk\n", "1:1: there is no setting 'profil'; did you mean 'profile'?"),
        (
            "ignore: TT101\nignore: TT102\n",
            "2:1: 'ignore' stands here for the second time; remove one of the two",
        ),
        ("profile: strict\n", "1:10: 'profile' cannot be 'strict'; write one of desk, pedantic"),
        (
            "ignore:\n  - TT101\n  - toy-nmae\n",
            "3:5: there is no rule or category 'toy-nmae'; did you mean 'toy-name'?",
        ),
        (
            "severity:\n  TT101: fatal\n",
            "2:10: 'severity.TT101' cannot be 'fatal'; write one of error, warning, note, off",
        ),
        ("severity: [TT101]\n", "1:11: 'severity' must be a mapping of 'key: value' lines"),
        ("- TT101\n", "1:1: the file must be a mapping of 'key: value' lines"),
        ("options: {TT101x: {a: 1}}\n", "1:19: there is no rule or category 'TT101x'; did you mean 'TT101'?"),
        (
            "options:\n  TT201: {a: 1}\n",
            "2:10: TT201 has no options; 'factlint rule TT201' shows a rule's options",
        ),
        ("options:\n  TT501: {limt: 1}\n", "2:11: there is no setting 'limt'; did you mean 'limit'?"),
        (
            "options:\n  TT501:\n    limit: many\n",
            "3:12: 'options.TT501.limit' must be a whole number, not 'many'",
        ),
        ("options: {TT501: {limit: '5'}}\n", "1:26: 'options.TT501.limit' must be a whole number, not '5'"),
        (
            "options: {TT501: {strict: yes}}\n",
            "1:27: 'options.TT501.strict' must be true or false, not 'yes'",
        ),
        ("profile: [desk\n", "2:1: not YAML: expected ',' or ']', but got '<stream end>'; mend the line"),
        ("ignore: &a [TT101]\nselect: *a\n", "2:9: aliases (*name) are not understood; write the value out"),
        ("select: [[TT101]]\n", "1:10: 'select' must be a single word or text"),
    ],
)
def test_mistake_names_its_line(tmp_path: Path, text: str, message: str) -> None:
    assert problem(tmp_path, text) == message


def test_off_on_and_no_are_words(tmp_path: Path) -> None:
    assert read(tmp_path, "severity: {TT101: off}\n").severity == {"TT101": None}
    assert "'NO'" in problem(tmp_path, "ignore: [NO]\n")


def test_exact_names_win_over_groups_whatever_their_order(tmp_path: Path) -> None:
    config = read(tmp_path, "severity: {TT101: error, TT: note}\n")
    assert config.severity["TT101"] is Severity.ERROR
    assert config.severity["TT102"] is Severity.NOTE


def test_empty_file_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing yet\n").over(Config()).select is None


@pytest.mark.parametrize("data", [b"\xff\xfe", None, b"a: " + b"[" * 5000])
def test_unreadable_file_is_an_error(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "factlint.yml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ConfigError, match=r"factlint\.yml"):
        read_config(path, KNOWN)


def test_the_nearest_file_upwards_holds_for_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "factlint.yml").write_text("ignore: [TT101]\n")
    (tmp_path / "a" / "factlint.yml").write_text("profile: pedantic\n")
    monkeypatch.chdir(tmp_path / "a")
    found = Configurations(KNOWN)
    assert found.of_article("b/c.md").profile is Profile.PEDANTIC
    assert found.of_article("b/c.md").ignore == ()
    assert found.of_article("../c.md").ignore == ("TT101",)
    assert found.of_folder("..").ignore == ("TT101",)
    assert found.of_article("b/c.md").exclude == default_config(KNOWN).exclude
    assert found.of_article("b/c.md").origins["profile"] == ("factlint.yml:1",)


def test_one_file_holds_for_all(tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("ignore: [TT101]\n")
    other = tmp_path / "other.yml"
    other.write_text("ignore: [TT102]\n")
    found = Configurations.from_file(KNOWN, other)
    assert found.of_article(str(tmp_path / "a.md")).ignore == ("TT102",)


def test_extended_files_come_first(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "base.yml").write_text(
        "extends: deeper.yml\nprofile: pedantic\nignore: [TT101]\nexclude: [drafts/]\nseverity: {TT: note}\n"
    )
    (tmp_path / "shared" / "deeper.yml").write_text("profile: desk\nseverity: {TT102: off}\n")
    config = read(tmp_path, "extends: shared/base.yml\nignore: [TT102]\nseverity: {TT101: error}\n")
    assert config.profile is Profile.PEDANTIC
    assert config.ignore == ("TT101", "TT102")
    assert config.severity["TT101"] is Severity.ERROR
    assert config.severity["TT102"] is Severity.NOTE
    assert config.exclude[0].match(str(tmp_path / "sub" / "drafts"), is_folder=True)
    names = [Path(file).name for file in config.files]
    assert names == ["deeper.yml", "base.yml", "factlint.yml"]
    assert [Path(place).name for place in config.origins["ignore"]] == ["base.yml:3", "factlint.yml:2"]
    assert [Path(place).name for place in config.origins["profile"]] == ["base.yml:2"]


def test_files_that_extend_each_other(tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text("extends: [factlint.yml]\n")
    with pytest.raises(ConfigError, match=r"other\.yml:1:11: 'factlint\.yml' extends this file in turn"):
        read(tmp_path, "extends: other.yml\n")
    assert problem(tmp_path, "extends: gone.yml\n").startswith("1:10: there is no file ")


def test_overrides_hold_for_what_they_match(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """\
severity: {TT101: error}
overrides:
  - paths: [wire/]
    ignore: [TT102]
    severity: {TT101: note}
  - paths: "*.draft.md"
    profile: pedantic
    publication-date: today
    severity: {TT101: off}
per-path-ignores: {"wire/": [toy-corpus]}
""",
    )

    def held(name: str) -> Config:
        path = str(tmp_path / name)
        return config.narrowed(config.matching(path))

    assert held("a.md").severity == {"TT101": Severity.ERROR}
    assert held("wire/a.md").severity == {"TT101": Severity.NOTE}
    assert held("wire/a.md").ignore == ("TT102", "TT901")
    assert held("wire/a.draft.md").severity == {"TT101": None}
    assert held("wire/a.draft.md").publication_date is DateDefault.TODAY
    assert held("a.draft.md").ignore == ()
    paths = [str(tmp_path / name) for name in ("wire/a.md", "wire/b.md", "c.md")]
    settings = run_settings(KNOWN, Configurations(KNOWN, config), Choices(), paths)
    assert settings.of(paths[0]) is settings.of(paths[1])
    running = {item.rule.code for item in settings.of(paths[0]).rules}
    assert running == {"TT101", "TT201", "TT501", "TT902"}
    assert "TT102" in [item.rule.code for item in settings.of(paths[2]).rules]


def test_accepted_names(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """\
accept:
  - Anthony  Blinken
  - {name: "Joe Bidden", reason: "the town's baker", until: 2030-12-31, rules: [TT101]}
""",
    )
    plain, full = config.accept
    assert (plain.name, plain.reason, plain.until) == ("Anthony Blinken", "", None)
    assert plain.codes == {"TT102"}
    assert (full.reason, str(full.until), full.codes) == ("the town's baker", "2030-12-31", {"TT101"})
    assert full.source.endswith("factlint.yml:3")


def test_later_files_win_and_exceptions_add_up() -> None:
    base = Config(Profile.DESK, ("TT1",), ("a",), {"TT101": None}, {"TT501": {"limit": 1, "word": "x"}})
    top = Config(None, None, ("b",), {"TT101": Severity.NOTE}, {"TT501": {"limit": 2}})
    both = top.over(base)
    assert (both.profile, both.select, both.ignore) == (Profile.DESK, ("TT1",), ("a", "b"))
    assert both.severity == {"TT101": Severity.NOTE}
    assert both.options == {"TT501": {"limit": 2, "word": "x"}}


def test_settings_of_a_run(tmp_path: Path) -> None:
    config = read(
        tmp_path, "severity: {TT101: note, TT102: off}\noptions: {TT501: {limit: 9}}\nselect: TT201\n"
    )
    chosen = uniform_settings(KNOWN, config, Choices(select=("TT1", "TT501"))).default
    assert [(item.rule.code, item.severity) for item in chosen.rules] == [
        ("TT101", Severity.NOTE),
        ("TT501", Severity.ERROR),
    ]
    assert chosen.rules[1].options == {**TUNABLE.options, "limit": 9}
    assert [rule.code for rule in uniform_settings(KNOWN, config).rules] == ["TT201"]
