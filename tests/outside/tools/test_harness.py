"""The harness itself: what the other outside tests rely on."""
import socket
import subprocess
import zlib

import psycopg2
import pytest
import requests

from tests.outside.harness.process import Process, port_is_open, wait_until
from tests.outside.harness.server import procfile
from tests.outside.windows import calm_address


def redis_says(redis, line):
    with socket.create_connection(("127.0.0.1", redis.port), 5) as connection:
        connection.sendall(line.encode() + b"\r\n")
        return connection.recv(1000).decode().strip()


def running(group):
    """States of the processes of a group that are no zombies: nobody buries those in a container."""
    states = subprocess.run(["ps", "-o", "stat=", "-g", str(group)], stdout=subprocess.PIPE, text=True).stdout
    return [state for state in states.split() if not state.startswith("Z")]


def test_redis_answers_and_comes_back_empty(redis):
    redis_says(redis, "SET word kept")
    assert "kept" in redis_says(redis, "GET word")
    redis.restart()
    assert redis_says(redis, "GET word") == "$-1"


def test_a_database_has_starter_decks_and_no_rooms(postgres):
    with psycopg2.connect(postgres) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) > 0 FROM decks_deck), (SELECT count(*) FROM game_room)")
        assert cursor.fetchone() == (True, 0)


def test_each_test_gets_another_database(postgres, new_database):
    assert new_database("cards") != postgres


def test_the_browser_runs_scripts_on_a_phone(new_page):
    page = new_page()
    page.set_content("<p id=p></p><script>p.textContent = innerWidth</script>")
    assert page.text_content("#p") == "390" or page.evaluate("screen.width") == 390


def test_a_stopped_process_is_gone_with_its_children(tmp_path):
    process = Process(["sh", "-c", "sleep 60 & echo started; wait"], str(tmp_path / "log"))
    wait_until(lambda: "started" in process.log())
    assert len(running(process.pid)) == 2
    process.stop()
    assert not process.alive()
    wait_until(lambda: not running(process.pid), 5, "its children live on")


def test_waiting_gives_up_with_the_reason():
    with pytest.raises(AssertionError, match="no answer today"):
        wait_until(lambda: False, 0.1, "no answer today")


def test_the_procfile_names_its_processes():
    assert {"release", "web", "worker"} <= set(procfile())


def test_a_server_answers_survives_a_kill_and_stops(new_server):
    server = new_server()
    server.kill()
    assert not port_is_open(server.port)
    server.start()
    assert port_is_open(server.port)
    server.stop()
    assert not port_is_open(server.port)


def test_the_processes_of_the_procfile_serve_together(new_server, redis, postgres):
    server = new_server(env={"REDIS_URL": redis.url, "DATABASE_URL": postgres}, with_workers=True)
    assert len(server.processes) == len(procfile()) - 1
    assert requests.get(server.url + "/").status_code == 200


def test_only_what_does_not_run_is_started_again(new_server, redis, postgres):
    server = new_server(env={"REDIS_URL": redis.url, "DATABASE_URL": postgres}, with_workers=True)
    worker, web = server.processes["worker"], server.processes["web"]
    server.kill("web")
    server.start()
    assert server.processes["worker"] is worker
    assert server.processes["web"] is not web


@pytest.mark.parametrize("signed", [False, True])
def test_the_window_of_a_calm_address_lasts_whatever_sign_the_server_s_python_gives_it(monkeypatch, signed):
    for now in range(0, 600, 7):
        monkeypatch.setattr("time.time", lambda now=now: now)
        end = zlib.crc32(calm_address("127.0.2.%d", 600).encode())
        if signed and end >= 2 ** 31:
            end -= 2 ** 32
        assert (end - now) % 600 > 300
