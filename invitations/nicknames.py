"""The nickname that the form of a guest's link begins with."""
from __future__ import unicode_literals

from accounts import profiles
from common.names import NAME_LENGTH, BadNameError, tidy_name


def nickname(invitation, user):
    """A valid nickname to begin with: the account's, or what the host called the guest; "" for none."""
    return profiles.name_of(user) or _shortened(invitation.name)


def _shortened(name):
    """As many whole words of `name` as make a nickname, or the beginning of the first one;
    "" where nothing will do.
    """
    words = name.split()
    for count in range(len(words), 0, -1):
        try:
            return tidy_name(" ".join(words[:count]))
        except BadNameError:
            continue
    try:
        return tidy_name(name.strip()[:NAME_LENGTH])
    except BadNameError:
        return ""
