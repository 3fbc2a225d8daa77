"""Files that say themselves how they are encoded: XML and HTML."""

from __future__ import annotations

import codecs
import re

from factlint.errors import InputError
from factlint.text.source import MAX_BYTES, SourceText, too_large

_LOOK_AT = 4096
"""Bytes in which a declaration is looked for; browsers look at the first 1,024."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What "<?" looks like in UTF-16 without a byte-order mark (XML 1.0, appendix F).
_STARTS = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_XML = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([^\"'\s>]{1,40})[\"']")
_META = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([^\"'\s/>;]{1,40})", re.IGNORECASE)

# Those of the WHATWG's list that Python has, by Python's own names. Others, such as UTF-7, are not for
# documents.
_KNOWN = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be ascii iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6"
    " iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 cp866 cp874"
    " cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8-r koi8-u mac-roman big5"
    " big5hkscs euc_jp euc_kr gb2312 gbk gb18030 shift_jis iso2022_jp".split()
)
# By the WHATWG's encoding standard these labels mean windows-1252 in HTML.
_WINDOWS_IN_HTML = frozenset({"ascii", "iso8859-1"})


def decode_xml(path: str, data: bytes) -> SourceText:
    """Decode XML by its byte-order mark, else its declaration, else as UTF-8.

    Raises:
        InputError: the file is too large, its encoding is not known, or it is not so encoded.
    """
    return _decode(path, data, _said(_XML, data))


def decode_html(path: str, data: bytes) -> SourceText:
    """Decode HTML by its byte-order mark, else its ``meta`` or XML declaration, else as UTF-8.

    Raises:
        InputError: as for ``decode_xml``.
    """
    return _decode(path, data, _said(_XML, data) or _said(_META, data), html=True)


def _said(pattern: re.Pattern[bytes], data: bytes) -> str:
    look = pattern.match if pattern is _XML else pattern.search
    match = look(data[:_LOOK_AT])
    return match.group(1).decode("ascii", "replace") if match else ""


def _decode(path: str, data: bytes, said: str, *, html: bool = False) -> SourceText:
    if len(data) > MAX_BYTES:
        raise too_large(path, len(data))
    mark, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))
    if not encoding:
        encoding = next((name for start, name in _STARTS if data.startswith(start)), "")
    if not encoding:
        encoding = _python_name(path, said, html=html) if said else "utf-8"
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise InputError(
            f"{path}:{line}: byte 0x{body[error.start]:02x} is not {said or encoding}",
            "save the file as UTF-8, and have it say so",
        ) from None
    if "\0" in text:
        raise InputError(f"{path}: the file is binary, not text", "exclude it or save it as UTF-8 text")
    return SourceText(path, text, bom=bool(mark), encoding=encoding)


def _python_name(path: str, said: str, *, html: bool) -> str:
    try:
        name = codecs.lookup(said).name
    except (LookupError, ValueError):
        name = ""
    if name not in _KNOWN:
        raise InputError(f"{path}: the encoding {said!r} is not known", "save the file as UTF-8")
    if html and name in _WINDOWS_IN_HTML:
        return "cp1252"
    # A declaration that can be read byte by byte cannot be in UTF-16.
    return "utf-8" if name.startswith("utf-16") else name


def decode_start(data: bytes) -> str:
    """The first characters of a file, as far as they can be told; for a look at what it is."""
    mark, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))
    if not encoding:
        encoding = next((name for start, name in _STARTS if data.startswith(start)), "utf-8")
    return data[len(mark) :].decode(encoding, "replace")
