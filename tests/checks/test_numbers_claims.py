"""What quantities are claims of: what is counted, what befell it, which part and which time."""

from __future__ import annotations

from factlint.annotate.layers import Annotations
from factlint.annotate.quantities.templates import MARK, templates
from factlint.claims import EXTRACTORS
from factlint.claims.list_counts import ListCountClaim
from factlint.claims.quantities import QuantityClaim, quantity_claims, singular
from factlint.claims.sums import SumClaim
from factlint.document.read import read_article
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.rulekit.context import ArticleContext
from factlint.text.source import SourceText


def annotate(text: str) -> Annotations:
    return Annotations(read_article(SourceText("story.txt", text)), Snapshot(embedded_path()))


def claims(text: str) -> tuple[QuantityClaim, ...]:
    return quantity_claims(annotate(text))


def test_counted_noun_and_its_modifiers() -> None:
    [claim] = claims("Nine federal judges ruled.")
    assert (claim.counted, claim.modifiers) == ("judge", ("federal",))


def test_what_an_amount_is_for() -> None:
    first, second = claims("The $3 million bridge contract failed. It lost a contract worth $4 million.")
    assert (first.counted, first.modifiers) == ("contract", ("bridge",))
    assert second.counted == "contract"


def test_what_befell_people() -> None:
    text = "The blast killed 12 people. Police arrested nine. Forty were injured. The toll of deaths hit 14."
    assert [claim.event for claim in claims(text)] == ["dead", "held", "hurt", "dead"]


def test_parts_updates_and_references() -> None:
    part, update, reference = claims(
        "Two more ships sank. The toll has risen to 14 sailors. The five judges agreed."
    )
    assert part.is_part
    assert update.is_update
    assert reference.is_definite
    assert not part.is_definite
    assert not reference.is_part


def test_times_of_the_sentence() -> None:
    [claim] = claims("In 2015, 12 people died.")
    assert claim.times == ("2015",)


def test_quotations_are_marked() -> None:
    [claim] = claims('"We lost 12 men," he said.')
    assert claim.quoted


def test_singular() -> None:
    assert [singular(noun) for noun in ("people", "cities", "churches", "boats")] == [
        "person", "city", "church", "boat",
    ]  # fmt: skip


def test_templates_put_marks_for_quantities() -> None:
    [template] = templates(annotate("Sales rose about 5%\nfrom $10 million to $12 million."))
    assert template.text == f"Sales rose {MARK} from {MARK} to {MARK}."
    assert len(template.quantities) == 3


def test_tables_have_no_template() -> None:
    assert templates(annotate("7 " * 100)) == ()


def test_sums_of_the_parts_that_are_said_to_be_all() -> None:
    annotations = annotate("The blast left 12 dead: five men, six women and a child.")
    context = ArticleContext(annotations.article, annotations, annotations.kb, EXTRACTORS)
    [claim] = context.claims(SumClaim)
    assert (claim.whole, claim.sum, claim.more, claim.complete) == (12, 12, 1, True)


def test_items_of_a_list() -> None:
    annotations = annotate("It binds three countries: France, Italy and the Ivory Coast.")
    context = ArticleContext(annotations.article, annotations, annotations.kb, EXTRACTORS)
    [claim] = context.claims(ListCountClaim)
    assert claim.items == ("France", "Italy", "the Ivory Coast")
