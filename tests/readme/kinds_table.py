"""The table of value kinds in the page on families: made of the registry and today's families."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.families import KINDS, load_families
from tests.profiles import ROOT

PAGE = ROOT / "pipeline" / "families" / "README.md"
_KINDS = re.compile(r"(<!-- kinds -->\n).*?(?=\n\n)", re.S)
_MOST_SHOWN = 3

READ_AS: dict[str, str] = {
    "name_cell": "the name of the occupation, with the level and short name that its cell may hold",
    "text": "one line, taken whole",
    "date": "a date, as ISO 8601 at the precision that is written",
    "version": "a version, as written",
    "level": "a level of the NLQF: `Instroom`, `1` ... `8`, `4+`",
    "names": "short names, one by one; a comma parts them",
    "organisations": "names that may hold a comma themselves",
    "strings": "texts one by one; a comma parts those on one line",
    "source_documents": "references one by one, each with its year",
    "legitimations": "statements one by one, each with its body and date",
    "decided_on": "the date of the last record of a list (`Op:` below a legitimation)",
    "decided_at": "the place of the last record of a list (`Te:`)",
    "prose": "paragraphs and lists, as they stand",
    "stated_prose": "the same; an emphasised opening goes to `responsibility`, if there is one",
    "described_skills": "text blocks under sub-headings, which are labels of fields below this one",
    "labour_market": "text blocks, and what follows `Bron:` at the end",
    "developments": "numbered headings, each with text blocks",
    "overview": "names of nodes, to be held against the nodes themselves (BCP411)",
    "competencies": "names, each with the indicators below it",
    "competency_names": "names of competencies alone",
    "items": "things to know and to be able to do, told apart by their first words",
    "statements": "sentences without lead-in, one a line; a closing line may name competencies",
    "matrix": "the filled cells of a table, each with its row and column",
}


def current_page() -> str:
    """The page with the table as it should be."""
    return _KINDS.sub(lambda m: m[1] + "\n".join(_table()), PAGE.read_text("utf-8"))


def _table() -> Iterator[str]:
    yield "| kind | the field is | the value is read as | for instance |"
    yield "|---|---|---|---|"
    fields = [field for family in load_families() for field in family.fields]
    for kind in KINDS.values():
        found = dict.fromkeys(field.id for field in fields if field.kind == kind.name)
        shown = ", ".join(f"`{name}`" for name in list(found)[:_MOST_SHOWN])
        yield f"| `{kind.name}` | {kind.type_in_words} | {READ_AS[kind.name]} | {shown} |"
