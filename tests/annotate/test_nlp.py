"""The one way to spaCy."""

from __future__ import annotations

import subprocess
import sys

IMPORTED = """
import sys
from factlint.annotate.nlp import LanguageModel
[entity] = LanguageModel().entities("In came Nigel Farage.", start=5)
assert (entity.span.start, entity.span.end, entity.label) == (13, 25, "PERSON"), entity
assert "spacy.cli" not in sys.modules
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert callable(spacy.cli.download)
"""


def test_spacy_is_imported_without_its_command_line_and_left_whole() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_spacy_imported_by_somebody_else_is_used_as_it_is() -> None:
    code = "import spacy.cli\nbefore = spacy.cli\n" + IMPORTED.replace(
        'assert "spacy.cli" not in sys.modules', 'assert sys.modules["spacy.cli"] is before'
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
