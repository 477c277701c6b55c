"""No core-task profile and no document of another kind is ever read as role-based."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.errors import DocumentError
from pipeline.document.model import Document
from pipeline.families import load_families
from pipeline.interpret.interpret import interpret
from pipeline.interpret.recognise import recognise
from tests.suites import examples
from tests.unit.interpret import kinds_of_documents as kinds

FAMILIES = load_families()


def verdict(document: Document) -> str:
    """The family that the document is of, or the code of its refusal with the message."""
    try:
        return recognise(document, FAMILIES).layout.name
    except DocumentError as error:
        return f"{error.code} {error.message}"


@given(kinds.core_task_profiles())
@examples(fast=12, slow=300)
def test_a_profile_of_core_tasks_is_that(document: Document) -> None:
    assert verdict(document) == "core-tasks"


@given(kinds.role_profiles())
@examples(fast=8, slow=200)
def test_a_profile_of_roles_is_that(document: Document) -> None:
    assert verdict(document) == "role-based"


@given(kinds.no_profiles())
@examples(fast=8, slow=200)
def test_general_labels_are_no_profile(document: Document) -> None:
    assert verdict(document).startswith("BCP201 ")


@given(kinds.drafts())
@examples(fast=8, slow=200)
def test_a_draft_without_a_node_is_refused_or_has_an_error(document: Document) -> None:
    try:
        found = interpret(document, FAMILIES).findings
    except DocumentError as error:
        assert error.code in ("BCP201", "BCP403")
    else:
        assert "BCP427" in [finding.code for finding in found]


@pytest.mark.parametrize("kind", kinds.OTHER_KINDS)
@given(data=st.data())
@examples(fast=5, slow=150)
def test_another_kind_is_refused_under_its_own_name(kind: str, data: st.DataObject) -> None:
    found = verdict(data.draw(kinds.others(kind)))

    assert found.startswith("BCP202 ")
    assert f" {kind}: " in found
