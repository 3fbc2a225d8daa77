"""What an archive keeps of one article, and the bytes it keeps it as."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from factlint.archive.excerpts import Excerpt, cut, places, restore
from factlint.archive.origins import OriginPiece, pieces, with_origin
from factlint.archive.schema import DAYS, UNDATED
from factlint.crossing.common import COMMON
from factlint.crossing.events import Feature, features
from factlint.crossing.records import SCHEMA_VERSION, ArticleDigest
from factlint.crossing.serialise import from_json, to_json
from factlint.errors import ArchiveError, FactlintError
from factlint.text.source import SourceText

_HASH_BYTES = 16
_FEATURE_BYTES = 6
"""SQLite stores six bytes of a number as such; two of three million features hardly ever share one."""

_TEXTS = ("title", "outlet", "updates")
_FEATURES = ("people", "famous", "sites", "terms")

_LEVEL = 6
_MOST_BYTES = 100_000_000
"""A record that unpacks to more is damaged; the largest article there can be gives a fraction of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, ready to be added.

    Attributes:
        path: relative to the folder of the archive, with forward slashes.
        content: hash of its text.
        reading: hash of what else its claims depend on.
        published: the publication date.
        outlet: who published it.
        updates: the article that it takes the place of, case-folded.
        features: by what it is found and likened, packed.
        claims: what it says, packed.
        excerpts: the words round its claims with their places, packed.
        keys: hashes of all its features, sorted.
        posted: those by which it is found.
    """

    path: str
    content: bytes
    reading: bytes
    published: dt.date | None
    outlet: str
    updates: str
    features: bytes
    claims: bytes
    excerpts: bytes
    keys: tuple[int, ...]
    posted: tuple[int, ...]

    @property
    def bucket(self) -> int:
        """The number of its span of days."""
        return bucket_of(self.published)


def entry(digest: ArticleDigest, source: SourceText, path: str, reading: bytes) -> Entry:
    """What is kept of an article.

    Args:
        digest: its claims.
        source: its text.
        path: what the archive is to call it.
        reading: hash of what else its claims depend on.
    """
    blank: dict[str, Any] = {**dict.fromkeys(("path", *_TEXTS), ""), **dict.fromkeys(_FEATURES, ())}
    claims = replace(digest, published=None, **blank)
    keys, posted = hashes(digest)
    return Entry(
        path=path,
        content=content_hash(source),
        reading=reading,
        published=digest.published,
        outlet=digest.outlet,
        updates=digest.updates.casefold(),
        features=pack_features(digest),
        claims=pack(to_json(claims)),
        excerpts=_pack_text(source, cut(source, places(digest))),
        keys=keys,
        posted=posted,
    )


def hashes(digest: ArticleDigest) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Hashes of all features of an article, and of those by which it is found, each sorted.

    Words that stand in stories of every kind find nothing, so that they are counted but not posted.
    """
    bag = features(digest)
    return (
        tuple(sorted({hashed(feature) for feature in bag})),
        tuple(sorted({hashed(feature) for feature in bag if is_telling(feature)})),
    )


def is_telling(feature: Feature) -> bool:
    """Whether articles are looked up by a feature."""
    kind, key = feature
    return kind != "word" or key not in COMMON


@lru_cache(maxsize=200_000)
def hashed(feature: Feature) -> int:
    """A feature as a number of 47 bits, the same on every machine."""
    made = hashlib.blake2b("\0".join(feature).encode("utf-8", "surrogatepass"), digest_size=_FEATURE_BYTES)
    return int.from_bytes(made.digest(), "big") >> 1


def content_hash(source: SourceText) -> bytes:
    """A hash of an article's text."""
    return hash_of(source.text)


def hash_of(*parts: str) -> bytes:
    """A hash of some texts."""
    made = hashlib.blake2b(digest_size=_HASH_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.digest()


def bucket_of(published: dt.date | None) -> int:
    """The number of the span of days that a date lies in."""
    return UNDATED if published is None else published.toordinal() // DAYS


def pack_features(digest: ArticleDigest) -> bytes:
    """What an article is found and likened by, and what messages say of it."""
    published = digest.published.isoformat() if digest.published else None
    values = [published, *(getattr(digest, name) for name in (*_TEXTS, *_FEATURES))]
    return pack(json.dumps(values, separators=(",", ":")))


def unpack_features(path: str, data: bytes) -> ArticleDigest:
    """A digest without claims.

    Unlike a whole digest this is not read field by field: of dozens of candidates it is all that is needed,
    and a checksum guards it.

    Raises:
        ArchiveError: the record is damaged.
    """
    text = unpack(data)
    try:
        published, title, outlet, updates, people, famous, sites, terms = json.loads(text)
        return ArticleDigest(
            path=path,
            title=title,
            outlet=outlet,
            published=dt.date.fromisoformat(published) if published else None,
            updates=updates,
            people=tuple(people),
            famous=tuple(famous),
            sites=tuple(sites),
            terms=tuple(map(tuple, terms)),
        )
    except (ValueError, TypeError) as error:
        raise ArchiveError(f"a record of the archive is damaged ({error})", _MEND) from None


def with_claims(likened: ArticleDigest, claims: bytes) -> ArticleDigest:
    """A digest of features together with the claims of the same article."""
    shared = {name: getattr(likened, name) for name in ("path", "published", *_TEXTS, *_FEATURES)}
    return replace(unpack_digest(claims), **shared)


def pack(text: str) -> bytes:
    """A text as it is kept."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack(data: bytes) -> str:
    """The text that ``pack`` packed.

    Raises:
        ArchiveError: it is damaged.
    """
    try:
        reader = zlib.decompressobj()
        text = reader.decompress(data, _MOST_BYTES)
        if not reader.eof:
            raise ArchiveError("a record of the archive is cut short", _MEND)
        return text.decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise ArchiveError(f"a record of the archive is damaged ({error})", _MEND) from None


def unpack_digest(data: bytes) -> ArticleDigest:
    """The digest that was packed; raises ArchiveError where it is damaged."""
    try:
        return from_json(unpack(data))
    except FactlintError as error:
        raise ArchiveError(f"the archive: {error.message}", _MEND) from None


def unpack_text(path: str, data: bytes) -> SourceText:
    """As much of an article's text as is kept, every word at its place.

    Args:
        path: how messages name the article.
        data: what was packed.

    Raises:
        ArchiveError: it is damaged.
    """
    text = unpack(data)
    try:
        excerpts, suffix, origin = json.loads(text)
        restored = restore(path, [Excerpt(*one) for one in excerpts])
        if not origin:
            return restored
        return with_origin(restored, path.removesuffix(suffix), [OriginPiece(*one) for one in origin])
    except (ValueError, TypeError) as error:
        raise ArchiveError(f"a record of the archive is damaged ({error})", _MEND) from None


def _pack_text(source: SourceText, excerpts: Sequence[Excerpt]) -> bytes:
    # Of several articles in a file each is named by the file and a suffix: feed.xml#2.
    suffix = source.path.removeprefix(source.file.path)
    return pack(json.dumps([excerpts, suffix, [*pieces(source, excerpts)]], separators=(",", ":")))


def reading_hash(*parts: str) -> bytes:
    """Hash of what claims depend on beside the text: how dates are read, and the version of digests."""
    return hash_of(str(SCHEMA_VERSION), *parts)


_MEND = "restore the archive from a backup, or add the articles to a new one"
