"""Text and documents of XML 1.0."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

# What XML 1.0 calls Char; no escape can bring the rest into a document.
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def xml_text(text: str) -> str:
    """Text with U+FFFD for every character that XML 1.0 has no way to write."""
    return _NOT_XML.sub("\ufffd", text)


def document(root: ET.Element) -> str:
    """An indented document with its declaration, encoded as UTF-8 by whoever writes it."""
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
