"""The review in a real browser: mouse, keyboard, search, filters; quiet and accessible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.cli import main
from tests.e2e.test_web_page_in_a_browser import Shown, violations
from tests.machine import chromium_path, needs
from tests.profiles import INPUT
from tests.waiting import PATIENCE

pytestmark = needs("chromium")
INDICATOR = "Legt het werk stil bij direct gevaar"


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a review of the samples."""
    folder = tmp_path_factory.mktemp("results")
    main(["convert", str(INPUT), "--output", str(folder), "--format", "json"])
    assert main(["review", str(folder), "--sources", str(INPUT)]) == 0
    return folder / "review"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of the system."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield found
        found.close()


def opened(browser: Browser, path: Path, width: int = 1400) -> Shown:
    """A page from disk, and what it says and asks for."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.set_default_timeout(1000 * PATIENCE)
    found = Shown(context.new_page())
    found.page.on("console", lambda message: found.said.append(message.text))
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    found.page.on("request", lambda request: found.asked.append(request.url.split(":")[0]))
    found.page.goto(path.as_uri())
    return found


def page_of(review: Path, form: str) -> Path:
    """The page of a form of the sample."""
    (path,) = review.glob(f"*-{form}.html")
    return path


def value(page: Page) -> str:
    """The value that is lit."""
    return page.locator("button.value[aria-pressed=true]").inner_text()


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "txt"])
def test_a_value_lights_up_its_place_and_the_place_its_value(
    form: str, browser: Browser, review: Path
) -> None:
    found = opened(browser, page_of(review, form))
    page = found.page
    page.locator("button.value", has_text=INDICATOR).click()
    assert page.locator(".lit").count() == 1
    assert page.locator(".lit").first.is_visible()

    page.locator("button.value").first.click()
    assert INDICATOR not in value(page)
    mark = page.locator("button.value", has_text=INDICATOR).get_attribute("data-marks")
    page.locator(f"#{mark}").click()
    first = value(page)
    page.locator(f"#{mark}").click()
    named = page.locator(f"#{mark}").get_attribute("data-values")
    lit = page.locator("button.value[aria-pressed=true]").get_attribute("id")

    assert named is not None
    assert lit in named.split()
    assert (value(page) == first) == (len(named.split()) == 1)
    assert found.said == []
    assert set(found.asked) <= {"file", "data"}


def test_the_keyboard_does_what_the_mouse_does(browser: Browser, review: Path) -> None:
    page = opened(browser, page_of(review, "pdf")).page
    page.locator("button.value", has_text=INDICATOR).focus()
    first = page.locator(".lit").get_attribute("id")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert page.locator(".lit").first.get_attribute("id") != first
    assert "pagina" in page.locator("#said").inner_text()


def test_search_and_filters_leave_what_was_asked_for(browser: Browser, review: Path) -> None:
    page = opened(browser, page_of(review, "txt")).page
    shown = page.locator("[data-text]:visible")
    total = shown.count()
    page.locator("#search").fill("direct gevaar")
    assert shown.count() == 1
    page.locator("#search").fill("")
    assert shown.count() == total

    page.locator("input[data-tag=derived]").check()
    assert 0 < shown.count() < 10
    page.locator("input[data-tag=recovered]").check()
    assert 10 < shown.count() < total
    assert page.locator("[data-group]:visible").count() < page.locator("[data-group]").count()


def test_the_index_searches_all_texts(browser: Browser, review: Path) -> None:
    page = opened(browser, review / "index.html").page
    page.locator("#search").fill("bestaat nergens")
    assert page.locator("tr[data-text]:visible").count() == 0
    page.locator("#search").fill(INDICATOR)
    assert page.locator("tr[data-text]:visible").count() == 4
    page.locator("tr[data-text] a").first.click()

    assert page.url.endswith("-docx.html")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index", "pdf", "docx"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(
    name: str, scheme: str, browser: Browser, review: Path, tmp_path: Path
) -> None:
    path = review / "index.html" if name == "index" else page_of(review, name)
    html = path.read_text("utf-8")

    assert violations(browser, tmp_path, html, color_scheme=scheme) == set()


def test_nothing_is_wider_than_a_phone(browser: Browser, review: Path) -> None:
    for path in (review / "index.html", page_of(review, "pdf"), page_of(review, "txt")):
        page = opened(browser, path, width=360).page

        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path.name
