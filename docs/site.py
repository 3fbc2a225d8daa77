"""What the site needs beyond Markdown: links that lead out of ``docs/`` become plain words.

On disk they lead to a file of the repository, which the site does not have.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s:]+)\)")


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Mkdocs' hook: the Markdown of a page before it is rendered."""
    folder = posixpath.dirname(page.file.src_uri)

    def shown(link: re.Match[str]) -> str:
        leads_out = posixpath.normpath(posixpath.join(folder, link[2])).startswith("../")
        return link[1] if leads_out else link[0]

    return _LINK.sub(shown, markdown)
