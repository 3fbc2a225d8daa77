"""A run tells how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.config import Config
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.run import run


@dataclass
class Told:
    stages: list[tuple[str, int]] = field(default_factory=list)
    steps: int = 0

    def begin(self, stage: str, total: int) -> None:
        self.stages.append((stage, total))

    def advance(self, steps: int) -> None:
        self.steps += steps


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_article_is_told_of(jobs: int) -> None:
    files = [ArticleFile(f"{number}.md", "They meet on June 31.\n") for number in range(5)]
    settings = uniform_settings(all_rules(), Config(), Choices(select=("FL401", "FL901")))
    told = Told()
    report = run(files, settings, jobs=jobs, progress=told)
    assert told.stages == [("articles", 5), ("comparing articles", 1)]
    assert told.steps == 5
    assert report == run(files, settings, jobs=1)
