"""What a shell proposes for the arguments of ``factlint kb``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    import click

_MOST = 200


def snapshots(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """``embedded``, and files."""
    from factlint.kb.active import EMBEDDED

    named = [CompletionItem(EMBEDDED)] if EMBEDDED.startswith(incomplete) else []
    return [*named, CompletionItem(incomplete, type="file")]


def offices(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Titles of offices as copy writes them; nothing where the snapshot cannot be read."""
    from factlint.errors import FactlintError
    from factlint.kb.active import active_snapshot
    from factlint.kb.store import Snapshot

    try:
        with Snapshot(active_snapshot(context.params.get("snapshot")).path) as opened:
            titles = sorted({form for form, _ in opened.office_titles()})
    except FactlintError:
        return []
    wanted = incomplete.lower()
    return [CompletionItem(title) for title in titles if title.lower().startswith(wanted)][:_MOST]
