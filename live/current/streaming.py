"""Answers that are sent piece by piece, each made in a thread when the one before has gone."""
from asgiref.sync import sync_to_async


async def pieces(made):
    """What an iterator of bytes makes, for an answer of ASGI, which would gather all of it first."""
    while True:
        piece = await sync_to_async(next)(made, None)
        if piece is None:
            return
        yield piece
