"""The kit itself: documents print all of their content, and are the same for the same seed."""

from __future__ import annotations

import re

import pytest

from tests.core_tasks.checks import printed_text, texts
from tests.rendering.comparison import Difference
from tests.shapes import tree
from tests.shapes.comparison import compared, refused, shape_of
from tests.shapes.compose import Document, document
from tests.shapes.doubts import has_doubt
from tests.shapes.draw import Form
from tests.shapes.producers import PRODUCERS
from tests.shapes.report import Outcome, report, share

_WRITTEN = ("html-tables", "html-divs", "docx-python", "markdown")
_FORMS = (Form(), Form(nested_tables=False), Form(emphasis=False, line_breaks=False))


def _documents(form: Form, count: int = 12) -> list[Document]:
    return [document(3, number, form) for number in range(count)]


@pytest.mark.parametrize("form", _FORMS)
def test_trees_hold_all_of_the_content(form: Form) -> None:
    for one in _documents(form):
        content = {k: v for k, v in one.content.items() if not one.loose or k != "source_documents"}
        printed = _squeezed(" ".join(tree.texts(one.tree)))
        assert [text for text in texts(content) if _squeezed(text) not in printed] == []


@pytest.mark.parametrize("name", _WRITTEN)
def test_producers_print_all_of_a_tree(name: str) -> None:
    producer = PRODUCERS[name]
    documents = _documents(producer.form)
    for one, data in zip(documents, producer.printed(documents), strict=True):
        printed = _squeezed(printed_text(producer.ending, data))
        lines = [line for text in tree.texts(one.tree) for line in text.split("\n")]
        assert [line for line in lines if _squeezed(line) not in printed] == []


def test_a_document_is_the_same_each_time_and_another_for_another_seed() -> None:
    assert document(1, 2, Form()).tree == document(1, 2, Form()).tree
    assert document(1, 2, Form()).tree != document(2, 2, Form()).tree


def test_a_form_without_emphasis_or_breaks_prints_none() -> None:
    for one in _documents(Form(emphasis=False, nested_tables=False, line_breaks=False)):
        assert "\n" not in "".join(tree.texts(one.tree))


def test_what_is_said_as_wanted_is_exact_and_a_refusal_is_not() -> None:
    one = _documents(Form(), 1)[0]
    assert compared(one, one.content).differing == ()
    assert len(refused(one).differing) == refused(one).leaves


def test_the_number_of_a_competency_is_free() -> None:
    one = _documents(Form(), 1)[0]
    role = {**one.content["roles"][0]}
    role["competencies"] = [{"code": "1", **role["competencies"][0]}, *role["competencies"][1:]]
    found = {**one.content, "roles": [role, *one.content["roles"][1:]]}
    assert compared(one, found).differing == ()


def test_a_leaf_belongs_to_the_nearest_shape() -> None:
    one = Document(0, {}, (), {"/a": "first", "/a/0/b": "second"}, frozenset())
    assert shape_of(one, "/a/0/b/c") == "second"
    assert shape_of(one, "/a/1") == "first"
    assert shape_of(one, "/c") == "other"


def test_the_report_counts_documents_leaves_and_silence() -> None:
    one = _documents(Form(), 1)[0]
    outcome = Outcome("x", "x.html", one, compared(one, {}), "", loud=False)
    lines = list(report([outcome], verbose=True))
    assert outcome.silent == len(outcome.comparison.differing)
    assert share([outcome]) < 10
    assert any("x.html /name" in line for line in lines)
    assert isinstance(outcome.comparison.differing[0], Difference)


def test_a_paragraph_that_ends_in_the_middle_of_a_page_leaves_no_doubt() -> None:
    producer = PRODUCERS["pdf-typst"]
    blocks = (tree.para("Een korte zin."), tree.para("Nog een korte zin."))
    one = Document(0, {"name": "Imker"}, blocks, {}, frozenset())
    assert not has_doubt(one.tree, producer.printed([one])[0])


def _squeezed(text: str) -> str:
    return re.sub(r"[\s*\\\x02\u00ad\u2010-]+", "", text).casefold()
