"""The Dutch titles of all fields of a profile, by the path of the field without positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.contract.shapes import Kind, class_title, model_fields
from pipeline.profile.model import Profile


@cache
def titles() -> Mapping[str, str]:
    """Path -> title (`roles/competencies` -> Competenties), with `[]` that of one of its records
    (`roles/competencies[]` -> Competentie)."""
    return dict(_titles_below(Profile, ""))


def _titles_below(cls: type, above: str) -> Iterator[tuple[str, str]]:
    for field in model_fields(cls):
        path = f"{above}/{field.name}".lstrip("/")
        yield path, field.title
        if field.kind is Kind.OBJECT:
            yield from _titles_below(field.hint, path)
        elif field.kind is Kind.OBJECTS:
            yield f"{path}[]", class_title(field.member)
            yield from _titles_below(field.member, path)
