"""Plain values as JSON: what the standard library makes with an indent, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.json_profile import json_bytes
from tests.suites import examples

_ATOMS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_PLAIN = st.recursive(
    _ATOMS.filter(lambda value: value not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=12,
)


@given(_PLAIN)
@examples(fast=100, slow=1000)
def test_it_is_what_json_makes_with_an_indent(plain: Any) -> None:
    expected = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2)

    assert json_bytes(plain) == f"{expected}\n".encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_json_has_no_number_for_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_bytes({"box": [1.0, number]})


def test_keys_are_texts() -> None:
    with pytest.raises(TypeError):
        json_bytes({1: "x"})
