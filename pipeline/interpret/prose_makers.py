"""How running text fills the field that its label is of, and the parts that its titles name."""

from __future__ import annotations

from pipeline.document.reasons import about
from pipeline.families.model import Field
from pipeline.interpret.bench import Value, shown
from pipeline.interpret.filling import Filling
from pipeline.interpret.passages import joined_text
from pipeline.interpret.tree import leaf
from pipeline.interpret.values import descriptions, sub_headings
from pipeline.interpret.values.blocks import text_blocks
from pipeline.interpret.values.named_titles import NamedTitles


def prose(filling: Filling, value: Value, own: Field) -> None:
    filling.add_text(own.path, value.passages, value.entry.label)


def stated_prose(filling: Filling, value: Value, own: Field) -> None:
    """A description whose emphasised opening states the responsibility."""
    name = str(filling.name.value) if filling.name is not None else ""
    opening, rest = descriptions.role_text(
        value.passages, name, shows_emphasis=filling.bench.shows_emphasis
    )
    label = value.entry.label
    if opening is not None and filling.has("responsibility"):
        if descriptions.STATED in opening.steps:
            message = f"taken for the statement of responsibility: {shown(opening.text)}"
            filling.bench.note("BCP320", message, opening.text)
        statement = leaf(opening.text, opening.raw, opening.steps)
        filling.put("responsibility", statement, label)
    else:
        rest = value.passages
    filling.put(own.path, text_blocks(rest), label)


def labour_market(filling: Filling, value: Value, own: Field) -> None:
    node = descriptions.labour_market(value.passages, filling.bench.claims)
    filling.put(own.path, node, value.entry.label)


def described_skills(filling: Filling, value: Value, own: Field) -> None:
    """The descriptors under their sub-headings; text under none of them stays unplaced."""
    bench = filling.bench

    def path_of(chars: str) -> str:
        match = bench.matcher.match(chars, filling.scope, own.section)
        below = match is not None and match.field is not own and own.holds(match.field)
        return match.field.path if match is not None and below else ""

    passages = sub_headings.apart_at_titles(value.passages, path_of)
    titled = NamedTitles(path_of, only_named=True).of(passages)
    bench.note_doubt(titled.verdict, joined_text(passages), filling.pointer_of(own.path))
    for part in sub_headings.parts(passages, titled.titling.heads):
        if part.title is None:
            reason = "no sub-heading names the descriptor of this text"
            bench.keep_part(value, part.passages, reason)
            continue
        bench.claims.take(part.title.text, "headings")
        texts = [passage.text for passage in part.passages]
        bench.maker.reasons.extend(about("shapes", "parted", texts, titled.verdict))
        filling.add_text(path_of(part.title.chars), part.passages, part.title.text)
