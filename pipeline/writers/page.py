"""The frame of our web pages: one file that needs nothing else and does nothing.

A content security policy allows a page its own style, and where it has one its own script and the
pictures in it; nothing else, and no connection. Texts must come escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape

from pipeline.writers.edition import PROGRAM

# Contrast of text on paper is 7 and more, of rules 4.5 and more, in both schemes.
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --rule: #5b6673;
  --soft: #f1f4f7; --link: #0b4f9c; --gone: #9b1c1c; --come: #14532d; --faint: #4b5563; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --paper: #15181c;
  --rule: #98a4b1; --soft: #20252b; --link: #8ec2ff; --gone: #ffb0a8; --come: #9be7b0;
  --faint: #b6bfca; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin-top: .5em; }
@media print { .skip { display: none; } .page { max-width: none; padding: 0; }
  body { font-size: 10.5pt; } h2, h3, h4, h5 { break-after: avoid; } li, tr { break-inside: avoid; }
  :root { --ink: #000; --paper: #fff; --rule: #666; --soft: #f3f3f3; --link: #000; } }
"""


def page(title: str, language: str, style: str, body: Iterable[str], script: str = "") -> str:
    """A page with this title and body, the lines of which are markup; `style` is added to ours.

    The body must have an element with the id `inhoud`, to which the keyboard leads first. With a
    `script` the page may run that one, and show the pictures that stand in it.
    """
    whole = f"{_STYLE}{style}"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(whole, script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="{escape(PROGRAM)}">',
        f"<title>{escape(title)}</title>",
        f"<style>{whole}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#inhoud">Naar de inhoud</a>',
        '<div class="page">',
        *body,
        "</div>",
        *([f"<script>{script}</script>"] if script else []),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _policy(style: str, script: str) -> str:
    rules = ["default-src 'none'", f"style-src '{_digest(style)}'"]
    if script:
        rules += [f"script-src '{_digest(script)}'", "img-src data:"]
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
