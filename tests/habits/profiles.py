"""Three made-up profiles as data: what a document prints, and what must be read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    style: str = "r"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; an item is a text, or a text with the items below it."""

    items: tuple[str | tuple[str, tuple[str, ...]], ...]
    numbered: bool = False


Block = Text | Items
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A development under its numbered title."""

    title: str
    dimension: str
    text: Blocks


@dataclass(frozen=True, slots=True)
class Role:
    """A role: competencies are names with indicators, items begin as what they are."""

    name: str
    heading: str
    responsibility: str
    description: Blocks
    competencies: tuple[tuple[str, tuple[str, ...]], ...]
    knowledge: tuple[str, ...]
    skills: tuple[str, ...]
    risk: Blocks


@dataclass(frozen=True, slots=True)
class Profile:
    """A whole profile."""

    name: str
    level: str
    short_name: str
    sector: str
    date: tuple[str, str]
    version: str
    developed_by: str
    sources: tuple[tuple[str, int], ...]
    legitimation: tuple[str, str, str]
    job_titles: tuple[str, ...]
    related: tuple[str, ...]
    prospects: Blocks
    environment: Blocks
    attitude: Blocks
    autonomy: Blocks
    knowledge: Blocks
    applying: Blocks
    complexity: Blocks
    market: Blocks
    trends: tuple[Trend, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a label and its value, or a heading over both columns."""

    label: str
    value: Blocks = ()

    @property
    def is_heading(self) -> bool:
        return not self.value


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the tables below it."""

    heading: str
    tables: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Print:
    """What is printed: a title and sections."""

    title: str
    sections: tuple[Section, ...]


LABELS = {
    "name": "Naam BCP",
    "date": "Datum",
    "version": "Versie",
    "developed_by": "Ontwikkeld door",
    "sources": "Brondocument(en)",
    "legitimation": "Legitimering",
    "job_titles": "Mogelijke functiebenamingen",
    "related": "Verwante beroepen",
    "prospects": "Loopbaanperspectief",
    "environment": "Werkomgeving (NLQF)",
    "attitude": "Attitude",
    "autonomy": "Verantwoordelijkheid en zelfstandigheid",
    "knowledge": "Kennis en vaardigheden",
    "complexity": "Complexiteit",
    "market": "Arbeidsmarktinformatie",
    "trends": "Trends en ontwikkelingen",
    "roles": "Overzicht rollen",
    "role": "Beschrijving van de rol",
    "competencies": "Competenties",
    "items": "Benodigde kennis en vaardigheden",
    "risk": "Afbreukrisico",
}


def printed(profile: Profile, labels: dict[str, str] | None = None) -> Print:
    """A profile as sections and rows."""
    say = LABELS | (labels or {})
    p = profile
    general = (
        Row(say["name"], (Text(_name_cell(p)),)),
        Row(say["date"], (Text(p.date[0]),)),
        Row(say["version"], (Text(p.version),)),
        Row(say["developed_by"], (Text(p.developed_by),)),
        Row(say["sources"], (Items(tuple(text for text, _ in p.sources)),)),
        Row(say["legitimation"], (Text(p.legitimation[0]),)),
        Row(say["job_titles"], (Text(", ".join(p.job_titles)),)),
        Row(say["related"], tuple(Text(name) for name in p.related)),
        Row(say["prospects"], p.prospects),
    )
    described = (
        Row(say["environment"], p.environment),
        Row(say["attitude"], p.attitude),
        Row(say["autonomy"], p.autonomy),
        Row(
            say["knowledge"],
            (Text("Kennis", "i"), *p.knowledge, Text("Toepassen van kennis", "i"), *p.applying),
        ),
        Row(say["complexity"], p.complexity),
    )
    titled = tuple(
        block
        for number, trend in enumerate(p.trends, 1)
        for block in (Text(f"{number}. {trend.title}", "b"), *trend.text)
    )
    trends = (Row(say["market"], p.market), Row(say["trends"], titled))
    overview = (Row(say["roles"], (Items(tuple(r.name for r in p.roles), numbered=True),)),)
    roles = tuple(_role_rows(number, role, say) for number, role in enumerate(p.roles, 1))
    return Print(
        f"Beroepscompetentieprofiel {p.sector} - {p.name}",
        (
            Section("1. Algemene informatie", (general,)),
            Section("2. Beschrijving van het beroep", (described,)),
            Section("3. Trends en innovaties", (trends,)),
            Section("4. Rollen en competenties", (overview, *roles)),
        ),
    )


def _name_cell(p: Profile) -> str:
    return f"{p.name} (niveau {p.level}) - verder aangegeven als {p.short_name}"


def _role_rows(number: int, role: Role, say: dict[str, str]) -> tuple[Row, ...]:
    competencies: list[Block] = []
    for name, indicators in role.competencies:
        competencies += [Text(name, "i"), Items(indicators)]
    return (
        Row(f"{number}. {role.heading}"),
        Row(say["role"], (Text(role.responsibility, "i"), *role.description)),
        Row(say["competencies"], tuple(competencies)),
        Row(say["items"], (Items((*role.knowledge, *role.skills)),)),
        Row(say["risk"], role.risk),
    )


def expected(profile: Profile) -> dict[str, Any]:
    """What a conversion must say: the content alone, without identifiers and provenance."""
    p = profile
    return {
        "document_type": "beroepscompetentieprofiel",
        "name": p.name,
        "short_name": p.short_name,
        "sector": p.sector,
        "language": "nl",
        "nlqf_level": p.level,
        "version": p.version,
        "date": p.date[1],
        "developed_by": [p.developed_by],
        "source_documents": [{"text": text, "year": year} for text, year in p.sources],
        "legitimations": [
            {"text": p.legitimation[0], "body": p.legitimation[1], "date": p.legitimation[2]}
        ],
        "job_titles": list(p.job_titles),
        "related_occupations": list(p.related),
        "career_prospects": _blocks(p.prospects),
        "description": {
            "work_environment": _blocks(p.environment),
            "attitude": _blocks(p.attitude),
            "responsibility_and_autonomy": _blocks(p.autonomy),
            "knowledge_and_skills": {
                "knowledge": _blocks(p.knowledge),
                "applying_knowledge": _blocks(p.applying),
            },
            "complexity": _blocks(p.complexity),
        },
        "trends": {
            "labour_market": {"text": _blocks(p.market)},
            "developments": [
                {
                    "number": number,
                    "dimension": trend.dimension,
                    "title": trend.title,
                    "text": _blocks(trend.text),
                }
                for number, trend in enumerate(p.trends, 1)
            ],
        },
        "roles": [_role(number, role) for number, role in enumerate(p.roles, 1)],
    }


def _role(number: int, role: Role) -> dict[str, Any]:
    return {
        "number": number,
        "name": role.name,
        "heading": role.heading,
        "responsibility": role.responsibility,
        "description": _blocks(role.description),
        "competencies": [
            {"name": name, "indicators": [{"text": text} for text in indicators]}
            for name, indicators in role.competencies
        ],
        "knowledge_and_skills": [
            *({"kind": "knowledge", "text": text} for text in role.knowledge),
            *({"kind": "skill", "text": text} for text in role.skills),
        ],
        "consequence_of_error": _blocks(role.risk),
    }


def _blocks(blocks: Blocks) -> list[dict[str, Any]]:
    return [
        {"type": "paragraph", "text": block.text}
        if isinstance(block, Text)
        else {"type": "list", "ordered": block.numbered, "items": _flat(block)}
        for block in blocks
    ]


def _flat(block: Items) -> list[str]:
    found: list[str] = []
    for item in block.items:
        if isinstance(item, str):
            found.append(item)
        else:
            found += [item[0], *item[1]]
    return found


SAILMAKER = Profile(
    name="Zeilmaker", level="3", short_name="zeilmaker", sector="Tuigagesector",
    date=("7 mei 2025", "2025-05-07"), version="2",
    developed_by="Stichting Zeil en Doek",
    sources=(("Werkboek zeildoek en touwwerk - 2021", 2021),
             ("Vraaggesprekken met negen zeilmakerijen - 2024", 2024)),
    legitimation=("Bestuur Zeil en Doek op 12 juni 2025", "Bestuur Zeil en Doek", "2025-06-12"),
    job_titles=("Zeilmaker", "tuiger", "medewerker zeilmakerij"),
    related=("Scheepstimmerman", "Tentenmaker", "Stoffeerder"),
    prospects=(Text("Zeilmakers kunnen doorgroeien naar voorman of ontwerper. Wie graag voor"
                    " zichzelf"
                    " werkt, begint na enkele jaren een eigen zeilmakerij."),),
    environment=(Text("Zeilmakers werken in een loods aan het water en aan boord van schepen."
                      " Zij maken"
                      " nieuwe zeilen, huiken en dektenten en herstellen wat gescheurd of"
                      " versleten is."),
                 Text("In het voorjaar is het druk, want dan wil iedereen varen. De meeste"
                      " zeilmakerijen"
                      " tellen twee tot zes mensen.")),
    attitude=(Text("Zeilmakers:"),
              Items(("zijn nauwkeurig, ook als een klant ongeduldig aan de toonbank staat te"
                     " wachten",
                     "werken rustig door bij wind en regen",
                     "spreken collega’s aan op slordig stikwerk"))),
    autonomy=(Text("Zeilmakers plannen hun eigen werk en bewaken de kwaliteit ervan. Over de prijs"
                   " beslist de eigenaar; kleine reparaties tot € 75 rekenen zij zelf af."),),
    knowledge=(Text("Zeilmakers kennen de eigenschappen van katoen, polyester en andere doeken."
                    " Zij weten"
                    " hoe een zeil kracht overbrengt op mast en schoot."),),
    applying=(Text("Zij kiezen bij elk schip het doek, de naad en het garen die bij het gebruik"
                   " passen, en"
                   " leggen die keuze vast."),),
    complexity=(Text("Geen zeil is gelijk: de maten van de mast, de wensen van de eigenaar en"
                     " het water waarop"
                     " gevaren wordt, bepalen samen de vorm. Een fout van een centimeter geeft"
                     " een plooi die"
                     " niemand meer wegkrijgt."),),
    market=(Text("Er zijn weinig zeilmakers en hun gemiddelde leeftijd is hoog. In Friesland en"
                 " Zeeland"
                 " staan vacatures lang open."),),
    trends=(Trend("Technologische ontwikkelingen", "technological",
                  (Text("Een snijtafel met een computer neemt het uitslaan over. Het passen aan"
                        " boord"
                        " blijft handwerk."),)),
            Trend("Ecologische ontwikkelingen", "ecological",
                  (Text("Oud doek wordt vaker opnieuw gebruikt, bijvoorbeeld voor tassen."),))),
    roles=(
        Role("Maker", "De zeilmaker als maker",
             "De maker is verantwoordelijk voor een zeil dat past en dat jaren meegaat.",
             (Text("Zeilmakers nemen de maat op, tekenen het zeil uit en snijden de banen."
                   " Daarna stikken zij"
                   " de banen aan elkaar en werken zij de hoeken af met leer en kousen."),),
             (("Nauwkeurig werken", ("Controleert elke maat voordat het doek wordt gesneden",
                                     "Stikt recht en met gelijke spanning")),
              ("Samenwerken", ("Stemt de planning af met de tuiger en de werf",
                               "Vraagt om hulp bij zware zeilen"))),
             ("Kennis van doeken, garens en naden", "Kennis van de krachten in een zeil"),
             ("Kan een zeil uitslaan op de vloer", "Kan een industriële naaimachine afstellen"),
             (Text("Een zeil dat scheurt, brengt schip en bemanning in gevaar."),)),
        Role("Adviseur", "De zeilmaker als adviseur",
             "De adviseur is verantwoordelijk voor een eerlijk advies aan de eigenaar van het"
             " schip.",
             (Text("Zeilmakers luisteren naar wat de eigenaar wil en bekijken het schip. Zij"
                   " leggen uit wat kan,"
                   " wat het kost en hoe lang het duurt."),),
             (("Klantgericht handelen", ("Vraagt door tot de wens duidelijk is",
                                         "Houdt zich aan wat is afgesproken")),
              ("Plannen", ("Geeft een haalbare leverdatum",
                           "Meldt het op tijd als het werk uitloopt"))),
             ("Kennis van scheepstypen en hun tuigage",),
             ("Kan een offerte opstellen", "Kan uitleg geven over onderhoud"),
             (Text("Een verkeerd advies kost de eigenaar geld en de zeilmakerij haar goede"
                   " naam."),)),
    ),
)  # fmt: skip

THATCHER = Profile(
    name="Rietdekker", level="4", short_name="dekker", sector="Rietsector",
    date=("19 september 2024", "2024-09-19"), version="1.3",
    developed_by="Vakgroep Riet en Dak",
    sources=(("Handleiding rieten daken - 2019", 2019), ("Enquête onder veertig bedrijven -"
                                                         " 2023", 2023)),
    legitimation=("Sectorraad Riet op 3 oktober 2024", "Sectorraad Riet", "2024-10-03"),
    job_titles=("Rietdekker", "dakdekker riet"),
    related=("Hoevenbouwer", "Dakdekker"),
    prospects=(Text("Een ervaren dekker wordt ploegleider of begint een eigen bedrijf."),),
    environment=(Text("Rietdekkers werken buiten, op hoogte en meestal met z’n tweeën. Zij"
                      " dekken nieuwe"
                      " huizen en onderhouden daken van boerderijen, molens en kapellen. De"
                      " opdrachtgever"
                      " is een aannemer, een particulier of een stichting."),),
    attitude=(Text("Van rietdekkers wordt verwacht dat zij:"),
              Items(("geen hoogtevrees hebben;", "netjes werken en het erf schoon achterlaten;",
                     "meedenken met de architect en de bewoner, zonder te beloven wat niet kan."))),
    autonomy=(Text("Rietdekkers leiden hun ploeg, bestellen het riet en keuren het bij"
                   " aankomst. Wie beslist"
                   " over meerwerk, staat in het contract."),
              Text("Bij storm leggen zij het werk stil.")),
    knowledge=(Text("Rietdekkers weten hoe riet groeit en waarom het ene veld taaier riet geeft"
                    " dan het andere."),),
    applying=(Text("Zij berekenen de helling, de dikte en het aantal bossen, ook bij ronde"
                   " vormen."),),
    complexity=(Text("Elk dak heeft eigen vormen en een eigen ondergrond. Weer, brandeisen en"
                     " de wensen van"
                     " bewoners botsen soms; de dekker weegt ze tegen elkaar af."),),
    market=(Text("De vraag groeit licht. Bedrijven leiden zelf op, omdat er maar één school is."),),
    trends=(Trend("Economische ontwikkelingen", "economic",
                  (Text("Riet komt vaker uit het buitenland, want het is daar goedkoper."),)),
            Trend("Politiek-juridische ontwikkelingen", "political_legal",
                  (Text("De eisen aan brandveiligheid worden strenger."),
                   Text("Gemeenten vragen vaker om een schroefdak.")))),
    roles=(
        Role("Vakman", "De rietdekker als vakman",
             "De vakman is verantwoordelijk voor een dak dat waterdicht is en mooi van lijn.",
             (Text("Rietdekkers binden of schroeven het riet laag voor laag en kloppen het op"
                   " met het"
                   " dekbord. Zij maken de nok, de hoeken en de randen af."),),
             (("Vakdeskundigheid toepassen", ("Legt elke laag op de juiste dikte",
                                              "Kiest riet dat bij het vlak past")),
              ("Veilig werken", ("Zet ladders en steigers vast", "Stopt bij onweer en harde"
                                                                 " wind"))),
             ("Kennis van soorten riet en hun herkomst", "Kennis van brandveilige opbouw"),
             ("Kan een dakvlak uitzetten", "Kan riet op kwaliteit sorteren"),
             (Text("Lekkage en rot geven schade die pas na jaren zichtbaar is."),)),
        Role("Leider", "De rietdekker als leider",
             "De leider is verantwoordelijk voor de ploeg, de planning en de veiligheid.",
             (Text("Rietdekkers verdelen het werk, begeleiden leerlingen en overleggen met de"
                   " aannemer. Zij"
                   " houden de uren bij en leveren het dak op."),),
             (("Leidinggeven", ("Geeft duidelijke opdrachten", "Bespreekt fouten zonder verwijt")),
              ("Organiseren", ("Plant het werk rond het weer", "Regelt riet en steiger op tijd"))),
             ("Kennis van arbeidswetten",),
             ("Kan een leerling beoordelen", "Kan begroten en nacalculeren"),
             (Text("Ongelukken op het dak en boetes wegens te late oplevering."),)),
    ),
)  # fmt: skip
