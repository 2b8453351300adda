"""What is in the letter with the link to a recap; letters.py has what all letters share."""
from __future__ import unicode_literals

from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.web import sites
from game.recap import contents, preview
from invitations.mail import dates, letters, message_ids, sanitize
from invitations.mail.delivery import UnwantedLetterError

# The host's own zone is known of nights alone.
ZONE = "UTC"


def recap_letter(letter):
    """The EmailMessage of a RecapLetter. Raises delivery.UnwantedLetterError where it must not go out."""
    invitation, recap = letter.invitation, letter.recap
    letters.check_wanted(invitation)
    letters.check_open(invitation)
    if invitation.sender_id is None:
        raise UnwantedLetterError(N_("The account of its sender is gone."))
    told = contents.contents_of(recap) if recap.expires > timezone.now() else None
    if told is None:
        raise UnwantedLetterError(N_("The recap is not there any more."))
    identity = message_ids.RECAP, letter.pk
    return letters.compose("recap", "recap", invitation, identity, more=lambda: _words(recap, told))


def _words(recap, told):
    """What the templates say beside the words of all letters."""
    said, winners = preview.of_recap(told), told.podium[0]
    return {
        "winners": sanitize.harmless_line(", ".join(winners.names[:preview.NAMES])) if winners.points else "",
        "best": sanitize.harmless_text(said["text"]) if told.best else "", "rounds": len(told.rounds),
        "recap_link": sites.address(recap.get_absolute_url()), "recap_until": dates.day(recap.expires, ZONE),
    }
