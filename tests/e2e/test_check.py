"""The command as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import factlint

from factlint.report.formats import FORMATS

WRONG = "---\ndate: 2021-06-16\n---\nThe committee will meet on June 31 in Geneva.\n"
RIGHT = "---\ndate: 2021-06-16\n---\nThe committee will meet on June 30 in Geneva.\n"
NOTED = "---\ndate: 2021-06-16\n---\nShe said: “Houston is the capital of Texas.”\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "wrong.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "right.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "noted.md").write_text(NOTED, encoding="utf-8")
    return tmp_path


def test_finding_gives_status_1(desk: Path) -> None:
    done = factlint("check", "wrong.md", cwd=desk)
    assert done.returncode == 1
    assert done.stdout.startswith("wrong.md:4:28: error FL401 impossible-date: ")
    assert "    |                            ^^^^^^^\n" in done.stdout
    assert "1 finding in 1 article; " in done.stdout
    assert done.stderr == ""


def test_clean_copy_gives_status_0_and_says_how_much_was_checked(desk: Path) -> None:
    done = factlint("check", "right.md", cwd=desk)
    assert done.returncode == 0
    assert done.stdout.startswith("no findings in 1 article; ")
    assert " checked against " in done.stdout


def test_what_is_only_quoted_is_a_note(desk: Path) -> None:
    done = factlint("check", "noted.md", cwd=desk)
    assert done.returncode == 0
    assert "noted.md:4:12: note FL301 " in done.stdout


def test_exit_zero(desk: Path) -> None:
    assert factlint("check", "--exit-zero", "wrong.md", cwd=desk).returncode == 0
    assert factlint("check", "--exit-zero", "missing.md", cwd=desk).returncode == 2


def test_standard_input(desk: Path) -> None:
    done = factlint("check", "-", "--stdin-filename", "story.md", cwd=desk, stdin=WRONG)
    assert done.returncode == 1
    assert done.stdout.startswith("story.md:4:28: ")
    assert factlint("check", "-", cwd=desk, stdin="June 31 is no day.").stdout.startswith("<stdin>:1:1: ")


def test_date_option_wins(desk: Path) -> None:
    document = json.loads(factlint("check", "--format", "json", "--date", "2019-01-02", ".", cwd=desk).stdout)
    assert {article["published"]["date"] for article in document["articles"]} == {"2019-01-02"}
    assert {article["published"]["source"] for article in document["articles"]} == {"--date"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_output_goes_to_a_file(desk: Path, form: str) -> None:
    printed = factlint("check", "--format", form, "wrong.md", cwd=desk)
    done = factlint("check", "--format", form, "--output", "report", "wrong.md", cwd=desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert (desk / "report").read_text(encoding="utf-8") == printed.stdout != ""
    assert sorted(path.name for path in desk.iterdir()) == ["noted.md", "report", "right.md", "wrong.md"]


def test_several_reports_at_once(desk: Path) -> None:
    done = factlint("check", "wrong.md", "--output", "sarif:a.sarif", "--output", "junit:b.xml", cwd=desk)
    assert done.stdout == factlint("check", "wrong.md", cwd=desk).stdout
    assert json.loads((desk / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "<testsuites " in (desk / "b.xml").read_text(encoding="utf-8")
    done = factlint("check", "wrong.md", "--output", "c.txt", "--output", "gitlab:d.json", cwd=desk)
    assert (done.stdout, (desk / "c.txt").exists(), (desk / "d.json").exists()) == ("", True, True)


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (("a", "b"), "a second report needs its format, as in --output sarif:b"),
        (("sarif:",), "name the file after the colon"),
        (("sarif:a", "./a"), "two reports cannot go into one --output file"),
        (("sarif:missing/a",), "missing/a: No such file or directory"),
    ],
)
def test_outputs_that_cannot_be(desk: Path, outputs: tuple[str, ...], said: str) -> None:
    options = [part for output in outputs for part in ("--output", output)]
    done = factlint("check", "wrong.md", *options, cwd=desk)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_github_adds_to_the_job_summary(desk: Path) -> None:
    summary = desk / "summary"
    summary.write_text("before\n")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    factlint("check", "--format", "github", "wrong.md", cwd=desk, env=env)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## factlint\n")
    assert "FL401" in text
    factlint("check", "--format", "json", "wrong.md", cwd=desk, env=env)
    assert summary.read_text(encoding="utf-8") == text


def test_select_and_ignore(desk: Path) -> None:
    assert (
        factlint("check", "--ignore", "name,FL401", "--ignore", "place", "wrong.md", cwd=desk).returncode == 0
    )
    assert factlint("check", "--select", "impossible-date", "wrong.md", cwd=desk).returncode == 1
    assert factlint("check", "--select", "election,FL1", "wrong.md", cwd=desk).returncode == 0


def test_configuration_is_found_and_obeyed(desk: Path) -> None:
    (desk / "factlint.yml").write_text(
        "severity: {FL401: note}\nper-path-ignores: {'old/': [date]}\nexclude: [drafts/]\n"
    )
    for folder in ("old", "drafts", "new"):
        (desk / folder).mkdir()
        (desk / folder / "a.md").write_text(WRONG)
    done = factlint("check", "--format", "concise", "../old", "../new", "..", cwd=desk / "new")
    assert done.returncode == 0
    assert sorted(line.split(":")[0] for line in done.stdout.splitlines()) == [
        "../new/a.md",
        "../noted.md",
        "../wrong.md",
    ]


def test_jobs_change_nothing(desk: Path) -> None:
    alone = factlint("check", "--format", "json", ".", cwd=desk)
    together = factlint("check", "--format", "json", "--jobs", "2", ".", cwd=desk)
    assert alone.stdout == together.stdout
    assert (alone.returncode, together.returncode) == (1, 1)


def test_unsure_findings_are_not_corrected(desk: Path) -> None:
    assert factlint("check", "--diff", "wrong.md", cwd=desk).stdout == ""
    assert factlint("check", "--fix", "wrong.md", cwd=desk).returncode == 1
    assert (desk / "wrong.md").read_text(encoding="utf-8") == WRONG


def test_diff_shows_and_fix_makes_the_sure_correction(desk: Path) -> None:
    story = desk / "story.md"
    story.write_bytes(b"---\r\ndate: 2016-05-24\r\n---\r\nGerman Chancellor Angela Merkle came.\r\n")
    done = factlint("check", "--diff", "story.md", cwd=desk)
    assert done.returncode == 1
    assert "-German Chancellor Angela Merkle came." in done.stdout
    assert "+German Chancellor Angela Merkel came." in done.stdout
    assert b"Merkle" in story.read_bytes()
    done = factlint("check", "--fix", "story.md", cwd=desk)
    assert done.returncode == 0
    assert done.stderr == "factlint: 1 correction made\n"
    assert (
        story.read_bytes() == b"---\r\ndate: 2016-05-24\r\n---\r\nGerman Chancellor Angela Merkel came.\r\n"
    )


def test_claims_are_explained(desk: Path) -> None:
    done = factlint("claims", "wrong.md", cwd=desk)
    assert done.returncode == 0
    assert "wrong.md:4:28: " in done.stdout
    assert "FL401 refuted: " in done.stdout
    explained = json.loads(factlint("claims", "--format", "json", "wrong.md", cwd=desk).stdout)
    [refuted] = [
        claim for claim in explained if any(item["verdict"] == "refuted" for item in claim["verdicts"])
    ]
    assert refuted["words"] == "June 31"


def test_rules_are_explained(tmp_path: Path) -> None:
    table = factlint("rule", cwd=tmp_path).stdout
    assert "FL401  impossible-date " in table
    text = factlint("rule", "impossible-date", cwd=tmp_path).stdout
    assert text.startswith("FL401 impossible-date\n")
    assert "\nReported:\n" in text
    assert [
        item["code"]
        for item in json.loads(factlint("rule", "FL401", "--format", "json", cwd=tmp_path).stdout)
    ] == ["FL401"]
    assert (
        "## FL401 impossible-date\n" in factlint("rule", "--all", "--format", "markdown", cwd=tmp_path).stdout
    )
    assert factlint("rule", "--all", cwd=tmp_path).stdout.count("\nNot reported:\n") >= 5


def test_configuration_is_shown(desk: Path) -> None:
    (desk / "factlint.yml").write_text("profile: pedantic\nseverity: {FL401: off}\n")
    shown = factlint("config", "show", cwd=desk).stdout
    assert "\nprofile: pedantic " in shown
    assert "\n  impossible-date: off " in shown
    assert "# from factlint.yml\n" in shown
    (desk / "again.yml").write_text(shown)
    assert factlint("config", "show", "--config", "again.yml", cwd=desk).returncode == 0


def test_version_and_help(tmp_path: Path) -> None:
    from factlint import __version__

    assert factlint("--version", cwd=tmp_path).stdout == f"factlint, version {__version__}\n"
    shown = factlint("check", "--help", cwd=tmp_path)
    assert shown.returncode == 0
    assert "Exit status: 0 clean" in shown.stdout
