"""Every page for every kind of visitor: the right status, and nothing fetched from anybody else."""
import re
from urllib.parse import urlsplit

import pytest

from tests.outside.visitors import Visitor

ADDRESS = re.compile(r"""(?:src|href|action|srcset|poster|data)\s*=\s*["']([^"']+)["']|url\(["']?([^)"']+)""",
                     re.IGNORECASE)
ROLES = ["host", "player", "watcher", "stranger"]
# Status for host, player, watcher, stranger.
PAGES = {
    "/": [200] * 4, "/rooms/{code}/": [200] * 4, "/tv/{code}/": [200] * 4,
    "/rooms/{code}/decks.json": [200, 200, 200, 404], "/rooms/{code}/history.json": [200, 200, 200, 404],
    "/rooms/{code}/qr.svg": [200] * 4, "/rooms/{code}/seat-qr.svg": [200, 200, 404, 404],
    "/seats/{key}/": [200] * 4, "/seats/" + "x" * 32 + "/": [404] * 4, "/health/": [200] * 4,
    "/rooms/open/": [200] * 4, "/recaps/" + "x" * 32 + "/": [404] * 4,
    "/accounts/login/": [200] * 4, "/accounts/signup/": [200] * 4, "/admin/login/": [200] * 4,
    "/nowhere/": [404] * 4}
TYPES = {".json": "application/json", ".svg": "image/svg+xml", "/health/": "text/plain"}


@pytest.fixture(scope="module")
def visitors(server):
    """{role: Visitor} of one room, its code and the player's seat key."""
    people = {role: Visitor(server.url) for role in ROLES}
    code = people["host"].open_room("Ann", listed="on")
    people["player"].take_seat(code, "Bob")
    people["watcher"].watch(code)
    key = people["player"].get("/rooms/%s/" % code).text.split("/seats/")[1][:32]
    return people, {"code": code, "key": key}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("role", ROLES)
def test_each_page_answers_each_role(site, visitors, path, role):
    people, names = visitors
    # A television opens the door by itself, so a stranger must stay one.
    visitor = Visitor(site) if role == "stranger" else people[role]
    answer = visitor.get(path.format(**names))
    assert answer.status_code == PAGES[path][ROLES.index(role)]
    if answer.status_code == 200:
        kind = next((kind for end, kind in TYPES.items() if path.endswith(end)), "text/html")
        assert answer.headers["Content-Type"].startswith(kind)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_names_another_host(site, visitors, path):
    people, names = visitors
    text = people["player"].get(path.format(**names)).text
    for address in map("".join, ADDRESS.findall(text)):
        assert urlsplit(address).netloc in ("", urlsplit(site).netloc) or address.startswith("data:"), address


def test_everything_that_pages_and_scripts_name_is_there(site, visitors):
    people, names = visitors
    text = "".join(people["player"].get(path.format(**names)).text
                   for path in ("/", "/rooms/{code}/", "/tv/{code}/"))
    wanted = {"".join(found) for found in ADDRESS.findall(text)}
    fetched = [path for path in wanted if path.startswith("/static/")]
    assert len(fetched) >= 3
    for path in fetched:
        assert people["player"].get(path).status_code == 200, path


def test_pages_forbid_framing_sniffing_and_foreign_scripts(site, visitors):
    people, names = visitors
    for path in ("/", "/rooms/{code}/", "/nowhere/"):
        headers = people["player"].get(path.format(**names)).headers
        assert headers["X-Frame-Options"] == "DENY" and headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in headers["Content-Security-Policy"]


def test_cookies_are_not_for_scripts(site):
    visitor = Visitor(site)
    visitor.open_room("Ann")
    assert {cookie.name for cookie in visitor.http.cookies} == {"csrftoken", "sessionid"}
    for cookie in visitor.http.cookies:
        assert cookie.has_nonstandard_attr("HttpOnly") or cookie.has_nonstandard_attr("httponly"), cookie.name


def test_no_page_of_a_room_holds_a_hand_or_another_seats_link(site, visitors):
    people, names = visitors
    page = people["host"].get("/rooms/%(code)s/" % names).text
    assert names["key"] not in page and '"hand"' not in page


def test_a_script_error_is_taken_and_nonsense_is_not(site):
    visitor = Visitor(site)
    token = re.search(r'data-csrf="([^"]+)"', visitor.get("/").text).group(1)
    headers = {"X-CSRFToken": token, "Referer": site + "/"}

    def report(body):
        return visitor.http.post(site + "/client-errors/", data=body, headers=headers, timeout=20).status_code
    assert [report(b'{"message": "it broke"}'), report(b"nonsense"), report(b"x" * 9000)] == [204, 400, 429]
