"""Labels as issuers print them. Written for the tests, from what a Dutch editor would choose.

The first of each list is KCH's own; a style picks one of the others.
"""

from __future__ import annotations

LABELS: dict[str, tuple[str, ...]] = {
    "name": ("Naam BCP", "Naam van het beroep", "Naam beroep", "Beroepsnaam"),
    "date": ("datum", "Datum", "Datum BCP", "Publicatiedatum"),
    "version": ("versie", "Versie", "Versienummer", "Versie nr."),
    "level": ("NLQF-niveau", "Niveau NLQF", "Niveau", "NLQF niveau"),
    "sector": ("Sector", "Branche", "Sector/branche", "Bedrijfstak"),
    "short_name": ("Verkorte naam", "Korte naam", "Verder aangeduid als", "Hierna te noemen"),
    "developed_by": ("Ontwikkeld door", "Opgesteld door", "Ontwikkelaar", "Auteurs"),
    "source_documents": (
        "Brondocument(en)",
        "Brondocumenten",
        "Geraadpleegde bronnen",
        "Gebruikte bronnen",
    ),
    "legitimations": (
        "Legitimering proces ontwikkeling BCP door",
        "Gelegitimeerd door",
        "Legitimering",
        "Vastgesteld door",
    ),
    "job_titles": (
        "Mogelijke functiebenamingen",
        "Andere functienamen",
        "Functiebenamingen",
        "Mogelijke functietitels",
    ),
    "related_occupations": (
        "Verwante beroepen (schema)",
        "Verwante beroepen",
        "Aanverwante beroepen",
        "Gerelateerde beroepen",
    ),
    "career_prospects": (
        "Loopbaanperspectief",
        "Doorgroeimogelijkheden",
        "Loopbaanmogelijkheden",
        "Loopbaan en doorgroei",
    ),
    "work_environment": ("Werkomgeving (NLQF)", "Werkomgeving", "Werkcontext", "Context"),
    "attitude": ("Attitude", "Beroepshouding", "Houding", "Typerende beroepshouding"),
    "responsibility_and_autonomy": (
        "Verantwoordelijkheid en Zelfstandigheid",
        "Verantwoordelijkheid en zelfstandigheid",
        "Zelfstandigheid en verantwoordelijkheid",
        "Verantwoordelijkheden en zelfstandigheid",
    ),
    "knowledge_and_skills": (
        "Kennis en vaardigheden",
        "Kennis & vaardigheden",
        "Vakkennis en vaardigheden",
        "Kennis en Vaardigheden (NLQF)",
    ),
    "knowledge": ("Kennis", "Kennis", "Vakkennis", "Kennis"),
    "applying_knowledge": (
        "Toepassen van kennis",
        "Toepassen van kennis",
        "Kennis toepassen",
        "Toepassing van kennis",
    ),
    "problem_solving_skills": (
        "Probleemoplossende vaardigheden",
        "Probleemoplossende vaardigheden",
        "Probleemoplossend vermogen",
        "Problemen oplossen",
    ),
    "learning_and_development_skills": (
        "Leer- en ontwikkelvaardigheden",
        "Leer- en ontwikkelvaardigheden",
        "Leren en ontwikkelen",
        "Leer- en ontwikkelvaardigheden",
    ),
    "information_skills": (
        "Informatievaardigheden",
        "Informatievaardigheden",
        "Informatievaardigheden",
        "Informatie verwerken",
    ),
    "communication_skills": (
        "Communicatievaardigheden",
        "Communicatieve vaardigheden",
        "Communicatievaardigheden",
        "Communicatie",
    ),
    "complexity": (
        "Complexiteit",
        "Complexiteit van het werk",
        "Mate van complexiteit",
        "Complexiteit (NLQF)",
    ),
    "labour_market": (
        "Arbeidsmarktinformatie",
        "Arbeidsmarkt",
        "Situatie op de arbeidsmarkt",
        "Arbeidsmarktontwikkelingen",
    ),
    "developments": (
        "Trends en ontwikkelingen",
        "Ontwikkelingen en trends",
        "Ontwikkelingen in het beroep",
        "Relevante ontwikkelingen",
    ),
    "roles_overview": (
        "Overzicht rollen",
        "Overzicht van de rollen",
        "Rollen in het beroep",
        "Rollenoverzicht",
    ),
    "role_description": (
        "Beschrijving van de rol",
        "Omschrijving van de rol",
        "Rolbeschrijving",
        "Rolomschrijving",
    ),
    "competencies": ("Competenties -", "Competenties", "Gedragscompetenties", "Competenties"),
    "role_items": (
        "Benodigde kennis en vaardigheden",
        "Vereiste kennis en vaardigheden",
        "Kennis en vaardigheden",
        "Noodzakelijke kennis en vaardigheden",
    ),
    "consequence_of_error": (
        "Afbreukrisico",
        "Gevolgen van fouten",
        "Afbreukrisico van de rol",
        "Risico's bij fouten",
    ),
}

SECTIONS: tuple[tuple[str, ...], ...] = (
    ("Algemene informatie", "Algemene gegevens", "Algemeen", "Algemene informatie"),
    (
        "Beschrijving van het beroep",
        "Beroepsbeschrijving",
        "Het beroep",
        "Omschrijving van het beroep",
    ),
    (
        "Trends en innovaties",
        "Trends en innovaties",
        "Ontwikkelingen rond het beroep",
        "Trends en innovaties",
    ),
    ("Rollen en competenties", "Rollen en competenties", "Beroepsrollen", "Rollen"),
)


def label(field: str, choice: int) -> str:
    """The label that a style prints for a field."""
    variants = LABELS[field]
    return variants[choice % len(variants)]
