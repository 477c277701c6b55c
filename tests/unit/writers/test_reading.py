"""A profile as people read it: all its texts, in the order of the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given

from pipeline.profile.codec import profile_to_plain
from pipeline.profile.model import (
    Competency,
    ItemList,
    KnowledgeOrSkill,
    Legitimation,
    Paragraph,
    Profile,
    Role,
)
from pipeline.writers.nodes import tree_of
from pipeline.writers.reading import NOTHING, Facts, Heading, Items, Part, Prose, reading_of
from tests.strategies import ROUND_TRIP, hollow_profile, profiles, whole_profile
from tests.unit.writers.core_tasks import core_task_profile

# What is shown in other words, or is no text of the document.
NOT_SHOWN = {
    "$schema", "schema_version", "id", "source", "document_type", "language",
    "family", "aspect", "act", "dimension", "number", "type", "ordered", "kind", "pointer", "year",
    "body", "publisher",
}  # fmt: skip
# In a reference and a legitimation these repeat a part of its text.
REPEATED = {("source_documents", "title"), ("legitimations", "date")}


def shown(part: Part) -> Iterator[str]:
    """The texts of a part."""
    match part:
        case Heading():
            yield part.text
        case Facts():
            for title, lines in part.rows:
                yield from (title, *lines)
        case Items():
            yield from (text for _, text in part.items)
        case Prose():
            for block in part.blocks:
                yield from [block.text] if isinstance(block, Paragraph) else block.items


def texts(plain: Any, above: str = "") -> Iterator[str]:
    """The texts of a plain profile that a reader must see."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key not in NOT_SHOWN and (above, key) not in REPEATED:
                yield from texts(value, key)
    elif isinstance(plain, list):
        for value in plain:
            yield from texts(value, above)
    elif plain != "":
        yield str(plain)


@given(profiles())
@ROUND_TRIP
def test_every_text_of_a_profile_is_shown(profile: Profile) -> None:
    found = [text for part in reading_of(profile) for text in shown(part)]

    for text in texts(profile_to_plain(profile)):
        assert any(text in line for line in found)


def test_what_is_printed_without_a_value_says_so() -> None:
    found = [text for part in reading_of(hollow_profile()) for text in shown(part)]

    assert found.count(NOTHING) > 10
    assert "" not in found


def test_headings_never_leave_out_a_level() -> None:
    levels = [part.level for part in reading_of(whole_profile()) if isinstance(part, Heading)]

    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_a_role_opens_with_its_statement_and_has_its_number_in_the_heading() -> None:
    role = Role(
        id="bcp-1",
        number=2,
        name="Gids",
        responsibility="De gids leidt.",
        competencies=(Competency(id="bcp-2", name="Leiden", indicators=()),),
        knowledge_and_skills=(KnowledgeOrSkill(id="bcp-3", kind="skill", text="Kan leiden"),),
    )
    profile = whole_profile()
    parts = reading_of(Profile(
        schema_version=profile.schema_version, id="x", source=profile.source,
        document_type=profile.document_type, name="X", language="nl", roles=(role,),
    ))  # fmt: skip

    assert parts[2:] == (
        Heading(3, "2. Gids", "bcp-1"),
        Prose((Paragraph(text="De gids leidt."),), is_stressed=True),
        Heading(4, "Competenties"),
        Heading(5, "Leiden", "bcp-2"),
        Prose((Paragraph(text=NOTHING),)),
        Heading(4, "Benodigde kennis en vaardigheden"),
        Items((("bcp-3", "Kan leiden"),)),
    )


def texts_of(profile: Profile) -> list[str]:
    """All that is shown of a profile."""
    return [text for part in reading_of(profile) for text in shown(part)]


def test_a_work_process_is_read_below_its_code_and_name_with_all_that_it_says() -> None:
    parts = reading_of(core_task_profile())
    at = next(n for n, p in enumerate(parts) if isinstance(p, Heading) and "zwemles" in p.text[:17])
    titles = [p.text for p in parts[at:] if isinstance(p, Heading)]
    ids = {node.text: node.id for node, _ in tree_of(core_task_profile()).walk()}

    assert parts[at] == Heading(5, "1.1 Geeft zwemles", ids["Geeft zwemles"])
    assert titles[1:8] == [
        "Omschrijving", "Resultaat", "Gedrag", "Competenties", "E Samenwerken",
        "Gedragsindicatoren", "Q Plannen",
    ]  # fmt: skip
    assert "past het tempo aan (geldt voor: zwemmen met een beperking)" in texts_of(
        core_task_profile()
    )


def test_a_competency_shows_its_indicators_at_once_where_there_is_nothing_else_to_say() -> None:
    parts = reading_of(core_task_profile())
    places = {p.text: n for n, p in enumerate(parts) if isinstance(p, Heading)}

    assert isinstance(parts[places["A Beslissen"] + 1], Items)
    assert parts[places["E Samenwerken"] + 1 :][:2] == (
        Facts((("Componenten", ("Overleggen", "Aanpassen aan de groep")),)),
        Heading(8, "Gedragsindicatoren"),
    )


def test_codes_are_shown_as_words() -> None:
    legitimation = Legitimation(text="", aspect="content", act="adopted", place="Ede")
    profile = replace(whole_profile(), legitimations=(legitimation,))

    assert f"{NOTHING} (plaats: Ede; aspect: inhoud; handeling: vastgesteld)" in texts_of(profile)


def test_a_requirement_is_its_sentence_without_the_place_in_the_data() -> None:
    assert "Zij hebben een geldig klein vaarbewijs." in texts_of(whole_profile())


def test_a_matrix_is_read_row_by_row() -> None:
    rows = (("Verzorgt zwemlessen", ("A: x", "E: xx")), ("Houdt het bad schoon", ("A: x",)))

    assert Facts(rows) in reading_of(core_task_profile())


def test_a_trend_stands_below_its_title_without_a_heading_of_its_own() -> None:
    parts = reading_of(whole_profile())
    titles = [part.text for part in parts if isinstance(part, Heading)]

    assert "1. Economische ontwikkelingen" in titles
    assert "Tekst" not in titles
    assert any(isinstance(b, ItemList) for p in parts if isinstance(p, Prose) for b in p.blocks)
