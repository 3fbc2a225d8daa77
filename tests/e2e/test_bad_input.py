"""Whatever goes wrong is a message that names the file and says what to do; never a traceback."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from commands import Result, factlint, install_plugin

from factlint.kb.embedded import embedded_path

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")

WRONG = b"The committee will meet on June 31, 2021, in Geneva.\n"

HOSTILE = {
    "latin1.md": (b"Z\xfcrich\n", "not UTF-8"),
    "utf16.txt": ("Zürich\n".encode("utf-16"), "UTF-16"),
    "binary.txt": (b"GIF89a\0\1\2", "binary"),
    "yaml.md": (b"---\ntitle: [unclosed\n---\nText.\n", "front matter"),
    "twice.md": (b"---\ntitle: a\ntitle: b\n---\nText.\n", "twice"),
    "date.md": (b"---\ndate: someday\n---\nText.\n", "date"),
    "ignore.md": (b"---\nfactlint: {ignore: [FL999]}\n---\nText.\n", "FL999"),
    "deep.md": (b"---\na: " + b"[" * 9_000 + b"\n---\nText.\n", "nested too deeply"),
    "long.md": (b"---\na: " + b"[x], " * 20_000 + b"\n---\nText.\n", "longer than"),
    "huge.txt": (b"June. " * 4_000_000, "too large"),
    "huger.txt": (b"\0" * 50_000_000, "50.0 MB is too large"),
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
        (["check", "--kb", ".", "a.md"], "Is a directory"),
        (["check", "--config", ".", "a.md"], "Is a directory"),
        (["check", "--output", "no/such/folder/report", "a.md"], "no/such/folder/report"),
        (["check", "--output", ".", "a.md"], "check --output"),
        (["check", "a.md/b.md"], "a.md/b.md: Not a directory"),
        (["check", ""], "'': No such file"),
        (["check", "a\nb.md"], "a<U+000A>b.md: No such file"),
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
        "factlint.yml:2:1: there is no setting 'selct'; did you mean 'select'?",
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


def test_aliases_that_multiply_cost_nothing(tmp_path: Path) -> None:
    laughs = ["a0: &a0 [ha, ha]"]
    laughs += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 30)]
    (tmp_path / "a.md").write_text("\n".join(["---", *laughs, "title: *a29", "---", "On June 31, 2021\n"]))
    done = factlint("check", "a.md", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    (tmp_path / "factlint.yml").write_text("\n".join([*laughs, "profile: *a29"]))
    assert_message(factlint("check", "a.md", cwd=tmp_path), "factlint.yml:2:10: aliases")


@needs_pipes
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_bytes(WRONG)
    done = factlint("check", ".", cwd=tmp_path)
    assert_message(done, "factlint: pipe.txt: a pipe", "nobody writes")
    assert "a.txt:1:28: error FL401" in done.stdout
    for option in ("--kb", "--config", "--output"):
        assert_message(factlint("check", option, "pipe.txt", "a.txt", cwd=tmp_path), "pipe.txt")
    assert (tmp_path / "pipe.txt").is_fifo()


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "one.txt").symlink_to("two.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "again").symlink_to("../folder")
    (tmp_path / "folder" / "a.txt").write_bytes(WRONG)
    done = factlint("check", "one.txt", "folder", cwd=tmp_path)
    assert_message(done, "one.txt: Too many levels of symbolic links")
    assert done.stdout.count("error FL401") == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever runs this may read everything")
def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").write_bytes(WRONG)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "folder").chmod(0)
    try:
        done = factlint("check", "a.txt", "folder", cwd=tmp_path)
    finally:
        (tmp_path / "folder").chmod(0o700)
    assert_message(done, "a.txt: Permission denied", "folder: Permission denied")


def test_snapshot_that_is_damaged(tmp_path: Path) -> None:
    data = bytearray(embedded_path().read_bytes())
    with closing(sqlite3.connect(embedded_path())) as connection:
        [[size]] = connection.execute("PRAGMA page_size")
        [[page]] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'name'")
    data[(page - 1) * size : page * size] = b"\xff" * size
    (tmp_path / "kb.sqlite").write_bytes(data)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Joe Biden met Emmanuel Macron in Paris.\n")
    for jobs in ("1", "2"):
        done = factlint("check", "--kb", "kb.sqlite", "--jobs", jobs, "a.md", "b.md", cwd=tmp_path)
        assert_message(done, "factlint: kb.sqlite: the snapshot is damaged")
    (tmp_path / "kb.sqlite").write_bytes(data[: len(data) // 2])
    assert_message(
        factlint("check", "--kb", "kb.sqlite", "a.md", cwd=tmp_path), "kb.sqlite: the snapshot is cut"
    )
    (tmp_path / "kb.sqlite").write_bytes(b"")
    with closing(sqlite3.connect(tmp_path / "kb.sqlite")) as connection:
        connection.execute("CREATE TABLE name (text)")
    assert_message(
        factlint("check", "--kb", "kb.sqlite", "a.md", cwd=tmp_path), "kb.sqlite: ", "not a factlint"
    )


@pytest.mark.skipif(os.name != "posix", reason="a shell's way of closing streams")
@pytest.mark.parametrize(
    ("redirection", "status", "message"),
    [
        (">&-", 2, "standard output: Bad file descriptor"),
        (">/dev/full", 2, "standard output: No space left on device"),
        ("2>&-", 1, ""),
        ("<&-", 1, ""),
    ],
)
def test_streams_that_are_closed(redirection: str, status: int, message: str, tmp_path: Path) -> None:
    if redirection == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("no such device on this system")
    (tmp_path / "a.md").write_bytes(WRONG)
    done = shell(f'"$0" -m factlint check a.md {redirection}', tmp_path)
    assert done.returncode == status
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell's way of closing streams")
def test_standard_input_that_is_closed(tmp_path: Path) -> None:
    assert_message(shell('"$0" -m factlint check - <&-', tmp_path), "<stdin>: standard input")


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipes")
def test_reader_that_goes_away(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(WRONG * 2_000)
    done = shell(
        '{ "$0" -m factlint check --format concise a.md; echo "status $?" >&2; } | head -n 1', tmp_path
    )
    assert done.stdout.count("FL401") == 1
    assert done.stderr == "status 141\n"


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt(jobs: str, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(WRONG * 10_000)
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "--jobs", jobs, "a.md", "b.md"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (130, b"", b"factlint: interrupted\n")


def shell(command: str, folder: Path) -> Result:
    """Run a shell command in which ``$0`` is this Python."""
    return subprocess.run(
        ["sh", "-c", command, sys.executable],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
