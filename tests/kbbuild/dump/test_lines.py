from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factlint.kbbuild.dump.lines import cut_chunks
from factlint.kbbuild.dump.pieces import Piece, Position

TEXT = st.text(st.sampled_from("ab\n\n"), max_size=200).map(str.encode)


def pieces_of(data: bytes, lengths: list[int]) -> list[Piece]:
    """Pieces of such lengths, each with a mark of its own as the blocks of a bzip2 file have."""
    pieces, at = [], 0
    for number, length in enumerate([*lengths, len(data)]):
        if part := data[at : at + length]:
            pieces.append(Piece(part, Position(number, 0), at + len(part)))
            at += len(part)
    return pieces


def after(pieces: list[Piece], position: Position) -> bytes:
    """What stands after a position."""
    rest = b"".join(piece.data for piece in pieces if piece.position.mark >= position.mark)
    return rest[position.skip :]


@given(TEXT, st.lists(st.integers(1, 40), max_size=20), st.integers(1, 60), st.integers(1, 30))
def test_chunks_are_whole_lines(data: bytes, lengths: list[int], size: int, longest: int) -> None:
    pieces = pieces_of(data, lengths)
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
    met: list[bytes] = []
    for chunk in cut_chunks(pieces, 1, size, longest):
        assert chunk.first_line == len(met) + 1
        if chunk.too_long:
            (skipped,) = chunk.too_long
            assert skipped.line == chunk.first_line
            assert len(lines[len(met)]) > longest
            met.append(lines[len(met)])
        else:
            found = chunk.data.split(b"\n")
            met += found[:-1] if not found[-1] else found
        assert chunk.next_line == len(met) + 1
        assert after(pieces, chunk.end) == b"\n".join(lines[len(met) :]) + b"\n" * (
            data.endswith(b"\n") and len(met) < len(lines)
        )
    assert met == lines


def test_a_line_that_is_too_long_is_named() -> None:
    data = b'{"type":"item","id":"Q7","x":"' + b"y" * 5000 + b'"}\n{"id":"Q8"}\n'
    chunks = list(cut_chunks(pieces_of(data, [100] * 60), 1, 100, 1000))
    assert [str(item) for chunk in chunks for item in chunk.too_long] == [
        "line 1 (Q7): longer than 1,000 bytes"
    ]
    assert b"".join(chunk.data for chunk in chunks) == b'{"id":"Q8"}\n'
