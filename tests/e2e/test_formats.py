"""Every format of input through the command: findings at places of the file, in every report."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from commands import factlint

DATE = "On June 31, 2021, they met in Geneva."
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx() -> bytes:
    made = io.BytesIO()
    body = f"<w:p/><w:p><w:r><w:t>😀 {DATE}</w:t></w:r></w:p>"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
    return made.getvalue()


FILES: dict[str, bytes] = {
    "a.html": f"<nav>{DATE}</nav>\r\n<article><p>O&#8217;Brien 😀 <b>{DATE}</b></p></article>".encode(),
    "b.rst": f"Talks\n=====\n\n.. {DATE}\n\n*Then* e\u0301 {DATE}\n".encode(),
    "c.docx": docx(),
    "d.nitf": f"<nitf><body><body.content><p>&amp;</p>\n<p>{DATE}</p></body.content></body></nitf>".encode(),
    "e.xml": f"<rss><channel><item><description>{DATE}</description></item></channel></rss>".encode("utf-16"),
    "f.json": json.dumps({"body_html": f"<p>O\u2019B.</p><p>{DATE}</p>"}).encode(),
    "g.jsonl": b'{"text": "Fine."}\n' + json.dumps({"text": f"\u00e9 {DATE}"}).encode(),
    "h.md": f"\ufeffThe O&rsquo;Brien [^1] &amp; co.\n\n[^1]: {DATE}\n".encode(),
}


def place_in(name: str) -> tuple[int, int]:
    """Line and column of the last date in a file, as an editor shows them."""
    if name == "c.docx":
        return 2, 6
    text = FILES[name].decode("utf-16" if name == "e.xml" else "utf-8-sig")
    before = text[: text.rindex("June 31")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


PLACES = {name: "{}:{}".format(*place_in(name)) for name in FILES}


def save(folder: Path) -> None:
    for name, data in FILES.items():
        (folder / name).write_bytes(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("formats")
    save(made)
    return made


def test_places_of_the_file(folder: Path) -> None:
    done = factlint("check", *FILES, "--format", "concise", "--select", "FL401", cwd=folder)
    assert done.returncode == 1
    found = [line.split(": ")[0] for line in done.stdout.splitlines()]
    assert found == [f"{name}:{place}" for name, place in PLACES.items()]


def test_the_same_places_in_every_report(folder: Path) -> None:
    forms = ("json", "sarif", "gitlab", "rdjson", "junit", "checkstyle", "github", "html")
    outputs = [word for form in forms for word in ("--output", f"{form}:out.{form}")]
    factlint("check", *FILES, *outputs, "--output", "out.txt", "--select", "FL401", cwd=folder)
    places = [(name, *place_in(name)) for name in FILES]

    report = json.loads((folder / "out.json").read_text())
    found = [finding for article in report["articles"] for finding in article["findings"]]
    assert [(one["path"], one["start"]["line"], one["start"]["column"]) for one in found] == places
    assert [one.get("article") for one in found].count("g.jsonl#2") == 1
    text = FILES["a.html"].decode()
    assert text[found[0]["start"]["offset"] : found[0]["end"]["offset"]] == "June 31, 2021"

    [run] = json.loads((folder / "out.sarif").read_text())["runs"]
    spots = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [
        (spot["artifactLocation"]["uri"], spot["region"]["startLine"], spot["region"]["startColumn"])
        for spot in spots
    ] == places
    quality = json.loads((folder / "out.gitlab").read_text())
    assert [one["location"]["path"] for one in quality] == list(FILES)
    # Bytes of UTF-8: the reference counts as written, the emoji four.
    first = json.loads((folder / "out.rdjson").read_text())["diagnostics"][0]["location"]
    assert first["range"]["start"] == {"line": 2, "column": 38}
    for form in ("junit", "checkstyle", "github"):
        said = (folder / f"out.{form}").read_text()
        assert "g.jsonl" in said
        assert "g.jsonl#2:" not in said
    page = (folder / "out.html").read_text()
    assert "O’Brien 😀 " in page
    assert "&lt;b&gt;" not in page


def test_standard_input_by_its_name(tmp_path: Path) -> None:
    options = ("--format", "concise", "--select", "FL401")
    for name, data in FILES.items():
        done = factlint("check", "-", "--stdin-filename", name, *options, cwd=tmp_path, stdin=data)
        assert done.stdout.startswith(f"{name}:{PLACES[name]}: "), done


def test_folders_are_searched_for_news_alone(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "pom.xml").write_text("<project>June 31, 2021</project>")
    (tmp_path / "~$c.docx").write_bytes(b"lock")
    done = factlint("check", ".", "--format", "concise", "--select", "FL401", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == FILES.keys() - {"f.json", "g.jsonl"}
    (tmp_path / "factlint.yml").write_text("include: ['*.jsonl']\nexclude: ['*.xml']\n")
    done = factlint("check", ".", "--format", "concise", "--select", "FL401", cwd=tmp_path)
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == FILES.keys() - {"f.json", "e.xml"}


def test_fields_of_json_by_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"text": "Fine.", "story": {"copy": DATE}, "day": "2021-06-16"})
    )
    (tmp_path / "factlint.yml").write_text("json: {text: story.copy, date: day}\n")
    done = factlint("check", "a.json", "--format", "json", "--select", "FL401", cwd=tmp_path)
    [article] = json.loads(done.stdout)["articles"]
    assert article["published"] == {"date": "2021-06-16", "source": "metadata"}
    assert len(article["findings"]) == 1
    shown = factlint("config", "show", "a.json", cwd=tmp_path).stdout
    assert 'text: ["story.copy"]' in shown
    (tmp_path / "factlint.yml").write_text("json: {txt: story.copy}\n")
    done = factlint("check", "a.json", cwd=tmp_path)
    assert done.returncode == 2
    assert "factlint.yml:1:8: there is no setting 'txt'; did you mean 'text'?" in done.stderr


def test_corrections_leave_all_else_as_it_was(tmp_path: Path) -> None:
    html = "<meta charset='windows-1252'>\r\n<p>Zürich: J. Smith, <b>J.</b> Smith &amp; J.&#32;Smith</p>\r\n"
    (tmp_path / "a.html").write_bytes(html.encode("cp1252"))
    (tmp_path / "house.yml").write_text(
        "preferred-spelling:\n- {avoid: Smith, use: Smythe}\n- {avoid: Zürich, use: A<B}\n"
    )
    (tmp_path / "factlint.yml").write_text("house: house.yml\n")
    feed = "<rss><channel><item><title>Smith</title></item>\n<item><title>Smith&amp;</title></item>"
    feed += "</channel></rss>"
    (tmp_path / "b.xml").write_text(feed)
    shown = factlint("check", "a.html", "b.xml", "--diff", "--select", "FL107", cwd=tmp_path).stdout
    assert "+<rss><channel><item><title>Smythe</title></item>" in shown
    factlint("check", "a.html", "b.xml", "--fix", "--select", "FL107", cwd=tmp_path)
    assert (tmp_path / "a.html").read_bytes() == html.replace("Smith", "Smythe").encode("cp1252")
    assert (tmp_path / "b.xml").read_text() == feed.replace("Smith", "Smythe")


def test_suppressions_in_markup(tmp_path: Path) -> None:
    html = (
        f"<p>{DATE}</p> <!-- factlint: ignore[FL401] its own line -->\n<p>{DATE}</p>\n"
        f"<!-- factlint: ignore[FL401]\n the next block -->\n<div><p>{DATE}</p></div>\n<p>Fine.</p>\n"
        "<!-- factlint: ignore[FL301] nothing -->\n<p>Fine.</p>\n"
    )
    (tmp_path / "a.html").write_text(html)
    done = factlint("check", "a.html", "--format", "concise", "--select", "FL001,FL301,FL401", cwd=tmp_path)
    assert [line.split(" ")[:3] for line in done.stdout.splitlines()] == [
        ["a.html:2:7:", "error", "FL401"],
        ["a.html:7:1:", "warning", "FL001"],
    ]
    feed = f"<rss><channel><item><title>A</title><description>{DATE}</description>"
    feed += "<!-- factlint: ignore-file --></item>"
    feed += f"<item><title>B</title><description>{DATE}</description></item></channel></rss>"
    (tmp_path / "b.xml").write_text(feed)
    done = factlint("check", "b.xml", "--format", "concise", "--select", "FL401", cwd=tmp_path)
    assert len(done.stdout.splitlines()) == 2


HOSTILE = {
    "xxe.xml": (
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
        "declares the entity",
    ),
    "cut.nitf": (b"<nitf><body>", "not XML"),
    "pom.xml": (b"<project/>", "root element 'project'"),
    "odd.html": (b'<meta charset="x-nonsense"><p>a', "the encoding 'x-nonsense' is not known"),
    "wrong.html": (b"<p>Z\xfcrich", "byte 0xfc is not utf-8"),
    "null.html": (b"<p>\0", "binary"),
    "old.docx": (b"\xd0\xcf\x11\xe0", "no DOCX file"),
    "broken.json": (b'{"text": ', "broken.json:1:10: not JSON"),
    "other.json": (b'{"name": "x"}', "no text in any of the fields"),
    "list.jsonl": (b'{"text": "June"}\n{', "list.jsonl:2:2: not JSON"),
    "latin.rst": (b"Z\xfcrich", "not UTF-8"),
}


def test_messages_about_files_that_cannot_be_read(tmp_path: Path) -> None:
    for name, (data, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "wrong.txt").write_text(DATE)
    done = factlint("check", *HOSTILE, "wrong.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    for name, (_, reason) in HOSTILE.items():
        [line] = [line for line in done.stderr.splitlines() if line.startswith(f"factlint: {name}")]
        assert reason in line
    assert "wrong.txt:1:4: error FL401" in done.stdout


def test_a_second_run_from_the_cache_says_the_same(tmp_path: Path) -> None:
    save(tmp_path)
    env = {"FACTLINT_CACHE_DIR": str(tmp_path / "cache")}
    first, second = (factlint("check", *FILES, "--format", "json", cwd=tmp_path, env=env) for _ in range(2))
    assert first.stdout == second.stdout
    jobs = factlint("check", *FILES, "--format", "json", "--no-cache", "--jobs", "2", cwd=tmp_path, env=env)
    assert jobs.stdout == first.stdout


def test_claims_of_every_article_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{DATE}"}}\n\n{{"text": "{DATE}"}}\n')
    done = factlint("claims", "a.jsonl", "--select", "FL401", cwd=tmp_path)
    assert done.returncode == 0
    assert "a.jsonl:1:14: " in done.stdout
    assert "a.jsonl:3:14: " in done.stdout
    (tmp_path / "b.json").write_text("[]")
    done = factlint("claims", "b.json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "factlint: b.json: no article in this file; exclude it\n")
