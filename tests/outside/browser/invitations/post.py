"""A site and the letters that leave it, as the stories of invitations see them."""


class Post:
    """A site and the letters that leave it."""

    def __init__(self, server, mailbox):
        self.url, self.mailbox = server.url, mailbox

    def link(self, address, piece):
        """The link with `piece` in the newest letter to `address`, once it is there."""
        return self.mailbox.wait_for(address, seconds=20)[-1].link(piece)
