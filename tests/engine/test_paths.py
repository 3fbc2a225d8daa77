from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from factlint.engine.config import Config
from factlint.engine.configfind import Configurations
from factlint.engine.paths import ArticleFile, FolderSearch, FoundArticles, find_articles
from factlint.engine.patterns import PathPatterns
from factlint.errors import InputError
from factlint.text.source import MAX_BYTES


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.md", "a.txt", "c.MARKDOWN", "notes.doc", "sub/d.md", ".hidden.md", ".git/e.md", "drafts/f.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def find(
    *paths: str,
    exclude: Sequence[PathPatterns] = (),
    config: Config | None = None,
    stdin: ArticleFile | None = None,
) -> FoundArticles:
    search = FolderSearch(Configurations((), config or Config()), tuple(exclude))
    return find_articles(paths, search, stdin=stdin)


def names(found: FoundArticles) -> list[str]:
    return [file.path for file in found.files]


def test_folders_are_searched_in_order_of_name(desk: Path) -> None:
    assert desk.is_dir()
    assert names(find(".")) == ["a.txt", "b.md", "c.MARKDOWN", "drafts/f.md", "sub/d.md"]


def test_exclude_patterns(desk: Path) -> None:
    found = find(".", exclude=[PathPatterns(desk, ("drafts/", "*.txt"))])
    assert names(found) == ["b.md", "c.MARKDOWN", "sub/d.md"]


def test_patterns_are_relative_to_their_folder(desk: Path) -> None:
    found = find("sub", "b.md", exclude=[PathPatterns(desk, ("/sub/",))])
    assert names(found) == ["b.md"]
    assert len(found.problems) == 1
    assert names(find(".", exclude=[PathPatterns(desk / "sub", ("*.md",))])) == [
        "a.txt", "b.md", "c.MARKDOWN", "drafts/f.md",
    ]  # fmt: skip


def test_named_files_are_read_whatever_they_are_called(desk: Path) -> None:
    found = find("notes.doc", ".hidden.md", "a.txt", exclude=[PathPatterns(desk, ("*.txt",))])
    assert names(found) == ["notes.doc", ".hidden.md", "a.txt"]


def test_each_article_once(desk: Path) -> None:
    Path("link.md").symlink_to(desk / "b.md")
    assert names(find("b.md", "./b.md", "link.md", str(desk / "b.md"), "sub", "sub/d.md")) == [
        "b.md", "sub/d.md",
    ]  # fmt: skip


def test_folder_without_articles_is_a_problem(desk: Path) -> None:
    (desk / "empty").mkdir()
    found = find("empty", "a.txt")
    assert names(found) == ["a.txt"]
    [problem] = found.problems
    assert problem.message.startswith("empty: no articles in this folder; ")


def test_standard_input_stands_for_dash() -> None:
    stdin = ArticleFile("story.md", b"text")
    assert find("-", stdin=stdin).files == (stdin,)


def test_loops_of_links_end(desk: Path) -> None:
    (desk / "sub" / "up").symlink_to(desk)
    assert names(find("sub")) == ["sub/d.md"]


def test_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES * 3)
    with pytest.raises(InputError, match=r"huge\.txt: 60\.0 MB is too large"):
        ArticleFile(str(path)).read()


def test_endless_device_is_refused() -> None:
    with pytest.raises(InputError, match=r"too large|binary"):
        ArticleFile("/dev/zero").read()


@pytest.mark.parametrize("path", ["missing.md", "a\0b.md", "."])
def test_unreadable_path_is_an_error_that_names_it(path: str) -> None:
    with pytest.raises(InputError) as error:
        ArticleFile(path).read()
    assert str(error.value).startswith(f"{path}: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_folder_that_may_not_be_read_is_a_problem(desk: Path) -> None:
    (desk / "sub").chmod(0)
    [problem] = find("sub").problems
    assert "Permission denied" in problem.message


def test_include_patterns_name_further_articles(desk: Path) -> None:
    config = Config(
        include=(PathPatterns(desk, ("*.doc",)),), exclude=(PathPatterns(desk, ("*.md", "*.MARKDOWN")),)
    )
    assert names(find(".", config=config)) == ["a.txt", "notes.doc"]


def test_what_git_ignores_is_passed_over(desk: Path) -> None:
    (desk / ".gitignore").write_text("drafts/\n*.txt\n!/sub/keep.txt\n")
    (desk / "sub" / "keep.txt").write_text("text")
    (desk / "sub" / "drop.txt").write_text("text")
    (desk / ".git" / "info").mkdir()
    (desk / ".git" / "info" / "exclude").write_text("c.*\n")
    assert names(find(".")) == ["b.md", "sub/d.md", "sub/keep.txt"]
    assert names(find("sub")) == ["sub/d.md", "sub/keep.txt"]
    (desk / "sub" / ".gitignore").write_text("*.md\n!drop.txt\n")
    assert names(find("sub")) == ["sub/drop.txt", "sub/keep.txt"]
    assert names(find("a.txt")) == ["a.txt"]
    everything = Config(gitignore=False)
    assert len(find(".", config=everything).files) == 7


def test_no_work_tree_no_ignore_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".gitignore").write_text("*.md\n")
    (tmp_path / "a.md").write_text("text")
    assert names(find(".")) == ["a.md"]


def test_an_ignore_file_that_cannot_be_read_hides_nothing(desk: Path) -> None:
    (desk / ".gitignore").write_bytes(b"\xff\xfe\x00[\n*.txt\n!\n")
    assert "a.txt" not in names(find("."))
    (desk / ".gitignore").write_bytes(b"*.md\n" * 300_000)
    assert "b.md" in names(find("."))
