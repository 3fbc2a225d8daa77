"""What the elements of HTML mean for an article; XHTML in feeds and news items has the same names."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.document.article import BlockKind

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BLOCKS: dict[str, BlockKind | None] = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCK_QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    **dict.fromkeys(("td", "th"), BlockKind.PARAGRAPH),
    **dict.fromkeys(
        "address article body center details dir div dl figure header hgroup hr html main ol p pre section"
        " summary table tbody tfoot thead tr ul".split()
    ),
}
"""Elements that part blocks, with the kind of those in them; None for the kind of those around them."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without content and without a closing tag (HTML, 13.1.2)."""

PHRASING = frozenset("a abbr b cite code em i mark q s small span strong sub sup u".split())
"""Elements that, without attributes, change nothing for the words in them."""

SKIPPED = frozenset(
    "aside audio button canvas datalist dialog fieldset footer form head iframe label math menu nav noembed"
    " noframes noscript object script select style svg template textarea title video xmp".split()
)
"""Elements that hold no copy, but navigation, forms and what programs read."""

_ROLES = frozenset("navigation complementary contentinfo search dialog alertdialog menu toolbar".split())
_UNSEEN = frozenset({"visually-hidden", "sr-only", "screen-reader-text", "visuallyhidden"})


def is_skipped(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element with all that is in it is no copy: by name, by ARIA role, or hidden."""
    return (
        name in SKIPPED
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or attributes.get("role", "").lower() in _ROLES
        or not _UNSEEN.isdisjoint(attributes.get("class", "").lower().split())
    )
