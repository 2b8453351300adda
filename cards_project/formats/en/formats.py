"""English: times as in letters and on all pages, "7:30 PM" (invitations/mail/dates.py)."""
from __future__ import unicode_literals

TIME_FORMAT = "g:i A"
DATETIME_FORMAT = "N j, Y, g:i A"
SHORT_DATETIME_FORMAT = "m/d/Y g:i A"
