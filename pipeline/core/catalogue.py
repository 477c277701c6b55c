"""The codes of all findings and errors: severity, what each means, what to do.

1xx reading, 2xx recognising, 3xx interpreting, 4xx ledger and rules, 5xx schemas, 6xx the folders
of a run, 9xx the program.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """`severity` is info, warning or error; an unusable document is always an error."""

    severity: str
    title: str
    remedy: str


CATALOGUE: dict[str, Entry] = {
    "BCP101": Entry(
        "error", "The file is empty.", "Export the profile again and replace the file."
    ),
    "BCP102": Entry(
        "error",
        "The format is not one that can be read.",
        "Save the profile as PDF, DOCX, HTML, text or Markdown; see `bcp formats`.",
    ),
    "BCP103": Entry(
        "error",
        "The encoding of the text cannot be determined.",
        "Save the file as UTF-8.",
    ),
    "BCP104": Entry(
        "warning",
        "The file declares another encoding than its bytes show.",
        "Check letters with accents in the output; save the file as UTF-8.",
    ),
    "BCP105": Entry(
        "warning",
        "Control characters were removed.",
        "Nothing, unless letters are missing at that place; then export the profile again.",
    ),
    "BCP106": Entry(
        "error",
        "The file is larger than the limit.",
        "Check that it is one profile; raise the limit with --max-bytes if it is.",
    ),
    "BCP107": Entry(
        "error",
        "The file cannot be read from disk.",
        "Check that it exists and that you may read it.",
    ),
    "BCP108": Entry(
        "error",
        "The document is nested deeper than the limit.",
        "Export the profile again from the program that made it.",
    ),
    "BCP109": Entry(
        "warning",
        "The markup of the document is damaged: a quote, a bracket or an end tag is missing.",
        "Compare the profile with the document at that place; export it again if text is missing.",
    ),
    "BCP110": Entry(
        "warning",
        "Bytes mean nothing in the encoding of the text, or were lost before.",
        "Put in the letter that is missing at that place, and save the file as UTF-8.",
    ),
    "BCP111": Entry(
        "info",
        "Text was encoded or escaped twice; it was read as it was meant.",
        "Nothing; save the source anew, so that others read it right as well.",
    ),
    "BCP112": Entry(
        "warning",
        "Text may have been encoded twice and lost a part of it.",
        "Look at the letters with accents at that place, and correct the source.",
    ),
    "BCP113": Entry(
        "info",
        "A tool put what stands in a table cell on one line; it was parted by blanks and markers.",
        "Nothing, if paragraphs and items begin where they should; the original shows it better.",
    ),
    "BCP114": Entry(
        "warning",
        "On one line it is not certain whether a dash opens an item or stands in one.",
        "Compare the list with the document; convert the original in place of its Markdown.",
    ),
    "BCP120": Entry(
        "error",
        "The Word file cannot be opened.",
        "Open it in Word or LibreOffice and save it as .docx; or ask for the file again.",
    ),
    "BCP121": Entry(
        "error",
        "The Word file unpacks to far more than a document holds.",
        "Check where it comes from; a real profile unpacks to a few megabytes.",
    ),
    "BCP122": Entry(
        "info",
        "The document has tracked changes.",
        "Check that they are meant to be accepted: insertions were read, deletions left out.",
    ),
    "BCP123": Entry(
        "info",
        "A text box, a diagram or WordArt stands beside the text.",
        "Nothing, if it is a stamp or a note; move its text into the document if it is content.",
    ),
    "BCP124": Entry(
        "warning",
        "The document holds a part in another format.",
        "Open it in Word and save it anew, so that the part becomes text of the document.",
    ),
    "BCP125": Entry(
        "warning",
        "Text stands inside an element that is not known, or that may hold none.",
        "Open the file in Word and save it anew; report the document if that does not help.",
    ),
    "BCP126": Entry(
        "info",
        "The document has comments.",
        "Nothing; comments are no content of the profile.",
    ),
    "BCP127": Entry(
        "info",
        "A field of the form was not filled in; it shows what to put there.",
        "Fill in the field in Word, if it should have a value.",
    ),
    "BCP128": Entry(
        "warning",
        "A part that the Word file refers to is missing from it.",
        "Compare the profile with the document; if text is missing, ask for the file again.",
    ),
    "BCP129": Entry(
        "warning",
        "A field of the Word file is damaged: it never ends, or its code holds text.",
        "Compare the value with the document; update the fields in Word and save it anew.",
    ),
    "BCP130": Entry(
        "warning",
        "The text of a text box, of WordArt or of a diagram was left out, and stands nowhere else.",
        "Nothing, if it is no content; else move it into the text of the document.",
    ),
    "BCP131": Entry(
        "warning",
        "A picture or an object of another program stands in the place of text.",
        "Compare the value with the document; put the text itself into it.",
    ),
    "BCP140": Entry(
        "error",
        "The PDF opens with a password only.",
        "Open it with the password and save it without one.",
    ),
    "BCP141": Entry(
        "error",
        "The PDF is damaged.",
        "Open it in a PDF viewer and save or print it anew as PDF; or ask for the file again.",
    ),
    "BCP142": Entry(
        "error",
        "The PDF has no pages.",
        "Ask for the file again, or export it anew.",
    ),
    "BCP143": Entry(
        "error",
        "The PDF is a scan without text.",
        "Run text recognition (OCR) on it, or ask for the document as Word or born-digital PDF.",
    ),
    "BCP144": Entry(
        "error",
        "The PDF holds no text.",
        "Check that it is the right file; text that was turned into shapes cannot be read.",
    ),
    "BCP145": Entry(
        "info",
        "Text that the page does not show was left out.",
        "Nothing, unless it should be read; it is counted in the ledger under its kind.",
    ),
    "BCP146": Entry(
        "warning",
        "The tags of the PDF and its drawn pages disagree.",
        "Compare the result with the page; exporting the profile again may mend the tags.",
    ),
    "BCP147": Entry(
        "error",
        "The fonts of the PDF do not tell what their letters are.",
        "Export the profile again with embedded fonts, or use the Word file.",
    ),
    "BCP148": Entry(
        "warning",
        "Some signs have a code that nothing gives a meaning to.",
        "Look at the place, and put in what is missing.",
    ),
    "BCP149": Entry(
        "warning",
        "A second PDF engine reads other words or characters on the page.",
        "Compare the result with the page; the message says what differs.",
    ),
    "BCP150": Entry(
        "warning",
        "All text is invisible, as text recognition leaves it behind a scan.",
        "Check the values against the scan: recognition makes errors.",
    ),
    "BCP151": Entry(
        "warning",
        "The PDF is damaged; it was read from a repaired copy, and parts may be missing.",
        "Compare the profile with the document, or ask for the file again.",
    ),
    "BCP152": Entry(
        "warning",
        "A page does not say how large it is; a usual size was taken.",
        "Compare the profile with the document; print it to a new PDF if something is missing.",
    ),
    "BCP153": Entry(
        "warning",
        "A page is damaged: lines and tables were guessed from its bare text, or text is missing.",
        "Compare the profile with the page, or ask for the file again.",
    ),
    "BCP154": Entry(
        "warning",
        "The PDF is damaged in places that were passed over; text may be missing.",
        "Compare the profile with the document, or ask for the file again.",
    ),
    "BCP155": Entry(
        "warning",
        "A page is too complex: it was read as text, without the grid of its rules.",
        "Compare the result with the page; print it to a new PDF if its tables are lost.",
    ),
    "BCP156": Entry(
        "warning",
        "Much text was left out, as hidden or as page furniture.",
        "Look at the place: the message shows how the text begins. If it is content, print the "
        "document anew with that text in sight, away from the margins; a web page may unfold it.",
    ),
    "BCP157": Entry(
        "warning",
        "A form field or an annotation shows text that was not read.",
        "Print the document to a new PDF, so that the text becomes part of its page.",
    ),
    "BCP158": Entry(
        "warning",
        "A page is a picture: what it says was not read.",
        "Nothing, if it is a photograph; else use text recognition, or ask for the file itself.",
    ),
    "BCP159": Entry(
        "warning",
        "The printed page numbers skip a page.",
        "Look whether pages of the file are missing, and convert a whole one.",
    ),
    "BCP160": Entry(
        "error",
        "Reading the document took too long.",
        "Look at it in a viewer: one page may hold thousands of lines. Print it to a new PDF, or "
        "allow more with --timeout, which raises the time for a page too.",
    ),
    "BCP161": Entry(
        "error",
        "Reading the document took too much memory.",
        "Look at it in a viewer; it may be damaged or made to do harm. Print it to a new PDF, or "
        "allow more with --memory.",
    ),
    "BCP162": Entry(
        "error",
        "The process that read the document died.",
        "The other documents were converted. Print it to a new PDF, and report the file.",
    ),
    "BCP163": Entry(
        "error",
        "What the document gives is too large.",
        "No profile is that large; look whether the file is one.",
    ),
    "BCP164": Entry(
        "error",
        "The system has no room for another process.",
        "Close other programs, or run with fewer --jobs; then convert again.",
    ),
    "BCP201": Entry(
        "error",
        "No layout family recognises the document.",
        "Check that it is a beroepscompetentieprofiel; a new family is one TOML file, given with "
        "--layout (see README, 'Adding to it').",
    ),
    "BCP202": Entry(
        "error",
        "The document is of another kind that resembles a profile.",
        "Convert the beroepscompetentieprofiel on which it rests instead.",
    ),
    "BCP203": Entry(
        "error",
        "More than one layout family fits nearly equally well.",
        "Split a document that holds two profiles; report it if it is one.",
    ),
    "BCP301": Entry(
        "warning",
        "A label is in no layout; its text is kept in `unplaced`.",
        "If it belongs in a field, list the label for that field in a TOML file, and give that "
        "with --layout.",
    ),
    "BCP302": Entry(
        "info",
        "A label was recognised by spelling, wording or position, not by its exact form.",
        "Check that the field is right; list the label (--layout) to make it certain.",
    ),
    "BCP303": Entry(
        "info",
        "Items were recovered from running text.",
        "Compare the items with the source; the trace shows the places.",
    ),
    "BCP304": Entry(
        "warning",
        "A date could not be read.",
        "Correct the date in the source, for instance `2 maart 2026`.",
    ),
    "BCP305": Entry(
        "warning",
        "A level could not be read.",
        "The level must be Instroom, 1 to 8 or 4+.",
    ),
    "BCP306": Entry(
        "warning",
        "A label occurs twice in the same scope; the texts were put one after the other.",
        "Check whether a role heading is missing or a label is wrong in the source.",
    ),
    "BCP307": Entry(
        "warning",
        "Text stands outside every label; it is kept in `unplaced`.",
        "If it is content, give it a label in the source.",
    ),
    "BCP308": Entry(
        "warning",
        "A label has no value.",
        "Fill in the value in the source, or leave the label out.",
    ),
    "BCP309": Entry(
        "warning",
        "A competency has no behavioural indicators.",
        "Check the competency's cell in the source.",
    ),
    "BCP310": Entry(
        "warning",
        "Where an item of a list in running text begins is not certain.",
        "Put each item on its own line or in its own list item in the source.",
    ),
    "BCP311": Entry(
        "info",
        "Two sentences on either side of a page end were taken for one paragraph.",
        "Compare the value with the source at that place.",
    ),
    "BCP312": Entry(
        "info",
        "Text about trends stands under no heading; its label was taken for the title.",
        "Give each trend a heading in the source, for instance `Economische ontwikkelingen`.",
    ),
    "BCP313": Entry(
        "warning",
        "Text under a known label is none of what that label holds; it is kept in `unplaced`.",
        "Give the text the form that the message names, or put it under a label of its own.",
    ),
    "BCP314": Entry(
        "info",
        "A date is written with words that the ISO form leaves out.",
        "Nothing, if the date is precise enough; the trace keeps the words.",
    ),
    "BCP315": Entry(
        "warning",
        "Whether two lines, or two rows around a page end, belong together is not certain.",
        "Compare the value with the page: the message tells what was done, and what speaks "
        "against it.",
    ),
    "BCP316": Entry(
        "warning",
        "The box before a value is not ticked, where others are; it was read like these.",
        "Leave out of the source what does not apply, or tick the box.",
    ),
    "BCP318": Entry(
        "warning",
        "The title says words that are in no field: neither type, sector nor occupation.",
        "Compare the title with `name` and `sector`; give each a label of its own in the source.",
    ),
    "BCP319": Entry(
        "warning",
        "Two ways to tell titles from the text below them explain a value about as well.",
        "Compare the value with the source: the message names the way that was taken, and the "
        "other one.",
    ),
    "BCP320": Entry(
        "info",
        "A sentence was taken for the statement of a role, which nothing in the text emphasises.",
        "Compare `responsibility` and `description` of the role with the source.",
    ),
    "BCP401": Entry(
        "error",
        "The ledger does not close: characters of the source are in no field and no account.",
        "Report the document: this is a fault of the converter.",
    ),
    "BCP402": Entry(
        "error",
        "A value holds characters that its source does not have.",
        "Report the document: this is a fault of the converter.",
    ),
    "BCP403": Entry(
        "error",
        "A required value is missing.",
        "Add it to the source; every profile needs a name.",
    ),
    "BCP411": Entry(
        "warning",
        "Names, numbers or codes differ between the overview and the tables, or occur twice.",
        "Make the overview and the tables agree in the source.",
    ),
    "BCP412": Entry(
        "warning",
        "A date is not plausible.",
        "Check the year of the date and of the source.",
    ),
    "BCP414": Entry(
        "warning",
        "A sentence occurs twice in one list.",
        "Remove the repetition in the source.",
    ),
    "BCP415": Entry(
        "warning",
        "A key is present but empty.",
        "Fill in the value in the source, or leave the label out.",
    ),
    "BCP416": Entry(
        "error",
        "Two elements have the same identifier.",
        "Identifiers must be unique within a profile; convert the source again.",
    ),
    "BCP417": Entry(
        "warning",
        "Documents with one name and version say different things; each got an id with a suffix.",
        "Give the profiles different versions or dates, or remove one of the files.",
    ),
    "BCP418": Entry(
        "warning",
        "A legitimation has no date, or one long before the document's.",
        "Check both dates; users cite the date of the legitimation.",
    ),
    "BCP419": Entry(
        "warning",
        "A derived value does not follow from the values it rests on.",
        "Correct the derived value or convert the source again.",
    ),
    "BCP420": Entry(
        "info",
        "The same profile stands in more than one file.",
        "Nothing: the forms agree. Remove one of the files if you want each profile once.",
    ),
    "BCP421": Entry(
        "error",
        "A date is not in the calendar.",
        "Correct the day.",
    ),
    "BCP422": Entry(
        "error",
        "The profile has no name.",
        "Put the name of the occupation in; in the source it stands under `Naam BCP` or the like.",
    ),
    "BCP423": Entry(
        "error",
        "The id does not follow from name and version.",
        "Convert the source again, or put in the id that the message expects.",
    ),
    "BCP424": Entry(
        "error",
        "A text holds a control character.",
        "Remove it; it shows nowhere, and XML forbids it.",
    ),
    "BCP425": Entry(
        "error",
        "The name is longer than that of any occupation.",
        "Put the name of the occupation under a label of its own, for instance `Naam BCP`; what "
        "was taken for it is a sentence or a whole paragraph.",
    ),
    "BCP426": Entry(
        "error",
        "More than half of the text found no field.",
        "Check that the document is a beroepscompetentieprofiel; if it is, its labels must be "
        "added to a family (see README, 'Adding to it').",
    ),
    "BCP427": Entry(
        "error",
        "The profile has no role and no core task.",
        "Check that the document is whole; a draft without them is no profile yet.",
    ),
    "BCP501": Entry(
        "error",
        "The JSON does not follow the schema.",
        "Correct the value at the pointer; schemas/README.md describes every field.",
    ),
    "BCP502": Entry(
        "error",
        "The XML does not follow the schema.",
        "Correct the element on that line; schemas/README.md describes every field.",
    ),
    "BCP503": Entry(
        "error",
        "The file is not well-formed JSON or XML.",
        "Correct the syntax at the place that is named.",
    ),
    "BCP504": Entry(
        "error",
        "The file was made by a newer program, or has keys that no version has.",
        "Update bcp: it reads what all versions before it wrote. Take out a key that was put in "
        "by hand.",
    ),
    "BCP505": Entry(
        "error",
        "The file does not tell one version that there is.",
        "Put in the version that it keeps to, in `$schema` and `schema_version` alike "
        "(schemas/CHANGELOG.md lists all), or convert the source again.",
    ),
    "BCP601": Entry(
        "error",
        "Files in the way are not as a run wrote them, or no run tells of them; they are kept.",
        "They were changed or put there by hand: move them out of the folder, or delete them, and "
        "convert again; `--force` writes over them.",
    ),
    "BCP602": Entry(
        "error",
        "A folder cannot be searched.",
        "Check that you may read it; then convert again.",
    ),
    "BCP603": Entry(
        "error",
        "The results of a profile are missing or damaged.",
        "Convert its source again; `--force` writes over what was changed by hand.",
    ),
    "BCP604": Entry(
        "warning",
        "Another document, which is not among these, has results with this id.",
        "Convert both together, so that it shows in what they differ; or remove the results of the "
        "other with `bcp prune`.",
    ),
    "BCP901": Entry(
        "error",
        "The program failed on this document.",
        "Report the document and the message; the other documents are converted.",
    ),
}
