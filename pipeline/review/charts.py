"""Small pictures of the corpus as SVG, each with the table that it is drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pipeline.profile.identifiers import folded
from pipeline.profile.model import Profile

_MOST = 15
_BAR, _GAP, _LABEL, _WIDTH = 16, 6, 260, 720
_CELL = 22


def occupations_by_competency(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """By competency, as it is named first, the occupations that ask for it; the commonest first."""
    names: dict[str, str] = {}
    found: dict[str, dict[str, None]] = {}
    for profile in profiles:
        for role in profile.roles or ():
            for competency in role.competencies or ():
                key = folded(competency.name)
                names.setdefault(key, competency.name)
                found.setdefault(key, {})[profile.name] = None
    return _commonest({names[key]: list(value) for key, value in found.items()})


def occupations_by_indicator(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """By indicator, the occupations that have the same sentence; only those that recur."""
    found: dict[str, dict[str, None]] = {}
    texts: dict[str, str] = {}
    for profile in profiles:
        for role in profile.roles or ():
            for competency in role.competencies or ():
                for indicator in competency.indicators:
                    key = folded(indicator.text)
                    texts.setdefault(key, indicator.text)
                    found.setdefault(key, {})[profile.name] = None
    recurring = {texts[key]: list(value) for key, value in found.items() if len(value) > 1}
    return _commonest(recurring)


def _commonest(found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), folded(pair[0]))))


def bars(title: str, counts: Mapping[str, list[str]], what: str) -> Iterator[str]:
    """A bar for each of the commonest, and below it the table of all."""
    shown = list(counts.items())[:_MOST]
    if not shown:
        yield f"<p>{escape(title)}: geen.</p>"
        return
    most = max(len(names) for _, names in shown)
    height = len(shown) * (_BAR + _GAP)
    yield f'<svg class="chart" role="img" aria-label="{escape(title)}" '
    yield f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">'
    for number, (name, names) in enumerate(shown):
        y = number * (_BAR + _GAP)
        length = (_WIDTH - _LABEL - 40) * len(names) / most
        label = name if len(name) <= 38 else f"{name[:37]}…"
        yield f'<text x="{_LABEL - 8}" y="{y + 12}" text-anchor="end">{escape(label)}</text>'
        yield f'<rect x="{_LABEL}" y="{y}" width="{length:.0f}" height="{_BAR}"></rect>'
        yield f'<text x="{_LABEL + length + 6:.0f}" y="{y + 12}">{len(names)}</text>'
    yield "</svg>"
    yield "<details><summary>De tabel bij deze grafiek</summary>"
    yield '<div class="scroll" tabindex="0" role="region" '
    yield f'aria-label="Tabel: {escape(title)}"><table>'
    yield f'<thead><tr><th scope="col">{escape(what)}</th><th scope="col">Aantal</th>'
    yield '<th scope="col">Beroepen</th></tr></thead><tbody>'
    for name, names in counts.items():
        yield f'<tr><th scope="row">{escape(name)}</th><td>{len(names)}</td>'
        yield f"<td>{escape('; '.join(names))}</td></tr>"
    yield "</tbody></table></div></details>"


def grid(profile: Profile) -> Iterator[str]:
    """Which role asks for which competency: a dot for each, and the table that says it in words."""
    roles = [role for role in profile.roles or () if role.competencies]
    names: dict[str, str] = {}
    for role in roles:
        for competency in role.competencies or ():
            names.setdefault(folded(competency.name), competency.name)
    if not names:
        yield "<p>Geen competenties.</p>"
        return
    width, height = _LABEL + _CELL * len(roles), _CELL * (len(names) + 1)
    label = f"Competenties per rol van {profile.name}"
    yield f'<svg class="chart" role="img" aria-label="{escape(label)}" '
    yield f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    for column, _ in enumerate(roles):
        x = _LABEL + _CELL * column + _CELL // 2
        yield f'<text x="{x}" y="15" text-anchor="middle">{column + 1}</text>'
    own = [{folded(c.name) for c in role.competencies or ()} for role in roles]
    for line, (key, name) in enumerate(names.items(), start=1):
        shown = name if len(name) <= 38 else f"{name[:37]}…"
        y = _CELL * line
        yield f'<text x="{_LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(shown)}</text>'
        for column, held in enumerate(own):
            if key in held:
                x = _LABEL + _CELL * column + 4
                yield f'<rect x="{x}" y="{y + 4}" width="{_CELL - 8}" height="{_CELL - 8}"></rect>'
    yield "</svg>"
    yield "<details><summary>De tabel bij deze grafiek</summary><table><thead><tr>"
    yield '<th scope="col">Rol</th><th scope="col">Competenties</th></tr></thead><tbody>'
    for number, role in enumerate(roles, start=1):
        listed = "; ".join(competency.name for competency in role.competencies or ())
        name = escape(f"{number}. {role.name}")
        yield f'<tr><th scope="row">{name}</th><td>{escape(listed)}</td></tr>'
    yield "</tbody></table></details>"
