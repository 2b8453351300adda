"""The machine's own Chromium, driven by Playwright, which never downloads a browser.

Its headless shell comes first: a Chromium with windows takes six times the processor time for each new person.
"""
import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]
NAMES = ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
TV = {"viewport": {"width": 1920, "height": 1080}}
# Who wants less motion: drawing movements without a graphics card is nearly half of the time of browser tests.
STILL, MOVING = {"reduced_motion": "reduce"}, {"reduced_motion": "no-preference"}


def chromium():
    """Return the path of the browser to drive."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "Chromium is missing: apt-get install chromium-headless-shell"
    return found


@contextmanager
def launched():
    """Give a Playwright Browser; `browser.new_context(**PHONE)` is one person's phone with cookies of its
    own.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS, headless=True)
        try:
            yield browser
        finally:
            browser.close()
