"""Sending to one socket: at once where the server takes it, bounded where the client does not read."""
from autobahn.exception import Disconnected

from live.current.socket import BACKLOG_BYTES
from tests.live.current.sockets.servers import Server, loop


@loop
async def test_what_the_server_takes_at_once_is_sent_at_once():
    server = Server()
    server.socket.text("one")
    server.socket.text("two")
    assert server.sent == ["one", "two"]


@loop
async def test_what_it_does_not_take_waits_in_order():
    server = Server()
    server.stop()
    for word in ("one", "two", "three"):
        server.socket.text(word)
    assert server.sent == []
    await server.go()
    assert server.sent == ["one", "two", "three"]


@loop
async def test_after_a_wait_it_sends_at_once_again():
    server = Server()
    server.stop()
    server.socket.text("one")
    await server.go()
    server.socket.text("two")
    assert server.sent == ["one", "two"]


@loop
async def test_a_goodbye_is_the_last_word():
    server = Server()
    server.socket.text("one")
    server.socket.close(4410)
    server.socket.text("two")
    server.socket.close(4410)
    assert server.sent == ["one", 4410] and server.socket.closed


@loop
async def test_a_goodbye_waits_its_turn():
    server = Server()
    server.stop()
    server.socket.text("one")
    server.socket.close(4410)
    await server.go()
    assert server.sent == ["one", 4410]


@loop
async def test_whoever_does_not_read_is_cut_off_with_the_reason():
    server = Server()
    server.stop()
    for _ in range(9):
        server.socket.text("x" * (BACKLOG_BYTES // 8))
    assert server.overflows == 0
    server.socket.text("x")
    assert server.overflows == 1 and server.socket.closed
    await server.go()
    assert [len(sent) for sent in server.sent[:1]] == [BACKLOG_BYTES // 8]
    assert server.sent[1:] == ["too slow", 4408]


@loop
async def test_a_backlog_that_is_read_frees_its_bytes():
    server = Server()
    for _ in range(5):
        server.stop()
        for _ in range(8):
            server.socket.text("x" * (BACKLOG_BYTES // 8))
        await server.go()
    assert server.overflows == 0 and len(server.sent) == 40


@loop
async def test_a_client_that_has_gone_is_no_error():
    for failure in (Disconnected("closed"), OSError("reset")):
        server = Server()
        server.failure = failure
        server.socket.text("one")
        assert server.socket.closed


@loop
async def test_a_client_that_goes_while_frames_wait_is_no_error():
    server = Server()
    server.stop()
    server.socket.text("one")
    server.socket.text("two")
    server.failure = Disconnected("closed")
    await server.go()
    assert server.socket.closed and server.sent == ["one"]


@loop
async def test_an_abandoned_socket_forgets_what_waits():
    server = Server()
    server.stop()
    server.socket.text("one")
    server.socket.text("two")
    server.socket.abandon()
    await server.go()
    assert server.sent == []
    server.socket.text("three")
    assert server.sent == []
