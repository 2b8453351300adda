"""The outermost part of the ASGI application: the site's path,
and what becomes of requests when the server ends.
"""
import asyncio

from live.current.application import Application


async def sent_by(application, scope):
    sent = []

    async def send(message):
        sent.append(message)
    await application(scope, None, send)
    return sent


def test_the_path_of_the_site_is_what_the_operator_says(settings):
    settings.SCRIPT_NAME, seen = "/cards", []

    async def page(scope, receive, send):
        seen.append(scope["root_path"])
    for kind in ("http", "websocket"):
        asyncio.run(sent_by(Application(page, False), {"type": kind, "root_path": "https://evil.example"}))
    assert seen == ["/cards", "/cards"]


def test_a_page_goes_on_when_the_ending_server_cancels_it():
    done, go = [], asyncio.Event()

    async def page(scope, receive, send):
        await go.wait()
        done.append(1)

    async def scene():
        application = Application(page, False)
        request = asyncio.ensure_future(sent_by(application, {"type": "http"}))
        await asyncio.sleep(0)
        application._ending = True
        request.cancel()
        asyncio.get_running_loop().call_later(0.05, go.set)
        await application._end(30)
    asyncio.run(scene())
    assert done == [1]


def test_a_page_of_a_client_that_left_is_cancelled():
    left = []

    async def page(scope, receive, send):
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            left.append(1)
            raise

    async def scene():
        request = asyncio.ensure_future(sent_by(Application(page, False), {"type": "http"}))
        await asyncio.sleep(0.01)
        request.cancel()
        await asyncio.wait([request])
        await asyncio.sleep(0.01)
    asyncio.run(scene())
    assert left == [1]


def test_who_comes_while_the_server_ends_is_asked_to_come_again():
    async def scene():
        application = Application(None, False)
        await application._end(1)
        application._ending = True
        return await sent_by(application, {"type": "http"}), await sent_by(application, {"type": "websocket"})
    page, socket = asyncio.run(scene())
    assert page[0]["status"] == 503 and (b"retry-after", b"2") in page[0]["headers"]
    assert socket == [{"type": "websocket.close"}]


def test_the_last_word_comes_after_all_sockets_have_closed():
    order, sockets_closed = [], asyncio.Event()

    async def socket(scope, receive, send):
        await sockets_closed.wait()
        order.append("closed")

    async def last(seconds):
        order.append("last word")

    async def scene():
        application = Application(socket, False, last)
        request = asyncio.ensure_future(sent_by(application, {"type": "websocket"}))
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_later(0.05, sockets_closed.set)
        await application._end(30)
        await request
    asyncio.run(scene())
    assert order == ["closed", "last word"]
