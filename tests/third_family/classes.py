"""What a third family needs of the program's code: the dataclasses of its nodes, and their field.

`Taakgebied > Taak > Beoordelingscriterium`, as text, to be put into a program that is made.
"""

from __future__ import annotations

from pathlib import Path

FAMILY = Path(__file__).parent / "family.toml"

_ID = """
    id: str = described(
        "Identificatie", "Stable identifier.", "bcp-0b0f3c1e-6d0e-5b57-9c2e-3f1f9d8a7b61",
        required=True, pattern=ELEMENT_ID_PATTERN,
    )
"""
CLASSES = f'''\
@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """Beoordelingscriterium: what tells that a task is done well."""
{_ID}
    text: str = described("Beoordelingscriterium", "As printed.", "Maalt veilig", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Taak: what is done."""
{_ID}
    code: str | None = described("Code", "The mark as printed.", "A1")
    name: str = described("Taak", "Its title.", "Malen", required=True)
    description: Blocks | None = described("Omschrijving", "What is done.")
    frequency: str | None = described("Hoe vaak", "How often it is done.", "dagelijks")
    criteria: tuple[Criterion, ...] | None = described("Criteria", "All.", singular="criterion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Taakgebied: a field of work."""
{_ID}
    code: str | None = described("Code", "The mark as printed.", "A")
    name: str = described("Taakgebied", "Its title.", "Malen", required=True)
    description: Blocks | None = described("Omschrijving", "What it is about.")
    stakes: Blocks | None = described("Belang", "Why it matters.")
    tasks: tuple[Task, ...] | None = described("Taken", "In order.", singular="task")
    competencies: tuple[Competency, ...] | None = described(
        "Competenties", "In order.", singular="competency"
    )


'''
FIELD = """\
    areas: tuple[Area, ...] | None = described("Taakgebieden", "All.", singular="area")
"""
