"""Articles to read: files, texts in memory, and one of several in a file."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from factlint.document.formats.fields import JsonFields
from factlint.document.formats.load import file_of
from factlint.engine.articlefile import ArticleFile
from factlint.engine.config import Config, DateDefault
from factlint.engine.configfile import read_config
from factlint.engine.session import default_date
from factlint.engine.settings import ArticleSettings
from factlint.errors import ConfigError, InputError

FEED = "<rss><channel><item><title>{}</title></item>\n<item><title>Two</title></item></channel></rss>"


def test_one_file_several_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(FEED.format("One"))
    first, second = ArticleFile(str(path)).split().files
    assert (first.path, second.path) == (f"{path}#1", f"{path}#2")
    assert {first.file, second.file} == {str(path)} == {file_of(first.path), file_of(second.path)}
    assert second.read().text == "Two"
    assert second.modified() == path.stat().st_mtime
    with pytest.raises(InputError, match="2 articles in this file"):
        ArticleFile(str(path)).document()


def test_names_that_only_look_like_parts() -> None:
    assert [file_of(name) for name in ("story#2.md", "a.md#2", "a.xml#", "a.xml#b")] == [
        "story#2.md", "a.md#2", "a.xml#", "a.xml#b",
    ]  # fmt: skip


def test_what_tells_an_article_of_a_file_from_another() -> None:
    def second(title: str) -> ArticleFile:
        return ArticleFile("a.xml", FEED.format(title)).split().files[1]

    assert second("One").data() == second("One").data()
    # The same words further on stand at other places.
    assert second("One").data() != second("Other").data()


def test_a_file_that_was_read_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Copy.")
    os.utime(path, (0, 1_623_800_000))
    loaded = ArticleFile(str(path)).with_data(path.read_bytes())
    found = default_date(loaded, ArticleSettings(date_default=DateDefault.MODIFIED, time_zone="UTC"))
    assert found is not None
    assert found.date == dt.date(2021, 6, 15)
    assert ArticleFile(str(path), b"given").modified() is None
    assert loaded.with_data(b"other") == loaded


def test_fields_of_json_in_configuration(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("json: {text: [a, b.c], title: t}\n")
    (tmp_path / "factlint.yml").write_text("extends: base.yml\njson: {text: d}\n")
    config = read_config(tmp_path / "factlint.yml", ())
    assert config.json == JsonFields({"text": ("d",), "title": ("t",)})
    assert config.json.of("text") == ("d",)
    assert config.json.of("date") == Config().json.of("date") != ()
    (tmp_path / "factlint.yml").write_text("json: {text: a..b}\n")
    with pytest.raises(ConfigError, match=r"factlint.yml:1:14: 'a..b' is no path of a value"):
        read_config(tmp_path / "factlint.yml", ())
