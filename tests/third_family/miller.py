"""A profile of the third family: what it says, and the document that prints it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Document,
    Dress,
    Grid,
    Heading,
    Inner,
    Para,
    Part,
    Row,
    cell_of,
)
from tests.core_tasks.shape import Content, names, text

NAME = "Watermolenaar"
UNKNOWN = ("Vaste maaldag", "De molen draait op zaterdag, als het water het toelaat.")
_DATE = ("2 maart 2025", "2025-03-02")

AREAS: list[Content] = [
    {
        "code": "A",
        "name": "Malen op waterkracht",
        "description": text(
            "De watermolenaar zet de kracht van de beek om in meel. Hij kiest het moment waarop "
            "het water hoog genoeg staat en laat de molen nooit alleen."
        ),
        "stakes": text("Zonder toezicht loopt een molen op hol en verbrandt het meel."),
        "tasks": [
            {
                "code": "A1",
                "name": "Stelt het waterrad in",
                "description": text(
                    "De watermolenaar leest het peil af en opent de schuif in stappen. Hij "
                    "luistert naar het rad en stelt bij tot het gelijkmatig draait."
                ),
                "frequency": "bij elke maalbeurt",
                "criteria": [
                    {"text": "Opent de schuif pas na controle van de bezetting."},
                    {"text": "Houdt het toerental binnen de grenzen van de stenen."},
                    {"text": "Legt de waterstand voor en na het malen vast."},
                ],
            },
            {
                "code": "A2",
                "name": "Maalt graan tot meel",
                "description": text(
                    "De watermolenaar vult de kaar en regelt de toevoer van het graan. Het meel "
                    "voelt hij tussen duim en vinger."
                ),
                "criteria": [
                    {"text": "Levert meel van de afgesproken fijnheid."},
                    {"text": "Houdt de temperatuur van het meel onder veertig graden."},
                ],
            },
        ],
        "competencies": names("Vakkundig handelen", "Risico's inschatten"),
    },
    {
        "code": "B",
        "name": "Onderhoud van de molen",
        "description": text(
            "Wat beweegt, slijt. De watermolenaar verhelpt klein ongemak zelf en roept voor groot "
            "werk de molenmaker."
        ),
        "tasks": [
            {
                "code": "B1",
                "name": "Scherpt de molenstenen",
                "description": text(
                    "De watermolenaar licht de loper, keert hem en hakt de groeven bij."
                ),
                "frequency": "elk voorjaar",
                "criteria": [
                    {"text": "Licht de steen met gekeurd hijswerk."},
                    {"text": "Draagt een bril en handschoenen bij het hakken."},
                ],
            },
            # Of this task only the title is printed.
            {"code": "B2", "name": "Smeert lagers en kammen"},
        ],
    },
]
CONTENT: Content = {
    "document_type": "beroepscompetentieprofiel",
    "name": NAME,
    "sector": "Ambachten",
    "language": "nl",
    "nlqf_level": "3",
    "version": "2",
    "date": _DATE[1],
    "developed_by": ["Gilde van Beekmolens"],
    "job_titles": ["Molenaar", "Meelmaker"],
    "career_prospects": text(
        "De watermolenaar kan leermeester worden van aankomende molenaars of overstappen naar een "
        "meelfabriek."
    ),
    "description": {
        "work_environment": text(
            "De watermolenaar werkt in een monument aan de beek, meestal alleen en soms met "
            "bezoekers om zich heen."
        ),
        "attitude": text("De watermolenaar is oplettend, geduldig en trots op zijn werk."),
    },
    "areas": AREAS,
    "unplaced": [{"label": UNKNOWN[0], "text": text(UNKNOWN[1])}],
}
NODES = 2 + 4 + 7 + 2  # areas, tasks, criteria, competencies

_DRESS = Dress("Liberation Sans", 10, "a4", 2.2, "grid", "•")


def document() -> Document:
    """What is printed."""
    title = f"Beroepsprofiel {NAME}"
    foot = f"Beroepsprofiel {NAME} {{page}}"
    return Document(title, (), tuple(_parts(title)), "", foot, _DRESS)


def _parts(title: str) -> Iterator[Part]:
    yield Heading(0, title)
    yield Heading(1, "Algemene informatie")
    yield _rows(
        ("Naam profiel", NAME),
        ("Datum", _DATE[0]),
        ("Versie", "2"),
        ("Ontwikkeld door", "Gilde van Beekmolens"),
        ("Sector", "Ambachten"),
        ("NLQF-niveau", "3"),
        ("Mogelijke functiebenamingen", "Molenaar, Meelmaker"),
        ("Loopbaanperspectief", *_texts(CONTENT["career_prospects"])),
    )
    yield Heading(1, "Beschrijving van het beroep")
    yield _rows(
        ("Werkomgeving", *_texts(CONTENT["description"]["work_environment"])),
        ("Typerende beroepshouding", *_texts(CONTENT["description"]["attitude"])),
        UNKNOWN,
    )
    yield Heading(1, "Overzicht van taakgebieden en taken")
    yield Grid((0.4, 0.6), tuple(_overview()))
    yield Heading(1, "Beschrijving van de taakgebieden")
    for area in AREAS:
        yield Heading(2, f"Taakgebied {area['code']}: {area['name']}")
        rows = [*_fields(area, ("description", "Omschrijving"), ("stakes", "Belang"))]
        if "competencies" in area:
            found = ", ".join(one["name"] for one in area["competencies"])
            rows.append(("Benodigde competenties", found))
        yield _rows(*rows)
        for task in area["tasks"]:
            yield Heading(3, f"Taak {task['code']}: {task['name']}")
            yield from _task(task)


def _overview() -> Iterator[Row]:
    yield Row((cell_of("Taakgebied", "head"), cell_of("Taak", "head")))
    for area in AREAS:
        for number, task in enumerate(area["tasks"]):
            mark = "" if number else f"{area['code']}: {area['name']}"
            yield Row((cell_of(mark), cell_of(f"{task['code']}: {task['name']}")))


def _task(task: Content) -> Iterator[Part]:
    rows = [*_fields(task, ("description", "Werkwijze"))]
    if "frequency" in task:
        rows.append(("Hoe vaak", task["frequency"]))
    grid = list(_rows(*rows).rows)
    if "criteria" in task:
        items = tuple(one["text"] for one in task["criteria"])
        parts: tuple[Inner, ...] = (Para("De watermolenaar:"), Bullets(items))
        grid.append(Row((cell_of("Beoordelingscriteria", "label"), Cell(parts))))
    if grid:
        yield Grid((0.3, 0.7), tuple(grid))


def _fields(node: Content, *fields: tuple[str, str]) -> Iterator[tuple[str, ...]]:
    for key, label in fields:
        if key in node:
            yield (label, *_texts(node[key]))


def _texts(blocks: list[Content]) -> Iterator[str]:
    for block in blocks:
        yield block["text"]


def _rows(*rows: tuple[str, ...]) -> Grid:
    found = []
    for label, *texts in rows:
        parts = tuple(Para(one) for one in texts)
        found.append(Row((cell_of(label, "label"), Cell(parts))))
    return Grid((0.3, 0.7), tuple(found))
