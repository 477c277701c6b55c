"""Whether operators were given what they take."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.content import OPERATORS
from pipeline.readers.pdf.engine.operands import are_taken
from pipeline.readers.pdf.engine.syntax import Name, Properties, String, Strings

N, S = Name("N"), String(b"(s)")


@pytest.mark.parametrize(
    ("operator", "operands", "expected"),
    [
        (b"Td", [1.0, 2], True), (b"Td", [1.0], False), (b"Td", [1.0, 2.0, 3.0], False),
        (b"Td", [1.0, N], False), (b"Td", [1.0, None], False), (b"BT", [], True),
        (b"Tf", [N, 1.0], True), (b"Tf", [1.0, N], False), (b"Tf", [N], False),
        (b"gs", [N], True), (b"gs", [S], False), (b"Do", [N], True), (b"Do", [1.0], False),
        (b"cs", [N], True), (b"CS", [1.0], False), (b"sh", [N], True), (b"BMC", [N], True),
        (b"BDC", [N, N], True), (b"BDC", [N, Properties(b"")], True), (b"BDC", [N, {}], True),
        (b"BDC", [N, 1.0], False), (b"BDC", [S, N], False),
        (b"Tj", [S], True), (b"Tj", [b"s"], True), (b"Tj", [N], False), (b"Tj", [1.0], False),
        (b"'", [S], True), (b'"', [1.0, 1.0, S], True), (b'"', [S, 1.0, 1.0], False),
        (b"TJ", [Strings(b"[]")], True), (b"TJ", [[b"a", 1]], True), (b"TJ", [[N]], False),
        (b"TJ", [S], False), (b"sc", [1.0, 1.0], True), (b"scn", [1.0, N], True),
        (b"SCN", [], True), (b"SC", [S], False), (b"EI", [N, [1], None], True),
    ],
)  # fmt: skip
def test_each_operator_takes_operands_of_its_kinds(
    operator: bytes, operands: list[object], expected: bool
) -> None:
    assert are_taken(operator, operands, OPERATORS[operator][0]) is expected
