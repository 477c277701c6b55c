"""The web page in a real browser: accessible, quiet, and without anything that acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline import convert
from pipeline.profile.model import Paragraph, Profile
from pipeline.writers.edition import Edition
from pipeline.writers.web_page import page_of
from tests.machine import chromium_path, needs
from tests.profiles import INPUT
from tests.strategies import whole_profile
from tests.unit.writers.test_web_page import HOSTILE
from tests.waiting import PATIENCE

pytestmark = needs("chromium")
# The rules of WCAG 2.2 AA that a program can check.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass
class Shown:
    """A page in the browser, and what it said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of the system."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield found
        found.close()


def shown(browser: Browser, folder: Path, html: str, **options: object) -> Shown:
    """The page in a window of its own."""
    path = folder / "pagina.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(1000 * PATIENCE)
    found = Shown(context.new_page())
    found.page.on("console", lambda message: found.said.append(message.text))
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    found.page.on("dialog", lambda dialog: found.said.append(dialog.message))
    found.page.on("request", lambda request: found.asked.append(request.url))
    found.page.goto(path.as_uri())
    return found


def violations(browser: Browser, folder: Path, html: str, **options: object) -> set[str]:
    """The rules of accessibility that the page breaks."""
    # The audit is a script, which the page's own policy forbids.
    page = shown(browser, folder, html, bypass_csp=True, **options).page
    return {found["id"] for found in Axe().run(page, options=RULES).response["violations"]}


def sample() -> Profile:
    """The sample of this project."""
    return convert(INPUT / "werfcoordinator-jachthaven.txt").profile


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_is_accessible(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    size = {"width": width, "height": 800}
    for profile in (sample(), whole_profile()):
        html = page_of(Edition(profile))

        assert violations(browser, tmp_path, html, color_scheme=scheme, viewport=size) == set()


def test_the_audit_finds_what_is_amiss(browser: Browser, tmp_path: Path) -> None:
    html = page_of(Edition(whole_profile()))
    damaged = (
        html.replace('<html lang="nl">', "<html>")
        .replace("<h2", "<h6")
        .replace("--ink: #1b1f24", "--ink: #cccccc")
    )

    assert violations(browser, tmp_path, damaged) >= {
        "html-has-lang",
        "heading-order",
        "color-contrast",
    }


def test_a_hostile_profile_says_nothing_and_asks_for_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    profile = replace(
        whole_profile(),
        name=HOSTILE,
        job_titles=(HOSTILE, "javascript:alert(3)", "</style><script>alert(4)</script>"),
        career_prospects=(Paragraph(text=HOSTILE),),
    )
    found = shown(browser, tmp_path, page_of(Edition(profile)))

    assert found.said == []
    assert [url for url in found.asked if not url.endswith("/pagina.html")] == []


def test_the_policy_stops_what_would_act(browser: Browser, tmp_path: Path) -> None:
    html = page_of(Edition(whole_profile()))
    damaged = html.replace("</main>", "<script>alert(1)</script><img src='x.png'></main>")
    found = shown(browser, tmp_path, damaged)

    assert len(found.said) == 2
    assert all("Content Security Policy" in message for message in found.said)


def test_the_keyboard_leads_to_the_content_and_nothing_is_wider_than_a_phone(
    browser: Browser, tmp_path: Path
) -> None:
    size = {"width": 320, "height": 640}
    page = shown(browser, tmp_path, page_of(Edition(sample())), viewport=size).page
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_printed_page_has_all_texts_and_no_table_of_contents(
    browser: Browser, tmp_path: Path
) -> None:
    page = shown(browser, tmp_path, page_of(Edition(sample()))).page
    page.emulate_media(media="print")

    assert not page.locator("nav").is_visible()
    assert page.locator("main").is_visible()
