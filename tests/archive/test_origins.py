"""Articles out of HTML and JSON: findings point into the file, as they did when it was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factlint.archive.adding import Batch, read_batch
from factlint.archive.entries import unpack_digest, unpack_text
from factlint.archive.excerpts import places
from factlint.engine.paths import ArticleFile
from factlint.engine.results import Region
from factlint.engine.settings import RunSettings
from factlint.kb.embedded import embedded_path
from factlint.text.span import Span

FERRY = "A ferry sank off Samos in a storm on Tuesday, killing 12 people, the coast guard said."
DAM = "The council of Lower Brenning voted to raise $7 million for the dam after the flood on May 3, 2021."
HTML = f"""<html><head><title>Dam</title></head>
<body>
<article><h1>Dam &amp; flood</h1>
<p>{DAM.replace("$7 million", "<b>$7</b>&nbsp;million").replace("Lower", "L&ouml;wer")}</p>
<p>{FERRY}</p></article>
</body></html>
"""
FEED = json.dumps(
    [
        {"headline": "Ferry", "articleBody": FERRY, "datePublished": "2021-06-15"},
        {
            "articleBody": f"{DAM}\n\n“{'No. ' * 90}”, she said.",
            "headline": "Dam",
            "datePublished": "2021-06-15",
        },
    ],
    indent=1,
)


@pytest.mark.parametrize(
    ("name", "text"), [("page.html", HTML), ("feed.json", FEED), ("a.md", FERRY), ("b.rst", DAM)]
)
def test_every_claim_keeps_its_place_in_the_file(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    settings = RunSettings((), embedded_path())
    files = ArticleFile(str(tmp_path / name)).split().files
    read = read_batch(Batch(files, (), settings, tmp_path))
    assert (len(read.entries), read.problems) == (len(files), ())
    claims = 0
    for file, entry in zip(files, read.entries, strict=True):
        live = file.read()
        kept = unpack_text(file.path, entry.excerpts)
        for place in places(unpack_digest(entry.claims)):
            span = Span(place.start, place.end)
            claims += 1
            assert Region.of(kept, span) == Region.of(live, span)
            if len(span) < 100:
                assert kept.slice(span) == live.slice(span)
    assert claims >= len(files)
