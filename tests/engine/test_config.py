from __future__ import annotations

from pathlib import Path

import pytest
from toy import RULES, toy_rule

from factlint.engine.assemble import run_settings
from factlint.engine.config import Config, default_config, effective_config, find_config, read_config
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
        ("profil: desk\n", "1: there is no setting 'profil'; did you mean 'profile'?"),
        (
            "ignore: TT101\nignore: TT102\n",
            "2: 'ignore' stands here for the second time; remove one of the two",
        ),
        ("profile: strict\n", "1: 'profile' cannot be 'strict'; write one of desk, pedantic"),
        (
            "ignore:\n  - TT101\n  - toy-nmae\n",
            "3: there is no rule or category 'toy-nmae'; did you mean 'toy-name'?",
        ),
        (
            "severity:\n  TT101: fatal\n",
            "2: 'severity.TT101' cannot be 'fatal'; write one of error, warning, note, off",
        ),
        ("severity: [TT101]\n", "1: 'severity' must be a mapping of 'key: value' lines"),
        ("- TT101\n", "1: the file must be a mapping of 'key: value' lines"),
        ("options: {TT101x: {a: 1}}\n", "1: there is no rule or category 'TT101x'; did you mean 'TT101'?"),
        (
            "options:\n  TT201: {a: 1}\n",
            "2: TT201 has no options; 'factlint rule TT201' shows a rule's options",
        ),
        ("options:\n  TT501: {limt: 1}\n", "2: there is no setting 'limt'; did you mean 'limit'?"),
        (
            "options:\n  TT501:\n    limit: many\n",
            "3: 'options.TT501.limit' must be a whole number, not 'many'",
        ),
        ("options: {TT501: {limit: '5'}}\n", "1: 'options.TT501.limit' must be a whole number, not '5'"),
        ("options: {TT501: {strict: yes}}\n", "1: 'options.TT501.strict' must be true or false, not 'yes'"),
        ("profile: [desk\n", "2: not YAML: expected ',' or ']', but got '<stream end>'; mend the line"),
        ("ignore: &a [TT101]\nselect: *a\n", "2: aliases (*name) are not understood; write the value out"),
        ("select: [[TT101]]\n", "1: 'select' must be a single word or text"),
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


def test_file_is_found_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (tmp_path / "factlint.yml").write_text("ignore: [TT101]\n")
    assert find_config(folder) == tmp_path / "factlint.yml"
    monkeypatch.chdir(folder)
    config = effective_config(KNOWN)
    assert config.ignore == ("TT101",)
    assert config.exclude == default_config(KNOWN).exclude


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
    chosen = run_settings(KNOWN, config, select=["TT1", "TT501"])
    assert [(item.rule.code, item.severity) for item in chosen.rules] == [
        ("TT101", Severity.NOTE),
        ("TT501", Severity.ERROR),
    ]
    assert chosen.rules[1].options == {**TUNABLE.options, "limit": 9}
    assert [item.rule.code for item in run_settings(KNOWN, config).rules] == ["TT201"]
