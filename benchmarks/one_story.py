"""Compare ``factlint check`` on one story with spaCy on the same story, each in a process of its own.

Usage: python benchmarks/one_story.py [--runs N] [--story FILE] [--limits]

Four commands run in turn, N times over, so that whatever else the machine does meets all of them:

* spaCy: import it, load the model, run it over the story;
* factlint on the story, which it judges without spaCy;
* factlint on the story with one more sentence, which makes it ask spaCy;
* factlint on a story that it has checked before and that has not changed since.

All but the last do without the cache of results.

Medians of wall-clock and processor time are printed, and their ratios to spaCy's. With ``--limits`` the
exit status is 1 if a ratio is not below the limit: 0.2 where spaCy is not needed, 1.0 always.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

STORY = Path(__file__).parent / "stories" / "council-of-lakes.md"
DOUBTFUL = "\nFrom London came a letter by Nigel Farrage.\n"
"""A misspelt name with so little beside it that factlint asks spaCy whether it is a person's."""

LIMIT_WITHOUT_MODEL = 0.2
LIMIT = 1.0

# Installed packages have their bytecode; a checkout writes it in the first run, which is not counted.
_ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

_SPACY = """
import sys
from factlint.annotate.nlp import LanguageModel
package = LanguageModel().describe().package
import spacy
document = spacy.load(package)(open(sys.argv[1], encoding="utf-8").read())
assert len(document.ents) > 0
"""


@dataclass(frozen=True)
class Time:
    """What one run took, in seconds."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Command:
    """A command to be timed: its name, its arguments, and the exit status it has when it works."""

    name: str
    arguments: tuple[str, ...]
    status: int = 0

    def run(self) -> Time:
        """Run it once.

        Raises:
            RuntimeError: it failed.
        """
        begun = time.perf_counter()
        with subprocess.Popen(self.arguments, stdout=subprocess.DEVNULL, env=_ENVIRONMENT) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begun
        if process.returncode != self.status:
            raise RuntimeError(f"{self.name}: exit status {process.returncode}")
        return Time(wall, usage.ru_utime + usage.ru_stime)


def factlint(path: Path, *options: str) -> tuple[str, ...]:
    """The command line of a check that looks at the story, whatever it knows of earlier ones."""
    return (sys.executable, "-m", "factlint", "check", "--no-cache", *options, str(path))


def asks_model(path: Path) -> bool:
    """Whether factlint needs spaCy for a story."""
    done = subprocess.run(factlint(path, "--format", "json", "--exit-zero"), capture_output=True, check=True)
    return json.loads(done.stdout)["model"] is not None


def measure(commands: list[Command], runs: int) -> dict[str, Time]:
    """The medians of several runs in turn; one run before them warms the disk's cache."""
    times: dict[str, list[Time]] = {command.name: [] for command in commands}
    for number in range(runs + 1):
        for command in commands:
            taken = command.run()
            if number:
                times[command.name].append(taken)
    return {
        name: Time(median(one.wall for one in taken), median(one.cpu for one in taken))
        for name, taken in times.items()
    }


def main() -> int:
    """Run the benchmark; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--story", type=Path, default=STORY)
    parser.add_argument("--limits", action="store_true")
    given = parser.parse_args()
    text = given.story.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        plain, doubtful = Path(folder, "plain.md"), Path(folder, "doubtful.md")
        plain.write_text(text, encoding="utf-8")
        doubtful.write_text(text + DOUBTFUL, encoding="utf-8")
        if asks_model(plain) or not asks_model(doubtful):
            print("the story must not need spaCy, and with one more sentence it must", file=sys.stderr)
            return 2
        again = (sys.executable, "-m", "factlint", "check", "--exit-zero", str(plain))
        medians = measure(
            [
                Command("spaCy", (sys.executable, "-c", _SPACY, str(plain))),
                Command("factlint", factlint(plain, "--exit-zero")),
                Command("factlint with spaCy", factlint(doubtful, "--exit-zero")),
                Command("factlint, unchanged", again),
            ],
            given.runs,
        )
    base = medians["spaCy"]
    print(f"one story of {len(text.encode())} bytes, medians of {given.runs} runs in turn")
    print(f"{'':20}  {'wall s':>7}  {'cpu s':>7}  {'wall ratio':>10}  {'cpu ratio':>9}")
    kept = True
    for name, limit in (
        ("spaCy", None),
        ("factlint", LIMIT_WITHOUT_MODEL),
        ("factlint with spaCy", LIMIT),
        ("factlint, unchanged", LIMIT_WITHOUT_MODEL),
    ):
        taken = medians[name]
        wall, cpu = taken.wall / base.wall, taken.cpu / base.cpu
        below = f"  limit {limit}" if limit else ""
        print(f"{name:20}  {taken.wall:7.2f}  {taken.cpu:7.2f}  {wall:10.2f}  {cpu:9.2f}{below}")
        kept = kept and (limit is None or max(wall, cpu) < limit)
    return 1 if given.limits and not kept else 0


if __name__ == "__main__":
    sys.exit(main())
