"""The whole compilation: text form and tables kept by hand in, snapshot out."""

from __future__ import annotations

from pathlib import Path

from factlint.kb.embedded import LEXICONS
from factlint.kbbuild.compile.derive import (
    cap_open_tenures,
    derive_countries,
    doubt_shared_seats,
    join_terms,
    settle_lives,
)
from factlint.kbbuild.compile.draft import Draft
from factlint.kbbuild.compile.fromtext import read_lexicons, read_text_form
from factlint.kbbuild.compile.offices import set_canonical_titles
from factlint.kbbuild.compile.overlay import add_overlay
from factlint.kbbuild.compile.prominence import set_prominence
from factlint.kbbuild.compile.write import write_snapshot


def compile_snapshot(text: Path, facts: Path | None, output: Path) -> None:
    """Compile a snapshot.

    Args:
        text: folder of the text form.
        facts: folder of the tables kept by hand (``rules/facts``), None to leave them out.
        output: the snapshot file; replaced only when the new one is complete.

    Raises:
        SnapshotError: a table is missing or malformed; names the file and the line.
    """
    draft = Draft()
    read_text_form(text, draft)
    read_lexicons(LEXICONS, draft)
    if facts is None:
        set_canonical_titles(draft)
    else:
        add_overlay(facts, draft)
    join_terms(draft)
    settle_lives(draft)
    cap_open_tenures(draft)
    doubt_shared_seats(draft)
    derive_countries(draft)
    draft.office_forms.update((office.title, office.title) for office in draft.offices)
    set_prominence(draft)
    write_snapshot(draft, output)
