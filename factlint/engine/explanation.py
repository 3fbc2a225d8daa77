"""Why a finding was reported: the claim, whom it names, what is known of them, what would silence it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factlint.annotate.within import within
from factlint.claims import EXTRACTORS
from factlint.claims.base import Claim
from factlint.document.article import PublicationDate
from factlint.engine.explain import ExplainedClaim, explained_claim
from factlint.engine.paths import ArticleFile
from factlint.engine.results import Diagnostic, Region
from factlint.engine.session import Session
from factlint.engine.settings import RuleSettings, RunSettings
from factlint.engine.silencing import Silencer, silencers
from factlint.errors import ModelError
from factlint.kb.model import Entity, Fit, Statement
from factlint.kb.store import Snapshot
from factlint.linking.link import link_names
from factlint.linking.weighing import WeighedMention, weigh
from factlint.rulekit.context import ArticleContext
from factlint.rulekit.rule import Rule
from factlint.text.span import Span

_DEEPEST = 4
"""No claim holds an entity deeper in its fields: claim, mention, people, entity."""


@dataclass(frozen=True, slots=True)
class LinkCandidate:
    """Somebody or something that words of the copy may mean.

    Attributes:
        id: its entity, empty for somebody whom only the article knows.
        label: its usual name.
        known_as: what it is.
        name: the name met, where that is another than the words.
        score: the sum of the reasons' weights; None for places, of which the most prominent stands first.
        reasons: what speaks for and against, with the weight of each.
    """

    id: str
    label: str
    known_as: str
    name: str
    score: float | None
    reasons: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedLink:
    """Words that name a person or a place, and whom or what they are taken for.

    Attributes:
        region: where they stand.
        words: the words of the file.
        kind: ``person`` or ``place``.
        meant: id and label of who is meant, None for nobody known.
        misspelled: whether they are taken for another name misspelt.
        needed: the score from which they are; None where that is not the question.
        candidates: the best supported first.
    """

    region: Region
    words: str
    kind: str
    meant: tuple[str, str] | None
    misspelled: bool
    needed: float | None
    candidates: tuple[LinkCandidate, ...]


@dataclass(frozen=True, slots=True)
class ExplainedStatement:
    """A statement of the knowledge base about somebody or something that the finding speaks of.

    Attributes:
        subject: id and label of whom it is about.
        property: what it states, in words.
        value: what it states it to be.
        valid: for which time, in words; empty for what always holds.
        held: whether it held on the day of publication: yes, no or unknown; empty for what always holds.
        source: key and title of its source.
        as_of: the day up to which the source is complete.
    """

    subject: tuple[str, str]
    property: str
    value: str
    valid: str
    held: str
    source: tuple[str, str]
    as_of: str


@dataclass(frozen=True)
class Explanation:
    """Everything behind a finding.

    Attributes:
        finding: the finding.
        rule: its rule.
        snapshot: id of the knowledge base that answered.
        published: the publication date that it was judged by, None where there is none.
        claims: those that the rule refutes here; where it judges no single claim, those on its words.
        links: the people and places named in the claims.
        statements: about whom and what the finding speaks of.
        silencers: what would have kept it silent.
    """

    finding: Diagnostic
    rule: Rule
    snapshot: str
    published: PublicationDate | None
    claims: tuple[ExplainedClaim, ...] = ()
    links: tuple[ExplainedLink, ...] = ()
    statements: tuple[ExplainedStatement, ...] = ()
    silencers: tuple[Silencer, ...] = field(default_factory=tuple)


def explain_finding(
    found: Diagnostic, file: ArticleFile, settings: RunSettings, rules: Sequence[Rule]
) -> Explanation:
    """Look again at what a finding was made from.

    Args:
        found: the finding.
        file: the article it stands in.
        settings: those of the run that reported it.
        rules: all there are, the engine's own included.

    Raises:
        InputError: the article cannot be read.
        SnapshotError: the snapshot cannot be opened.
    """
    rule = next(one for one in rules if one.code == found.rule)
    held = settings.of(file.path).of_rule(found.rule)
    with Snapshot(settings.kb) as kb:
        context = Session(settings, kb).open(file).context
        claims = _claims(found, context, held)
        weighed = tuple(_mentions(found, claims, context))
        subjects = tuple(_subjects(found, claims, weighed, kb))
        return Explanation(
            finding=found,
            rule=rule,
            snapshot=kb.info.id,
            published=context.article.published,
            claims=tuple(explained_claim(claim, context, (held,) if held else ()) for claim in claims),
            links=(
                *(_person_link(one, context, kb) for one in weighed),
                *_place_links(found, claims, context, kb),
            ),
            statements=tuple(_statements(subjects, kb, context.published)),
            silencers=tuple(silencers(found, rule, held, context, weighed=weighed, subjects=subjects)),
        )


def _claims(found: Diagnostic, context: ArticleContext, held: RuleSettings | None) -> list[Claim]:
    """The claims that the rule refutes with this finding, else all on its words."""
    rule = held.rule if held else None
    if held is not None and rule is not None and rule.claim is not None and rule.check_claim is not None:
        told = dataclasses.replace(context, options=held.options)
        refuted = []
        for claim in context.claims(rule.claim):
            try:
                findings = rule.check_claim(claim, told).findings
            except ModelError:
                continue
            if any((one.span, one.message) == (found.region.span, found.message) for one in findings):
                refuted.append(claim)
        if refuted:
            return refuted
    kinds = EXTRACTORS if len(found.region.span) else ()
    return [
        claim for kind in kinds for claim in context.claims(kind) if claim.span.overlaps(found.region.span)
    ]


def _mentions(
    found: Diagnostic, claims: Sequence[Claim], context: ArticleContext
) -> Iterator[WeighedMention]:
    spans = [found.region.span, *(claim.span for claim in claims)]
    names = context.annotations.derived(link_names)
    for mention in names.mentions:
        if any(span.overlaps(mention.span) for span in spans) and (
            mention.full
            or mention.people
            or mention.span.start in names.misspellings
            or names.bearers_of(mention)
        ):
            yield weigh(mention, names, context.annotations)


def _subjects(
    found: Diagnostic, claims: Sequence[Claim], weighed: Sequence[WeighedMention], kb: Snapshot
) -> Iterator[Entity]:
    """Whom and what the finding speaks of: in its evidence, in its claims, and whoever is meant."""
    cited = (kb.entity(item.entity) for item in found.evidence if item.entity)
    held = (entity for claim in claims for entity in _entities(claim))
    meant = (one.meant for one in weighed)
    seen = set()
    for entity in (*cited, *meant, *held):
        if entity is not None and entity.id not in seen:
            seen.add(entity.id)
            yield entity


def _entities(value: object, depth: int = 0) -> Iterator[Entity]:
    """The entities in the fields of a claim; of several that a name may mean, the first."""
    if isinstance(value, Entity):
        yield value
    elif isinstance(value, (str, Span)) or depth == _DEEPEST:
        return
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from _entities(getattr(value, one.name), depth + 1)
    elif names := getattr(value, "_fields", ()):
        for name in names:
            yield from _entities(getattr(value, name), depth + 1)
    elif isinstance(value, tuple) and value:
        yield from _entities(value[0], depth + 1)


def _person_link(weighed: WeighedMention, context: ArticleContext, kb: Snapshot) -> ExplainedLink:
    from factlint.kb.describe import summary

    source, span = context.article.source, weighed.mention.span
    words = source.slice(span)
    return ExplainedLink(
        region=Region.of(source, span),
        words=words,
        kind="person",
        meant=(weighed.meant.id, weighed.meant.label) if weighed.meant else None,
        misspelled=weighed.misspelled,
        needed=weighed.needed,
        candidates=tuple(
            LinkCandidate(
                id=one.entity.id if one.entity else "",
                label=one.entity.label if one.entity else one.name,
                known_as=summary(kb, one.entity) if one.entity else "named in this article",
                name="" if one.name == words else one.name,
                score=round(one.score, 2),
                reasons=tuple((reason.text, reason.weight) for reason in one.reasons),
            )
            for one in weighed.candidates
        ),
    )


def _place_links(
    found: Diagnostic, claims: Sequence[Claim], context: ArticleContext, kb: Snapshot
) -> Iterator[ExplainedLink]:
    from factlint.kb.describe import summary

    source = context.article.source
    stretches = {claim.sentence for claim in claims} or {found.region.span}
    for stretch in sorted(stretches):
        for place in within(context.annotations.places, stretch):
            first = place.entities[0]
            yield ExplainedLink(
                region=Region.of(source, place.span),
                words=source.slice(place.span),
                kind="place",
                meant=(first.id, first.label),
                misspelled=False,
                needed=None,
                candidates=tuple(
                    LinkCandidate(entity.id, entity.label, summary(kb, entity), "", None)
                    for entity in place.entities
                ),
            )


def _statements(
    subjects: Sequence[Entity], kb: Snapshot, published: dt.date | None
) -> Iterator[ExplainedStatement]:
    from factlint.kb.describe import statement_row

    titles = {source.key: source.title for source in kb.sources()}
    for entity in subjects:
        for statement in kb.statements(entity.id):
            name, value, valid, source = statement_row(statement)
            yield ExplainedStatement(
                subject=(entity.id, entity.label),
                property=name,
                value=value,
                valid=valid,
                held=_held(statement, published) if valid else "",
                source=(source, titles.get(source, source)),
                as_of=statement.validity.as_of.isoformat(),
            )


def _held(statement: Statement, day: dt.date | None) -> str:
    return (statement.validity.at(day) if day is not None else Fit.UNKNOWN).value
