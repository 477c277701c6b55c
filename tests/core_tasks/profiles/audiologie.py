"""Today's form, 2019: codes of the dossiers, behaviour with closing lines, typographic quotes."""

from tests.core_tasks.shape import Subject, can, does, know, names, node, other, profile, text

SUBJECT = Subject(
    "audiologie",
    "dossier",
    "De audiologieassistent",
    profile(
        name="Audiologieassistent",
        sector="Zorg en welzijn",
        nlqf_level="4",
        version="3.0",
        date="2019-11-05",
        developed_by=["Expertgroep Audiologie"],
        commissioned_by=["Vereniging van Audiologische Centra", "Beroepsvereniging Hoorzorg"],
        source_documents=[
            {"text": "Beroepsbeeld hoorzorg 2025, Beroepsvereniging Hoorzorg, 2018", "year": 2018},
            {"text": "Kwaliteitsnorm audiologische centra, 2017", "year": 2017},
            {"text": "Praktijkbezoeken aan zes centra, maart 2019", "year": 2019},
        ],
        legitimations=[
            {
                "text": "Paritair overleg Hoorzorg, 22 oktober 2019",
                "body": "Paritair overleg Hoorzorg",
                "date": "2019-10-22",
                "act": "legitimated",
            }
        ],
        job_titles=["audiologieassistent", "assistent audioloog", "hoorassistent"],
        related_occupations=["audicien", "doktersassistent", "logopedist"],
        career_prospects=text(
            "De audiologieassistent kan zich specialiseren in onderzoek bij jonge kinderen of in "
            "cochleaire implantaten. Met een hbo-opleiding is doorgroei naar logopedist of "
            "klinisch fysisch medewerker mogelijk."
        ),
        description={
            "summary": text(
                "De audiologieassistent onderzoekt het gehoor van cliënten van alle leeftijden en "
                "ondersteunt de audioloog bij revalidatie. Zij voert metingen uit, past "
                "hulpmiddelen aan en begeleidt cliënten en hun naasten."
            ),
            "work_environment": text(
                "De audiologieassistent werkt in een audiologisch centrum of op een polikliniek. "
                "Zij werkt in meetcabines en spreekkamers en heeft dagelijks contact met "
                "audiologen, logopedisten en maatschappelijk werkers."
            ),
            "attitude": text(
                "De audiologieassistent is empathisch, rustig en precies. Zij past haar manier "
                "van communiceren aan wie slecht hoort en laat zich door weerstand niet "
                "ontmoedigen."
            ),
            "result": text(
                "Cliënten weten wat er met hun gehoor aan de hand is en kunnen, met of zonder "
                "hulpmiddel, deelnemen aan het dagelijks leven."
            ),
        },
        legal_requirements=text(
            "Nee. De werkzaamheden vallen wel onder de regels voor het uitvoeren van "
            "voorbehouden handelingen in opdracht."
        ),
        sector_requirements=text(
            "De audiologieassistent volgt de bijscholing van de beroepsgroep."
        ),
        trends={
            "labour_market": {
                "text": text(
                    "Door de vergrijzing neemt het aantal mensen met gehoorverlies toe. Centra "
                    "hebben moeite om vacatures te vervullen."
                ),
                "source": "Beroepsvereniging Hoorzorg, 2018",
            },
            "developments": [
                {
                    "number": 1,
                    "dimension": "demographic",
                    "title": "Demografische ontwikkelingen",
                    "text": text(
                        "De cliënt is gemiddeld ouder en heeft vaker meer dan één aandoening. "
                        "Overleg met andere zorgverleners wordt daarmee belangrijker."
                    ),
                },
                {
                    "number": 2,
                    "dimension": "technological",
                    "title": "Technologische ontwikkelingen",
                    "text": text(
                        "Hoortoestellen worden op afstand ingesteld. De audiologieassistent "
                        "begeleidt cliënten daarbij via een beeldverbinding."
                    ),
                },
            ],
        },
        core_tasks=[
            node(
                "B1-K1",
                "Voert gehooronderzoek uit",
                complexity=text(
                    "De audiologieassistent voert metingen uit waarvan de uitkomst afhangt van de "
                    "medewerking van de cliënt. Bij kinderen en bij mensen met een beperking "
                    "kiest zij een aangepaste methode en beoordeelt zij of de meting betrouwbaar "
                    "is. Fouten in een meting werken door in de hele behandeling."
                ),
                responsibility_and_autonomy=text(
                    "De audiologieassistent voert het onderzoek zelfstandig uit, in opdracht van "
                    "de audioloog. Zij is verantwoordelijk voor de betrouwbaarheid van de "
                    "meting en bespreekt afwijkingen met de audioloog."
                ),
                knowledge_and_skills=[
                    *know(
                        "heeft brede kennis van anatomie en fysiologie van het oor",
                        "heeft specialistische kennis van audiometrie",
                        "kent de procedures voor hygiëne en kalibratie",
                    ),
                    *can(
                        "kan meetapparatuur bedienen en controleren",
                        "past gesprekstechnieken toe bij slechthorende cliënten",
                    ),
                    *other("privacyregels rond cliëntgegevens"),
                    *know(
                        "heeft kennis van de spraak- en taalontwikkeling",
                        to="onderzoek bij jonge kinderen",
                    ),
                    *can(
                        "kan spelaudiometrie voorbereiden en uitvoeren",
                        to="onderzoek bij jonge kinderen",
                    ),
                ],
                work_processes=[
                    node(
                        "B1-K1-W1",
                        "Bereidt het onderzoek voor",
                        description=text(
                            "De audiologieassistent leest het dossier, controleert de apparatuur "
                            "en maakt de cabine gereed. Zij ontvangt de cliënt, stelt deze op "
                            "zijn gemak en legt uit wat er gaat gebeuren."
                        ),
                        result=text(
                            "De cliënt weet wat hem te wachten staat en de apparatuur is gereed."
                        ),
                        behaviour=does(
                            "leest het dossier zorgvuldig en vraagt door bij onduidelijkheden;",
                            "controleert de apparatuur volgens de procedure;",
                            "stemt haar uitleg af op wat de cliënt kan verstaan.",
                        ),
                        competencies=names(
                            "Aandacht en begrip tonen",
                            "Instructies en procedures opvolgen",
                            "Plannen en organiseren",
                        ),
                    ),
                    node(
                        "B1-K1-W2",
                        "Neemt metingen af",
                        description=text(
                            "De audiologieassistent meet toon- en spraakverstaan, bepaalt de "
                            "middenoordruk en registreert de uitkomsten. Zij let op vermoeidheid, "
                            "herhaalt een meting bij twijfel en stopt als de belasting voor de "
                            "cliënt te groot wordt."
                        ),
                        result=text(
                            "Er zijn betrouwbare metingen, volledig vastgelegd in het dossier."
                        ),
                        behaviour=does(
                            "geeft heldere en herhaalde instructies;",
                            "merkt op wanneer een reactie geen betrouwbare reactie is;",
                            "legt uitkomsten direct en volledig vast;",
                            "blijft geduldig bij cliënten die moeite hebben met de opdracht.",
                        ),
                        competencies=names(
                            "Vakdeskundigheid toepassen",
                            "Analyseren",
                            "Op de behoeften en verwachtingen van de “klant” richten",
                        ),
                    ),
                    node(
                        "B1-K1-W3",
                        "Bespreekt de uitkomst met de audioloog",
                        description=text(
                            "De audiologieassistent vat de metingen samen, wijst op bijzonderheden "
                            "en doet een voorstel voor vervolgonderzoek."
                        ),
                        result=text("De audioloog kan op grond van de gegevens een besluit nemen."),
                        behaviour=does(
                            "scheidt wat zij heeft gemeten van wat zij denkt;",
                            "rapporteert bondig en in vaktaal.",
                        ),
                        competencies=names(
                            "Formuleren en rapporteren", "Samenwerken en overleggen"
                        ),
                    ),
                ],
            ),
            node(
                "B1-K2",
                "Ondersteunt bij hoorrevalidatie",
                complexity=text(
                    "Revalidatie duurt lang en het effect verschilt per cliënt. De "
                    "audiologieassistent krijgt te maken met teleurstelling en schaamte."
                ),
                responsibility_and_autonomy=text(
                    "De audiologieassistent werkt volgens het behandelplan van de audioloog en "
                    "signaleert wanneer dat plan niet langer past."
                ),
                knowledge_and_skills=[
                    *know(
                        "heeft kennis van hoortoestellen en solo-apparatuur",
                        "weet welke vergoedingen er voor hulpmiddelen zijn",
                    ),
                    *can(
                        "kan een oorafdruk maken",
                        "bezit sociale en didactische vaardigheden",
                    ),
                ],
                work_processes=[
                    node(
                        "B1-K2-W1",
                        "Stelt hulpmiddelen in",
                        description=text(
                            "De audiologieassistent controleert en reinigt het hoortoestel, leest "
                            "het uit en past de instelling aan volgens het advies van de "
                            "audioloog. Zij controleert met een meting of de cliënt er beter mee "
                            "verstaat."
                        ),
                        result=text("Het hulpmiddel is ingesteld op de situatie van de cliënt."),
                        behaviour=does(
                            "werkt precies en controleert het eigen werk;",
                            "vraagt naar ervaringen in het dagelijks leven.",
                        ),
                        competencies=names("Materialen en middelen inzetten", "Kwaliteit leveren"),
                    ),
                    node(
                        "B1-K2-W2",
                        "Begeleidt cliënten en hun naasten",
                        description=text(
                            "De audiologieassistent oefent met de cliënt, geeft voorlichting aan "
                            "naasten en verwijst zo nodig naar maatschappelijk werk. Zij bewaakt "
                            "of de afspraken van het behandelplan worden nagekomen."
                        ),
                        result=text(
                            "De cliënt durft het hulpmiddel te gebruiken, ook buitenshuis."
                        ),
                        behaviour=does(
                            "toont begrip en benoemt kleine vooruitgang;",
                            "betrekt naasten bij het oefenen;",
                            "signaleert tijdig dat een cliënt afhaakt.",
                        ),
                        competencies=names(
                            "Begeleiden", "Aandacht en begrip tonen", "Ethisch en integer handelen"
                        ),
                    ),
                ],
            ),
        ],
    ),
)
