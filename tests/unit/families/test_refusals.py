"""A mistake in a family's file is told before any document is read: where, what, what to do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.families import KINDS, FamilyError, parse_family
from pipeline.profile.model import Blocks, Profile, described
from tests.unit.families.written import FILE, SMALL, changed, line_of, refused, with_field

LONG = "woord " * 40


def assert_told(text: str, part: str, message: str) -> None:
    """The fault is told with the file, the line with that part, and a remedy."""
    told = refused(text)
    assert message in told.message
    assert (told.file, told.line) == (FILE, line_of(text, part))
    assert told.remedy
    assert str(told) == f"{FILE}, line {told.line}: {told.message}; {told.remedy}"


def test_the_small_family_is_right() -> None:
    family = parse_family(SMALL, FILE)

    assert [node.id for node in family.nodes] == ["task", "step"]


# The additions of one field that ended in a crash, in lost text or in a wrong type.
@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        (with_field("salary", "text"), 'path = "salary"', "no 'salary' in Profile"),
        (with_field("description.wage", "prose"), 'path = "description.wage"',
         "no 'wage' in Description"),
        (with_field("wage.hour", "text"), 'path = "wage.hour"', "no 'wage' in Profile"),
        (with_field("sector.name", "text"), 'path = "sector.name"', "has nothing below it"),
        (with_field("sector", "prose"), 'kind = "prose"', "gives text blocks"),
        (with_field("legal_requirements", "text"), 'kind = "text"', "gives a text"),
        (with_field("trends.developments", "names", section="trends"), 'kind = "names"',
         "gives a list of texts"),
        (with_field("competencies", "items"), 'kind = "items"',
         "gives a list of knowledge and skills"),
        (with_field("core_challenges", "competencies"), 'kind = "competencies"',
         "gives a list of competencies"),
        (with_field("steering_body", "date"), 'kind = "date"', "gives another form"),
        (with_field("date", "text"), 'kind = "text"', "gives another form"),
        (with_field("nlqf_level", "text"), 'kind = "text"', "gives another form"),
        (with_field("status", "level"), 'kind = "level"', "gives another form"),
        (with_field("status", "name_cell"), 'kind = "name_cell"', "for 'name' of the profile"),
        (with_field("status", "decided_at"), 'kind = "decided_at"', "of a list's records"),
        (with_field("legitimations.body", "text"), 'kind = "text"', "of a list's records"),
        (with_field("legitimations.act", "decided_at"), 'path = "legitimations.act"',
         "values of its own"),
        (with_field("trends.labour_market.source", "text"), "labour_market.source",
         "must have 'text' as well"),
        (with_field("trends.labour_market.text", "prose"), "labour_market.text",
         "is part of 'trends.labour_market'"),
        (with_field("language", "text"), 'path = "language"', "what the program itself says"),
        (with_field("id", "text"), 'path = "id"', "what the program itself says"),
        (with_field("derived.legitimated_on", "date"), "derived.legit",
         "what the program itself says"),
        (with_field("source.file", "text"), 'path = "source.file"',
         "what the program itself says"),
        (with_field("heading", "text", 'node = "task"'), 'path = "heading"',
         "what the program itself says"),
        (with_field("core_challenges", "overview"), 'path = "core_challenges"',
         "an overview lists nodes"),
        (with_field("knowledge_and_skills", "statements", 'node = "task"'), 'kind = "statements"',
         "gives a list of statements"),
        (with_field("name", "name_cell", 'node = "task"'), 'kind = "name_cell"',
         "for 'name' of the profile"),
        (with_field("status", "nonsense"), 'kind = "nonsense"', "kind 'nonsense' is unknown"),
        (with_field("status", "text", section="fashion"), 'section = "fashion"',
         "section 'fashion' is unknown"),
        (with_field("status", "text", 'node = "tusk"'), 'node = "tusk"', "node 'tusk' is unknown"),
        (with_field("legitimations", "legitimations", 'sets = { aspect = "size" }'), "sets = ",
         "'size' is no value of 'aspect'"),
        (with_field("legitimations", "legitimations", 'sets = { colour = "red" }'), "sets = ",
         "names 'colour'"),
        (with_field("legitimations", "legitimations", 'sets = { text = "x" }'), "sets = ",
         "names 'text'"),
        (with_field("legitimations", "legitimations", "sets = { aspect = 1 }"), "sets = ",
         "must hold texts"),
        (with_field("commissioned_by", "names", 'sets = { aspect = "format" }'), "sets = ",
         "cannot say more"),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit_is_told(text: str, part: str, message: str) -> None:
    assert_told(text, part, message)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_that_fits_nothing_of_the_field_says_which_do(kind: str) -> None:
    if kind in ("prose", "stated_prose"):
        parse_family(with_field("legal_requirements", kind), FILE)
        return
    assert "['prose', 'stated_prose']" in refused(with_field("legal_requirements", kind)).remedy


@pytest.mark.parametrize(
    ("old", "new", "part", "message"),
    [
        ('path = "work_processes"', 'path = "steps"', 'path = "steps"',
         "no list of nodes 'steps' in CoreTask ('task')"),
        ('path = "work_processes"', 'path = "complexity"', 'path = "complexity"',
         "no list of nodes 'complexity'"),
        ('inside = ["task"]', 'inside = ["profile"]', 'path = "work_processes"',
         "no list of nodes 'work_processes' in Profile"),
        ('inside = ["task"]', 'inside = ["tusk"]', 'inside = ["tusk"]', "names 'tusk'"),
        ('inside = ["task"]', 'inside = ["step"]', 'inside = ["step"]', "names 'step'"),
        ('inside = ["task"]', "inside = []", "inside = []", "'inside' is empty"),
        ('openers = ["Stap {n}: {name}"]', "", "[[node]]", "nothing opens 'step'"),
        ("Stap {n}: {name}", "Stap {n}", "Stap {n}", "must hold {name} once"),
        ("Stap {n}: {name}", "Stap {name} {name}", "Stap {name}", "must hold {name} once"),
        ("Stap {n}: {name}", "Stap {number} {name}", "Stap {number}", "has the place {number}"),
        ("Stap {n}: {name}", "{n}. {name}", '"{n}. {name}"', "no word of its own"),
        ("Stap {n}: {name}", "{occupation} {name}", "{occupation}", "no word of its own"),
        ("Stap {n}: {name}", "Stap {code} {name}", "Stap {code}", "asks for a code"),
        ("Stap {n}: {name}", "{mark} {name}", 'openers = ["{mark}', "asks for a mark"),
        ('marks = ["T{n}"]', 'marks = ["{n}"]', "marks =", "no letter of its own"),
        ('marks = ["T{n}"]', 'marks = ["T{name}"]', "marks =", "places of a code"),
        ('numbers = ["{n}"]', 'numbers = ["een"]', "numbers =", "places of a code"),
        ('text = "description"', 'text = "code"', 'text = "code"', "no text blocks of CoreTask"),
        ('text = "description"', 'text = "quality"', 'text = "quality"', "has no field"),
        ('text = "description"', 'text = "wage"', 'text = "wage"', "no text blocks of CoreTask"),
    ],
)  # fmt: skip
def test_a_node_that_does_not_fit_is_told(old: str, new: str, part: str, message: str) -> None:
    assert_told(changed(old, new), part, message)


def test_a_node_that_the_model_lacks_needs_its_dataclass() -> None:
    told = refused(changed('path = "core_tasks"\ninside', 'path = "areas"\ninside'))

    assert "no list of nodes 'areas' in Profile" in told.message
    assert "add the node's dataclass, with 'id' and 'name', to pipeline/profile/mod" in told.remedy


@pytest.mark.parametrize(
    "opener",
    [
        "Taak {n}: {name}",
        "Taak {n} - {name}",
        "taak {n} {name}",
        "TAAK T{n}: {name}",
        "T{n}. {name}",
    ],
)
def test_an_opener_that_two_nodes_claim_is_told(opener: str) -> None:
    text = changed("Stap {n}: {name}", opener)

    assert_told(text, opener, "opens 'step' and 'task'")


def test_a_mark_that_two_nodes_claim_is_told() -> None:
    text = changed('openers = ["Stap {n}: {name}"]', 'marks = ["W{n}", "t{n}"]')

    assert_told(text, '"t{n}"', "'t{n}' opens 'step' and 'task'")


def test_one_plain_opener_may_open_nodes_at_different_places() -> None:
    text = changed('["Stap {n}: {name}"]', '["Stap {n}: {name}"]\nplain_openers = ["{n} {name}"]')

    assert parse_family(text, FILE).node("step").plain_openers == ("{n} {name}",)


@pytest.mark.parametrize(
    ("old", "new", "part", "message"),
    [
        ('["Opbrengst"]', '["Opbrengst", "..."]', '"..."', "cannot be recognised"),
        ('["Opbrengst"]', f'["Opbrengst", "{LONG}"]', LONG, "cannot be recognised"),
        ('["Opbrengst"]', '["Opbrengst", " "]', 'labels = ["Opbrengst"', "not empty"),
        ('["Opbrengst"]', "[]", "labels = []", "lists no label"),
        ('["Zaaknummer"]', '["Zaaknummer", "OPBRENGST:"]', "Zaaknummer", "and of '[foreign]'"),
        ('["Zaaknummer"]', '["Zaaknummer", "Versie"]', "Zaaknummer", "of 'version' and of"),
        ('"Taken van het beroep"]', '"X"]\n[[section]]\nid = "other"\nlabels = ["TAKEN"]',
         '"TAKEN"', "of 'tasks' and of 'other'"),
    ],
)  # fmt: skip
def test_a_label_with_two_meanings_or_none_is_told(
    old: str, new: str, part: str, message: str
) -> None:
    assert_told(changed(old, new), part, message)


def test_a_label_that_two_fields_of_a_section_claim_is_told_at_its_own_line() -> None:
    text = SMALL + (
        '[[field]]\nnode = "task"\npath = "quality"\nkind = "prose"\nsection = "tasks"\n'
        'labels = [\n  "Kwaliteit",\n  "Wat er  gebeurt:",\n]\n'
    )

    assert_told(text, "Wat er  gebeurt:", "is of 'task.description' and of 'task.quality'")


LOOK_ALIKE = """
[[look_alike]]
name = "rooster"
title_words = ["dienstrooster"]
proofs = [
  "Dienst",
  "opbrengst (per uur)",
]
labels = ["Opbrengst"]
remedy = "Zet het profiel om."
"""


def test_a_proof_of_another_document_that_the_family_prints_is_told() -> None:
    assert_told(
        SMALL + LOOK_ALIKE, "(per uur)", "is no proof: it is a label of 'step.result' as well"
    )


def test_fields_of_two_sections_may_share_a_label_and_are_told_by_their_place() -> None:
    text = with_field("status", "text", section="tasks").replace("Bijzonderheden", "Versie X")
    text += text[text.rindex("[[field]]") :].replace("status", "code").replace("tasks", "trends")

    assert "Versie X" in parse_family(text, FILE).field("code").labels


@pytest.mark.parametrize(
    ("old", "new", "part", "message"),
    [
        ('name = "small"', 'name = "Klein profiel"', "name = ", "small letters"),
        ('name = "small"\n', "", "[family]", "'name' is missing"),
        ('title = "Klein"\n', "", "[family]", "'title' is missing"),
        ('title = "Klein"', 'title = " "', 'title = " "', "not empty"),
        ('title = "Klein"', 'title = "Klein"\ncolour = "red"', "colour", "'colour' is unknown"),
        ('"words"]', '"wurds"]', "shares", "no shared/wurds.toml"),
        (', "words"]', "]", "shares", "has [furniture]"),
        ("minimum_with_title = 4", 'minimum_with_title = "4"', '= "4"', "whole number"),
        ("minimum_with_title = 4", "minimum_with_title = true", "with_title = t", "whole number"),
        ("minimum_with_title = 4", "minimum_with_title = 0", "minimum_with_title", "no evidence"),
        ("minimum_with_title = 4", "minimum_with_title = 9", "minimum_with_title", "no evidence"),
        ("title = 8", "title = 800", "minimum_with_title", "no evidence"),
        ('labels = ["Opbrengst"]', 'labels = "Opbrengst"', "Opbrengst", "a list of texts"),
        ('labels = ["Opbrengst"]', 'label = ["Opbrengst"]', "Opbrengst", "'label' is unknown"),
        ('kind = "overview"\n', "", '^path = "core_tasks"', "'kind' is missing"),
        ('id = "step"\n', "", '^path = "work_processes"', "'id' is missing"),
        ("[foreign]", "[strange]", "[strange]", "'strange' is unknown"),
        ("[foreign]", "[[foreign]]", "[[foreign]]", "must be a table"),
        ('[[section]]', '[section]', "[section]", "list of tables"),
        ('name = "small"', "name = ", "name = ", "not valid TOML"),
        ('title = "Klein"', 'name = "groot"', "groot", "not valid TOML"),
        ('id = "step"', 'id = "task"', '^id = "task"', "is that of [[node]] number 1 again"),
    ],
)  # fmt: skip
def test_a_file_of_another_shape_is_told(old: str, new: str, part: str, message: str) -> None:
    text = changed(old, new)

    # What is missing is told at the heading, which is the line above.
    told = refused(text)
    assert message in str(told)
    assert (told.file, bool(told.remedy)) == (FILE, True)
    assert told.line == line_of(text, part.lstrip("^")) - part.startswith("^")


def test_a_family_without_a_node_is_told() -> None:
    text = SMALL[: SMALL.index("[[node]]")]

    assert_told(text, "[family]", "the family has no node")


def test_a_file_without_a_family_is_told() -> None:
    assert "[family] is missing" in refused('[[field]]\npath = "x"').message


def test_a_fault_at_the_end_of_a_file_has_its_line() -> None:
    told: FamilyError = refused('[family]\nname = "x"\nshares = [')

    assert (told.line, "not valid TOML" in told.message) == (3, True)


def test_a_fault_in_a_table_written_in_one_line_has_the_line_of_its_key() -> None:
    text = 'look_alike = [{ name = "x" }, 3]\n' + SMALL

    assert refused(text).line == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A node of a user's model."""

    id: str = described("Identificatie", "As computed.", required=True)
    name: str = described("Taakgebied", "Its title.", required=True)
    criteria: tuple[str, ...] = described(
        "Criteria", "May be none.", required=True, singular="criterion"
    )
    notes: Blocks | None = described("Notities", "Text.")
    score: int | None = described("Score", "What no label could fill.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict(Area):
    """A node that must print more than its name."""

    weight: str = described("Gewicht", "How much it counts.", required=True)


AREA = """
[[node]]
id = "area"
path = "areas"
inside = ["profile"]
section = "tasks"
openers = ["Taakgebied {n}: {name}"]

[[field]]
node = "area"
path = "notes"
kind = "prose"
section = "tasks"
labels = ["Notities"]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wider(Profile):
    """A profile with the nodes of a user."""

    areas: tuple[Area, ...] | None = described(
        "Taakgebieden", "In document order.", singular="area"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TooStrict(Profile):
    """A profile with nodes that may not be read from all documents."""

    areas: tuple[Strict, ...] | None = described(
        "Taakgebieden", "In document order.", singular="area"
    )


def test_a_node_of_a_user_fits_once_the_model_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_told(SMALL + AREA, 'path = "areas"', "no list of nodes 'areas' in Profile")

    monkeypatch.setattr("pipeline.families.node_checks.Profile", Wider)

    assert parse_family(SMALL + AREA).node("area").path == "areas"
    assert_told(SMALL + AREA.replace('"prose"', '"text"'), 'kind = "text"', "gives a text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless(Profile):
    """A profile whose list holds what is no node."""

    areas: tuple[str, ...] | None = described("Taakgebieden", "In document order.", singular="area")


def test_a_list_of_the_model_that_holds_no_nodes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.families.node_checks.Profile", Nameless)

    told = refused(SMALL + AREA)

    assert "no list of nodes 'areas' in Profile" in told.message.replace("Nameless", "Profile")
    assert "make 'areas' a tuple of a dataclass with 'id' and 'name'" in told.remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordless(Profile):
    """A profile whose list has no word for one of its nodes."""

    areas: tuple[Area, ...] | None = described("Taakgebieden", "In document order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordlessArea(Area):
    """A node whose list has no word for one of its members."""

    parties: tuple[str, ...] | None = described("Betrokkenen", "In document order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordlessBelow(Profile):
    """A profile with such nodes."""

    areas: tuple[WordlessArea, ...] | None = described(
        "Taakgebieden", "In document order.", singular="area"
    )


@pytest.mark.parametrize(
    ("profile", "of"),
    [(Wordless, "'areas' of Wordless"), (WordlessBelow, "'parties' of WordlessArea")],
)
def test_a_list_without_a_word_for_one_of_its_members_is_told(
    profile: type, of: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.families.node_checks.Profile", profile)

    told = refused(SMALL + AREA)
    assert f"the list {of} has no word" in told.message
    assert "add 'singular' to it in pipeline/profile/model.py" in told.remedy


@pytest.mark.parametrize("codes", ['marks = ["G{n}"]', 'numbers = ["{n}"]'])
def test_a_code_for_which_the_model_has_no_field_is_told(
    codes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.families.node_checks.Profile", Wider)
    text = SMALL + AREA.replace('section = "tasks"\n', f'section = "tasks"\n{codes}\n', 1)

    assert_told(text, codes, "the model has no 'code' in Area that could keep")


@pytest.mark.parametrize("codes", ['marks = ["R{n}"]', 'numbers = ["{letter}"]'])
def test_a_code_that_is_no_number_is_told_where_only_a_number_is_kept(codes: str) -> None:
    role = AREA[: AREA.index("[[field]]")].replace('"areas"', '"roles"')

    assert parse_family(f'{SMALL}{role}numbers = ["{{n}}"]\n').node("area").path == "roles"
    assert_told(SMALL + role + codes, codes, "the model has no 'code' in Role that could keep")


def test_a_field_that_no_kind_fills_says_where_its_type_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.families.node_checks.Profile", Wider)

    told = refused(SMALL + AREA.replace('path = "notes"', 'path = "score"'))

    assert "no kind fills it" in told.remedy
    assert "mend its type in pipeline/profile/model.py" in told.remedy


def test_a_node_must_not_require_what_a_document_may_lack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.families.node_checks.Profile", TooStrict)

    assert_told(SMALL + AREA, 'path = "areas"', "Strict requires 'weight', which a document may")
