"""reStructuredText: as long as the source, and only copy left."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from extracted import article, blocks, place_of
from hypothesis import given
from hypothesis import strategies as st

from factlint.document.read import read_document
from factlint.document.rst import rst_prose

STORY = """\
=============
Talks in Bern
=============

:date: 2021-06-16
:author: A. Writer

They *met* in **Bern**, the capital of `Switzerland <https://example.org>`_ [1]_,
says :ref:`the paper <lp>` of |today|::

    code = "Sydney"
    more

Later
-----

.. image:: lake.jpg
   :alt: A lake

.. A comment
   on two lines

.. note:: They left.

   For good.

#. one
#. two

.. [1] A footnote.
.. _target: https://example.org

>>> print("Sydney")
"""


def test_blocks_and_fields() -> None:
    found = article("a.rst", STORY)
    assert blocks(found) == [
        ("headline", "Talks in Bern"),
        ("paragraph", "They met in Bern , the capital of Switzerland , says the paper of today"),
        ("heading", "Later"),
        ("paragraph", "They left."),
        ("paragraph", "For good."),
        ("list-item", "one"),
        ("list-item", "two"),
        ("paragraph", "A footnote."),
    ]
    read = read_document(found)
    assert read.published is not None
    assert read.published.date == dt.date(2021, 6, 16)
    assert read.metadata.byline == "A. Writer"
    assert place_of(found, "Switzerland") == "8:41-8:52"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a ``literal`` b", "a b"),
        ("a :sup:`2` b", "a 2 b"),
        ("see Bern_ and `Lake Town`__ now", "see Bern and Lake Town now"),
        ("a\\* b", "a b"),
        ("| line one\n| line two", "line one line two"),
        ("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+", "a b c d"),
        ("====  ====\na     b\n====  ====", "a b"),
        (".. |x| replace:: y", ""),
        (".. figure:: a.png\n   :width: 3\n\n   Smoke over the port.", "Smoke over the port."),
        (".. code-block:: python\n\n   no\n\n   no\nyes", "yes"),
        ("Copy::\n\n  no\n\n  no\n\nyes", "Copy yes"),
        ("3 < 4 and a_b", "3 < 4 and a_b"),
        ("O\u2019Brien", "O'Brien"),
    ],
)
def test_markup_is_blanked(text: str, words: str) -> None:
    assert " ".join(rst_prose(text).split()) == words


LINES = st.lists(
    st.sampled_from(
        ["..", ".. x::", ".. [1] a", "::", "a::", "  b", "===", "| a |", "+--+", ":date: x", "`a <b>`_", "*",
         "#. a",
         ">>> a", "", "\r", "😀e\u0301 c"]
    ),
    max_size=12,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_same_length_and_readable(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    assert len(rst_prose(text)) == len(text)
    read_document(article("a.rst", text))


@pytest.mark.parametrize(
    "pattern", [".. ", "`", "<", "::\n\n", "*", "|", "_", ":a:", "=\n", "  \n", "[", "\\"]
)
def test_time_grows_with_the_length(pattern: str) -> None:
    times = []
    for size in (50_000, 200_000):
        text = pattern * (size // len(pattern))
        start = time.process_time()
        rst_prose(text)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.5
