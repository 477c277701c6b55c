"""What operators take: asked only where one failed, to tell the file's fault from ours.

Source: ISO 32000-2, annex A. An operator that is not listed takes numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from pipeline.readers.pdf.engine.syntax import Name, Properties, String, Strings

_Kind = Callable[[Any], bool]
_ANY_NUMBER: Final = -1


def are_taken(operator: bytes, operands: Sequence[Any], count: int) -> bool:
    """Whether an operator takes these operands; a `count` of -1 is any number of one kind."""
    kinds = _KINDS.get(operator, (_is_number,) * count)
    if count == _ANY_NUMBER:
        kinds *= len(operands)
    return len(kinds) == len(operands) and all(
        is_kind(operand) for is_kind, operand in zip(kinds, operands, strict=True)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def _is_name(value: Any) -> bool:
    return isinstance(value, Name)


def _is_string(value: Any) -> bool:
    return isinstance(value, String | bytes)


def _is_array_of_strings(value: Any) -> bool:
    is_list = isinstance(value, list) and all(_is_number(v) or _is_string(v) for v in value)
    return isinstance(value, Strings) or is_list


def _is_component(value: Any) -> bool:
    """Whether it is part of a colour: a share of an ink, or the name of a pattern."""
    return _is_number(value) or _is_name(value)


def _are_properties(value: Any) -> bool:
    return isinstance(value, Name | Properties | dict)


def _is_any(_: Any) -> bool:
    return True


_KINDS: dict[bytes, tuple[_Kind, ...]] = {
    b"gs": (_is_name,), b"cs": (_is_name,), b"CS": (_is_name,), b"sh": (_is_name,),
    b"Do": (_is_name,), b"BMC": (_is_name,), b"BDC": (_is_name, _are_properties),
    b"Tf": (_is_name, _is_number), b"Tj": (_is_string,), b"'": (_is_string,),
    b'"': (_is_number, _is_number, _is_string), b"TJ": (_is_array_of_strings,),
    b"sc": (_is_component,), b"scn": (_is_component,), b"SC": (_is_component,),
    b"SCN": (_is_component,), b"EI": (_is_any,),
}  # fmt: skip
