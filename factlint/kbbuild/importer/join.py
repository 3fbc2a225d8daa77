"""People and tenures of the side tables joined to those of the dump."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factlint.kb.names import fold, name_key
from factlint.kbbuild.importer import tables
from factlint.kbbuild.textform import LIST_SEPARATOR, PersonRow, TenureRow

Held = tuple[PersonRow, TenureRow]
Key = tuple[str, ...]


def add_tables(people: dict[str, PersonRow], tenures: list[TenureRow], folder: Path) -> None:
    """Add the side tables to what a dump gave; official terms replace the dump's for the same office.

    Args:
        people: the dump's people by id, added to in place.
        tenures: the dump's tenures, changed in place.
        folder: folder of the side tables.
    """
    for person in tables.people_beyond_office(folder):
        people[person.id] = _merged(people.get(person.id), person)
    members = {(tenure.person, tenure.office) for tenure in tenures}
    congress = list(
        _identified(
            tables.congress(folder),
            _index(people.values(), _by_name),
            _by_name,
            lambda held, key: (key, held[1].office) in members,
        )
    )
    executive = list(
        _identified(
            tables.executive(folder),
            _index(people.values(), _by_birth),
            _by_birth,
            lambda held, key: held[0].born.startswith(people[key].born),
        )
    )
    official = {(tenure.person, tenure.office) for _, tenure in (*congress, *executive)}
    tenures[:] = [tenure for tenure in tenures if (tenure.person, tenure.office) not in official]
    tenures += [tenure for _, tenure in (*congress, *executive)]
    for person, _ in congress:
        people[person.id] = _merged(people.get(person.id), person)
    for person, _ in executive:
        # Its names are first name and surname only: John Quincy Adams is "John Adams" there.
        old = people.get(person.id)
        people[person.id] = _merged(old, replace(person, name=old.name) if old else person)


def _index(people: Iterable[PersonRow], key: Callable[[PersonRow], Key]) -> dict[Key, list[str]]:
    found = defaultdict(list)
    for person in people:
        found[key(person)].append(person.id)
    return found


def _identified(
    rows: Iterable[Held],
    known: dict[Key, list[str]],
    key: Callable[[PersonRow], Key],
    fits: Callable[[Held, str], bool],
) -> Iterator[Held]:
    """The rows, with the identifier of the one known person whom a row without any fits."""
    for person, tenure in rows:
        if person.id.startswith("local:"):
            fitting = [other for other in known.get(key(person), ()) if fits((person, tenure), other)]
            if len(fitting) == 1:
                yield replace(person, id=fitting[0]), replace(tenure, person=fitting[0])
                continue
        yield person, tenure


def _by_name(person: PersonRow) -> Key:
    return (fold(person.name),)


def _by_birth(person: PersonRow) -> Key:
    """Surname, first letter and year of birth; sources differ in middle names."""
    name = name_key(person.name)
    return (name.head, name.rest[:1], person.born[:4]) if name else ()


def _merged(old: PersonRow | None, new: PersonRow) -> PersonRow:
    """One row of two, under the new one's name, with all other names as aliases."""
    if old is None:
        return new
    names = dict.fromkeys((new.name, old.name, *_split(new.aliases), *_split(old.aliases)))
    return replace(
        old,
        name=new.name,
        aliases=LIST_SEPARATOR.join(alias for alias in names if alias != new.name),
        description=old.description or new.description,
        born=max(old.born, new.born, key=len),
        died=max(old.died, new.died, key=len),
        article=old.article or new.article,
        backing=str(max(int(old.backing), int(new.backing))),
    )


def _split(text: str) -> Iterable[str]:
    return text.split(LIST_SEPARATOR) if text else ()
