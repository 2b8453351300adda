"""What a hostile client may send to a server, under `serve` and under daphne's own command line:
it gets a short no, others play on.
"""
import asyncio
import re
import select
import socket
import subprocess
import time
from contextlib import closing

import pytest
import requests

from tests.outside.bots import Bot
from tests.outside.harness.process import patience
from tests.outside.harness.server import PROJECT, PYTHON, Server
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table
from tests.outside.visitors import Visitor

MEGABYTE = 1024 * 1024
DAPHNE_COMMAND = """
from daphne.cli import CommandLineInterface
CommandLineInterface().run(["-b", "127.0.0.1", "-p", "{port}", "--verbosity", "0", "cards_project.asgi:application"])
"""
SETTINGS = {"HEADER_SECONDS": "2", "SOCKETS_PER_ADDRESS": "5"}


@pytest.fixture(scope="module", params=["serve", "daphne"])
def server(request, tmp_path_factory, var_template):
    server = Server(tmp_path_factory.mktemp("hostile"), SETTINGS, var_template=var_template)
    if request.param == "daphne":
        server.commands = lambda: {"daphne": [PYTHON, "-c", DAPHNE_COMMAND.format(port=server.port)]}
    yield server.start()
    server.stop()


@pytest.fixture
def site(server):
    yield server.url
    assert TRACEBACK not in server.log(), server.log()[-6000:]
    assert requests.get(server.url + "/", timeout=60).status_code == 200


def talk(server, *parts, pause=0.0, seconds=30):
    """Send these bytes until the server hangs up, or answers in one of the pauses between them; returns what it
    said.
    """
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=patience(seconds))) as line:
        try:
            for part in parts:
                line.sendall(part)
                if pause and select.select([line], [], [], pause)[0]:
                    break
        except OSError:
            pass
        heard = b""
        try:
            while chunk := line.recv(65536):
                heard += chunk
        except ConnectionError:
            pass
        return heard


def post(path, length, *headers):
    lines = ["POST %s HTTP/1.1" % path, "Host: 127.0.0.1", *headers]
    if length is not None:
        lines.append("Content-Length: %d" % length)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin1")


@pytest.mark.parametrize("value", ["https://evil.example", "/evil", "\u00ff\u00fe", "%ff%00", ""])
def test_a_header_moves_no_address(site, value):
    headers = {"Daphne-Root-Path": value.encode("latin1"), "Root-Path": b"/evil", "Script-Name": b"/evil"}
    page = requests.get(site + "/decks/", headers=headers, timeout=60)
    assert page.status_code == 200 and "evil" not in page.text
    sign_in = requests.get(site + "/admin/", headers=headers, timeout=60)
    assert "evil" not in sign_in.url and sign_in.url.startswith(site)


def test_a_letter_for_a_new_password_leads_to_the_site_only(site, server):
    visitor = Visitor(site)
    visitor.post("/accounts/signup/", "/accounts/signup/", username="ann", email="ann@example.com",
                 password1="a long word",
                 password2="a long word")
    stranger = Visitor(site)
    stranger.http.headers["Daphne-Root-Path"] = "https://evil.example"
    stranger.post("/accounts/password/reset/", "/accounts/password/reset/", email="ann@example.com")
    letters = "".join(path.read_text(errors="replace") for path in (server.var / "mail").glob("*"))
    assert "/accounts/password/reset/key/" in letters and "evil" not in letters


@story
async def test_a_header_moves_no_socket(site):
    async with a_table(site, 3) as (code, _, visitors):
        line = await visitors[0].connect(code, headers={"Daphne-Root-Path": "/evil"})
        bot = await Bot(line).until(lambda bot: bot.table)
        await bot.close()


def test_a_body_that_is_too_big_is_refused_before_it_is_sent(site, server):
    began = time.monotonic()
    assert b" 413 " in talk(server, post("/", 400 * MEGABYTE))
    assert time.monotonic() - began < patience(5)


def test_a_client_that_sends_it_all_the_same_hears_why(site, server):
    assert b"at most 1 MB" in talk(server, post("/", 3 * MEGABYTE), *[b"x" * MEGABYTE] * 3)


def test_a_body_without_a_length_is_counted(site, server):
    chunk = b"%x\r\n" % MEGABYTE + b"x" * MEGABYTE + b"\r\n"
    assert b" 413 " in talk(server, post("/", None, "Transfer-Encoding: chunked"), chunk, chunk)


def test_a_file_of_nobody_is_refused_before_it_is_sent(site, server):
    assert b" 403 " in talk(server, post("/decks/import/", 15 * MEGABYTE))


def test_a_file_of_somebody_with_an_account_arrives(site):
    visitor = Visitor(site)
    visitor.post("/accounts/signup/", "/accounts/signup/", username="bob", password1="a long word",
                 password2="a long word")
    token = re.search(r'data-csrf="([^"]+)"', visitor.get("/decks/import/").text).group(1)
    big = visitor.http.post(site + "/decks/import/", data={"csrfmiddlewaretoken": token}, timeout=60,
                            files={"upload": ("cards.txt", b"x" * (5 * MEGABYTE))})
    assert big.status_code == 200 and re.search(r"/decks/import/\d+/$",
                                                big.url)  # where a worker's look at it is shown
    assert visitor.http.post(site + "/decks/import/", data=b"x" * (21 * MEGABYTE),
                             timeout=60).status_code == 413


def test_headers_that_drip_are_cut_off(site, server):
    began = time.monotonic()
    assert b" 408 " in talk(server, b"GET / HTTP/1.1\r\n", *[b"X"] * 100, pause=0.1)
    assert time.monotonic() - began < patience(20)


def test_a_body_that_drips_is_cut_off(site, server):
    assert b" 408 " in talk(server, post("/", 1000), *[b"X"] * 100, pause=0.1)


@story
async def test_an_address_may_open_so_many_sockets(site):
    async with a_table(site, 3) as (code, bots, visitors):
        more = [Bot(await visitors[0].connect(code)) for _ in range(3)]
        assert await more[-1].closed() == (4429, "too_many_sockets")
        await more[0].close()
        await asyncio.sleep(patience(1))
        again = await Bot(await visitors[0].connect(code)).until(lambda bot: bot.table)
        await bots[0].send("start_game")
        for bot in (more[1], again):
            await bot.close()


def test_a_second_server_on_the_same_data_says_who_serves_it(site, server):
    env = dict(server.env, PORT="1")
    for command in ([PYTHON, "manage.py", "serve", "--port", "14001"],
                    [PYTHON, "-c", DAPHNE_COMMAND.format(port=14001)]):
        second = subprocess.run(command, cwd=PROJECT, env=env, timeout=120, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)
        said = [line for line in second.stdout.splitlines() if "Warning" not in line]
        holder = next(iter(server.processes.values())).pid
        assert second.returncode == 1 and len(said) == 1 and "process %d" % holder in said[0], second.stdout
