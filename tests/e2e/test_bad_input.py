"""Whatever goes wrong is a message that names the file and says what to do; never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import Result, factlint, install_plugin

WRONG = b"The committee will meet on June 31, 2021, in Geneva.\n"

HOSTILE = {
    "latin1.md": (b"Z\xfcrich\n", "not UTF-8"),
    "utf16.txt": ("Zürich\n".encode("utf-16"), "UTF-16"),
    "binary.txt": (b"GIF89a\0\1\2", "binary"),
    "yaml.md": (b"---\ntitle: [unclosed\n---\nText.\n", "front matter"),
    "twice.md": (b"---\ntitle: a\ntitle: b\n---\nText.\n", "twice"),
    "date.md": (b"---\ndate: someday\n---\nText.\n", "date"),
    "ignore.md": (b"---\nfactlint: {ignore: [FL999]}\n---\nText.\n", "FL999"),
    "huge.txt": (b"June. " * 4_000_000, "too large"),
}


def assert_message(done: Result, *words: str) -> None:
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize("name", HOSTILE)
def test_unreadable_article(name: str, tmp_path: Path) -> None:
    data, reason = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "wrong.txt").write_bytes(WRONG)
    done = factlint("check", name, "wrong.txt", cwd=tmp_path)
    assert_message(done, f"factlint: {name}:", reason)
    assert "wrong.txt:1:28: error FL401" in done.stdout


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "wrong.txt").write_bytes(WRONG)
    done = factlint("check", "missing.md", "empty", "wrong.txt", cwd=tmp_path)
    assert_message(
        done,
        "factlint: missing.md: No such file or directory; check the path\n",
        "factlint: empty: no articles",
    )
    assert "FL401" in done.stdout


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"---\n---\n", b"---\n", b"\r", b"<!--"])
def test_empty_article_is_clean(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    done = factlint("check", "a.md", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "Missing argument"),
        (["check", "--select", "imposible-date", "a.md"], "did you mean 'impossible-date'?"),
        (["check", "--ignore", "FL999", "a.md"], "no rule or category 'FL999'"),
        (["check", "--profile", "strict", "a.md"], "strict"),
        (["check", "--date", "yesterday", "a.md"], "write it as 2021-06-16"),
        (["check", "--selekt", "FL401", "a.md"], "--select"),
        (["check", "--jobs", "-1", "a.md"], "-1"),
        (["check", "--config", "missing.yml", "a.md"], "missing.yml: No such file or directory"),
        (["check", "--kb", "missing.sqlite", "a.md"], "missing.sqlite"),
        (["check", "--kb", "a.md", "a.md"], "a.md"),
        (["check", "--output", "no/such/folder/report", "a.md"], "no/such/folder/report"),
        (["check", "--fix", "--diff", "a.md"], "exclude each other"),
        (["check", "--fix", "-"], "standard input"),
        (["rule", "FL999"], "no rule or category 'FL999'"),
        (["rule", "FL401", "--all"], "not both"),
        (["claims", "missing.md"], "missing.md"),
        (["chekc"], "chekc"),
    ],
)
def test_usage_error(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(WRONG)
    assert_message(factlint(*arguments, cwd=tmp_path), message)


def test_configuration_error_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(WRONG)
    (tmp_path / "factlint.yml").write_text("profile: desk\nselct: [date]\n")
    assert_message(
        factlint("check", "a.md", cwd=tmp_path),
        "factlint.yml:2: there is no setting 'selct'; did you mean 'select'?",
    )


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    name = b"caf\xe9.txt"
    try:
        (tmp_path / os.fsdecode(name)).write_bytes(WRONG)
    except OSError:
        pytest.skip("this file system has no such names")
    done = factlint("check", name, b"gone\xe9.txt", cwd=tmp_path)
    assert_message(done, "gone<U+DCE9>.txt: No such file")
    assert done.stdout.startswith("caf<U+DCE9>.txt:1:28: error FL401")
    assert "caf%E9.txt" in factlint("check", "--format", "sarif", name, cwd=tmp_path).stdout


def test_terminal_of_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("😀 June 31, 2021\n".encode())
    done = factlint("check", "a.md", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert "\\U0001f600 June 31" in done.stdout


def test_plugin_that_raises_is_visible_and_others_go_on(tmp_path: Path) -> None:
    env = install_plugin(tmp_path / "plugin", "BROKEN")
    (tmp_path / "a.md").write_bytes(WRONG)
    done = factlint("check", "a.md", cwd=tmp_path, env=env)
    assert done.returncode == 2
    assert "a.md:1:1: error FL000 internal-error: XX101 plugin-broken broke" in done.stdout
    assert "a.md:1:28: error FL401" in done.stdout
    assert factlint("check", "--ignore", "XX101", "a.md", cwd=tmp_path, env=env).returncode == 1


def test_no_model_is_a_message_and_no_crash(tmp_path: Path) -> None:
    env = install_plugin(tmp_path / "plugin", "NAMED")
    (tmp_path / "plugin" / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "found = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if name.startswith('en_core') else found(name, *rest)\n"
    )
    (tmp_path / "a.md").write_bytes(WRONG)
    done = factlint("check", "a.md", cwd=tmp_path, env=env)
    assert done.returncode == 1
    assert "XX102 could not judge everything: no spaCy model is installed; run: pip install" in done.stdout
    assert "error FL401" in done.stdout
    concise = factlint("check", "--format", "concise", "a.md", cwd=tmp_path, env=env)
    assert "XX102 could not judge everything" in concise.stderr


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["TWIN"], "two rules are called FL301"),
        (["MISSING"], "cannot be loaded"),
        (["Span"], "is not a rule"),
    ],
)
def test_plugin_that_does_not_fit_is_refused(names: list[str], message: str, tmp_path: Path) -> None:
    env = install_plugin(tmp_path / "plugin", *names)
    (tmp_path / "a.md").write_bytes(WRONG)
    assert_message(factlint("check", "a.md", cwd=tmp_path, env=env), message)
