"""Remake docs/images/: the HTML report of seeds/ in light, dark, and at the width of a telephone.

Run from the checkout, with the test tools installed and Chromium on the machine.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from checker.api import check, shipped_rules
from checker.report.html import render_html

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Shot(NamedTuple):
    """A picture: its name, the size of the window, the theme, and the part of the page that it begins with."""

    name: str
    width: int
    height: int
    theme: Literal["light", "dark"] = "light"
    part: str = ""


SHOTS = (
    Shot("report-light.png", 1280, 1240),
    Shot("report-dark.png", 1280, 1240, "dark"),
    Shot("report-phone.png", 390, 1240),
    Shot("report-texts.png", 1280, 900, part="#texts .paper:last-of-type"),
)


def main() -> int:
    """Write the pictures; 1 where there is no browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.stderr.write(f"no browser is installed: {', '.join(BROWSERS)}\n")
        return 1
    os.chdir(ROOT)  # the pages name paths as they were given
    page = render_html(check(["seeds"]), shipped_rules())
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=browser)
        for shot in SHOTS:
            take(running, page, shot)
        running.close()
    return 0


def take(browser: Browser, page: str, shot: Shot) -> None:
    """One picture."""
    opened = browser.new_page(viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.theme)
    opened.set_content(page)
    if shot.part:
        opened.locator(shot.part).evaluate("part => part.scrollIntoView()")
    opened.screenshot(path=IMAGES / shot.name)
    opened.close()


if __name__ == "__main__":
    sys.exit(main())
