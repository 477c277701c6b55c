"""A profile of core tasks in our own words: three levels, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from pipeline.profile.codec import decode, profile_to_plain
from pipeline.profile.identifiers import with_identifiers
from pipeline.profile.model import Blocks, Indicator, Profile, described
from tests.strategies import whole_profile


def paragraph(text: str) -> dict[str, Any]:
    """A paragraph."""
    return {"type": "paragraph", "text": text}


def items(*texts: str) -> dict[str, Any]:
    """A list that is not numbered."""
    return {"type": "list", "ordered": False, "items": list(texts)}


LESSON = {
    "code": "1.1",
    "name": "Geeft zwemles",
    "description": [paragraph("Laat zien hoe een slag gaat."), items("op het droge", "in het bad")],
    "result": [paragraph("De groep durft zonder plank.")],
    "behaviour": [
        {"text": "geeft korte aanwijzingen;"},
        {"text": "past het tempo aan", "applies_to": "zwemmen met een beperking"},
    ],
    "competencies": [
        {
            "code": "E",
            "name": "Samenwerken",
            "components": ["Overleggen", "Aanpassen aan de groep"],
            "indicators": [
                {"text": "Stemt de les af met de badmeester", "aspect": "process"},
                {"text": "De les begint op tijd", "aspect": "result"},
            ],
        },
        {"code": "Q", "name": "Plannen", "indicators": []},
    ],
    "knowledge_and_skills": [
        {"kind": "knowledge", "text": "Kent de leerlijn van het bad"},
        {
            "kind": "skill",
            "text": "Kan een tillift bedienen",
            "applies_to": "zwemmen met een beperking",
        },
        {"kind": "other", "text": "Zwemt zelf met gemak een kilometer"},
    ],
    "tools": [items("plankjes", "drijfkussens")],
}
CORE_TASKS = [
    {
        "code": "B1-K1",
        "name": "Verzorgt zwemlessen",
        "description": [paragraph("Van de eerste les tot het afzwemmen.")],
        "complexity": [paragraph("Elke groep heeft een ander begin.")],
        "stakeholders": [items("ouders", "de badmeester")],
        "dilemmas": [paragraph("Wachten op de laatste of doorgaan met de eerste?")],
        "knowledge_and_skills": [{"kind": "knowledge", "text": "Kent de regels van het bad"}],
        "competencies": [
            {
                "name": "Samenwerken",
                "description": [paragraph("Weet wie wat doet aan de rand.")],
                "indicators": [{"text": "Vraagt op tijd om hulp"}],
            }
        ],
        "consequence_of_error": [paragraph("Een kind raakt onder water.")],
        "work_processes": [LESSON, {"code": "1.2", "name": "Neemt de proef af"}],
    },
    {"name": "Houdt het bad schoon"},
]
TOP_COMPETENCIES = [
    {"code": "A", "name": "Beslissen", "indicators": [{"text": "Sluit het bad als het moet"}]},
    {"name": "Samenwerken", "indicators": []},
]
CHALLENGES = [
    {
        "code": "1",
        "name": "Spel of slag",
        "description": [paragraph("Spelen leert ook, maar kost tijd.")],
    },
    {"name": "Ruimte of regels"},
]
MATRIX = [
    {"row": "Verzorgt zwemlessen", "column": "A", "value": "x"},
    {"row": "Verzorgt zwemlessen", "column": "E", "value": "xx"},
    {"row": "Houdt het bad schoon", "column": "A", "value": "x"},
]


def plain_core_tasks() -> dict[str, Any]:
    """The plain values of the profile, without identifiers of its nodes."""
    bare = replace(whole_profile(), roles=None, id="zwemonderwijzer-v1", name="Zwemonderwijzer")
    plain = {
        **profile_to_plain(bare),
        "family": "core-tasks",
        "core_tasks": CORE_TASKS,
        "competencies": TOP_COMPETENCIES,
        "core_challenges": CHALLENGES,
        "competency_matrix": MATRIX,
    }
    del plain["$schema"]
    return plain


@cache
def core_task_profile() -> Profile:
    """The profile."""
    profile: Profile = decode(Profile, with_identifiers(plain_core_tasks()))
    return profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """Opdracht: a part of a task that no family of ours has."""

    id: str = described("Identificatie", "Stable identifier.", "bcp-x", required=True)
    name: str = described("Opdracht", "The name.", "Meet het zuur", required=True)
    weight: str | None = described("Gewicht", "How much it counts.", "2")
    criteria: tuple[Indicator, ...] | None = described(
        "Criteria", "In document order.", singular="criterion"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Taak: a part of an area that no family of ours has."""

    id: str = described("Identificatie", "Stable identifier.", "bcp-x", required=True)
    name: str = described("Taak", "The name.", "Meet het water", required=True)
    purpose: Blocks | None = described("Doel", "What for.")
    exercises: tuple[Exercise, ...] | None = described(
        "Opdrachten", "In document order.", singular="exercise"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskArea:
    """Taakgebied: an area of duties that no family of ours has."""

    id: str = described("Identificatie", "Stable identifier.", "bcp-x", required=True)
    name: str = described("Taakgebied", "The name.", "Water", required=True)
    duties: tuple[Duty, ...] | None = described("Taken", "In document order.", singular="duty")


@dataclass(frozen=True, slots=True, kw_only=True)
class WiderProfile(Profile):
    """Beroepscompetentieprofiel: one with a tree of nodes that no family of ours has."""

    task_areas: tuple[TaskArea, ...] | None = described(
        "Taakgebieden", "In document order.", singular="task_area"
    )


@cache
def wider_profile() -> WiderProfile:
    """The profile of core tasks with nodes below it that only dataclasses tell of."""
    profile = core_task_profile()
    known = {field.name: getattr(profile, field.name) for field in fields(profile)}
    criteria = tuple(Indicator(id=_id(n), text=f"Meet keer {n}") for n in (1, 2))
    exercise = Exercise(id=_id(3), name="Meet het zuur", weight="2", criteria=criteria)
    duty = Duty(id=_id(4), name="Meet het water", exercises=(exercise,))
    area = TaskArea(id=_id(5), name="Water", duties=(duty, Duty(id=_id(6), name="Vult bij")))
    wider = WiderProfile(**known, task_areas=(area,))
    return replace(wider, id="zwemonderwijzer-v2")


def _id(number: int) -> str:
    return f"bcp-00000000-0000-5000-8000-{number:012}"
