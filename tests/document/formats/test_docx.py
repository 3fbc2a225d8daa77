"""DOCX: paragraphs as lines, and archives that are not what they say."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from extracted import article, blocks, place_of

from factlint.document.formats.load import load
from factlint.document.read import read_document
from factlint.errors import InputError
from factlint.text.span import Span

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>A. Writer</dc:creator></cp:coreProperties>'
)


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def docx(body: str, **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
        archive.writestr("docProps/core.xml", CORE)
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_paragraphs_runs_and_styles() -> None:
    body = (
        paragraph(run("Talks in Bern"), "Title")
        + "<w:p/>"
        + paragraph(run("They ") + run("met", "<w:rPr><w:b/></w:rPr>") + run(" in Bern."))
        + paragraph(run("one"), "ListParagraph")
        + paragraph(run("We agreed."), "Quote")
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('Bern'))}</w:tc>"
        + f"<w:tc>{paragraph(run('Rome'))}</w:tc></w:tr></w:tbl>"
    )
    found = article("a.docx", docx(body))
    assert blocks(found) == [
        ("headline", "Talks in Bern"),
        ("paragraph", "They met in Bern."),
        ("list-item", "one"),
        ("block-quote", "We agreed."),
        ("paragraph", "Bern"),
        ("paragraph", "Rome"),
    ]
    assert place_of(found, "met in") == "3:6-3:12"
    assert place_of(found, "Rome") == "7:1-7:5"
    read = read_document(found)
    assert (read.metadata.title, read.metadata.byline) == ("Talks in Bern", "A. Writer")


def test_what_is_deleted_hidden_or_drawn_twice() -> None:
    box = f"<w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent>"
    body = paragraph(
        run("a😀e\u0301")
        + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        + f"<w:ins>{run('new')}</w:ins>"
        + run("hidden", "<w:rPr><w:vanish/></w:rPr>")
        + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
        + "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
        + f'<w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = article("a.docx", docx(body))
    assert found.source.text == "a😀e\u0301new\tb\u2028c\u2011d\nboxed"
    assert place_of(found, "b") == "1:9-1:10"
    assert blocks(found) == [("paragraph", "a😀e\u0301new b c-d"), ("paragraph", "boxed")]


def test_nothing_is_written_back() -> None:
    source = article("a.docx", docx(paragraph(run("Copy.")))).source
    assert not source.takes(Span(0, 4), "Text")


def bomb() -> bytes:
    """An archive of some kilobytes whose document unpacks to more than any article."""
    return docx(paragraph(run("A" * 30_000_000)))


def lying() -> bytes:
    """An archive that gives its document a small size."""
    data = bytearray(bomb())
    real = len(f"<w:document {SPACE}><w:body>{paragraph(run('A' * 30_000_000))}</w:body></w:document>")
    return bytes(data.replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def many() -> bytes:
    return docx("", **{f"x{number}": "" for number in range(10_001)})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no DOCX file"),
        (b"\xd0\xcf\x11\xe0 an old .doc", "no DOCX file"),
        (b"plain text", "no DOCX file"),
        (docx(paragraph(run("Copy.")))[:-30], "no DOCX file"),
        (docx("<w:p>"), "not XML"),
        (docx(f"<!DOCTYPE x [<!ENTITY a 'b'>]>{paragraph(run('&a;'))}"), "not XML"),
        (docx("<w:tbl>" * 50_000), "nested too deeply"),
        (bomb(), "unpacks to more than 20 MB"),
        (many(), "more than 10000 files"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        load("a.docx", data)
    assert reason in str(refused.value)
    assert str(refused.value).startswith("a.docx")


def test_sizes_that_are_lies() -> None:
    with pytest.raises(InputError):
        load("a.docx", lying())


def test_names_that_lead_out_of_the_archive_are_never_unpacked() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        '/officeDocument"'
        ' Target="../../etc/passwd"/></Relationships>'
    )
    good = docx(paragraph(run("Copy.")), **{"../../evil.txt": "x", "/etc/evil": "x"})
    assert blocks(article("a.docx", good)) == [("paragraph", "Copy.")]
    with pytest.raises(InputError, match="lacks"):
        load("a.docx", docx(paragraph(run("Copy.")), **{"_rels/.rels": relations}))


def test_the_part_that_the_package_names() -> None:
    relation = '<Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/>'
    relations = f"<Relationships>{relation}</Relationships>"
    other = f"<w:document {SPACE}><w:body>{paragraph(run('Other.'))}</w:body></w:document>"
    data = docx(paragraph(run("Copy.")), **{"_rels/.rels": relations, "word/document2.xml": other})
    assert blocks(article("a.docx", data)) == [("paragraph", "Other.")]


def test_damage_in_the_middle() -> None:
    data = bytearray(docx(paragraph(run("Copy. " * 2000))))
    middle = data.index(b"word/document.xml") + 60
    data[middle : middle + 8] = bytes(8)
    with pytest.raises((InputError, zlib.error)) as refused:
        load("a.docx", bytes(data))
    assert isinstance(refused.value, InputError)
