"""The reference: an ASGI application that only fans frames out. No rules, no storage, no framework.

/ws/rooms/<room>/: whatever arrives goes to everyone in the room as 250 bytes, and to its sender as 700 bytes more,
which is what an average move of the game sends.
"""
from collections import defaultdict

PUBLIC, PRIVATE = "p" * 250, "s" * 700
rooms = defaultdict(set)


async def application(scope, receive, send):
    if scope["type"] != "websocket":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"bare"})
        return
    await receive()
    await send({"type": "websocket.accept"})
    room = rooms[scope["path"]]
    room.add(send)
    try:
        while (await receive())["type"] == "websocket.receive":
            for other in list(room):
                await other({"type": "websocket.send", "text": PUBLIC})
            await send({"type": "websocket.send", "text": PRIVATE})
    finally:
        room.discard(send)
