"""Documents of every family and every other kind, drawn: with and without title, text and HTML.

Each is rows of cells; one cell is a heading or a paragraph. The prose is made up.
"""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

from pipeline.document.model import Document
from tests.unit.interpret.specimens import page, tabs

Rows = list[tuple[str, ...]]

_NAMES = st.sampled_from(["Havenmeester", "Rietdekker", "Chef de bureau", "Medewerker als kok"])
_TASKS = st.sampled_from(
    ["Verzorgt de ontvangst", "Treedt op als vraagbaak", "Werkt als gastheer in de haven"]
)
_PROSE = st.sampled_from(
    [
        "Dit staat in het kwalificatiedossier en in het beroepscompetentieprofiel van de sector.",
        "De student toont aan dat hij de taak beheerst, zoals bij kerntaak 1 is beschreven.",
        "Het werk vraagt om overleg met klanten, collega's en leveranciers.",
    ]
)
GENERAL = ("Datum", "Niveau", "Beroep", "Kennis", "Versie", "Sector", "Attitude", "Werkomgeving")


@st.composite
def general_rows(draw: st.DrawFn) -> Rows:
    """Labels that stand in profiles and in everything else."""
    labels = draw(st.lists(st.sampled_from(GENERAL), min_size=4, unique=True))
    return [(label, draw(_PROSE)) for label in labels]


@st.composite
def core_tasks(draw: st.DrawFn) -> Rows:
    """Core tasks and work processes in one of the notations."""
    form = draw(st.sampled_from(["B1-K{}", "Kerntaak {}"]))
    rows: Rows = []
    for n in range(1, draw(st.integers(1, 3)) + 1):
        rows.append((f"{form.format(n)}: {draw(_TASKS)}",))
        rows.append(("Complexiteit", draw(_PROSE)))
        for m in range(1, draw(st.integers(1, 3)) + 1):
            code = f"B1-K{n}-W{m}:" if form.startswith("B") else f"Werkproces {n}.{m}"
            rows.append((f"{code} {draw(_TASKS)}",))
            rows += [("Omschrijving", draw(_PROSE)), ("Resultaat", draw(_PROSE))]
            rows.append(("Gedrag", draw(_PROSE)))
    return rows


@st.composite
def _general(draw: st.DrawFn, name: str) -> Rows:
    """The general part, which profiles of both families have."""
    return [
        ("Naam beroep", name),
        ("Versie", "2"),
        ("Ontwikkeld door", "Havenraad"),
        ("Brondocumenten", "Kwalificatiedossier Haven, 2024"),
        ("Mogelijke functiebenamingen", name),
        ("Loopbaanperspectief", draw(_PROSE)),
    ]


@st.composite
def core_task_profiles(draw: st.DrawFn) -> Document:
    """A profile of core tasks."""
    name = draw(_NAMES)
    rows: Rows = [
        *draw(_general(name)),
        ("Typerende beroepshouding", draw(_PROSE)),
        ("Rol en verantwoordelijkheden", draw(_PROSE)),
        ("Overzicht van kerntaken en werkprocessen",),
        *draw(core_tasks()),
    ]
    return _shown(draw, f"Beroepscompetentieprofiel {name}", rows)


@st.composite
def role_profiles(draw: st.DrawFn) -> Document:
    """A profile of roles, which may mention core tasks."""
    name = draw(_NAMES)
    rows: Rows = [
        *draw(_general(name)),
        ("Attitude", draw(_PROSE)),
        ("Overzicht rollen", "1. gastheer"),
        ("1. De vakman als gastheer",),
        ("Beschrijving van de rol", draw(_PROSE)),
        ("Competenties", "Luistert"),
        ("Afbreukrisico", draw(_PROSE)),
        ("2. De vakman als adviseur",),
    ]
    return _shown(draw, f"Beroepscompetentieprofiel {name}", rows)


# By kind: a title, and rows that only such a document has.
_OTHERS: dict[str, tuple[str, Rows]] = {
    "keuzedeel": (
        "Keuzedeel Varen",
        [
            ("Code keuzedeel", "K0061"),
            ("Studielast", "240"),
            ("Gekoppeld aan kwalificaties", "25000"),
            ("Relevantie van het keuzedeel", "Varen hoort erbij."),
            ("D1-K1: Vaart uit",),
        ],
    ),
    "kwalificatiedossier": (
        "Kwalificatiedossier Haven",
        [("Crebonr.", "23000"), ("Basisdeel",), ("Profieldeel",), ("Opleidingsdomein", "Haven")],
    ),
    "onderwijs- en examenregeling": (
        "Onderwijs- en examenregeling Haven 2024",
        [
            ("Artikel 1. Begripsbepalingen",),
            ("Leerweg", "BOL"),
            ("Crebo: 25000",),
            ("Studiebelastingsuren", "4800"),
            ("2.1 Uitleg kwalificatiedossier",),
            ("4.1 Exameneisen",),
            ("5 Diplomering",),
        ],
    ),
    "examenplan": (
        "Examenplan Haven, cohort 2024",
        [
            ("Examencode", "Exameninstrument", "Weging"),
            ("HA-1", "Proeve", "2"),
            ("Exameneenheid", "B1-K1-W1"),
            ("Beslisregels",),
        ],
    ),
    "examenstandaard": (
        "Examenstandaard Haven",
        [("Naam kandidaat", ""), ("Toetstermen",), ("Cesuur", "5,5"), ("Beoordelingsmodel",)],
    ),
    "opleidingsprofiel of studiegids": (
        "Studiegids Haven 2024",
        [("Studiepunten", "60"), ("Leerdoelen",), ("Toelatingseisen",), ("Lesrooster",)],
    ),
    "Vlaamse beroepskwalificatie": (
        "Beroepskwalificatie Havenmeester",
        [("Niveau (VKS en EQF)", "4"), ("Basisactiviteiten",), ("Met inbegrip van kennis",)],
    ),
    "functieprofiel": (
        "Functieprofiel Havenmeester",
        [
            ("Functieschaal", "8"),
            ("Doel van de functie",),
            ("Rapporteert aan", "Directeur"),
            ("Resultaatgebieden",),
            ("Kerntaken",),
        ],
    ),
    "vacature": (
        "Vacature havenmeester",
        [("Wij bieden",), ("Wij vragen",), ("Salarisindicatie", "3000"), ("Solliciteren",)],
    ),
}
OTHER_KINDS = tuple(_OTHERS)


@st.composite
def others(draw: st.DrawFn, kind: str) -> Document:
    """A document of another kind, with general labels and core tasks in it."""
    title, own = _OTHERS[kind]
    rows = [*own, *draw(general_rows()), *draw(st.one_of(st.just([]), core_tasks()))]
    return _shown(draw, title, rows)


@st.composite
def no_profiles(draw: st.DrawFn) -> Document:
    """General labels alone, below a title that says nothing."""
    return _shown(draw, "Haven", draw(general_rows()))


@st.composite
def drafts(draw: st.DrawFn) -> Document:
    """General labels alone, mostly below the title of a profile."""
    return _shown(draw, "Beroepscompetentieprofiel Havenmeester", draw(general_rows()))


def _shown(draw: st.DrawFn, title: str, rows: Rows) -> Document:
    """The rows as tabbed text or as HTML, with their title or without."""
    titled = draw(st.booleans())
    if draw(st.booleans()):
        lines = ["\t".join(row) if len(row) > 1 else f"\n{row[0]}\n" for row in rows]
        return tabs("\n".join([f"{title}\n\n"] * titled + lines) + "\n")
    parts = [_html(row) for row in rows]
    return page("".join(["<html><body>", f"<h1>{escape(title)}</h1>" * titled, *parts]))


def _html(row: tuple[str, ...]) -> str:
    if len(row) == 1:
        return f"<h2>{escape(row[0])}</h2>"
    return f"<table><tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr></table>"
