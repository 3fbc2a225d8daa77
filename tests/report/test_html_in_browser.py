"""The HTML report in a real browser: Debian's Chromium without a screen, driven through ChromeDriver."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from toy import AGAIN, CORPUS, WORD, check

from factlint.report.html.page import render

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"
)

TEXTS = (
    "---\ntitle: A walk\n---\n\n# A walk\n\nIt is here, wrong and again.\n\nAnd again, slight.\n",
    "Or there.\n",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "headless",
        "no-sandbox",
        "disable-gpu",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "window-size=1280,1000",
        f"user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(f"--{argument}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Any:
    file = tmp_path / "report.html"
    file.write_text(render(check(*TEXTS, rules=(WORD, AGAIN, CORPUS))), encoding="utf-8")
    browser.get(file.as_uri())
    return browser


def shown(page: Any) -> list[str]:
    script = "return [...document.querySelectorAll('.card')].filter(c => c.offsetParent).map(c => c.id)"
    found: list[str] = page.execute_script(script)
    return found


def toggle(page: Any, value: str) -> None:
    page.execute_script(f"document.querySelector('input[value={value}]').click()")


def test_the_page_runs_without_complaint(page: Any) -> None:
    assert page.get_log("browser") == []
    assert page.title == "factlint: 2 errors, 1 warning, 1 note in 2 articles"
    assert shown(page) == ["f1", "f2", "f3", "f4"]


def test_filters_hide_cards_and_fade_marks(page: Any) -> None:
    toggle(page, "error")
    assert shown(page) == ["f3", "f4"]
    faded = "return [...document.querySelectorAll('mark.off')].map(m => m.textContent)"
    assert page.execute_script(faded) == ["here", "wrong"]
    assert page.execute_script("return document.querySelector('#shown').textContent") == "2 of 4 shown"
    toggle(page, "TT201")
    assert shown(page) == ["f4"]
    toggle(page, "error")
    toggle(page, "TT201")
    assert shown(page) == ["f1", "f2", "f3", "f4"]


def test_keys_go_from_finding_to_finding(page: Any) -> None:
    body = page.find_element("tag name", "body")
    focus = "return document.activeElement.id"
    visited = []
    for key in ("n", "n", "p", "p", "n"):
        page.switch_to.active_element.send_keys(key) if visited else body.send_keys(key)
        visited.append(page.execute_script(focus))
    assert visited == ["f1", "f2", "f1", "f4", "f1"]


def test_tab_reaches_what_can_be_pressed(page: Any) -> None:
    reached = set()
    for _ in range(20):
        page.switch_to.active_element.send_keys("\ue004")
        reached.add(page.execute_script("return document.activeElement.tagName"))
    assert {"INPUT", "SUMMARY", "A"} <= reached


def test_evidence_stands_beside_its_words(page: Any) -> None:
    box = "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
    place = f"{box} return [box.left, box.top, box.right]"
    words = page.execute_script(place, "mark[data-f='2']")
    card = page.execute_script(place, "#f2")
    assert words[2] < card[0]
    row = page.execute_script(
        "return document.querySelector('#f1').closest('.row').getBoundingClientRect().top"
    )
    assert abs(row - words[1]) < 30
    page.set_window_size(500, 1000)
    narrow = page.execute_script(place, "mark[data-f='2']")[1], page.execute_script(place, "#f2")[1]
    width = page.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
    page.set_window_size(1280, 1000)
    assert narrow[0] < narrow[1]
    assert width[0] <= width[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_light_and_dark(page: Any, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    style = "const style = getComputedStyle(document.querySelector(arguments[0]));"
    colours = f"{style} return [style.color, style.backgroundColor]"
    for selector in ("body", ".card", "mark.error", "mark.warning", "mark.note"):
        ink, paper = page.execute_script(colours, selector)
        assert contrast(ink, paper) >= 4.5, (selector, ink, paper)


def test_prints_without_controls(page: Any) -> None:
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    hidden = page.execute_script("return document.querySelector('.controls').offsetParent === null")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert hidden
    printed = page.execute_cdp_cmd("Page.printToPDF", {})
    assert len(printed["data"]) > 10_000


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours written as rgb(), by WCAG 2."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[4:-1].split(",")]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
