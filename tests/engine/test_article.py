from __future__ import annotations

from dataclasses import replace

from toy import AGAIN, NAME, WORD, check

from factlint.engine.results import ClaimCounts, Diagnostic
from factlint.rulekit.rule import Judgement, Missing, Severity
from factlint.text.lines import Position


def only(*texts: str, **settings: object) -> Diagnostic:
    [found] = check(*texts, **settings).diagnostics  # type: ignore[arg-type]
    return found


def test_finding_becomes_diagnostic_with_all_four_ends() -> None:
    found = only("A first line.\n\nThis is wrong.\n")
    assert found.rule == "TT101"
    assert found.words == "wrong"
    assert found.region.start == Position(3, 9)
    assert found.region.end == Position(3, 14)
    assert found.severity is Severity.ERROR
    assert found.evidence[0].source == "toys"


def test_positions_are_code_points_after_astral_and_combining_characters() -> None:
    found = only("😀😀 nai\u0308ve, wrong.\n")
    assert found.region.start == Position(1, 12)
    assert found.region.span.start == 11


def test_quoted_claim_is_a_note_but_a_quoted_name_is_not() -> None:
    text = 'He said: "This is wrong."\n'
    assert only(text).severity is Severity.NOTE
    assert only(text, rules=(NAME,)).severity is Severity.ERROR


def test_slip_of_form_is_one_in_a_quotation_too() -> None:
    slip = replace(WORD, slip_of_form=True)
    assert only('He said: "This is wrong."\n', rules=(slip,)).severity is Severity.ERROR


def test_finding_of_an_article_check_in_quotation_marks_is_a_note() -> None:
    assert only("Do it again and again.\n", rules=(AGAIN,)).severity is Severity.WARNING
    assert only('Do it again. "And again," he said.\n', rules=(AGAIN,)).severity is Severity.NOTE


def test_severity_of_a_finding_lowers_that_of_its_rule() -> None:
    assert only("It is slight.\n").severity is Severity.NOTE


def test_notes_leave_the_exit_status_alone() -> None:
    assert check("It is slight.\n").exit_status == 0
    assert check("It is wrong.\n").exit_status == 1


def test_related_places_have_positions() -> None:
    [other] = only("Do it again and again.\n", rules=(AGAIN,)).related
    assert other.message == "the first again"
    assert other.region.start == Position(1, 7)


def test_claims_are_counted_once_however_many_rules_judge_them() -> None:
    report = check("right, wrong, unsure and undated\n", rules=(WORD, NAME))
    assert report.claims == ClaimCounts(
        found=4, checked=2, unchecked=((Missing.CONTEXT, 1), (Missing.PUBLICATION_DATE, 1))
    )


def test_claim_that_one_rule_could_not_judge_is_not_checked() -> None:
    def doubtful(*_: object) -> Judgement:
        return Judgement.unknown(Missing.KNOWLEDGE)

    doubting = replace(WORD, code="TT103", name="toy-doubting", check_claim=doubtful)
    report = check("right, wrong and undated\n", rules=(WORD, doubting))
    assert report.claims == ClaimCounts(
        found=3, checked=1, unchecked=((Missing.PUBLICATION_DATE, 1), (Missing.KNOWLEDGE, 1))
    )


def test_publication_date_makes_claims_checkable() -> None:
    report = check("---\ndate: 2021-06-16\n---\nundated\n")
    assert report.claims == ClaimCounts(found=1, checked=1)


def test_rule_that_raises_is_reported_and_others_go_on() -> None:
    report = check("wrong, broken\n\nagain and again\n", rules=(WORD, AGAIN))
    broken, before, other = report.diagnostics
    assert broken.rule == "FL000"
    assert broken.message == "TT101 toy-word broke and left this article unchecked: ZeroDivisionError: toy"
    assert "toy.judge, line" in broken.evidence[0].text
    assert before.words == "wrong"
    assert other.rule == "TT201"
    assert report.exit_status == 2


def test_missing_model_is_told_and_counted() -> None:
    report = check("modelless and wrong\n")
    assert report.without_model == ("TT101",)
    assert dict(report.claims.unchecked) == {Missing.MODEL: 1}
    assert [found.words for found in report.diagnostics] == ["wrong"]
    assert report.model_problem
