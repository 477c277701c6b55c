"""The fields of a family held against the model and the value kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import Field as ModelField
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin

from pipeline.families.kinds import KINDS, Kind
from pipeline.families.model import PROFILE, Family, Field
from pipeline.families.sources import Whole
from pipeline.profile.codec import field_types
from pipeline.profile.model import ISO_DATE_PATTERN, NLQF_LEVELS

# What the program says itself of a profile, and of each node; a label could only be lost there.
_SAID_OF_A_PROFILE = frozenset(
    (
        "schema_version",
        "id",
        "source",
        "document_type",
        "family",
        "language",
        "unplaced",
        "derived",
    )
)
_SAID_OF_A_NODE = frozenset(("id", "heading"))
_MODEL = "pipeline/profile/model.py"


def check_fields(family: Family, wholes: Sequence[Whole], classes: Mapping[str, Any]) -> None:
    """Raise FamilyError for a path that is not there, or a kind that does not fit what is."""
    for field, whole in zip(family.fields, wholes, strict=True):
        kind = KINDS[field.kind]
        found, is_of_last = _found(field, whole, classes[field.node])
        hint = field_types(found)[field.path.rpartition(".")[2]]
        _check_kind(whole, field, kind, hint, is_of_last=is_of_last)
        _check_form(whole, field, kind, _form(_model_field(found, field)))
        _check_sets(whole, field, kind, hint)
        if field.kind == "overview":
            _check_overview(family, field, whole)
    _check_parts(family, wholes)


def _found(field: Field, whole: Whole, cls: Any) -> tuple[Any, bool]:
    """The class that holds the last step of a path, and whether it is that of a list's records."""
    steps = field.path.split(".")
    _check_is_printed(whole, field, steps[0])
    is_of_last = False
    for number, step in enumerate(steps[:-1], 1):
        hint = _step(whole, field, cls, step)
        is_of_last = get_origin(hint) is tuple
        below = get_args(hint)[0] if is_of_last else hint
        if not (isinstance(below, type) and is_dataclass(below)):
            message = f"{step!r} of {cls.__name__} has nothing below it (path {field.path!r})"
            whole.refuse(message, "end the path there", "path")
        cls = below
        if not is_of_last:
            _check_stands_alone(whole, field, cls, steps[:number], steps[number])
    _step(whole, field, cls, steps[-1])
    return cls, is_of_last


def _step(whole: Whole, field: Field, cls: Any, step: str) -> Any:
    known = field_types(cls)
    if step not in known:
        message = f"the model has no {step!r} in {cls.__name__} (path {field.path!r})"
        fillable = sorted(known.keys() - _said(field))
        remedy = f"use one of {fillable}, or add it to {_MODEL}"
        whole.refuse(message, remedy, "path")
    return known[step]


def _said(field: Field) -> frozenset[str]:
    """What the program itself says of the record that a field is in."""
    return _SAID_OF_A_PROFILE if field.node == PROFILE else _SAID_OF_A_NODE


def _check_is_printed(whole: Whole, field: Field, first: str) -> None:
    if first in _said(field):
        message = f"{first!r} is what the program itself says of a document"
        whole.refuse(message, "use another path", "path")


def _check_stands_alone(whole: Whole, field: Field, cls: Any, above: list[str], own: str) -> None:
    """What must have other fields than this one cannot be filled by it alone."""
    required = [f.name for f in fields(cls) if f.metadata.get("required") and f.name != own]
    if required:
        message = f"{above[-1]!r} must have {required[0]!r} as well, which {field.path!r} does not"
        whole.refuse(message, f"fill it whole, by the path {'.'.join(above)!r}", "path")


def _check_kind(whole: Whole, field: Field, kind: Kind, hint: Any, *, is_of_last: bool) -> None:
    fitting = sorted(
        k.name for k in KINDS.values() if k.fits(hint) and k.of_last == is_of_last and not k.fills
    )
    if not kind.fits(hint):
        message = f"the kind {kind.name!r} gives {kind.type_in_words}; {field.path!r} is no such"
        remedy = f"use one of the kinds {fitting}"
        if not fitting:
            remedy = f"no kind fills it: use another path, or mend its type in {_MODEL}"
        whole.refuse(message, remedy, "kind")
    if kind.of_last != is_of_last:
        what = "a field of a list's records" if kind.of_last else "no field of a list's records"
        message = f"the kind {kind.name!r} fills {what}; {field.path!r} is otherwise"
        whole.refuse(message, f"use one of the kinds {fitting}, or another path", "kind")
    if kind.fills and (field.node, field.path) != (PROFILE, kind.fills):
        message = f"the kind {kind.name!r} is for {kind.fills!r} of the profile alone"
        whole.refuse(message, f"use one of the kinds {fitting}", "kind")


def _model_field(cls: Any, field: Field) -> ModelField[Any]:
    last = field.path.rpartition(".")[2]
    return next(f for f in fields(cls) if f.name == last)


def _form(found: ModelField[Any]) -> str:
    """The form that a text must have; `fixed` where no label could say it."""
    told = found.metadata
    if told.get("pattern") == ISO_DATE_PATTERN:
        return "date"
    if set(NLQF_LEVELS) <= set(told.get("choices", ())):
        return "level"
    return "fixed" if any(told.get(key) for key in ("pattern", "choices", "const")) else ""


def _check_form(whole: Whole, field: Field, kind: Kind, form: str) -> None:
    if form == "fixed":
        message = f"{field.path!r} has values of its own, which no label prints"
        remedy = "let the labels of a field say it by 'sets', or use another path"
        whole.refuse(message, remedy, "path")
    if kind.form != form:
        fitting = sorted(k.name for k in KINDS.values() if form and k.form == form)
        message = f"the kind {kind.name!r} gives another form than {field.path!r} must have"
        remedy = f"use one of the kinds {fitting}" if fitting else "use the kind 'text'"
        whole.refuse(message, remedy, "kind")


def _check_sets(whole: Whole, field: Field, kind: Kind, hint: Any) -> None:
    if not field.sets:
        return
    if not kind.takes_sets:
        taking = sorted(k.name for k in KINDS.values() if k.takes_sets)
        message = f"labels of the kind {kind.name!r} cannot say more"
        whole.refuse(message, f"leave 'sets' out; {taking} take it", "sets")
    known = {f.name: f for f in fields(get_args(hint)[0]) if not f.metadata.get("required")}
    for key, value in field.sets:
        if key not in known or field_types(get_args(hint)[0])[key] is not str:
            texts = sorted(name for name in known if known[name].metadata.get("choices"))
            message = f"'sets' names {key!r}, which labels cannot set of {field.path!r}"
            whole.refuse(message, f"use some of {texts}", "sets")
        choices = known[key].metadata.get("choices", ())
        if choices and value not in choices:
            message = f"{value!r} is no value of {key!r}"
            whole.refuse(message, f"use one of {list(choices)}", "sets")


def _check_overview(family: Family, field: Field, whole: Whole) -> None:
    known = sorted(node.path for node in family.inside(field.node))
    if field.path not in known:
        message = f"an overview lists nodes, and none inside {field.node!r} is {field.path!r}"
        whole.refuse(message, f"use one of {known}, or add the [[node]]", "path")


def _check_parts(family: Family, wholes: Sequence[Whole]) -> None:
    """A field that is filled whole leaves none of its parts to another."""
    for field, whole in zip(family.fields, wholes, strict=True):
        for other in family.fields:
            is_part = other.node == field.node and field.path.startswith(f"{other.path}.")
            if is_part and not (other.value.has_parts or field.value.of_last):
                message = f"{field.path!r} is part of {other.path!r}, which another field fills"
                whole.refuse(message, f"add the labels to the field {other.id!r}", "path")
