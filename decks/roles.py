"""Groups for people who look after the site, made by a migration. Who is in them is said in the admin.

Whoever shall come into the admin at all needs the tick "staff status" as well.
"""
from __future__ import unicode_literals

DECK_EDITOR, DECK_REVIEWER, HOST_SUPPORT = "Deck editor", "Deck reviewer", "Host support"
_EVERYTHING = ("add", "change", "delete", "view")
_LOOK = ("view",)
# The old Django shows in its admin only what may be changed.
_MEND = ("change", "view")

# {group: {app: {model: what may be done with it}}}
ROLES = {
    DECK_EDITOR: {"decks": {
        "deck": _EVERYTHING, "deckset": _EVERYTHING, "blackcard": _EVERYTHING, "whitecard": _EVERYTHING,
        "deckversion": _LOOK, "importjob": _EVERYTHING, "proposal": _MEND, "cardstatistic": _LOOK}},
    DECK_REVIEWER: {"decks": {
        "deck": ("review", "view"), "blackcard": _LOOK, "whitecard": _LOOK, "deckversion": _LOOK,
        "proposal": _MEND,
        "cardreport": _MEND, "hiddencard": _EVERYTHING, "cardstatistic": _LOOK}},
    HOST_SUPPORT: {
        "game": {"room": _MEND, "player": _MEND, "roundresult": _MEND},
        "invitations": {"invitation": _MEND, "gamenight": _MEND, "nightletter": _MEND,
                        "stoppedaddress": ("add",) + _MEND + ("delete",)}},
}


def make(apps):
    """Make the groups and give them what ROLES says; what they have been given besides stays theirs.

    `apps` are those of a migration, which comes before Django makes permissions by itself; so they are made
    here.
    """
    content_types, permissions = apps.get_model("contenttypes",
                                                "ContentType"), apps.get_model("auth", "Permission")
    for name, places in sorted(ROLES.items()):
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        for app, model, actions in [(app, model, actions) for app, models in places.items()
                                    for model, actions in models.items()]:
            content_type, _ = content_types.objects.get_or_create(app_label=app, model=model)
            for action in actions:
                permission, _ = permissions.objects.get_or_create(
                    content_type=content_type, codename="%s_%s" % (action, model),
                    defaults={"name": _name(action, model)})
                group.permissions.add(permission)


def _name(action, model):
    return "Can review decks" if action == "review" else "Can %s %s" % (action, model)
