"""Which values of a JSON object are which part of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULTS: dict[str, tuple[str, ...]] = {
    "text": (
        "body_text", "body_html", "body_xhtml", "bodies.0.value", "articleBody", "article_body", "body",
        "text", "content_html", "content_text", "content", "paragraphs",
    ),
    "title": ("headline", "title", "headlines.0.value", "name"),
    "date": (
        "published", "datePublished", "date_published", "published_at", "publication_date", "pubDate",
        "pubdate", "contentcreated", "firstcreated", "date", "versioncreated", "created_at",
    ),
    "byline": ("byline", "author", "author.name", "authors.0.name", "by", "creator"),
    "outlet": ("outlet", "publisher", "publisher.name", "source", "site_name"),
    "location": ("location", "dateline", "located"),
}  # fmt: skip
"""Where a part of an article is looked for; the first that has any words counts. ninjs 1 and 2, schema.org
and JSON Feed are among them."""


@dataclass(frozen=True)
class JsonFields:
    """Which values of a JSON object are which part of an article.

    Attributes:
        paths: by part, dotted paths such as ``article.body`` or ``bodies.0.value``; ``*`` stands for any
            key or index. Parts that are not in it have those of ``DEFAULTS``.
    """

    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, part: str) -> tuple[str, ...]:
        """The paths of a part."""
        return self.paths.get(part) or DEFAULTS[part]
