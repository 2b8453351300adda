"""A mail server for IMAP, by Twisted: imap_server.py. It prints its port and ends with its standard input.

One account, cards with the password secret, whose INBOX is empty; messages come by APPEND.
"""
from __future__ import print_function, unicode_literals

import io
import sys

from twisted.cred import checkers, portal
from twisted.internet import defer, protocol, reactor, threads
from twisted.mail import imap4
from zope.interface import implementer


@implementer(imap4.IMessage, imap4.IMessageFile)
class Message(object):
    def __init__(self, uid, content, flags):
        self.uid, self.content, self.flags = uid, content, set(flags)

    def getUID(self):
        return self.uid

    def getFlags(self):
        return self.flags

    def getSize(self):
        return len(self.content)

    def getInternalDate(self):
        return str("01-Jan-2026 00:00:00 +0000")

    def getHeaders(self, negate, *names):
        return {}

    def getBodyFile(self):
        return io.BytesIO(self.content)

    def isMultipart(self):
        return False

    def open(self):
        return io.BytesIO(self.content)


@implementer(imap4.IMailbox)
class Mailbox(object):
    def __init__(self):
        self.messages = []

    def getFlags(self):
        return [str("\\Seen"), str("\\Deleted")]

    def getHierarchicalDelimiter(self):
        return str("/")

    def getUIDValidity(self):
        return 7

    def getUIDNext(self):
        return len(self.messages) + 1

    def getUID(self, number):
        return self.messages[number - 1].uid

    def getMessageCount(self):
        return len(self.messages)

    def getRecentCount(self):
        return 0

    getUnseenCount = getRecentCount

    def isWriteable(self):
        return 1

    def destroy(self):
        pass

    expunge = addListener = removeListener = lambda self, *args: None

    def requestStatus(self, names):
        return {}

    def addMessage(self, content, flags=(), date=None):
        self.messages.append(Message(len(self.messages) + 1, content.read(), flags))
        return defer.succeed(None)

    def _found(self, numbers, uid):
        numbers.last = len(self.messages)
        return [(place, message) for place, message in enumerate(self.messages, 1)
                if (message.uid if uid else place) in numbers]

    def fetch(self, numbers, uid):
        return self._found(numbers, uid)

    def store(self, numbers, flags, mode, uid):
        found = self._found(numbers, uid)
        for _, message in found:
            message.flags = {1: message.flags | set(flags), 0: set(flags), -1: message.flags - set(flags)}[mode]
        return {place: message.flags for place, message in found}


@implementer(portal.IRealm)
class Realm(object):
    def __init__(self):
        self.account = imap4.MemoryAccount(str("cards"))
        self.account.addMailbox(str("INBOX"), Mailbox())

    def requestAvatar(self, who, mind, *interfaces):
        return imap4.IAccount, self.account, lambda: None


class Factory(protocol.Factory):
    def __init__(self, gate):
        self.gate = gate

    def buildProtocol(self, address):
        server = imap4.IMAP4Server()
        server.portal = self.gate
        return server


def main():
    known = checkers.InMemoryUsernamePasswordDatabaseDontUse()
    known.addUser(b"cards", b"secret")
    port = reactor.listenTCP(0, Factory(portal.Portal(Realm(), [known])), interface="127.0.0.1")
    print(port.getHost().port)
    sys.stdout.flush()
    threads.deferToThread(sys.stdin.read).addBoth(lambda _: reactor.stop())
    reactor.run()


if __name__ == "__main__":
    main()
