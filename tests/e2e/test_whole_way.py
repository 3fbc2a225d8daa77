"""The whole way of a newsroom's repository: configuration, refusal, fix, baseline, findings uploaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tutorials import GIT, environment

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "tests" / "report" / "data" / "sarif-2.1.0-rtm.5.json"
EVENT = "The ferry Aurelia sank off Samos on Tuesday night. The storm killed {toll} people, police said."
WRONG_NAME = "US Secretary of State Anthony Blinken sent condolences."

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no Git")


@dataclass(frozen=True)
class Repository:
    """A repository with factlint's own hook, run by the real pre-commit."""

    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, **GIT, **environment(self.folder.parent)}
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)

    def article(self, name: str, date: str, *paragraphs: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join((f"---\ndate: {date}\n---", *paragraphs)) + "\n", encoding="utf-8")
        return path

    def commit(self, message: str, *options: str) -> tuple[int, str]:
        assert self.run("git", "add", ".").returncode == 0
        done = self.run("git", "commit", "-m", message, *options)
        return done.returncode, done.stdout + done.stderr

    def uploaded(self) -> list[dict[str, Any]]:
        """The results that a code-scanning upload of all articles would have."""
        done = self.run("factlint", "check", "--exit-zero", "--output", "sarif:../log.sarif", "articles")
        assert done.returncode == 0, done.stderr
        log = json.loads((self.folder.parent / "log.sarif").read_text(encoding="utf-8"))
        jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
        [run] = log["runs"]
        results: list[dict[str, Any]] = run["results"]
        known = set(self.run("git", "ls-files", "--cached", "--others").stdout.splitlines())
        for result in results:
            as_github_wants_it(result, run["tool"]["driver"], known)
        return results


def as_github_wants_it(result: dict[str, Any], driver: dict[str, Any], files: set[str]) -> None:
    """What code scanning asks of a result beyond the schema."""
    rule = driver["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"]
    assert rule["shortDescription"]["text"]
    assert rule["help"]["text"]
    assert result["message"]["text"]
    assert set(result["partialFingerprints"]) >= {"primaryLocationLineHash"}
    for location in (*result["locations"], *result.get("relatedLocations", ())):
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] in files
        assert set(place["region"]) >= {"startLine", "startColumn", "endLine", "endColumn"}


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    folder = tmp_path / "desk"
    folder.mkdir()
    repository = Repository(folder)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hook = next(one for one in hooks if one["id"] == "factlint")
    # What pre-commit would install from the network is here already; everything else is the hook's own.
    hook |= {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    (folder / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    )
    assert repository.run("git", "init", "-q").returncode == 0
    assert repository.run("pre-commit", "install").returncode == 0
    return repository


def test_from_an_empty_repository_to_clean_copy(desk: Repository) -> None:
    # Old copy, committed before there was a linter.
    old = desk.article("articles/2013.md", "2013-06-04", "The river rose on Tuesday, June 3.")
    assert desk.commit("Old copy", "--no-verify")[0] == 0

    # A configuration that knows what is special here.
    assert desk.run("factlint", "config", "init").returncode == 0
    config = desk.folder / "factlint.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("profile: desk", "profile: desks"))
    status, said = desk.commit("Add factlint")
    assert status == 0, said  # no article is part of this commit
    desk.article("articles/a.md", "2022-05-18", EVENT.format(toll="twelve"))
    status, said = desk.commit("A story under a configuration that is not understood")
    assert status == 1
    assert "factlint.yml" in said
    assert "write one of desk, pedantic" in said
    config.write_text(config.read_text(encoding="utf-8").replace("profile: desks", "profile: desk"))

    # Two articles on one event that contradict each other, and a misspelt name.
    b = desk.article("articles/b.md", "2022-05-18", EVENT.format(toll="fifteen"), WRONG_NAME)
    status, said = desk.commit("Two stories")
    assert status == 1
    assert "articles/b.md:7:23: error FL101 misspelled-name" in said
    assert "FL902 cross-article-number" in said
    assert {result["ruleId"] for result in desk.uploaded()} == {"FL101", "FL402", "FL902"}

    # The name is mended by factlint, the toll by an editor; then the hook lets it through.
    assert "1 correction made" in desk.run("factlint", "check", "--fix", "articles/b.md").stderr
    assert "Antony Blinken" in b.read_text(encoding="utf-8")
    b.write_text(b.read_text(encoding="utf-8").replace("fifteen", "twelve"), encoding="utf-8")
    status, said = desk.commit("Two stories")
    assert status == 0, said

    # Whoever touches old copy meets its error, until it is made known.
    with old.open("a", encoding="utf-8") as stream:
        stream.write("\nNobody was hurt.\n")
    status, said = desk.commit("One more line")
    assert status == 1
    assert "FL402" in said
    [before] = desk.uploaded()
    assert desk.run("factlint", "check", "--write-baseline", "articles").returncode == 0
    status, said = desk.commit("One more line")
    assert status == 0, said
    assert desk.uploaded() == []

    # The baseline holds while lines move, and the server would know the finding again.
    old.write_text(
        old.read_text(encoding="utf-8").replace("The river", "Rain fell for a week.\n\nThe river"),
        encoding="utf-8",
    )
    assert desk.run("factlint", "check", "articles").returncode == 0
    (desk.folder / "factlint-baseline.yml").unlink()
    [after] = desk.uploaded()
    assert after["partialFingerprints"] == before["partialFingerprints"]
    assert after["locations"] != before["locations"]
