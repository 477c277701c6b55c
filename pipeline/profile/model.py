"""The profile as plain frozen values.

This module is the single description of the data. JSON Schema, XSD, CSV tables,
the data dictionary and the codecs are all derived from these classes (see
`pipeline.contract`), so a field that is added here appears everywhere.

A field that the document lacks is `None`; one that is there but empty is an
empty string or an empty tuple. Field metadata carry the Dutch title, a
description, examples and, for codes, the allowed values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.core.versions import PROFILE

NLQF_LEVELS = ("Instroom", "1", "2", "3", "4", "4+", "5", "6", "7", "8")
# NLQF 4+ (vwo) corresponds to EQF 4; for the entry level no EQF level is published (Nuffic).
EQF_OF_NLQF = {"1": 1, "2": 2, "3": 3, "4": 4, "4+": 4, "5": 5, "6": 6, "7": 7, "8": 8}
DIMENSIONS = (
    "demographic",
    "economic",
    "socio_cultural",
    "technological",
    "ecological",
    "political_legal",
)
ITEM_KINDS = ("knowledge", "skill", "other")
REQUIREMENT_KINDS = ("licence", "certificate", "statutory")
LEGITIMATION_ASPECTS = ("format", "content")
LEGITIMATION_ACTS = ("legitimated", "adopted")
INDICATOR_ASPECTS = ("process", "result")

# ISO 8601 at the precision that is written: year, month or day. Empty where the document
# prints the label and no date.
ISO_DATE_PATTERN = r"^([12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
ELEMENT_ID_PATTERN = r"^bcp-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
PROFILE_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9.+]+)*$"


def described(
    title: str,
    description: str,
    *examples: Any,
    required: bool = False,
    choices: tuple[str, ...] = (),
    pattern: str = "",
    const: str = "",
    minimum: int | None = None,
    maximum: int | None = None,
    singular: str = "",
    mark: str = "",
) -> Any:
    """A dataclass field with its documentation and constraints as metadata.

    `singular` names one member of a list in XML, `mark` in the codes of statements (`R1.C2`) where
    that is not its first letter. A field that is not `required` defaults to None, which means: not
    in the document.
    """
    metadata = {
        "title": title,
        "description": description,
        "examples": examples,
        "required": required,
        "choices": choices,
        "pattern": pattern,
        "const": const,
        "minimum": minimum,
        "maximum": maximum,
        "singular": singular,
        "mark": mark,
    }
    if required:
        return field(metadata=metadata)
    return field(default=None, metadata=metadata)


def identified(description: str) -> Any:
    """The identifier of a node or statement, which stays the same from version to version."""
    return described(
        "Identificatie",
        description,
        "bcp-0b0f3c1e-6d0e-5b57-9c2e-3f1f9d8a7b61",
        required=True,
        pattern=ELEMENT_ID_PATTERN,
    )


def for_whom() -> Any:
    """For whom an item of knowledge, skill or behaviour holds, where that is not everyone."""
    return described(
        "Geldt voor",
        "For whom it is asked in addition (`Voor X geldt aanvullend:`).",
        "zwemmen met een beperking",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Alinea: one paragraph of running text."""

    type: Literal["paragraph"] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """Opsomming: one list; two-level lists are flattened in order, markers are removed."""

    type: Literal["list"] = "list"
    ordered: bool
    items: tuple[str, ...]


Block = Paragraph | ItemList
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bronbestand: the file that the profile was read from."""

    file: str = described(
        "Bestandsnaam", "Name of the source file, without its folder.", "profiel.txt", required=True
    )
    sha256: str = described(
        "Controlegetal",
        "SHA-256 of the bytes of the source file, in lower-case hexadecimal digits.",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        required=True,
        pattern=r"^[0-9a-f]{64}$",
    )
    media_type: str = described(
        "Mediatype", "Media type by content, not by file name.", "text/html", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """Brondocument: a publication, survey or meeting on which the profile rests."""

    text: str = described(
        "Brondocument",
        "The reference as printed, without its list marker.",
        "Trendrapport watersport, Waterraad – 2024",
        required=True,
    )
    title: str | None = described(
        "Titel", "The title, where the form of the reference tells it apart.", "Trendrapport"
    )
    publisher: str | None = described(
        "Uitgever", "The publisher, where the form of the reference tells it apart.", "Waterraad"
    )
    year: int | None = described(
        "Jaar",
        "Printed year of publication or consultation; page, edition and part numbers are none.",
        2024,
        minimum=1900,
        maximum=2100,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Legitimation:
    """Legitimering: which body approved the profile, and when."""

    text: str = described(
        "Legitimering",
        "The statement as printed.",
        "Bestuur Waterraad op 25 maart '26",
        required=True,
    )
    body: str | None = described(
        "Orgaan",
        "The text without the date and the word that links it (op, d.d.); without date: the text.",
        "Bestuur Waterraad",
    )
    date: str | None = described(
        "Datum",
        "ISO 8601 at the precision that is written: year, month or day.",
        "2026-03-25",
        pattern=ISO_DATE_PATTERN,
    )
    place: str | None = described("Plaats", "Where it was decided (`Te:`).", "Zoetermeer")
    aspect: str | None = described(
        "Aspect",
        "What was approved, where form and content are printed apart.",
        "content",
        choices=LEGITIMATION_ASPECTS,
    )
    act: str | None = described(
        "Handeling",
        "What the body did, where the label says which.",
        "adopted",
        choices=LEGITIMATION_ACTS,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeAndSkills:
    """Kennis en vaardigheden: the six NLQF descriptors of knowledge and skills."""

    knowledge: Blocks | None = described("Kennis", "NLQF descriptor Knowledge.")
    applying_knowledge: Blocks | None = described(
        "Toepassen van kennis", "NLQF descriptor Knowledge application."
    )
    problem_solving_skills: Blocks | None = described(
        "Probleemoplossende vaardigheden", "NLQF descriptor Problem-solving skills."
    )
    learning_and_development_skills: Blocks | None = described(
        "Leer- en ontwikkelvaardigheden", "NLQF descriptor Learning and development skills."
    )
    information_skills: Blocks | None = described(
        "Informatievaardigheden", "NLQF descriptor Information skills."
    )
    communication_skills: Blocks | None = described(
        "Communicatievaardigheden", "NLQF descriptor Communication skills."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Beschrijving van het beroep: setting, attitude and the NLQF descriptors."""

    summary: Blocks | None = described(
        "Typering van het beroep", "What the occupation is, in a few sentences."
    )
    work_environment: Blocks | None = described(
        "Werkomgeving", "Where and for whom the work is done; NLQF descriptor Context."
    )
    attitude: Blocks | None = described(
        "Attitude", "The attitude that is typical of the occupation."
    )
    responsibility_and_autonomy: Blocks | None = described(
        "Verantwoordelijkheid en zelfstandigheid", "NLQF descriptor Responsibility and autonomy."
    )
    role_and_responsibilities: Blocks | None = described(
        "Rol en verantwoordelijkheden", "The part that the practitioner plays, and answers for."
    )
    knowledge_and_skills: KnowledgeAndSkills | None = described(
        "Kennis en vaardigheden", "The six NLQF descriptors of knowledge and skills."
    )
    complexity: Blocks | None = described("Complexiteit", "What makes the work complex.")
    result: Blocks | None = described(
        "Resultaat van de beroepengroep", "What the work of the occupational group brings about."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LabourMarket:
    """Arbeidsmarktinformatie: demand for the occupation."""

    text: Blocks = described(
        "Arbeidsmarktinformatie", "The text without its source statement.", required=True
    )
    source: str | None = described(
        "Bron", "What follows `Bron:` or `Bronnen:` at the end of the text.", "Waterraad 2025"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Development:
    """Ontwikkeling: one trend that bears on the occupation."""

    number: int | None = described("Nummer", "The number as printed.", 1, minimum=0)
    dimension: str | None = described(
        "Dimensie",
        "DESTEP dimension that the title names; absent where it names none.",
        "economic",
        choices=DIMENSIONS,
    )
    title: str = described(
        "Titel", "The heading without its number.", "Economische ontwikkelingen", required=True
    )
    text: Blocks = described("Tekst", "What is said of the trend.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """Trends en innovaties: labour market and developments."""

    labour_market: LabourMarket | None = described(
        "Arbeidsmarktinformatie", "Demand for the occupation."
    )
    developments: tuple[Development, ...] | None = described(
        "Trends en ontwikkelingen", "The trends, in document order.", singular="development"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Gedragsindicator: observable behaviour that shows the competency."""

    id: str = identified(
        "Stable identifier: equal in the next version when the sentence is unchanged."
    )
    text: str = described(
        "Gedragsindicator", "The sentence as printed.", "Geeft heldere instructies", required=True
    )
    aspect: str | None = described(
        "Aspect",
        "What it looks at, where criteria for process and result are printed apart.",
        "process",
        choices=INDICATOR_ASPECTS,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """Competentie: a competency with its behavioural indicators."""

    id: str = identified("Stable identifier of the competency within its parent.")
    code: str | None = described("Code", "The letter or number as printed.", "E")
    name: str = described("Competentie", "The name as printed.", "Samenwerken", required=True)
    description: Blocks | None = described("Beschrijving", "What the practitioner is able to do.")
    components: tuple[str, ...] | None = described(
        "Componenten",
        "The parts of the competency that matter here, in document order.",
        "Overleggen",
        singular="component",
    )
    indicators: tuple[Indicator, ...] = described(
        "Gedragsindicatoren",
        "In document order; none where only the name is printed.",
        required=True,
        singular="indicator",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeOrSkill:
    """Benodigde kennis of vaardigheid: one thing to know or to be able to do."""

    id: str = identified("Stable identifier of the item within its parent.")
    kind: str = described(
        "Soort",
        "knowledge (Kennis van, Heeft kennis, Heeft inzicht), skill (Kan, Beheerst), else other.",
        "knowledge",
        required=True,
        choices=ITEM_KINDS,
    )
    text: str = described(
        "Kennis of vaardigheid", "The item as printed.", "Kennis van vaarregels", required=True
    )
    applies_to: str | None = for_whom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """Gedrag: one thing that the practitioner is seen to do in a work process."""

    id: str = identified("Stable identifier of the item within its work process.")
    text: str = described(
        "Gedrag", "The item as printed.", "geeft korte aanwijzingen;", required=True
    )
    applies_to: str | None = for_whom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Rol: a role in which the occupation is practised."""

    id: str = identified("Stable identifier of the role within the profile.")
    number: int | None = described("Rolnummer", "The number as printed.", 1, minimum=0)
    name: str = described(
        "Rol", "The name as in the overview of roles.", "Coördinator", required=True
    )
    heading: str | None = described(
        "Kop", "The heading of the role without its number.", "De havenmeester als coördinator"
    )
    responsibility: str | None = described(
        "Verantwoordelijkheid",
        "The emphasised opening statement of the description.",
        "De coördinator zorgt ervoor dat de haven ordelijk is.",
    )
    description: Blocks | None = described(
        "Beschrijving van de rol", "The description without its opening statement."
    )
    competencies: tuple[Competency, ...] | None = described(
        "Competenties", "In document order.", singular="competency"
    )
    knowledge_and_skills: tuple[KnowledgeOrSkill, ...] | None = described(
        "Benodigde kennis en vaardigheden", "In document order.", singular="knowledge_or_skill"
    )
    consequence_of_error: Blocks | None = described(
        "Afbreukrisico", "What goes wrong when the role is not fulfilled well."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkProcess:
    """Werkproces: a part of a core task, with its result and the behaviour that it asks for."""

    id: str = identified("Stable identifier of the work process within its core task.")
    code: str | None = described(
        "Code", "The mark as printed, without the word for it.", "1.1", "B1-K1-W1"
    )
    name: str = described(
        "Werkproces", "The title without its code.", "Geeft zwemles", required=True
    )
    description: Blocks | None = described("Omschrijving", "What is done, step by step.")
    result: Blocks | None = described("Resultaat", "What the work process brings about.")
    behaviour: tuple[Behaviour, ...] | None = described(
        "Gedrag",
        "The items in document order, without lead-in and closing line.",
        singular="item",
        mark="B",
    )
    competencies: tuple[Competency, ...] | None = described(
        "Competenties", "In document order.", singular="competency"
    )
    knowledge_and_skills: tuple[KnowledgeOrSkill, ...] | None = described(
        "Vakkennis en vaardigheden", "In document order.", singular="knowledge_or_skill"
    )
    tools: Blocks | None = described("Hulpmiddelen", "What the work is done with.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreTask:
    """Kerntaak: a main task of the occupation, with the work processes that it consists of."""

    id: str = identified("Stable identifier of the core task within the profile.")
    code: str | None = described(
        "Code", "The mark as printed, without the word for it.", "1", "B1-K1"
    )
    name: str = described(
        "Kerntaak", "The title without its code.", "Verzorgt zwemlessen", required=True
    )
    description: Blocks | None = described("Omschrijving", "What is done (`Proces`).")
    role_and_responsibilities: Blocks | None = described(
        "Rol en verantwoordelijkheden", "The part that the practitioner plays, and answers for."
    )
    responsibility_and_autonomy: Blocks | None = described(
        "Verantwoordelijkheid en zelfstandigheid", "How independently the task is done."
    )
    complexity: Blocks | None = described("Complexiteit", "What makes the task complex.")
    result: Blocks | None = described("Resultaat", "What the task brings about.")
    stakeholders: Blocks | None = described("Betrokkenen", "With whom and for whom it is done.")
    tools: Blocks | None = described("Hulpmiddelen", "What the task is done with.")
    quality: Blocks | None = described("Kwaliteit van proces en resultaat", "What tells good work.")
    dilemmas: Blocks | None = described(
        "Keuzes en dilemma's", "What the practitioner has to weigh."
    )
    knowledge_and_skills: tuple[KnowledgeOrSkill, ...] | None = described(
        "Vakkennis en vaardigheden", "In document order.", singular="knowledge_or_skill"
    )
    competencies: tuple[Competency, ...] | None = described(
        "Competenties", "In document order.", singular="competency"
    )
    consequence_of_error: Blocks | None = described(
        "Afbreukrisico", "What goes wrong when the task is not done well."
    )
    work_processes: tuple[WorkProcess, ...] | None = described(
        "Werkprocessen", "In document order.", singular="work_process", mark="P"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreChallenge:
    """Kernopgave: a choice or problem that is typical of the occupation."""

    id: str = identified("Stable identifier of the core challenge within the profile.")
    code: str | None = described("Code", "The mark as printed, without the word for it.", "1")
    name: str = described(
        "Kernopgave", "The title, or the challenge itself.", "Ambacht of tempo", required=True
    )
    description: Blocks | None = described("Omschrijving", "What the practitioner faces.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Cel van de competentiematrix: a mark where a competency and a core task meet."""

    row: str = described(
        "Rij", "The first cell of the row.", "Kerntaak 1 Dekt daken", required=True
    )
    column: str = described("Kolom", "The head of the column.", "1", required=True)
    value: str = described("Waarde", "What stands in the cell.", "x", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Niet geplaatst: a row of the document that no layout knows, kept as it stands."""

    label: str = described(
        "Label", "The label as printed; empty for text without one.", "Werktijden", required=True
    )
    text: Blocks = described("Tekst", "The text of the row.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Vereiste: a licence, certificate or statutory demand that the prose mentions."""

    kind: str = described(
        "Soort", "What is demanded.", "licence", required=True, choices=REQUIREMENT_KINDS
    )
    text: str = described(
        "Tekst",
        "The sentence that states the demand.",
        "Zij hebben een geldig klein vaarbewijs.",
        required=True,
    )
    pointer: str = described(
        "Vindplaats",
        "JSON Pointer to the value that holds the sentence.",
        "/description/knowledge_and_skills/knowledge/0/text",
        required=True,
        pattern=r"^(/[^/]+)+$",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Afgeleid: what is concluded from the document, not read in it."""

    eqf_level: int | None = described(
        "EQF-niveau", "EQF level that corresponds to the NLQF level.", 4, minimum=1, maximum=8
    )
    legitimated_on: str | None = described(
        "Gelegitimeerd op",
        "The latest legitimation date.",
        "2026-03-25",
        pattern=ISO_DATE_PATTERN,
    )
    requirements: tuple[Requirement, ...] | None = described(
        "Vereisten",
        "Demands found in the prose, in document order.",
        singular="requirement",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Beroepscompetentieprofiel: what a profile says, and beside it what is derived."""

    schema_version: str = described(
        "Schemaversie",
        "Version of this format (semantic versioning).",
        PROFILE.version,
        required=True,
        const=PROFILE.version,
    )
    id: str = described(
        "Identificatie",
        "Slug of the name and the version, or the date where there is no version.",
        "havenmeester-v3",
        required=True,
        pattern=PROFILE_ID_PATTERN,
    )
    source: Source = described("Bronbestand", "The file that was read.", required=True)
    document_type: str = described(
        "Documenttype",
        "What kind of document it is.",
        "beroepscompetentieprofiel",
        required=True,
        const="beroepscompetentieprofiel",
    )
    family: str | None = described(
        "Indeling", "The layout family that the document was read by.", "role-based", "core-tasks"
    )
    name: str = described("Naam BCP", "Name of the occupation.", "Havenmeester", required=True)
    code: str | None = described(
        "Code", "The mark that the profile is registered by, as printed.", "ICT 003"
    )
    short_name: str | None = described(
        "Verkorte naam", "How the document refers to the occupation.", "havenmeester"
    )
    sector: str | None = described(
        "Sector", "From the title line or its label.", "Watersportsector"
    )
    language: str = described(
        "Taal", "Language of the document (BCP 47).", "nl", required=True, pattern=r"^[a-z]{2,3}$"
    )
    nlqf_level: str | None = described(
        "NLQF-niveau",
        "Level in the NLQF; not a number. Empty where the label is printed without a value.",
        "4",
        "4+",
        choices=("", *NLQF_LEVELS),
    )
    version: str | None = described("Versie", "As written.", "3")
    status: str | None = described("Status", "As written.", "concept")
    date: str | None = described(
        "Datum",
        "Date of the document, ISO 8601 at the precision that is written.",
        "2026-03-02",
        pattern=ISO_DATE_PATTERN,
    )
    steering_body: str | None = described(
        "Regie", "Under whose direction it was made (`Onder regie van ...`).", "Waterraad"
    )
    commissioned_by: tuple[str, ...] | None = described(
        "In opdracht van",
        "Organisations that asked for the profile.",
        "Waterraad",
        singular="commissioner",
    )
    developed_by: tuple[str, ...] | None = described(
        "Ontwikkeld door", "Organisations or people.", "Waterraad", singular="developer"
    )
    source_documents: tuple[SourceDocument, ...] | None = described(
        "Brondocumenten", "In document order.", singular="source_document"
    )
    legitimations: tuple[Legitimation, ...] | None = described(
        "Legitimering", "In document order.", singular="legitimation"
    )
    job_titles: tuple[str, ...] | None = described(
        "Mogelijke functiebenamingen", "In document order.", "havenmeester", singular="job_title"
    )
    related_occupations: tuple[str, ...] | None = described(
        "Verwante beroepen", "In document order.", "Sluiswachter", singular="related_occupation"
    )
    career_prospects: Blocks | None = described(
        "Loopbaanperspectief", "Where practitioners can go from here."
    )
    description: Description | None = described(
        "Beschrijving van het beroep", "Setting, attitude and NLQF descriptors."
    )
    legal_requirements: Blocks | None = described(
        "Wettelijke beroepsvereisten", "What the law demands of a practitioner, as printed."
    )
    sector_requirements: Blocks | None = described(
        "Branchevereisten", "What the sector demands of a practitioner, as printed."
    )
    trends: Trends | None = described("Trends en innovaties", "Labour market and developments.")
    roles: tuple[Role, ...] | None = described(
        "Rollen en competenties", "The roles, in document order.", singular="role"
    )
    core_tasks: tuple[CoreTask, ...] | None = described(
        "Kerntaken en werkprocessen",
        "The core tasks, in document order.",
        singular="core_task",
        mark="T",
    )
    competencies: tuple[Competency, ...] | None = described(
        "Overkoepelende competenties",
        "Competencies of the occupation as a whole, in document order.",
        singular="competency",
    )
    core_challenges: tuple[CoreChallenge, ...] | None = described(
        "Kernopgaven", "In document order.", singular="core_challenge", mark="O"
    )
    competency_matrix: tuple[MatrixCell, ...] | None = described(
        "Competentiematrix",
        "The cells that are filled, in reading order.",
        singular="cell",
    )
    unplaced: tuple[Unplaced, ...] | None = described(
        "Niet geplaatst", "Rows that no layout knows, kept.", singular="row"
    )
    derived: Derived | None = described("Afgeleid", "Concluded, not read.")
