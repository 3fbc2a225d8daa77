"""A refresh against a real SPARQL engine on loopback, undisturbed and with faults thrown in."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from ruritania import (
    BRANDT,
    COUNTRY,
    DUBOIS,
    FINANCE,
    FOREIGN_AND_TRADE,
    HENTZAU,
    HOLT,
    ILIESCU,
    LANG,
    MARSH,
    PEREZ,
    PROVINCE,
    Date,
    Held,
    Human,
    base_snapshot,
    later,
)
from wikidata_server import Fault, Reply, WikidataServer, serving

from factlint.kb.store import Snapshot
from factlint.kbbuild.diff import compare
from factlint.kbbuild.update.apply import Applied
from factlint.kbbuild.update.client import Client, Limits
from factlint.kbbuild.update.errors import UpdateError
from factlint.kbbuild.update.plan import Select, Target
from factlint.kbbuild.update.run import Job, preview, update

TODAY = dt.date(2025, 6, 16)


@dataclass
class Watch:
    """Notes what is shown."""

    said: list[str] = field(default_factory=list)
    stages: list[tuple[str, int]] = field(default_factory=list)

    def begin(self, stage: str, total: int) -> None:
        self.stages.append((stage, total))

    def advance(self, steps: int) -> None:
        assert steps > 0

    def say(self, message: str) -> None:
        self.said.append(message)


@dataclass
class Bench:
    """A snapshot, Wikidata, and a client that does not really sleep."""

    folder: Path
    server: WikidataServer
    base: Path
    slept: list[float] = field(default_factory=list)
    watch: Watch = field(default_factory=Watch)
    limits: Limits = field(default_factory=lambda: Limits(timeout=0.3, deadline=1.0))
    jitter: float = 0.5

    @property
    def job(self) -> Job:
        target = Target(self.server.sparql, self.server.entities)
        return Job(self.base, self.folder / "new.sqlite", self.folder / "journals", target, TODAY)

    def client(self) -> Client:
        return Client(
            "factlint/test", self.limits, self.watch.say, sleep=self.slept.append, jitter=lambda: self.jitter
        )

    def update(self, *, restart: bool = False, **changes: object) -> Applied:
        job = replace(self.job, **changes)  # type: ignore[arg-type]
        return update(job, self.client(), self.watch, restart=restart)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(later()) as server:
        yield Bench(tmp_path, server, base_snapshot(tmp_path / "base.sqlite"))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    with serving(later()) as server:
        bench = Bench(folder, server, base_snapshot(folder / "base.sqlite"))
        bench.update()
    return bench.job.output


def spans(snapshot: Snapshot, person: str) -> list[str]:
    return [
        f"{tenure.office}{f' ({tenure.role})' if tenure.role else ''}: {tenure.validity.start}"
        f" – {tenure.validity.end or ('past' if tenure.validity.ended else '')}"
        for tenure in snapshot.tenures(person)
    ]


def test_the_new_snapshot_says_what_wikidata_says(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        assert spans(kb, HOLT) == [
            "Prime Minister: 2021-03-02 – 2023-06-30",
            "Prime Minister: 2023-06-30 – 2025-03-01",
        ]
        assert spans(kb, MARSH) == [
            "Finance Minister (acting): 2024-02-01 – 2025-03-01",
            "Prime Minister: 2025-03-01 – ",
        ]
        assert spans(kb, DUBOIS) == ["Foreign Minister: 2025-03-01 – "]
        assert spans(kb, ILIESCU) == ["Finance Minister: 2022-04-01 – past"]
        assert str(kb.died(LANG)) == "2025-01-20"
        assert str(kb.born(HOLT)) == "1961-07-04"
        assert str(kb.born(DUBOIS)) == "1980"
        assert [entity.id for entity in kb.named("Zoe Marsh")] == [MARSH]
        assert [entity.id for entity in kb.surname_bearers("Dubois")] == [DUBOIS]
        assert [entity.id for entity in kb.named("Karl Brandt")] == [BRANDT]
        assert kb.info.id.startswith("wikidata-2025-06-16+")
        assert {source.key for source in kb.sources()} == {"editors", "wikidata", "wikidata-live"}


def test_a_change_of_party_parts_a_tenure(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        assert [tenure.party for tenure in kb.tenures(HOLT)] == ["Crown", "People's League"]
        assert {tenure.party for tenure in kb.tenures(MARSH)} == {"Crown"}
        assert {tenure.party for tenure in kb.tenures(ILIESCU)} == {""}


def test_a_capital_that_moved_and_one_that_was_not_known(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        known = [
            (capital.names, str(capital.validity.start), str(capital.validity.end), capital.source)
            for capital in kb.capitals_of(COUNTRY)
        ]
        assert known == [
            (("Strelsau",), "1900", "2025-02-01", "editors"),
            (("Zenda",), "2025-02-01", "None", "wikidata-live"),
        ]
        (of_province,) = kb.capitals_of(PROVINCE)
        assert of_province.names == ("Hentzau",)
        assert kb.country_of(HENTZAU) == COUNTRY


def test_elections_that_were_held(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        held = [(e.kind, str(e.start), e.round, e.winner, e.source) for e in kb.elections(COUNTRY)]
    assert held == [
        ("presidential", "2021-05-02", None, "Otto Lang", "editors"),
        ("parliamentary", "2024-09-22", None, "", "wikidata-live"),
        ("presidential", "2025-05-04", 1, "", "wikidata-live"),
        ("presidential", "2025-05-18", 2, "Zoë Marsh", "wikidata-live"),
    ]


def test_tables_kept_by_hand_have_the_last_word_but_for_ends_after_their_day(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        (tenure,) = kb.tenures(PEREZ)
    assert (str(tenure.validity.end), tenure.source) == ("2025-03-01", "editors")


def test_an_open_tenure_is_known_to_go_on_on_the_day_of_the_answer(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        (prime_minister,) = [t for t in kb.tenures(MARSH) if t.office == "Prime Minister"]
    assert prime_minister.validity.as_of == TODAY


def test_a_second_refresh_changes_nothing(bench: Bench, undisturbed: Path) -> None:
    bench.update(base=undisturbed)
    assert compare(undisturbed, bench.job.output).empty


def test_the_journal_is_gone_after_a_success(bench: Bench) -> None:
    bench.update()
    assert list((bench.folder / "journals").iterdir()) == []
    assert sorted(path.name for path in bench.folder.iterdir()) == ["base.sqlite", "journals", "new.sqlite"]


@pytest.mark.parametrize("select", [Select.PEOPLE, Select.OFFICES, Select.PLACES])
def test_only_what_is_selected_is_asked_for(bench: Bench, select: Select) -> None:
    target = replace(bench.job.target, select=select)
    bench.update(target=target)
    with Snapshot(bench.job.output) as kb:
        offices = bool(kb.tenures(MARSH))
        identified = kb.entity(BRANDT) is not None
        moved = len(kb.capitals_of(COUNTRY)) > 1
        elected = len(kb.elections(COUNTRY)) > 1
    chosen = [select is one for one in (Select.OFFICES, Select.PEOPLE, Select.PLACES, Select.PLACES)]
    assert [offices, identified, moved, elected] == chosen


def test_since_leaves_out_whom_nobody_touched(bench: Bench) -> None:
    bench.server.world.humans[0] = replace(bench.server.world.humans[0], modified="2024-01-01")
    with serving(bench.server.world) as server:
        bench.server = server
        bench.update(target=replace(bench.job.target, since=dt.date(2025, 1, 1)))
    changed = {change.id for change in compare(bench.base, bench.job.output).people_changed}
    assert changed == {LANG, PEREZ}


def test_documents_come_in_batches_from_the_mediawiki_api(bench: Bench, undisturbed: Path) -> None:
    bench.update(target=replace(bench.job.target, entity_endpoint=bench.server.api))
    (asked,) = [asked for asked in bench.server.asked if asked.path == "/w/api.php"]
    assert asked.parameters["ids"] == f"{MARSH}|{DUBOIS}"
    assert asked.parameters["maxlag"] == "5"
    assert compare(undisturbed, bench.job.output).empty


def test_requests_say_who_asks(bench: Bench) -> None:
    bench.update()
    assert {asked.headers["User-Agent"] for asked in bench.server.asked} == {"factlint/test"}
    accepted = {asked.headers["Accept"] for asked in bench.server.asked if asked.path == "/sparql"}
    assert accepted == {"application/sparql-results+json"}


def test_a_preview_asks_nothing(bench: Bench) -> None:
    found = preview(bench.job)
    assert (len(found.plan.offices), len(found.plan.people), list(found.plan.unidentified)) == (
        4, 4, ["Karl Brandt"],
    )  # fmt: skip
    assert found.answers == 0
    assert bench.server.asked == []
    assert not (bench.folder / "journals").exists()


# --- faults that pass
def status(number: int, **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Reply(number, "text/html", b"<h1>Busy</h1>", named)


def in_place(body: bytes, kind: str = "application/json", **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Reply(200, kind, body, named)


def cut_short(reply: Reply) -> Reply:
    return replace(reply, cut=len(reply.body) // 2)


def half(reply: Reply) -> Reply:
    return replace(reply, body=reply.body[: len(reply.body) // 2])


def hang(reply: Reply) -> Reply:
    return replace(reply, hang=2.0)


def reset(reply: Reply) -> Reply:
    return replace(reply, reset=True)


MAXLAG = in_place(b'{"error": {"code": "maxlag", "info": "Waiting for db1: 7 seconds"}}', Retry_After="7")
NESTED = b'{"head": ' + b"[" * 100_000
PASSING = {
    "429": (status(429, Retry_After="30"), 30.5),
    "429 until a date": (status(429, Retry_After="Mon, 16 Jun 1997 00:00:00 GMT"), 0.5),
    "503": (status(503), 0.75),
    "maxlag of index.php": (status(503, Retry_After="5", X_Database_Lag="6"), 5.5),
    "maxlag of api.php": (MAXLAG, 7.5),
    "500": (status(500), 0.75),
    "cut short": (cut_short, 0.75),
    "half": (half, 0.75),
    "no JSON": (in_place(b"{'head': {}}"), 0.75),
    "an HTML page": (in_place(b"<html>Sorry</html>", "text/html; charset=utf-8"), 0.75),
    "HTML that says it is JSON": (in_place(b"<html>Sorry</html>"), 0.75),
    "another shape": (in_place(b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'), 0.75),
    "a list": (in_place(b"[]"), 0.75),
    "nested": (in_place(NESTED), 0.75),
    "not UTF-8": (in_place(b"\xff\xfe{}"), 0.75),
    "NaN": (in_place(b'{"head": NaN}'), 0.75),
    "bindings that are none": (in_place(b'{"head": {"vars": []}, "results": {"bindings": [3]}}'), 0.75),
    "hang": (hang, 0.75),
    "reset": (reset, 0.75),
}


@pytest.mark.parametrize("name", PASSING)
@pytest.mark.parametrize("position", [0, 4, 10], ids=["first query", "document", "last query"])
def test_a_fault_that_passes_changes_nothing(
    bench: Bench, undisturbed: Path, name: str, position: int
) -> None:
    fault, wait = PASSING[name]
    bench.server.faults.extend([lambda reply: reply] * position)
    bench.server.faults.append(fault)
    bench.update()
    assert compare(undisturbed, bench.job.output).empty
    assert bench.slept == [wait]
    assert len(bench.server.asked) == len({asked.question for asked in bench.server.asked}) + 1
    assert "trying again" in bench.watch.said[0]


def test_the_waits_grow(bench: Bench) -> None:
    bench.server.always = reset
    with pytest.raises(UpdateError, match="no connection"):
        bench.update()
    assert bench.slept == [0.75, 1.5, 3.0, 6.0, 12.0]


@pytest.mark.parametrize(("jitter", "busy", "told"), [(0.0, 0.5, 30.0), (1.0, 1.0, 31.0)])
def test_waits_are_spread(bench: Bench, jitter: float, busy: float, told: float) -> None:
    bench.jitter = jitter
    bench.server.faults.extend([status(503), lambda reply: reply, status(429, Retry_After="30")])
    bench.update()
    assert bench.slept == [busy, told]


def test_a_question_that_is_too_much_is_asked_in_halves(bench: Bench, undisturbed: Path) -> None:
    bench.server.faults.extend([status(504), status(504)])
    bench.update()
    assert compare(undisturbed, bench.job.output).empty
    assert any("half as many" in message for message in bench.watch.said)


def test_an_item_that_is_too_much_is_left_out_and_named(bench: Bench) -> None:
    def too_much(reply: Reply) -> Reply:
        finance = FINANCE.encode() in reply.body and b"statement" in reply.body
        return replace(reply, status=504) if finance else reply

    bench.server.always = too_much
    applied = bench.update()
    assert applied.left_out == (f"{FINANCE}: holders of offices ({FINANCE}): status 504",)
    with Snapshot(bench.job.output) as kb:
        assert [tenure.office for tenure in kb.tenures(MARSH)] == ["Prime Minister"]


def test_an_endpoint_that_goes_down_in_the_middle_stops_the_update(bench: Bench) -> None:
    bench.server.faults.extend([lambda reply: reply] * 2 + [status(504)] * 30)
    with pytest.raises(UpdateError, match="status 504"):
        bench.update()
    assert not bench.job.output.exists()


def test_long_questions_are_posted(bench: Bench, undisturbed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.kbbuild.update.client.LONGEST_ADDRESS", 100)
    bench.update()
    assert {asked.method for asked in bench.server.asked if asked.path == "/sparql"} == {"POST"}
    assert compare(undisturbed, bench.job.output).empty


# --- faults that stay
STAYING = {
    "400": (status(400), "status 400"),
    "403": (status(403), "status 403"),
    "404": (status(404), "nothing there"),
    "503": (status(503), "status 503"),
    "a long wait": (status(429, Retry_After="86400"), "asks to wait 86400"),
    "HTML": (in_place(b"<html>Sorry</html>", "text/html"), "no JSON but text/html"),
    "an error": (in_place(b'{"error": {"code": "badtoken", "info": "no"}}'), "badtoken"),
    "redirect to another host": (status(302, Location="http://example.org/"), "http://example.org"),
    "redirect to another port": (status(307, Location="http://127.0.0.1:1/sparql"), "nobody asked for"),
    "redirect to another scheme": (status(301, Location="file:///etc/passwd"), "nobody asked for"),
    "redirect to nowhere": (status(301, Location="http://[/"), "an address that is none"),
    "redirects in a circle": (status(302, Location="/sparql"), "redirects"),
    "hang": (hang, "in time"),
    "too large": (in_place(b" " * 5_000), "larger than"),
}


@pytest.mark.parametrize("name", STAYING)
def test_after_a_fault_that_stays_the_old_snapshot_is_in_place(bench: Bench, name: str) -> None:
    fault, message = STAYING[name]
    bench.limits = replace(bench.limits, timeout=0.1, tries=2, largest=4_000)
    bench.job.output.write_bytes(b"the old one")
    bench.server.always = fault
    with pytest.raises(UpdateError, match=r"not updated: .*the snapshot in use is as it was") as caught:
        bench.update()
    assert message in str(caught.value)
    assert bench.job.output.read_bytes() == b"the old one"
    assert sorted(path.name for path in bench.folder.iterdir()) == ["base.sqlite", "journals", "new.sqlite"]


def test_redirects_on_the_same_host_are_followed(bench: Bench, undisturbed: Path) -> None:
    def moved(reply: Reply) -> Reply:
        bench.server.faults.append(lambda _: reply)
        return Reply(308, headers={"Location": "/sparql?moved=1&query=ASK%7B%7D"})

    bench.server.faults.append(moved)
    bench.update()
    assert compare(undisturbed, bench.job.output).empty


def test_a_snapshot_that_contradicts_itself_is_not_swapped_in(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factlint.kbbuild.update.tenures.TenureMerge._possible", lambda *_: True)
    held = Held(FINANCE, Date("1950-01-01"), Date("1951-01-01"))
    bench.server.world.humans[0] = replace(later().human(HOLT), held=(held,))
    with serving(bench.server.world) as server:
        bench.server = server
        with pytest.raises(UpdateError, match=r"contradicts itself.*born 1961"):
            bench.update()
    assert not bench.job.output.exists()


def test_what_a_kill_left_is_cleared_away_a_day_later(bench: Bench) -> None:
    old, new = bench.folder / ".new.sqlite.4711", bench.folder / ".new.sqlite.4712"
    for path in (old, new):
        path.write_bytes(b"half a snapshot")
    os.utime(old, (0, 0))
    bench.update()
    assert (old.exists(), new.exists()) == (False, True)


# --- going on
def test_a_later_try_asks_only_for_what_is_missing(bench: Bench, undisturbed: Path) -> None:
    bench.server.faults.extend([lambda reply: reply] * 3 + [status(400)])
    with pytest.raises(UpdateError):
        bench.update()
    first = {asked.question for asked in bench.server.asked[:3]}
    del bench.server.asked[:]
    assert preview(bench.job).answers == 3
    bench.update()
    assert first.isdisjoint({asked.question for asked in bench.server.asked})
    assert "going on with 3 answers" in bench.watch.said[-2]
    assert compare(undisturbed, bench.job.output).empty


def test_restart_asks_everything_anew(bench: Bench) -> None:
    bench.server.faults.extend([lambda reply: reply] * 3 + [status(400)])
    with pytest.raises(UpdateError):
        bench.update()
    first = {asked.question for asked in bench.server.asked[:3]}
    del bench.server.asked[:]
    bench.update(restart=True)
    assert first <= {asked.question for asked in bench.server.asked}


def test_answers_of_last_month_do_not_count(bench: Bench) -> None:
    bench.server.faults.extend([lambda reply: reply] * 3 + [status(400)])
    with pytest.raises(UpdateError):
        bench.update()
    assert preview(replace(bench.job, today=TODAY + dt.timedelta(days=30))).answers == 0


def test_a_journal_that_cannot_be_read_is_named(bench: Bench) -> None:
    bench.server.faults.append(status(400))
    with pytest.raises(UpdateError):
        bench.update()
    (journal,) = (bench.folder / "journals").glob("*.sqlite")
    journal.write_bytes(b"no database, but long enough to be taken for one" * 100)
    with pytest.raises(UpdateError, match=r"journal cannot be read.*--restart"):
        bench.update()
    bench.update(restart=True)
    assert bench.job.output.exists()


def test_two_updates_at_a_time_are_refused(bench: Bench) -> None:
    def meanwhile(reply: Reply) -> Reply:
        with pytest.raises(UpdateError, match="another update is at work"):
            bench.update()
        return reply

    bench.server.faults.append(meanwhile)
    bench.limits = Limits(timeout=5.0)
    bench.update()
    assert bench.job.output.exists()


# --- hostile answers
def test_what_is_absurd_stays_out(bench: Bench) -> None:
    world = later()
    finance = "Q9000104"
    world.humans += [
        Human("Q9000401", "Evil \u001b\u202e|Name\n", held=(Held(finance, Date("2010-01-01")),)),
        Human("Q9000402", "x" * 2_000_000, held=(Held(finance, Date("2011-01-01")),)),
        Human("Q9000403", "Far Future", held=(Held(finance, Date("2950-01-01")),)),
        Human("Q9000404", "Long Ago", held=(Held(finance, Date("1200-01-01")),)),
        Human("Q9000405", "Back Wards", held=(Held(finance, Date("2012-01-01"), Date("2011-01-01")),)),
        Human("Q9000406", "Not Born", born=Date("2015-01-01"), held=(Held(finance, Date("2012-01-01")),)),
        Human("Q9000407", "Юрий Петров", held=(Held(finance, Date("2013-01-01")),)),
    ]
    world.humans[0] = replace(world.humans[0], died=Date("1999-01-01"))
    with serving(world) as server:
        bench.server = server
        applied = bench.update()
    with Snapshot(bench.job.output) as kb:
        entity = kb.entity("Q9000401")
        assert entity is not None
        assert entity.label == "Evil Name"
        assert [kb.entity(f"Q900040{number}") for number in range(2, 8)] == [None] * 6
        assert kb.died(HOLT) is None
    assert applied.nameless == 2
    reasons = "\n".join(applied.left_out)
    for part in (
        "Q9000403: Q9000104 from 2950-01-01: begins in the future", "Q9000404",
        "Q9000406: Q9000104 from 2012-01-01: begins before the birth", f"{HOLT}: born 1961-07-04, died 1999",
    ):  # fmt: skip
        assert part in reasons


def test_a_document_of_somebody_else_is_not_believed(bench: Bench) -> None:
    def another(reply: Reply) -> Reply:
        return replace(reply, body=reply.body.replace(MARSH.encode(), b"Q42"))

    bench.server.faults.extend([lambda reply: reply] * 3 + [another])
    applied = bench.update()
    assert f"{MARSH}: the document that came is that of Q42" in applied.left_out


def test_a_merged_item_is_followed(bench: Bench) -> None:
    def merged(reply: Reply) -> Reply:
        redirect = f'"redirects": {{"from": "{MARSH}", "to": "Q42"}}, "id": "Q42"'
        return replace(reply, body=reply.body.replace(f'"id": "{MARSH}"'.encode(), redirect.encode(), 1))

    bench.server.faults.extend([lambda reply: reply] * 3 + [merged])
    bench.update()
    with Snapshot(bench.job.output) as kb:
        assert kb.entity(MARSH) is None
        assert [tenure.office for tenure in kb.tenures("Q42")] == ["Finance Minister", "Prime Minister"]


def test_an_item_that_is_gone_is_named(bench: Bench) -> None:
    bench.server.faults.extend([lambda reply: reply] * 3 + [status(404)])
    applied = bench.update()
    assert applied.left_out == (f"{MARSH}: no longer there",)


def test_a_new_office_has_the_title_that_copy_uses(undisturbed: Path) -> None:
    with Snapshot(undisturbed) as kb:
        (tenure,) = kb.tenures(DUBOIS)
    assert (tenure.office, tenure.office_id, tenure.jurisdiction) == (
        "Foreign Minister",
        FOREIGN_AND_TRADE,
        "Ruritania",
    )
