"""One decision about many things of the queue, behind a page that names how many.

What that page names is what is done: it sends the rows again, not the filters that had found them.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django import forms
from django.contrib import messages
from django.utils.html import format_html

from common.compat import reverse
from common.web.admin_question import SHOWN, answer, question
from decks import staging
from decks.admin.background import jobs
from decks.admin.queue.parts import PARTS
from decks.admin.shared import names, permissions
from decks.admin.shared.deck_log import Touched, holders
from decks.admin.shared.telling import Outcome, counted
from decks.editing.factory import EditError
from decks.limits import CARD_LENGTH
from decks.models import CardReport, Deck, HiddenCard, Proposal
from decks.review import proposals, reports, workflow

CHOSEN, ALL, KEYS = "chosen", "all", "keys"
# So many things at once, and more than so few are for a worker.
MOST, AT_ONCE = 500, 30
GONE = "Somebody has dealt with this already."


class NoteForm(forms.Form):
    note = forms.CharField(max_length=CARD_LENGTH, label="Note to the owners")


# `title` has a place for how many, `one` for the thing itself; `decide(row, user, **answers)` raises
# EditError or workflow.StateError. `log` is for the histories of the decks that have the cards, with a place
# for how many; "" where nothing becomes of them.
Decision = namedtuple("Decision", "part title text one decide danger form log")
DECISIONS = {
    "hide": Decision("reports", "Hide %s everywhere", "No game deals these cards any more, in whatever deck "
                     "they are, and their reports are closed.", "\u201c%s\u201d is hidden everywhere.",
                     lambda report, user: reports.hide(report.kind, report.fingerprint, report.text, user),
                     True, forms.Form, "%s hidden everywhere."),
    "dismiss": Decision("reports", "Dismiss the reports about %s", "The cards stay as they are.",
                        "The reports about \u201c%s\u201d are dismissed.",
                        lambda report, user: reports.dismiss(report.kind, report.fingerprint, user),
                        False, forms.Form, ""),
    "accept": Decision("proposals", "Accept %s", "They become cards of their decks.",
                       "\u201c%s\u201d is accepted.", proposals.accept, False, forms.Form,
                       "%s accepted that players proposed."),
    "refuse": Decision("proposals", "Refuse %s", "They stay outside of their decks.",
                       "\u201c%s\u201d is refused.", lambda proposal, user: proposals.refuse(proposal),
                       False, forms.Form, "%s refused that players proposed."),
    "approve": Decision("decks", "Publish %s", "Everybody will find these decks. Each keeps its rating.",
                        "%s is published.", workflow.approve, False, forms.Form, ""),
    "reject": Decision("decks", "Send back %s", "They become drafts again.", "%s is a draft again.",
                       workflow.reject, False, NoteForm, ""),
    "show": Decision("hidden", "Show %s again", "Games may deal these cards again.",
                     "\u201c%s\u201d is dealt again.",
                     lambda card, user: reports.show_again(card.kind, card.fingerprint), False, forms.Form,
                     "%s dealt again."),
}


def decide(request, name, chosen):
    """Returns the page that asks, the way to a job's page, or None when it is done or nothing was chosen.
    `chosen` are the filters.
    """
    decision = DECISIONS[name]
    form = answer(request, decision.form)
    if not form.is_valid():
        keys = request.POST.get(KEYS, "").split() or _chosen(request, decision.part, chosen)
        if not keys:
            return messages.warning(request, "Choose something first.")
        title = decision.title % counted(len(keys), _noun(decision))
        text = decision.text + (" %d at most at once; the others wait." % MOST if len(keys) == MOST else "")
        hidden = [("many", name), (KEYS, " ".join(keys))]
        rows = [row for row in _rows(decision.part, keys[:SHOWN]) if row is not None]
        shown = names.of(rows) if decision.part == "decks" else [row.text for row in rows]
        return question(request, shown, len(keys), hidden, form, title, text, title, decision.danger,
                        opts=Deck._meta, where="Review queue")
    keys = request.POST.get(KEYS, "").split()[:MOST]
    return jobs.do(request, "queue", {"decision": name, "keys": keys, "answers": form.cleaned_data},
                   len(keys) > AT_ONCE)


def _run(user, options, progress):
    """Decide about each of the things with these keys."""
    decision = DECISIONS[options["decision"]]
    outcome = Outcome(_noun(decision), progress.left.get("outcome"))
    touched = Touched(progress.left.get("touched", ()))
    keys = options["keys"][progress.done:]
    progress.begin(len(options["keys"]))
    for row in _rows(decision.part, keys):
        with staging.short_transaction():  # with the count, or another worker would do it twice
            if _decide(user, decision, row, options["answers"], outcome) and decision.log:
                touched.add(_decks_of(decision, row))
            progress.step(1, outcome=outcome.document(), touched=touched.document())
    touched.write(user, decision.log, progress)
    return outcome.document()


def _decks_of(decision, row):
    return [row.deck_id] if decision.part == "proposals" else holders(row.kind, row.fingerprint)


def _decide(user, decision, row, answers, outcome):
    """Whether it could be decided; logged, too, but for proposals, of which their decks tell."""
    try:
        if row is None:
            raise EditError(GONE)
        told = permissions.log_entry(user, row, decision.one % _subject(row))
        decision.decide(row, user=user, **answers)
    except (EditError, workflow.StateError) as problem:
        outcome.refuse(GONE if row is None else _subject(row), problem)
        return False
    if decision.part != "proposals":
        told.save()
    outcome.done.append(_subject(row))
    return True


def _tell(options, result):
    decision = DECISIONS[options["decision"]]
    level, told = Outcome(_noun(decision), result).told(decision.one, decision.title + ": done.")
    if options["decision"] == "hide" and result["done"]:
        told = format_html('{} <a href="{}?show=hidden">Hidden cards</a> can be shown again.', told,
                           reverse("decks_admin:review"))
    return level, told


def _noun(decision):
    return "deck" if decision.part == "decks" else "card"


jobs.register("queue", jobs.Work("Deciding about many things", ("decks_admin:review", "Back to the queue"),
                                 _run, _tell, ("decision",)))


def _chosen(request, part, chosen):
    """The keys of what has a tick, or of all that the filters find."""
    if request.POST.get(ALL) != "1":
        return request.POST.getlist(CHOSEN)[:MOST]
    found = PARTS[part].find(chosen)[:MOST]
    return [key_of(row) for row in found]


def key_of(row):
    """A thing of the queue as a short text: a reported card by kind and fingerprint, others by their id."""
    if isinstance(row, dict):
        return "%s:%s" % (row["kind"], row["fingerprint"])
    return "%d" % row.pk


def _rows(part, keys):
    """The rows of these keys in their order, None for each that waits no more."""
    if part == "reports":
        marks = [key.partition(":")[2] for key in keys]
        found = {"%s:%s" % (report.kind, report.fingerprint): report for report in CardReport.objects.filter(
            fingerprint__in=marks, resolved=None)}
    else:
        rows = {"proposals": Proposal.objects.filter(deck__owner=None).select_related("deck"),
                "decks": Deck.objects.all(), "hidden": HiddenCard.objects.all()}[part]
        ids = [int(key) for key in keys if key.isdecimal() and len(key) < 10]
        found = {"%d" % row.pk: row for row in rows.filter(pk__in=ids)}
    return [found.get(key) for key in keys]


def _subject(row):
    return row.name if isinstance(row, Deck) else row.text
