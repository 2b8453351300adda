"""The words for what became of an invitation, and for a guest's answer: the same wherever they are shown.

The room's page has the same in static/js/room/invitations/words.js.
"""
from __future__ import unicode_literals

from collections import OrderedDict

from django.utils.translation import gettext_noop as N_

from common.compat import gettext_lazy

# Of status.status_of; the host's pages and the admin speak English.
STATES = {"queued": N_("being posted"), "sent": N_("sent"), "kept": N_("kept here, not "
                                                                 "sent"), "opened": N_("opened"),
          "joined": N_("with a seat"), "declined": N_("declined"), "failed": N_("not "
                                                                                "delivered"),
                                                                                "revoked": N_("taken back")}
# In the order in which they are shown.
ANSWERS = OrderedDict([("yes", gettext_lazy("yes")), ("maybe", gettext_lazy("maybe")),
                       ("no", gettext_lazy("no"))])
