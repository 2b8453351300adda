"""The reference: an ASGI application that only fans frames out. No rules, no storage, no framework.

/ws/rooms/<room>/: whatever arrives is answered with the frames of an average move of the game: a patch for
everyone, an `ok` and a seat for the sender, and every second time a seat for somebody else too.
"""
from collections import defaultdict
from itertools import count

PATCH, OK, SEAT = "p" * 210, "o" * 45, "s" * 650
rooms = defaultdict(list)


async def application(scope, receive, send):
    if scope["type"] != "websocket":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"bare"})
        return
    await receive()
    await send({"type": "websocket.accept"})
    room = rooms[scope["path"]]
    room.append(send)
    try:
        for number in count():
            if (await receive())["type"] != "websocket.receive":
                return
            for other in list(room):
                await other({"type": "websocket.send", "text": PATCH})
            await send({"type": "websocket.send", "text": SEAT})
            await send({"type": "websocket.send", "text": OK})
            if number % 2:
                await room[number % len(room)]({"type": "websocket.send", "text": SEAT})
    finally:
        room.remove(send)
