"""Tutorials that are run: the files they save, the commands they give, and what these print.

A fenced block after a line that ends in `NAME`: is a file to be saved. A block of the kind ``console`` is a
session: lines with ``$`` are commands, the others what they print. A line ``...`` stands for any lines. What
changes with the knowledge base is not compared.

Usage, to print a tutorial with what its commands really print: python tests/support/tutorials.py PAGE.md
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"(?:`(?P<file>[^`\n]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```\n", re.MULTILINE | re.DOTALL
)
_MARK = "\x1e"
_CHANGING = (
    re.compile(r"\d+ claims? found, \d+ checked against [^\n]*"),
    re.compile(r"statements in \S+:"),
    re.compile(r"(?<=\[)[\w-]+ [0-9a-f]{7,}(?=\])"),  # a commit of Git's
)
GIT = {
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A file to be saved, or a command with what it is said to print.

    Attributes:
        start, end: where in the page the text of the file or the print-out stands.
        file: the name of the file, empty for a command.
        command: the command, empty for a file.
        text: the text of the file, or what is printed.
    """

    start: int
    end: int
    file: str
    command: str
    text: str


def steps(page: str) -> Iterator[Step]:
    """The files and commands of a tutorial, in order."""
    for block in _BLOCK.finditer(page):
        body, start = block["body"], block.start("body")
        if block["kind"] != "console":
            if block["file"]:
                yield Step(start, block.end("body"), block["file"], "", body)
            continue
        prompts = [*re.finditer(r"^\$ (.*)\n", body, re.MULTILINE)]
        ends = [*(prompt.start() for prompt in prompts[1:]), len(body)]
        for prompt, end in zip(prompts, ends, strict=True):
            yield Step(start + prompt.end(), start + end, "", prompt[1], body[prompt.end() : end])


def play(found: list[Step], folder: Path, env: Mapping[str, str]) -> list[str]:
    """What each command prints, in a shell of its own that goes through all of them; "" for a file."""
    script = []
    for number, step in enumerate(found):
        if step.file:
            saved = folder.parent / f"file-{number}"
            saved.write_text(step.text, encoding="utf-8")
            script.append(f'mkdir -p "$(dirname "{step.file}")"; cp "{saved}" "{step.file}"')
        else:
            script.append(f"(exit $status); {step.command}\nstatus=$?")
        script.append(f"printf '{_MARK}'")
    text = "status=0\n" + "\n".join(script)
    done = subprocess.run(
        ["bash", "-c", text],
        cwd=folder,
        env={**os.environ, **GIT, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.stdout.decode("utf-8").split(_MARK)[:-1]


def agrees(shown: str, printed: str) -> bool:
    """Whether what a tutorial shows is what is printed, ``...`` standing for any lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line == "..." else re.escape(line) + r"\n" for line in constant(shown).splitlines()
    )
    ending = "" if printed.endswith("\n") or not printed else "\n"
    return re.fullmatch(pattern, constant(printed) + ending) is not None


def constant(text: str) -> str:
    """A text without what changes with the knowledge base and the time."""
    for pattern in _CHANGING:
        text = pattern.sub("*", text)
    return text


def environment(folder: Path) -> dict[str, str]:
    """Where the commands find factlint, and its cache and pre-commit's."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    for name in ("factlint", "pre_commit"):
        program = programs / name.replace("_", "-")
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {name} "$@"\n')
        program.chmod(0o755)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "FACTLINT_KB": "embedded",
        "FACTLINT_CACHE_DIR": str(folder / "cache"),
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "NO_COLOR": "1",
    }


def main() -> None:
    """Print a tutorial with the print-outs as they are now; those with ``...`` stay as they agree."""
    page = Path(sys.argv[1]).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "desk")
        folder.mkdir()
        found = [*steps(page)]
        printed = play(found, folder, environment(Path(name)))
    for step, text in reversed([*zip(found, printed, strict=True)]):
        if step.command and not agrees(step.text, text):
            page = (
                page[: step.start] + text + "\n" * (not text.endswith("\n") and text != "") + page[step.end :]
            )
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
