"""The kit itself: its profiles fit the model, and every document prints all of its content."""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any

import pytest

from pipeline.profile.model import Block, Profile
from tests.core_tasks.checks import missing, printed_text
from tests.core_tasks.comparison import differences
from tests.core_tasks.compose import expected
from tests.core_tasks.looks import LOOKS
from tests.core_tasks.make import SEED, made, subjects
from tests.machine import IN_CI

_PRINTED = [name for name, look in LOOKS.items() if look.ending == "pdf" or "office" in name]
_WRITTEN = [name for name in LOOKS if name not in _PRINTED]


@pytest.mark.parametrize("key", [subject.key for subject in subjects()])
def test_contents_have_only_what_the_model_has(key: str) -> None:
    subject = next(one for one in subjects() if one.key == key)
    for look in LOOKS.values():
        content = expected(subject, look.choices(subject, SEED))
        assert list(_unknown(content, Profile, "")) == []


@pytest.mark.parametrize("name", _WRITTEN)
def test_documents_print_all_of_their_content(name: str) -> None:
    _assert_complete(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", _PRINTED)
def test_printed_documents_print_all_of_their_content(name: str) -> None:
    look = LOOKS[name]
    if look.missing() and not IN_CI:
        pytest.skip(look.missing())
    _assert_complete(name)


def _assert_complete(name: str) -> None:
    for one in made(LOOKS[name], subjects()):
        assert missing(one.content, printed_text(one.ending, one.data)) == [], one.file_name
        assert one.doubt == (), one.file_name


def test_a_document_is_the_same_each_time_and_another_for_another_seed() -> None:
    subject = subjects()[0]
    look = LOOKS["html-tables"]
    assert look.document(subject, 1) == look.document(subject, 1)
    assert len({repr(look.choices(subject, seed)) for seed in range(5)}) == 5


def test_entries_of_unplaced_beyond_the_wanted_ones_are_free() -> None:
    entry = {"label": "Werktijden", "text": [{"type": "paragraph", "text": "Vaak laat."}]}
    wanted = {"name": "Imker", "unplaced": [entry]}
    assert (
        differences(wanted, {"name": "Imker", "unplaced": [{**entry, "label": "A"}, entry]}) == []
    )
    assert [one.pointer for one in differences(wanted, {"name": "Imker"})] == ["/unplaced/0"]


def test_an_act_may_lack_but_not_differ() -> None:
    wanted = {"legitimations": [{"text": "Bestuur", "act": "adopted"}]}
    assert differences(wanted, {"legitimations": [{"text": "Bestuur"}]}) == []
    other = {"legitimations": [{"text": "Bestuur", "act": "legitimated"}]}
    assert [one.pointer for one in differences(wanted, other)] == ["/legitimations/0/act"]


def _unknown(value: Any, kind: Any, pointer: str) -> typing.Iterator[str]:
    """The keys that no class of the model has."""
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unknown(inner, kind, f"{pointer}/{number}")
    elif isinstance(value, dict):
        classes = [one for one in _classes(kind) if dataclasses.is_dataclass(one)]
        hints = {k: v for one in classes for k, v in typing.get_type_hints(one).items()}
        for key, inner in value.items():
            if key not in hints:
                yield f"{pointer}/{key}"
            else:
                yield from _unknown(inner, hints[key], f"{pointer}/{key}")


def _classes(kind: Any) -> list[Any]:
    if kind is Block or isinstance(kind, types.UnionType) or typing.get_origin(kind) is not None:
        return [one for inner in typing.get_args(kind) for one in _classes(inner)]
    return [kind]
