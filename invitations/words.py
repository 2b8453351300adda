"""The words for what became of an invitation, and for a guest's answer: the same wherever they are shown.

The room's page has the same in static/js/room/invitations/words.js.
"""
from __future__ import unicode_literals

from collections import OrderedDict

from common.compat import gettext_lazy

# Of status.status_of; the host's pages and the admin speak English.
STATES = {"queued": "being posted", "sent": "sent", "kept": "kept here, not sent", "opened": "opened",
          "joined": "with a seat", "declined": "declined", "failed": "not delivered", "revoked": "taken back"}
# In the order in which they are shown.
ANSWERS = OrderedDict([("yes", gettext_lazy("yes")), ("maybe", gettext_lazy("maybe")),
                       ("no", gettext_lazy("no"))])
