"""Digests survive being written and read."""

from __future__ import annotations

import json

import pytest
from digests import DigestOf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.crossing.records import ArticleDigest
from factlint.crossing.serialise import from_json, to_json
from factlint.errors import FactlintError

STORY = """---
title: A dam is raised
outlet: Brenning Courier
updates: early.md
---

“We shall rebuild the bridge before the winter,” said Agnes Thorvald, 51, the mayor of Lower Brenning.

The council voted on Tuesday in Vienna to spend $5 million on it; 12 people were killed when it fell.
"""


def test_a_story_survives(digest_of: DigestOf) -> None:
    digest = digest_of(STORY)
    assert digest.numbers
    assert digest.days
    assert digest.places
    assert digest.persons
    assert digest.quotations
    assert (digest.outlet, digest.updates) == ("Brenning Courier", "early.md")
    assert from_json(to_json(digest)) == digest


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("12 Mayor Ann Roe, said “on Tuesday” in Oslo\ud800é$%.\n"), max_size=200))
def test_any_copy_survives(digest_of: DigestOf, text: str) -> None:
    digest = digest_of(text)
    written = to_json(digest)
    assert written.isascii()
    assert from_json(written) == digest


def test_another_version_is_refused() -> None:
    with pytest.raises(FactlintError, match="version 99"):
        from_json(json.dumps([99, []]))


@pytest.mark.parametrize("text", ["", "{}", "[1, 2, 3]", '[1, ["a.md"]]', '[1, {"path": "a"}]'])
def test_damage_is_reported(text: str) -> None:
    with pytest.raises(FactlintError, match="damaged"):
        from_json(text)


def test_values_of_another_kind_are_damage() -> None:
    values = json.loads(to_json(ArticleDigest("a.md")))
    values[1][0] = 7
    with pytest.raises(FactlintError, match="damaged"):
        from_json(json.dumps(values))
