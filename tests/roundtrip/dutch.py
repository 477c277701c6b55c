"""Grammatical Dutch in building blocks, from which the sentences of a profile are put together.

Written for the tests. The blocks hold what real profiles hold and converters stumble over:
abbreviations, brackets, quotes, acronyms and names with a capital, figures, apostrophes,
hyphens that leave a word out.
"""

from __future__ import annotations

# (name, how the document goes on to call it, plural that opens a sentence)
OCCUPATIONS = (
    ("Wijkconciërge", "conciërge", "Wijkconciërges"),
    ("Molenaar korenmolen", "molenaar", "Molenaars"),
    ("IJsmeester kunstijsbaan", "ijsmeester", "IJsmeesters"),
    ("Coördinator voedselbank", "coördinator", "Coördinatoren"),
    ("Medewerker fietsenstalling", "medewerker", "Medewerkers"),
    ("Beheerder e-depot", "beheerder", "Beheerders"),
    ("Rondleider museum (binnen en buiten)", "rondleider", "Rondleiders"),
    ("Teamleider zwembad", "teamleider", "Teamleiders"),
    ("Zij-instromer techniek en ICT", "instromer", "Instromers"),
    ("Begeleider nazorg na brand- en waterschade", "begeleider", "Begeleiders"),
)
SECTORS = ("Wijksector", "Cultuur en erfgoed", "Sport- en recreatiesector", "Watersector", "ICT")
ISSUERS = (
    "Kenniscentrum Wijk & Werk",
    "KCW",
    "Vakbureau Cultuur en Techniek (VCT)",
    "Stichting Op Eigen Kracht",
    "Branchevereniging Sport- en Recreatiebedrijven",
    "Bureau 't Hart",
)
JOB_TITLES = (
    "Wijkbeheerder",
    "assistent-beheerder",
    "medewerker buitendienst",
    "conciërge (school of buurthuis)",
    "huismeester",
    "toezichthouder openbare ruimte",
    "coördinator vrijwilligers",
    "facility host",
    "medewerker receptie en balie",
)
RELATED = (
    "Huismeester",
    "Facilitair medewerker",
    "Opbouwwerker",
    "Toezichthouder openbare ruimte",
    "Beveiliger",
    "Locatiemanager",
    "Onderhoudsmonteur",
)
SOURCES = (
    ("Branchemonitor wijk en werk, Bureau Peil – 2024", 2024),
    ("Verslag van de werkconferentie “Samen verder”, KCW (2023)", 2023),
    ("Handreiking veilig werken, 3e druk, Arboplatform, 2022", 2022),
    ("Interviews met elf beheerders (Noord- en Oost-Nederland) - 2025", 2025),
    ("Vacatureteksten en dienstroosters van vier organisaties", None),
    ("Website wijkenwerk.example, geraadpleegd op 11 februari 2025", 2025),
    ("Lesboek toezicht, deel 2, p. 14-31", None),
    ("Zicht op 2030: verkenning van de buurt; Instituut Sluis, 2021", 2021),
)
LEGITIMATIONS = (
    ("Bestuur KCW op 17 april '25", "Bestuur KCW", "2025-04-17"),
    ("Sectorraad Wijk (werkgevers en werknemers) d.d. 3 juni '25", None, "2025-06-03"),
    ("Bestuur Kenniscentrum Wijk & Werk op 14-2-2024", None, "2024-02-14"),
    ("Vakbond Beheer en Toezicht", "Vakbond Beheer en Toezicht", None),
    ("Sociale partners op 1 december 2023", "Sociale partners", "2023-12-01"),
)

ROLES = (
    "Coördinator",
    "Gastheer of gastvrouw",
    "Toezichthouder",
    "Adviseur",
    "Intermediair",
    "Planner",
    "Vakman",
    "Bewaker van de kwaliteit",
)
COMPETENCIES = (
    "Samenwerken",
    "Beslissen",
    "Plannen en organiseren",
    "Klantgericht handelen",
    "Omgaan met druk",
    "Instructies opvolgen",
    "Kosten- en milieubewust handelen",
    "Leidinggeven",
    "Netwerken",
    "Vakdeskundigheid toepassen",
)

# Verbs that take these objects; each combination is a sentence.
_ON_THINGS = ("Controleert", "Registreert", "Bewaakt", "Beoordeelt", "Bespreekt", "Vergelijkt")
_THINGS = (
    "de planning van het team",
    "de meetwaarden (druk, temperatuur e.d.)",
    "de voorraad en de bestellingen",
    "de naleving van de AVG",
    "signalen uit de wijk",
    "de afspraken m.b.t. bezetting",
    "offertes van leveranciers",
    "de staat van gebouw, terrein en materieel",
    "het gebruik van AI en sociale media",
    "de VCA-voorschriften",
)
_ON_PEOPLE = ("Begeleidt", "Informeert", "Instrueert", "Ondersteunt", "Adviseert", "Stimuleert")
_PEOPLE = (
    "nieuwe collega’s",
    "bezoekers en omwonenden",
    "vrijwilligers van alle leeftijden",
    "de leidinggevende en het bestuur",
    "(externe) partijen",
    "klanten die alleen de Engelse taal spreken",
)
_WHOLE = (
    "Stelt duidelijke grenzen en komt afspraken na",
    "Neemt de leiding wanneer niemand anders dat doet",
    "Toont begrip voor de situatie van de ander",
    "Vraagt door tot de bedoeling helder is",
    "Geeft fouten toe en leert daarvan",
    "Past de aanpak aan als de omstandigheden daarom vragen",
    "Houdt het hoofd koel bij tegenslag, kritiek of agressie",
    "Zet zich in voor een “schone” en veilige omgeving",
    "Legt uit waarom iets wel of niet kan",
)
_ADJUNCTS = (
    "",
    " volgens de geldende procedures",
    " op basis van feiten",
    " voordat het werk begint",
    " zonder het belang van de klant uit het oog te verliezen",
    " ook onder tijdsdruk",
    " in overleg met de leidinggevende",
    " en onderneemt zo nodig actie",
    " bij storingen, ongevallen of klachten",
    " conform ISO 9001",
    " via e-mail en een app",
    " op een manier die past bij de organisatie en/of de opdrachtgever",
)
INDICATORS = (
    *_WHOLE,
    *(f"{v} {o}{a}" for v in _ON_THINGS for o in _THINGS for a in _ADJUNCTS),
    *(f"{v} {o}{a}" for v in _ON_PEOPLE for o in _PEOPLE for a in _ADJUNCTS),
)

_FIELDS = (
    "wet- en regelgeving rond veiligheid (Arbowet, AVG)",
    "de sociale kaart van de wijk",
    "het gebruik van het planningssysteem",
    "materialen, middelen en machines",
    "gesprekstechnieken",
    "de eisen van de NEN 3140",
    "omgangsvormen in verschillende culturen",
    "de basisprincipes van EHBO en BHV",
)
_SKILLS = (
    "een draaiboek opstellen en bijstellen",
    "eenvoudige berekeningen met geld en maten maken",
    "een gesprek voeren in de Engelse taal",
    "omgaan met gangbare (software)pakketten",
    "feedback geven en ontvangen",
    "een AED bedienen",
    "storingen melden via het meldpunt",
)
_OTHERS = (
    "In het bezit van rijbewijs B",
    "Rijbewijs B",
    "Certificaat BHV",
    "Verklaring omtrent het gedrag (VOG)",
)
ITEMS = (
    *((f"Kennis van {field}", "knowledge") for field in _FIELDS),
    *((f"Heeft kennis van {field}", "knowledge") for field in _FIELDS),
    *((f"Heeft inzicht in {field}", "knowledge") for field in _FIELDS),
    *((f"Kan {skill}", "skill") for skill in _SKILLS),
    ("Beheerst de Nederlandse taal in woord en geschrift", "skill"),
    ("Beheerst de beginselen van conflicthantering", "skill"),
    *((other, "other") for other in _OTHERS),
)

# {P}: the occupation in the plural, opening a sentence; {p}: the same inside one.
SENTENCES = (
    "{P} werken bij gemeenten, corporaties en stichtingen.",
    "Zij stemmen de planning af met de leidinggevende (of diens vervanger).",
    "Bij storingen bellen zij bijv. de installateur, de brandweer e.d. en blijven zij bereikbaar.",
    "Wie “nee” moet zeggen, legt uit waarom.",
    "De sector (o.a. musea, theaters en bibliotheken) groeit sinds 2019 met ca. 3% per jaar.",
    "Dat vraagt om kennis van de AVG, de Arbowet en ISO 27001.",
    "Zij werken ook ’s avonds en in het weekend.",
    "Het werk hangt af van seizoen, weer en drukte; routine is er nauwelijks.",
    "Een derde van de collega’s is zzp’er.",
    "Zij gebruiken e-mail, apps en AI-toepassingen.",
    "Zij overleggen regelmatig met Rijkswaterstaat, de politie en de GGD.",
    "De in- en uitstroom van vrijwilligers wordt m.b.v. een systeem bijgehouden.",
    "Loopt een klus uit, dan passen zij de planning aan en lichten zij de betrokkenen in.",
    "Een fout is niet altijd te herstellen!",
    "{P} voelen zich verantwoordelijk voor hun omgeving, maar nemen niet alles over.",
    "Waar nodig schakelen zij een expert in: een jurist, een ecoloog of een bouwkundige.",
    "Belangen kunnen botsen – dat hoort erbij.",
    "Zij lossen redelijk complexe problemen zelfstandig op binnen de kaders van de organisatie.",
    "Ongeveer 1.200 mensen oefenen het beroep uit, van wie 40 procent in deeltijd.",
)
LEAD_INS = (
    "{P}:",
    "Zij letten daarbij vooral op:",
    "Het werk bestaat onder meer uit:",
    "Van {p} wordt verwacht dat zij letten op:",
)
LOWER_ITEMS = (
    "de veiligheid van bezoekers en collega’s",
    "het tijdig melden van schade (foto’s, maten, oorzaak)",
    "het gebruik van de juiste middelen, bijv. tilhulpen",
    "een goede verhouding met omwonenden en andere partijen in de buurt",
    "de kosten; ook kleine uitgaven tellen mee",
    "afspraken met de gemeente",
)
UPPER_ITEMS = (
    "Letten op elkaar en steken graag de handen uit.",
    "Proberen nieuwe technieken uit (bijv. AI) en delen wat zij leren.",
    "Houden overzicht wanneer meerdere dingen tegelijk misgaan.",
    "Gaan zorgvuldig om met geld, sleutels en gegevens van anderen.",
    "Zoeken een uitweg; zij wachten niet af.",
)
STATEMENTS = (
    "is verantwoordelijk voor een veilige en gastvrije omgeving",
    "is verantwoordelijk voor de inzet van mensen, middelen en materieel (binnen het budget)",
    "zorgt voor een goede samenwerking tussen alle partijen.",
    "is verantwoordelijk voor het aansturen van (externe) uitvoerders en partners.",
)
MARKET_SOURCES = (
    "Arbeidsmarktscan 2025",
    "KCW 2024",
    "Monitor Wijk & Werk 2023; Enquête onder leden, 2024",
)
TRENDS = (
    ("Demografische ontwikkelingen", "demographic"),
    ("Economische ontwikkelingen", "economic"),
    ("Sociaal-culturele ontwikkelingen", "socio_cultural"),
    ("Technologische ontwikkelingen", "technological"),
    ("Ecologische ontwikkelingen", "ecological"),
    ("Politiek-juridische ontwikkelingen", "political_legal"),
)
UNKNOWN_LABELS = ("Werktijden", "Fysieke belasting", "Werkkleding", "Veiligheid op de werkplek")
