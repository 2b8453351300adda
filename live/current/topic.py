"""One active topic (a room) in one process: its sockets, its queue, and the order of what they are told."""
import asyncio

from live.current.answers import hang_up
from live.current.frames import Frame
from live.faults import guarded

GAP_SECONDS = 0.3
# From so many sockets on, changes are gathered so that each one receives at most twenty updates a second; the
# pause grows with the sockets, up to the most, so that telling a bigger crowd costs no more each second.
CROWD, CROWD_PAUSE, MOST_PAUSE = 100, 0.05, 0.5


def pause_of(topic):
    """How long a crowd is told nothing more once it was told something; 0 for a table."""
    sockets = len(topic.sockets)
    return min(CROWD_PAUSE * sockets / CROWD, MOST_PAUSE) if sockets >= CROWD else 0


class Topic:
    """All methods run in the hub's event loop.

    `snapshot` is the last known state, None when it must be read again.
    """

    def __init__(self, key, handler):
        self.key, self.handler = key, handler
        self.sockets, self.people = set(), {}
        self.queue, self.snapshot, self.told = [], None, 0
        self.not_before, self._singly = 0.0, 0
        self.holds = 0  # how many need the topic although nobody is in it
        self._early, self._gap_timer = {}, None
        self.loading = None

    def add(self, socket, who):
        """Let a socket in. Returns whether it is this person's first one here."""
        socket.who = who
        self.sockets.add(socket)
        if who is not None:
            self.people.setdefault(who, set()).add(socket)
        return who is not None and len(self.people[who]) == 1

    def remove(self, socket):
        """Let a socket go. Returns whether it was this person's last one here."""
        self.sockets.discard(socket)
        mine = self.people.get(socket.who)
        if mine is None or socket not in mine:
            return False
        mine.discard(socket)
        if not mine:
            del self.people[socket.who]
        return not mine

    def take(self):
        """Take what waits in the queue; one request at a time after a batch that failed."""
        if self._singly:
            self._singly -= 1
            return [self.queue.pop(0)]
        batch, self.queue = self.queue, []
        return batch

    def take_singly(self, batch):
        """Put a batch back that failed as a whole: alone, all but the broken request are served."""
        self.queue = batch + self.queue
        self._singly = len(batch)

    def read(self, snapshot):
        """Take over a snapshot that was just read, unless we know a newer one. Returns the newer one."""
        if self.snapshot is None or snapshot.version > self.snapshot.version:
            self.snapshot = snapshot
        if not self.sockets:
            self.told = self.snapshot.version
        return self.snapshot

    def welcome(self, socket, snapshot):
        """Tell one socket everything."""
        socket.text(self.handler.welcome(snapshot, socket.who))

    def tell(self, update, ask_again):
        """Send an update in its turn; one that comes early waits a moment for those before it.

        `ask_again(topic)` is called when they do not come: a message between processes was lost.
        An update of version 0 has no turn to wait for.
        """
        if not update.version:
            self._whisper(update.private)
            self._part(update.disconnects)
            return
        if update.version <= self.told:
            self._part(update.disconnects)
            return
        if update.since > self.told:
            self._part(update.disconnects)  # those before it may be lost; whoever must go goes anyway
            self._early[update.since] = update
            if self._gap_timer is None:
                self._gap_timer = asyncio.get_running_loop().call_later(GAP_SECONDS, self._give_up, ask_again)
            return
        while update is not None:
            self._send(update)
            self.told = update.version
            update = self._early.pop(self.told, None)
        if not self._early:
            self._no_gap()

    def catch_up(self, snapshot):
        """After a gap: everybody gets a new welcome from the snapshot that was just read."""
        self._early = {since: late for since, late in self._early.items() if late.version > snapshot.version}
        if snapshot.version > self.told:
            self.told = snapshot.version
            for socket in list(self.sockets):
                guarded(self.welcome, socket, snapshot)

    def offer(self, frame, screen):
        """Send a Frame that belongs to no version to all screens, or to all others, that have read what came
        before.
        """
        for socket in [socket for socket in self.sockets if socket.screen == screen]:
            guarded(socket.offer, frame)

    def close(self, code):
        """The topic is gone: tell everybody so, and let them go."""
        self.snapshot = None
        for socket in list(self.sockets):
            guarded(hang_up, self.handler, socket, code)

    def _send(self, update):
        if self.snapshot is not None and self.snapshot.version < update.version:
            self.snapshot = None
        frame = Frame(update.public)
        for socket in list(self.sockets):
            guarded(socket.broadcast, frame)
            private = update.private.get(socket.who)
            if private is not None:
                guarded(socket.text, private)
        self._part(update.disconnects)

    def _whisper(self, private):
        for who, text in private.items():
            for socket in list(self.people.get(who, ())):
                guarded(socket.text, text)

    def _part(self, disconnects):
        for who, code in disconnects.items():
            for socket in list(self.people.get(who, ())):
                guarded(hang_up, self.handler, socket, code)

    def _give_up(self, ask_again):
        self._gap_timer = None
        self._early.clear()
        ask_again(self)

    def _no_gap(self):
        if self._gap_timer is not None:
            self._gap_timer.cancel()
            self._gap_timer = None
