"""The page in a browser: filters, sorting, links, keys, themes; that nothing leaves it, and how fast it opens."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, NoReturn

import pytest

from checker.api import check, check_texts, shipped_rules
from checker.model import Finding, Report, Severity, Standing, State
from checker.report.html import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ROOT = Path(__file__).parents[3]
RULES = shipped_rules()
FAMILIES = {rule.id: rule.family for rule in RULES}
SERIOUS = ("serious", "critical")
PHONE = {"width": 390, "height": 844}
SECONDS = 2.0
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)>\n\n"
    "[press](javascript:alert(3)) ]]> \u202egnp.exe\u202c \x1b[31mred\x9b0m\n\n"
    "</title><script>alert(4)</script>\n\n"
    "The fire in Mombasa on 3 May 2025 killed 12 people, the police said. \u202e<b>\u202c\n\n"
    "The fire in Mombasa on 3 May 2025 killed 19 people, the mayor said.\n\n" + "x" * 10_000 + " " + "9" * 10_000 + "\n"
)


def missing(what: str) -> NoReturn:
    """Without a browser the tests are skipped, or fail where they are required."""
    if os.environ.get("CI") and os.environ.get("CHECK_BROWSER_TESTS") == "required":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 the other tests do without it
    except ImportError:
        missing("playwright is not installed")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        missing(f"no browser is installed ({', '.join(BROWSERS)}; Debian's package chromium)")
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path)
        yield running
        running.close()


@pytest.fixture(scope="module")
def seeds() -> Report:
    """The seeds, one of their notes accepted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        report = check(["seeds"])
    *rest, last = report.findings
    accepted = last.model_copy(update={"standing": Standing(state=State.ACCEPTED, reason="both hold", by="Ann")})
    return report.model_copy(update={"findings": (*rest, accepted)})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, seeds: Report) -> Path:
    """The pages: the seeds, a hostile report, and 500 findings."""
    home = tmp_path_factory.mktemp("pages")
    hostile = check_texts([("bad'\"><b>.txt", HOSTILE)], RULES)
    assert hostile.findings
    for name, report in (("seeds", seeds), ("hostile", hostile), ("many", multiplied(seeds, 500))):
        (home / f"{name}.html").write_text(render_html(report, RULES), encoding="utf-8")
    return home


def multiplied(report: Report, many: int) -> Report:
    """As many findings, each with a fact of its own."""
    model = next(finding for finding in report.findings if finding.fact)
    (fact,) = (fact for fact in report.facts if fact.id == model.fact)
    findings = [
        model.model_copy(update={"id": f"f-{place}", "fact": f"k-{place}", "message": f"{model.message} ({place})"})
        for place in range(many)
    ]
    facts = [fact.model_copy(update={"id": f"k-{place}"}) for place in range(many)]
    return report.model_copy(update={"findings": tuple(findings), "facts": tuple(facts)})


Opened = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Opens a page in a context of its own; what it asked for and what it complained of are checked at the end."""
    contexts, asked, complaints = [], [], []

    def opening(name: str = "seeds", **settings: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.goto((folder / f"{name}.html").as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith(folder.as_uri())] == []


def shown(page: Page, what: str = ".finding") -> list[str]:
    """The ids of those elements that are not filtered away."""
    ids: list[str] = page.eval_on_selector_all(what, "all => all.filter(e => !e.hidden).map(e => e.id)")
    return ids


def choose(name: str, label: str) -> Callable[[Page], None]:
    return lambda page: page.select_option(f"#f-{name}", label=label)


@pytest.mark.parametrize(
    ("act", "stays"),
    [
        (lambda _: None, lambda _: True),
        (lambda page: page.fill("#q", "pentagon 900"), lambda finding: finding.rule == "source-dispute"),
        (lambda page: page.fill("#q", "nowhere to be found"), lambda _: False),
        (lambda page: page.uncheck("input[value=note]"), lambda finding: finding.severity is not Severity.NOTE),
        (lambda page: page.uncheck("input[value=error]"), lambda finding: finding.severity is not Severity.ERROR),
        (choose("family", "Dates"), lambda finding: FAMILIES[finding.rule] == "dates"),
        (choose("speaker", "US officials"), lambda finding: "US officials" in finding.message),
        (
            choose("report", "seeds/web-page-captain.txt"),
            lambda finding: "seeds/web-page-captain.txt" in {place.path for place in finding.locations},
        ),
        (lambda page: page.uncheck("#settled"), lambda finding: finding.standing.state is State.ACTIVE),
    ],
)
def test_filters(act: Callable[[Page], None], stays: Callable[[Finding], bool], opened: Opened, seeds: Report) -> None:
    page = opened()
    everything = shown(page)
    left = {finding.id for finding in seeds.findings if stays(finding)}
    act(page)
    page.wait_for_timeout(50)
    assert shown(page) == [name for name in everything if name in left]
    assert page.inner_text("#shown").startswith(f"{len(left)} of {len(everything)} findings")
    assert page.is_visible("#nothing") is (not left)
    page.click("button[type=reset]")
    page.wait_for_timeout(50)
    assert shown(page) == everything


def test_the_facts_are_filtered_with_the_findings(opened: Opened) -> None:
    page = opened()
    page.select_option("#f-speaker", label="US officials")
    page.wait_for_timeout(50)
    assert page.eval_on_selector_all("tr.fact", "all => all.filter(e => !e.hidden).map(e => e.cells[1].innerText)") == [
        "American soldiers deployed in Syria"
    ]
    assert len(shown(page, ".panel")) == 1


def test_the_fact_table_sorts_both_ways_by_every_column(opened: Opened) -> None:
    page = opened()
    column = "all => all.map(row => row.cells[{}].innerText)"
    for place, head in enumerate(page.query_selector_all("#fact-table thead button")):
        head.click()
        up = page.eval_on_selector_all("tr.fact", column.format(place))
        head.click()
        down = page.eval_on_selector_all("tr.fact", column.format(place))
        assert sorted(up) == sorted(down)
        assert up != down or len(set(up)) == 1
        assert page.get_attribute("#fact-table th[aria-sort]", "aria-sort") == "descending"
    page.click("#fact-table thead button:text('Low')")
    lows = [float(text.replace(",", "")) for text in page.eval_on_selector_all("tr.fact", column.format(2))]
    assert len(lows) > 1
    assert lows == sorted(lows)


def in_sight(page: Page) -> bool:
    """Whether what the address points at can be seen."""
    page.wait_for_timeout(80)
    seen: bool = page.evaluate(
        """() => { const box = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
                   return box.height > 0 && box.top >= -2 && box.top < innerHeight; }"""
    )
    return seen


def test_links_lead_both_ways(opened: Opened, seeds: Report) -> None:
    page = opened()
    finding = next(finding for finding in seeds.findings if finding.rule == "source-dispute")
    page.click(f"[id='{finding.id}'] figcaption a >> nth=0")
    assert page.url.endswith(f"#{finding.claims[0]}")
    assert in_sight(page)
    page.click(f"#texts a[href='#{finding.id}'] >> nth=0")
    assert page.url.endswith(f"#{finding.id}")
    assert in_sight(page)


def test_a_link_opens_what_is_folded_and_shows_what_is_filtered_away(opened: Opened, seeds: Report) -> None:
    page = opened()
    fact = next(fact for fact in seeds.facts if fact.status == "disputed")
    assert not page.eval_on_selector(f"[id='{fact.id}']", "panel => panel.open")
    page.click(f"#fact-table a[href='#{fact.id}']")
    assert in_sight(page)
    assert page.eval_on_selector(f"[id='{fact.id}']", "panel => panel.open")
    page.fill("#q", "hedge")
    page.wait_for_timeout(50)
    (hidden,) = (finding.id for finding in seeds.findings if finding.fact == fact.id)
    page.click(f"#texts a[href='#{hidden}'] >> nth=0")
    assert in_sight(page)
    assert hidden in shown(page)


def test_the_keyboard_is_enough(opened: Opened) -> None:
    page = opened()
    focused = "() => document.activeElement.id || document.activeElement.textContent.trim()"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "Skip to the findings"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('.finding')")
    page.focus("#q")
    page.keyboard.type("pentagon")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_timeout(50)
    assert page.is_checked("input[value=error]") is False
    page.focus("#fact-table thead button >> nth=2")
    page.keyboard.press("Enter")
    assert page.get_attribute("#fact-table th[aria-sort]", "aria-sort") == "ascending"
    page.focus(".panel summary >> nth=0")
    page.keyboard.press("Enter")
    assert page.eval_on_selector(".panel", "panel => panel.open")


def test_what_has_the_focus_can_be_seen(opened: Opened) -> None:
    page = opened()
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.parametrize(("name", "theme"), [("seeds", "light"), ("seeds", "dark"), ("hostile", "dark")])
def test_axe_finds_nothing_serious(name: str, theme: str, opened: Opened) -> None:
    page = opened(name, color_scheme=theme, bypass_csp=True)
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run()")["violations"]
    grave = [
        (each["id"], each["help"], [node["html"][:200] for node in each["nodes"]][:5])
        for each in found
        if each["impact"] in SERIOUS
    ]
    assert grave == []


@pytest.mark.parametrize("name", ["seeds", "hostile", "many"])
def test_a_telephone_shows_it_without_scrolling_sideways(name: str, opened: Opened) -> None:
    page = opened(name, viewport=PHONE)
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_hostile_report_shows_as_text(opened: Opened) -> None:
    page = opened("hostile")
    text = page.inner_text("#texts")
    for shown_as in ("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "javascript:alert(3)", "]]>"):
        assert shown_as in text
    assert re.search(r"\\u202egnp\.exe\\u202c\s+\[31mred 0m", text)  # control characters are blanks
    assert page.eval_on_selector_all("script", "all => all.length") == 1
    assert page.evaluate("() => document.querySelectorAll('img, iframe, object, embed, link').length") == 0


def test_the_page_is_read_without_a_script(opened: Opened, seeds: Report) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator(".finding:visible").count() == len(seeds.findings)
    assert page.locator("svg.strip:visible").count() > 0
    assert not page.is_visible("#filters")
    page.click(".panel summary >> nth=0")
    assert page.locator(".panel table").first.is_visible()


def test_on_paper_there_is_no_form_and_nothing_dark(opened: Opened) -> None:
    page = opened(color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.is_visible("#filters")
    assert page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.is_visible(".finding >> nth=0")


class Listener(BaseHTTPRequestHandler):
    """A server that only remembers what it was asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(204)
        self.end_headers()


def test_the_policy_lets_nothing_out(browser: Browser, folder: Path) -> None:
    """Whatever got a script to run in the page could still not reach a server."""
    server = HTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto((folder / "seeds.html").as_uri())
    refused = page.evaluate(
        """async (home) => {
          let refused = 0;
          addEventListener("securitypolicyviolation", () => refused++);
          await fetch(home + "fetch").catch(() => 0);
          for (const [tag, key] of [["img", "src"], ["script", "src"], ["link", "href"]]) {
            const element = document.createElement(tag);
            element.rel = "stylesheet";
            element[key] = home + tag;
            document.body.append(element);
          }
          await new Promise((done) => setTimeout(done, 200));
          return refused;
        }""",
        f"http://127.0.0.1:{server.server_port}/",
    )
    page.close()
    server.shutdown()
    server.server_close()
    assert Listener.asked == []
    assert refused == 4


def test_500_findings_open_in_two_seconds(opened: Opened) -> None:
    def seconds() -> float:
        page = opened("many")
        page.wait_for_selector("#shown:text('500 of 500')")
        taken: float = page.evaluate(
            """() => new Promise((done) =>
                 requestAnimationFrame(() => setTimeout(() => done(performance.now() / 1000))))"""
        )
        return taken

    assert any(seconds() < SECONDS for _ in range(3))  # a busy machine may be slow once
