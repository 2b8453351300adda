"""How far something is that is done piece by piece, and what an earlier try has left behind."""
from __future__ import unicode_literals


class Progress(object):
    """This one is told to nobody, for what is short. `done` of `total` pieces are done; `left` is a document
    for JSON, with which another try goes on where this one ends.
    """

    def __init__(self):
        self.done, self.total, self.left = 0, 1, {}

    def begin(self, total, **left):
        """So many pieces there are in all."""
        self.total = total
        self._keep(left)

    def step(self, pieces, **left):
        """So many pieces more are done. Called in the transaction of their change where they must not be done
        twice; an error takes that back.
        """
        self.done = min(self.total, self.done + pieces)
        self._keep(left)

    def _keep(self, left):
        self.left.update(left)
