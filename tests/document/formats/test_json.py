"""ninjs, other JSON and JSON Lines."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from extracted import article, articles, assert_faithful, blocks, place_of
from hypothesis import given
from hypothesis import strategies as st

from factlint.document.formats.fields import JsonFields
from factlint.document.formats.jsontext import strings
from factlint.document.formats.load import load
from factlint.document.read import read_document
from factlint.errors import InputError

TEXT = "They met in Bern.\n\nThey left “early”. 😀 O’Brien"


def fields(**paths: str | tuple[str, ...]) -> JsonFields:
    return JsonFields({part: (path,) if isinstance(path, str) else path for part, path in paths.items()})


@pytest.mark.parametrize("ascii_only", [True, False])
def test_plain_text(ascii_only: bool) -> None:
    value = {
        "headline": "Talks & tea",
        "body": TEXT,
        "published": "2021-06-16",
        "author": {"name": "A. Writer"},
    }
    found = article("a.json", json.dumps(value, ensure_ascii=ascii_only))
    assert blocks(found) == [
        ("headline", "Talks & tea"),
        ("paragraph", "They met in Bern."),
        ("paragraph", "They left “early”. 😀 O'Brien"),
    ]
    assert found.published == dt.datetime(2021, 6, 16)  # noqa: DTZ001 - as written
    assert found.metadata is not None
    assert found.metadata.byline == "A. Writer"


def test_places_in_escapes() -> None:
    text = '{\n "body": "a \\"b\\" \\ud83d\\ude00 O\\u2019Brien\\nnext"\n}'
    found = article("a.json", text)
    assert place_of(found, '"b"') == "2:13-2:18"
    assert place_of(found, "😀") == "2:19-2:31"
    assert place_of(found, "O\u2019Brien") == "2:32-2:44"
    assert place_of(found, "next") == "2:46-2:50"


def test_ninjs() -> None:
    first = {
        "uri": "x",
        "versioncreated": "2021-06-16T10:00:00Z",
        "body_xhtml": "<p>They <b>met</b>.</p><p>Left.</p>",
    }
    second = {
        "headlines": [{"role": "main", "value": "Talks"}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>They met.</p>"}],
    }
    assert blocks(article("a.json", json.dumps(first))) == [
        ("paragraph", "They met."),
        ("paragraph", "Left."),
    ]
    assert blocks(article("a.json", json.dumps(second))) == [
        ("headline", "Talks"),
        ("paragraph", "They met."),
    ]


def test_configured_fields() -> None:
    value = {
        "body": "no",
        "story": {"paras": ["One.", {"x": "no"}, "Two."], "head": "Talks"},
        "day": "16 June 2021",
    }
    chosen = fields(text="story.paras", title="story.head", date=("missing", "day"))
    found = article("a.json", json.dumps(value), chosen)
    assert blocks(found) == [("headline", "Talks"), ("paragraph", "One."), ("paragraph", "Two.")]
    assert found.published == dt.date(2021, 6, 16)
    several = {"parts": [{"t": "One."}, {"t": "Two."}]}
    assert len(blocks(article("a.json", json.dumps(several), fields(text="parts.*.t")))) == 2


def test_a_list_and_lines() -> None:
    listed = articles("a.json", '[{"text": "One."},\n {"text": "Two."}]')
    lines = articles("a.jsonl", '\ufeff{"text": "One."}\r\n\r\n{"text": "Two."}\r\n'.encode())
    assert [one.source.path for one in listed] == ["a.json#1", "a.json#2"]
    assert [one.source.path for one in lines] == ["a.jsonl#1", "a.jsonl#2"]
    assert place_of(listed[1], "Two") == "2:12-2:15"
    assert place_of(lines[1], "Two") == "3:11-3:14"


def test_a_line_that_is_wrong_hides_no_other() -> None:
    documents, errors = load("a.jsonl", '{"text": "One."}\n{"text": \n{"other": "x"}\n[]\n{"text": "Two."}')
    assert len(documents) == 2
    assert [str(error).split(": ")[0] for error in errors] == ["a.jsonl:2:10", "a.jsonl:3", "a.jsonl:4"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"text": "a",}', "a.json:1:14: not JSON"),
        ('{"a": NaN, "text": "b"}', "NaN is no JSON number"),
        ("[" * 100_000, "a.json:1: "),
        ('{"a": {"text": "b"}}', "no text in any of the fields"),
        ('{"text": ""}', "json: {text: FIELD}"),
        ('{"text": 3}', "no text"),
        ("", "not JSON"),
        ("[]", "no article"),
        ('{"text": "\\x"}', "not JSON"),
        ('{"text": "' + "<" * 1_000_000, "not JSON"),
    ],
)
def test_what_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        load("a.json", text)
    assert reason in str(refused.value)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_every_string_is_found_at_its_path(value: object, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    for string in strings(text):
        here = json.loads(text)
        for key in string.path:
            here = here[key]
        assert string.read(text)[0] == here


@given(
    st.text(alphabet=st.sampled_from(list('ab <>p/&;#8217"\\\n\r\t😀\u2019\u00a0')), max_size=60),
    st.booleans(),
)
def test_any_text_can_be_read_and_every_place_is_true(text: str, ascii_only: bool) -> None:
    try:
        [document], _ = load("a.json", json.dumps({"text": text, "title": text}, ensure_ascii=ascii_only))
    except InputError:
        assert not text.strip()
    else:
        assert_faithful(document)
        read_document(document)


@pytest.mark.parametrize("pattern", ["\\n", "\\ud83d\\ude00", "<p>", "&amp;", '", "x": "', "a "])
def test_time_grows_with_the_length(pattern: str) -> None:
    times = []
    for size in (50_000, 200_000):
        text = '{"text": "Copy. ' + pattern * (size // len(pattern)) + '"}'
        start = time.process_time()
        load("a.json", text)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.5
