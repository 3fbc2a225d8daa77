"""Digests as JSON and back, without loss."""

from __future__ import annotations

import json

from factlint.crossing.records import SCHEMA_VERSION, ArticleDigest
from factlint.errors import FactlintError
from factlint.jsonrecords import plain, read


def to_json(digest: ArticleDigest) -> str:
    """A digest as one line of JSON: an object of the schema's version and the fields in order."""
    return json.dumps([SCHEMA_VERSION, plain(digest)], separators=(",", ":"))


def from_json(text: str) -> ArticleDigest:
    """The digest that ``to_json`` wrote.

    Raises:
        FactlintError: it was written by another version, or is no digest.
    """
    try:
        version, values = json.loads(text)
        if version != SCHEMA_VERSION:
            raise FactlintError(
                f"a record of version {version} cannot be read here, where it is {SCHEMA_VERSION}",
                "add the article again",
            )
        return read(ArticleDigest, values)
    except (ValueError, TypeError, KeyError) as error:
        raise FactlintError(f"a record is damaged: {error}", "add the article again") from None
