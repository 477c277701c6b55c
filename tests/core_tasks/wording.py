"""The words around the content: labels, headings, lead-ins, all as families.md names them."""

from __future__ import annotations

from tests.core_tasks.shape import Generation

LABELS: dict[str, tuple[str, ...]] = {
    "name": ("Naam beroep", "Naam BCP"),
    "code": ("Code",),
    "sector": ("Sector",),
    "nlqf_level": ("NLQF-niveau",),
    "level": ("Niveau van de beroepsuitoefening",),
    "version": ("Versie",),
    "status": ("Status",),
    "steering_body": (
        "Onder regie van kenniscentrum beroepsonderwijs bedrijfsleven",
        "Onder regie van",
    ),
    "developed_by": ("Ontwikkeld door",),
    "commissioned_by": ("In opdracht van",),
    "source_documents": ("Brondocument(en)", "Brondocumenten"),
    "job_titles": ("Mogelijke functiebenamingen",),
    "related_occupations": ("Verwante beroepen",),
    "career_prospects": ("Loopbaanperspectief",),
    "summary": ("Typering van het beroep",),
    "work_environment": ("Werkomgeving", "Context"),
    "attitude": ("Typerende beroepshouding", "Beroepshouding"),
    "role_and_responsibilities": ("Rol en verantwoordelijkheden", "Rol/Verantwoordelijkheden"),
    "responsibility_and_autonomy": ("Verantwoordelijkheid en zelfstandigheid",),
    "complexity": ("Complexiteit",),
    "result": ("Resultaat van de beroepengroep",),
    "legal_requirements": ("Wettelijke beroepsvereisten",),
    "sector_requirements": ("Branchevereisten",),
    "labour_market": ("Arbeidsmarktinformatie", "Arbeidsmarkt"),
    "stakeholders": ("Betrokkenen",),
    "tools": ("(Hulp)middelen",),
    "quality": ("Kwaliteit van proces en resultaat",),
    "dilemmas": ("Keuzes en dilemma's",),
    "consequence_of_error": ("Afbreukrisico",),
    "knowledge_and_skills": ("Vakkennis en vaardigheden",),
    "behaviour": ("Gedrag",),
    "competencies": ("Competenties",),
    "components": ("Component(en)",),
    "indicators": ("Prestatie-indicator", "Prestatie-indicator(en)"),
    "criteria": ("Beheersingscriteria",),
    "competency_description": ("Beschrijving",),
}
TASK_DESCRIPTION: dict[Generation, tuple[str, ...]] = {
    "colo": ("Proces",),
    "bcp": ("Omschrijving",),
    "dossier": ("Omschrijving",),
}
PROCESS_RESULT: dict[Generation, tuple[str, ...]] = {
    "colo": ("Resultaat",),
    "bcp": ("Gewenst resultaat", "Resultaat"),
    "dossier": ("Resultaat",),
}
SECTIONS: dict[Generation, dict[str, tuple[str, ...]]] = {
    "colo": {
        "general": ("Algemene informatie",),
        "description": ("Beschrijving van het beroep",),
        "trends": ("Trends en innovaties",),
        "overview": ("Overzicht van de kerntaken", "Overzicht kerntaken"),
        "tasks": ("Kerntaken", "Beschrijving van de kerntaken"),
        "challenges": ("Kernopgaven",),
        "competencies": ("Beroepscompetenties",),
        "matrix": ("Competentiematrix",),
    },
    "bcp": {
        "general": ("Algemene informatie over het beroep",),
        "description": ("Beschrijving van het beroep",),
        "trends": ("Trends en innovaties",),
        "overview": (
            "Overzicht van kerntaken en werkprocessen in het beroep",
            "Overzicht van kerntaken en werkprocessen",
        ),
        "tasks": ("Beschrijving van de kerntaken",),
        "competencies": ("Overkoepelende competenties",),
    },
    "dossier": {
        "general": ("Algemene informatie",),
        "description": ("Typering van het beroep", "Beschrijving van het beroep"),
        "trends": ("Trends en ontwikkelingen", "Trends en innovaties"),
        "overview": (
            "Overzicht kerntaken en werkprocessen",
            "Overzicht van kerntaken en werkprocessen",
        ),
        "tasks": ("Uitwerking van de kerntaken", "Beschrijving van de kerntaken"),
    },
}
INTRODUCTION: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Inleiding",
        (
            "Dit profiel is opgesteld samen met vakmensen uit de praktijk. Waar hij staat, kan "
            "ook zij worden gelezen.",
        ),
    ),
    (
        "Wat is een beroepscompetentieprofiel?",
        (
            "Een beroepscompetentieprofiel laat zien wat iemand doet die het vak volledig "
            "beheerst, en wat daarvoor nodig is.",
            "Het profiel is geen functieomschrijving: bedrijven kunnen taken anders verdelen.",
        ),
    ),
    (
        "Leeswijzer",
        (
            "Eerst volgt algemene informatie, daarna een overzicht en ten slotte een uitwerking "
            "per kerntaak.",
        ),
    ),
)
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def written_date(date: str, way: str) -> str:
    """An ISO date as it is printed: `long`, `short` (9-2-2006) or `padded` (09-02-2006)."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 2:
        return f"{MONTHS[parts[1] - 1]} {parts[0]}"
    year, month, day = parts
    if way == "long":
        return f"{day} {MONTHS[month - 1]} {year}"
    if way == "short":
        return f"{day}-{month}-{year}"
    return f"{day:02d}-{month:02d}-{year}"
