"""A deck and its cards."""
from __future__ import unicode_literals

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from six import python_2_unicode_compatible

from common.compat import gettext_lazy
from decks import limits
from decks.codes import new_code

RATING_CHOICES = (
    (limits.FAMILY, gettext_lazy("Family: fit for every table")),
    (limits.TEEN, gettext_lazy("Teen: cheeky")),
    (limits.ADULT, gettext_lazy("Adult: not for children")),
)
DRAFT, REVIEW, PUBLISHED, ARCHIVED = "draft", "review", "published", "archived"
STATUS_CHOICES = ((DRAFT, gettext_lazy("Draft")), (REVIEW, gettext_lazy("In "
                                                                        "review")), (PUBLISHED,
                                                                                     gettext_lazy("Published")),
                  (ARCHIVED, gettext_lazy("Archived")))
# A deck in one of these opens to whoever has its code.
SHARED = (REVIEW, PUBLISHED)
BLACK, WHITE = "black", "white"
KIND_CHOICES = ((BLACK, gettext_lazy("black card")), (WHITE, gettext_lazy("white card")))


class DeckManager(models.Manager):
    """All decks but those that are staged: being put together or taken away in short transactions
    (decks/staging.py), or deleted (decks/deleted.py).
    """

    def get_queryset(self):
        return super(DeckManager, self).get_queryset().filter(staged=False)


@python_2_unicode_compatible
class Deck(models.Model):
    """A box of cards. A published one that is listed is offered to everybody,
    an unlisted one to those with its code.
    """

    name = models.CharField(max_length=limits.NAME_LENGTH)
    slug = models.SlugField(max_length=limits.SLUG_LENGTH, unique=True)
    language = models.CharField(
        max_length=limits.LANGUAGE_LENGTH, default="en", help_text='A language tag such as "en" or "pt-BR".',
        validators=[RegexValidator(limits.LANGUAGE_PATTERN,
                                   gettext_lazy('Write a language tag such as "en" or "pt-BR".'))])
    description = models.TextField(blank=True, default="")
    author = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    licence = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    source_note = models.TextField(blank=True, default="", help_text="Where the cards come from, in words.")
    # A deck nobody has looked at yet must not reach a family table by default.
    rating = models.CharField(max_length=10, choices=RATING_CHOICES, default=limits.ADULT)
    status = models.CharField(max_length=10, choices=STATUS_CHOICES, default=DRAFT, db_index=True)
    listed = models.BooleanField(default=True,
                                 help_text="Published decks: offered to everybody, or only by the code.")
    off = models.BooleanField("switched off", default=False, db_index=True,
                              help_text="Offered to nobody on this site; games that have it play on.")
    code = models.CharField(max_length=8, unique=True, default=new_code, editable=False,
                            help_text="To share it by.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True,
                              related_name="decks", help_text="Nobody: the deck belongs to the site.")
    tags = models.CharField(max_length=limits.TAGS_LENGTH, blank=True, default="",
                            help_text="Words with spaces between.")
    version = models.PositiveIntegerField(default=0, editable=False)
    review_note = models.CharField(max_length=limits.CARD_LENGTH, blank=True, default="", editable=False,
                                   help_text="What the reviewer told the owner last.")
    plays = models.PositiveIntegerField(default=0, editable=False, help_text="Games that were begun with it.")
    # "<format>/<key>" of an imported deck and the digest of what was imported; both empty for a deck made
    # here.
    source = models.CharField(max_length=120, blank=True, default="", editable=False)
    source_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    # What edits and undoing compare: grows with each change of the deck or its cards (staging.lock).
    revision = models.PositiveIntegerField(default=0, editable=False)
    # Hidden from everybody: being put together or taken away (staging), or deleted, which can be undone for
    # some days (deleted).
    staged = models.BooleanField(default=False, editable=False)
    deleted = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)

    objects = DeckManager()
    with_staged = models.Manager()  # noqa: DJ012 (a manager, and not the default one)

    class Meta:
        ordering = ("name", "id")
        permissions = (("review_deck", "Can review decks"),)

    def __str__(self):
        return self.name


class Card(models.Model):
    """What both kinds of cards have.

    Whoever writes a text writes its fingerprint (texts.fingerprint) with it.
    """

    text = models.TextField()
    # Equal for cards that read the same; statistics, reports and hidden cards are kept by it.
    fingerprint = models.CharField(max_length=40, db_index=True, editable=False, default="")
    tags = models.CharField(max_length=limits.TAGS_LENGTH, blank=True, default="",
                            help_text="Words with spaces between.")
    attribution = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="",
                                   help_text="Whose idea it was.")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


@python_2_unicode_compatible
class BlackCard(Card):
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="black_cards")
    pick = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(limits.MAX_PICK)])
    draw = models.PositiveSmallIntegerField(
        default=0, validators=[MaxValueValidator(limits.MAX_PICK)],
        help_text="How many more cards each player gets before playing.")

    class Meta:
        ordering = ("position", "id")

    def __str__(self):
        return self.text


@python_2_unicode_compatible
class WhiteCard(Card):
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="white_cards")

    class Meta:
        ordering = ("position", "id")

    def __str__(self):
        return self.text


MODELS = {BLACK: BlackCard, WHITE: WhiteCard}  # of the cards, by their kind
