"""From a draft to everybody's shelf, and off it again."""
from __future__ import unicode_literals

import pytest

from decks import limits
from decks.editing import card_edits
from decks.models import ARCHIVED, DRAFT, PUBLISHED, REVIEW, Deck
from decks.review import workflow
from tests.decks.people import a_person, an_own_deck, texts

pytestmark = pytest.mark.django_db
ENOUGH = "\n".join(["Question %d _?" % number for number in range(limits.ALONE_BLACK)]
                   + ["Answer %d" % number for number in range(limits.ALONE_WHITE)])


@pytest.fixture
def ann():
    return a_person("Ann")


@pytest.fixture
def rae():
    return a_person("Rae", "review_deck")


def stored(deck):
    return Deck.objects.get(pk=deck.pk)


def refusal(step, *arguments):
    with pytest.raises(workflow.StateError) as caught:
        step(*arguments)
    return str(caught.value)


def test_a_draft_is_asked_for_approved_and_listed(ann, rae):
    deck = an_own_deck(ann, ENOUGH, listed=False)
    workflow.ask_to_publish(deck, ann)
    assert stored(deck).status == REVIEW
    workflow.approve(deck, rae, "teen", "Lovely!")
    deck = stored(deck)
    assert (deck.status, deck.listed, deck.rating, deck.review_note) == (PUBLISHED, True, "teen", "Lovely!")


def test_publishing_is_the_first_version(ann, rae):
    deck = an_own_deck(ann, ENOUGH, status=REVIEW)
    workflow.approve(deck, rae)
    assert list(deck.versions.values_list("number", "note", "user")) == [(1, workflow.PUBLISHED_NOTE, rae.pk)]
    card_edits.add(deck, None, "One more", ann)
    assert deck.versions.count() == 2


@pytest.mark.parametrize("text", ["Why? _", "tea"])
def test_an_expansion_is_for_everybody_too(ann, rae, text):
    deck = workflow.ask_to_publish(an_own_deck(ann, text), ann)
    workflow.approve(deck, rae)
    assert (stored(deck).status, stored(deck).listed) == (PUBLISHED, True)


def test_a_deck_for_everybody_has_a_card_that_is_dealt(ann):
    deck = an_own_deck(ann, "Why? _")
    deck.black_cards.update(pick=4)
    assert "needs a card that a game deals" in refusal(workflow.ask_to_publish, deck, ann)
    assert stored(deck).status == DRAFT


def test_a_rejected_deck_is_a_draft_with_a_note(ann, rae):
    deck = an_own_deck(ann, ENOUGH, status=REVIEW)
    assert "what to mend" in refusal(workflow.reject, deck, rae, " ")
    workflow.reject(deck, rae, "Card 3 is not kind.")
    assert (stored(deck).status, stored(deck).review_note) == (DRAFT, "Card 3 is not kind.")
    workflow.ask_to_publish(deck, ann)
    assert stored(deck).review_note == ""


def test_an_owner_takes_a_deck_back_from_the_review(ann):
    deck = an_own_deck(ann, status=REVIEW)
    workflow.withdraw(deck, ann)
    assert stored(deck).status == DRAFT


def test_reviewers_publish_nobodys_draft_but_the_sites_and_their_own(ann, rae):
    assert "has not asked" in refusal(workflow.approve, an_own_deck(ann, ENOUGH), rae)
    for owner, name in ((rae, "Mine"), (None, "House")):
        deck = an_own_deck(owner, name=name)
        card_edits.add(deck, None, ENOUGH, rae)
        workflow.approve(deck, rae)
        assert stored(deck).status == PUBLISHED


def test_a_deck_shared_by_its_code_needs_no_review(ann):
    deck = an_own_deck(ann, "Milk")
    workflow.share(deck, ann)
    assert (stored(deck).status, stored(deck).listed) == (PUBLISHED, False)
    assert deck.versions.get().note == workflow.SHARED_NOTE


def test_an_empty_deck_is_not_shared(ann):
    assert "empty" in refusal(workflow.share, an_own_deck(ann), ann)


def test_a_shared_deck_can_ask_to_be_listed(ann):
    deck = an_own_deck(ann, ENOUGH, status=PUBLISHED, listed=False)
    workflow.ask_to_publish(deck, ann)
    assert stored(deck).status == REVIEW


def test_a_listed_deck_can_be_unlisted_and_goes_back_through_the_review(ann):
    deck = an_own_deck(ann, ENOUGH, status=PUBLISHED)
    workflow.unlist(deck, ann)
    assert (stored(deck).status, stored(deck).listed) == (PUBLISHED, False)
    workflow.ask_to_publish(deck, ann)
    assert stored(deck).status == REVIEW


@pytest.mark.parametrize("status", [DRAFT, REVIEW, PUBLISHED])
def test_the_archive_takes_every_deck_and_gives_back_a_draft(ann, status):
    deck = an_own_deck(ann, "Milk", status=status)
    workflow.archive(deck, ann)
    assert stored(deck).status == ARCHIVED and texts(deck) == ["Milk"]
    workflow.unarchive(deck, ann)
    assert stored(deck).status == DRAFT


def test_what_an_import_puts_together_in_a_staged_deck_stays_there(rae):
    deck = an_own_deck(None, name="Half", status=ARCHIVED)
    Deck.objects.filter(pk=deck.pk).update(staged=True)
    assert refusal(workflow.unarchive, deck, rae)
    assert Deck.with_staged.get(pk=deck.pk).status == ARCHIVED


ALLOWED = {
    "ask_to_publish": (DRAFT,), "withdraw": (REVIEW, PUBLISHED), "approve": (DRAFT, REVIEW), "reject": (REVIEW,),
    "share": (DRAFT, REVIEW),
    "unlist": (PUBLISHED,), "archive": (DRAFT, REVIEW, PUBLISHED), "unarchive": (ARCHIVED,),
}


@pytest.mark.parametrize("status", [DRAFT, REVIEW, PUBLISHED, ARCHIVED])
@pytest.mark.parametrize("step", sorted(ALLOWED))
def test_each_step_is_taken_from_its_states_alone(ann, step, status):
    deck = an_own_deck(ann, ENOUGH)
    Deck.objects.update(status=status)
    arguments = (deck, ann, "Not yet.") if step == "reject" else (deck, ann)
    if status in ALLOWED[step]:
        getattr(workflow, step)(*arguments)
        assert stored(deck).status != status or step == "unlist"
    else:
        assert refusal(getattr(workflow, step), *arguments)
        assert stored(deck).status == status


def test_an_owner_rates_a_draft_as_they_like(ann):
    deck = an_own_deck(ann)
    for rating in ("family", "adult", "teen"):
        workflow.rate(deck, rating, ann)
        assert stored(deck).rating == rating


@pytest.mark.parametrize("status", [REVIEW, PUBLISHED])
def test_what_is_reviewed_becomes_milder_by_reviewers_alone(ann, rae, status):
    deck = an_own_deck(ann, status=status, rating="teen")
    assert "reviewer" in refusal(workflow.rate, deck, "family", ann)
    workflow.rate(deck, "adult", ann)
    workflow.rate(deck, "family", rae)
    assert stored(deck).rating == "family"


@pytest.mark.parametrize("rating", ["spicy", ""])
def test_there_are_three_ratings(ann, rating):
    assert "family, teen, adult" in refusal(workflow.rate, an_own_deck(ann), rating, ann)


def test_a_deleted_deck_is_told(ann):
    deck = an_own_deck(ann)
    Deck.objects.all().delete()
    assert "deleted" in refusal(workflow.archive, deck, ann)
