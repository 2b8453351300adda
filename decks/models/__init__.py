"""Decks, their cards and their history, what players say of them, and the frozen cards of a game.

Storage only: how cards get in is `imports`, what a host may choose is `catalogue`, versions are `history`, and what
a game plays with is `snapshots`.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from six import python_2_unicode_compatible

from decks import limits
from decks.codes import new_code

RATING_CHOICES = (
    (limits.FAMILY, "Family: fit for every table"),
    (limits.TEEN, "Teen: cheeky"),
    (limits.ADULT, "Adult: not for children"),
)
DRAFT, REVIEW, PUBLISHED, ARCHIVED = "draft", "review", "published", "archived"
STATUS_CHOICES = ((DRAFT, "Draft"), (REVIEW, "In review"), (PUBLISHED, "Published"), (ARCHIVED, "Archived"))
# A deck in one of these opens to whoever has its code.
SHARED = (REVIEW, PUBLISHED)
BLACK, WHITE = "black", "white"
KIND_CHOICES = ((BLACK, "black card"), (WHITE, "white card"))


class DeckManager(models.Manager):
    """All decks but those that are staged: being put together or taken away in short transactions (decks/staging.py)."""

    def get_queryset(self):
        return super(DeckManager, self).get_queryset().filter(staged=False)


@python_2_unicode_compatible
class Deck(models.Model):
    """A box of cards. A published one that is listed is offered to everybody, an unlisted one to those with its code."""

    name = models.CharField(max_length=limits.NAME_LENGTH)
    slug = models.SlugField(max_length=limits.SLUG_LENGTH, unique=True)
    language = models.CharField(
        max_length=limits.LANGUAGE_LENGTH, default="en", help_text='A language tag such as "en" or "pt-BR".',
        validators=[RegexValidator(limits.LANGUAGE_PATTERN, 'Write a language tag such as "en" or "pt-BR".')])
    description = models.TextField(blank=True, default="")
    author = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    licence = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    source_note = models.TextField(blank=True, default="", help_text="Where the cards come from, in words.")
    # A deck nobody has looked at yet must not reach a family table by default.
    rating = models.CharField(max_length=10, choices=RATING_CHOICES, default=limits.ADULT)
    status = models.CharField(max_length=10, choices=STATUS_CHOICES, default=DRAFT, db_index=True)
    listed = models.BooleanField(default=True, help_text="Published decks: offered to everybody, or only by the code.")
    code = models.CharField(max_length=8, unique=True, default=new_code, editable=False, help_text="To share it by.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True,
                              related_name="decks", help_text="Nobody: the deck belongs to the site.")
    tags = models.CharField(max_length=limits.TAGS_LENGTH, blank=True, default="", help_text="Words with spaces between.")
    version = models.PositiveIntegerField(default=0, editable=False)
    review_note = models.CharField(max_length=limits.CARD_LENGTH, blank=True, default="", editable=False,
                                   help_text="What the reviewer told the owner last.")
    plays = models.PositiveIntegerField(default=0, editable=False, help_text="Games that were begun with it.")
    # "<format>/<key>" of an imported deck and the digest of what was imported; both empty for a deck made here.
    source = models.CharField(max_length=120, blank=True, default="", editable=False)
    source_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    # What edits and undoing compare: grows with each change of the deck or its cards (staging.lock).
    revision = models.PositiveIntegerField(default=0, editable=False)
    staged = models.BooleanField(default=False, editable=False)

    objects = DeckManager()
    with_staged = models.Manager()  # noqa: DJ012 (a manager, and not the default one)

    class Meta:
        ordering = ("name", "id")
        permissions = (("review_deck", "Can review decks"),)

    def __str__(self):
        return self.name


class Card(models.Model):
    """What both kinds of cards have. Whoever writes a text writes its fingerprint (texts.fingerprint) with it."""

    text = models.TextField()
    # Equal for cards that read the same; statistics, reports and hidden cards are kept by it.
    fingerprint = models.CharField(max_length=40, db_index=True, editable=False, default="")
    tags = models.CharField(max_length=limits.TAGS_LENGTH, blank=True, default="", help_text="Words with spaces between.")
    attribution = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="", help_text="Whose idea it was.")
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


@python_2_unicode_compatible
class DeckVersion(models.Model):
    """A published deck as it stood after a change: who, when, and what it was (decks/history/versions.py reads and writes that).

    `base` is the number of the version before this one, or of this one itself, that holds all cards; between them each holds
    what differs from the one before. None: `document` is our deck file, as all versions once were, and `facts` is empty.
    """

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    base = models.PositiveIntegerField(null=True, editable=False)
    facts = models.TextField(blank=True, default="", editable=False, help_text="JSON: what the deck said of itself.")
    document = models.TextField()
    cards = models.PositiveIntegerField(default=0, editable=False, help_text="How many the deck had.")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("deck", "number"),)
        ordering = ("-number",)

    def __str__(self):
        return "Version %d of deck %d" % (self.number, self.deck_id)


class FavouriteDeck(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="favourite_decks")
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="favourites")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("user", "deck"),)


@python_2_unicode_compatible
class Proposal(models.Model):
    """A card that somebody proposes to a deck; its owner, or a reviewer for decks of the site, decides."""

    WAITING, ACCEPTED, REFUSED = "waiting", "accepted", "refused"
    STATUSES = ((WAITING, "waiting"), (ACCEPTED, "accepted"), (REFUSED, "refused"))

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    text = models.TextField()
    pick = models.PositiveSmallIntegerField(default=1)
    attribution = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    proposer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="proposals")
    status = models.CharField(max_length=8, choices=STATUSES, default=WAITING, db_index=True)
    created = models.DateTimeField(auto_now_add=True)
    decided = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return self.text


@python_2_unicode_compatible
class CardReport(models.Model):
    """Somebody at a table found a card offensive, misspelt or not funny; counted by fingerprint."""

    REASONS = (("offensive", "offensive"), ("typo", "a typo"), ("unfunny", "not funny"))

    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    fingerprint = models.CharField(max_length=40, db_index=True)
    text = models.TextField()
    reason = models.CharField(max_length=9, choices=REASONS)
    # Who reported, as a seat: "<room id>-<player>"; one report of a card by each.
    reporter = models.CharField(max_length=40)
    created = models.DateTimeField(auto_now_add=True)
    resolved = models.DateTimeField(null=True, db_index=True)
    resolver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        unique_together = (("fingerprint", "kind", "reporter"),)
        ordering = ("-pk",)

    def __str__(self):
        return "%s: %s" % (self.reason, self.text)


@python_2_unicode_compatible
class HiddenCard(models.Model):
    """A card that is dealt nowhere any more, in whatever deck it is and whatever its spacing."""

    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    fingerprint = models.CharField(max_length=40)
    text = models.TextField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("kind", "fingerprint"),)
        ordering = ("-pk",)

    def __str__(self):
        return self.text


@python_2_unicode_compatible
class CardStatistic(models.Model):
    """How often a card was dealt, played, won and went back unplayed, in all games; counted by fingerprint."""

    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    fingerprint = models.CharField(max_length=40)
    dealt = models.PositiveIntegerField(default=0)
    played = models.PositiveIntegerField(default=0)
    won = models.PositiveIntegerField(default=0)
    discarded = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = (("kind", "fingerprint"),)

    def __str__(self):
        return "%s %s" % (self.kind, self.fingerprint)


@python_2_unicode_compatible
class DeckMonth(models.Model):
    """What was played with a deck in a month: games begun, and how often its white cards were played and won in them."""

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="months")
    month = models.DateField(help_text="Its first day.")
    games = models.PositiveIntegerField(default=0)
    played = models.PositiveIntegerField(default=0)
    won = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = (("deck", "month"),)
        ordering = ("month",)

    def __str__(self):
        return "%s of deck %d" % (self.month, self.deck_id)


@python_2_unicode_compatible
class ImportJob(models.Model):
    """An import that was looked at before it is stored, or that runs in the background. `content` is base64."""

    WAITING, QUEUED, RUNNING, DONE, FAILED, UNDONE = "waiting", "queued", "running", "done", "failed", "undone"
    STATUSES = tuple((status, status) for status in (WAITING, QUEUED, RUNNING, DONE, FAILED, UNDONE))

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="imports")
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, null=True, related_name="imports",
                             help_text="None: each pack of the file becomes a deck of its own.")
    file_name = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    content = models.TextField(editable=False)
    options = models.TextField(default="{}", help_text="JSON of what was chosen: mode, rating, language.")
    status = models.CharField(max_length=7, choices=STATUSES, default=WAITING, db_index=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.TextField(default="{}", help_text="JSON: counts, what went wrong, the versions that were made.")
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return "%s, %s" % (self.file_name or "pasted", self.status)


@python_2_unicode_compatible
class Snapshot(models.Model):
    """The frozen cards of a game. Never changed once written, and shared by all games with the same cards."""

    digest = models.CharField(max_length=64, unique=True)
    black = models.TextField()
    white = models.TextField()
    created = models.DateTimeField(auto_now_add=True)
    # When a game was last begun with it, give or take an hour.
    used = models.DateTimeField(default=timezone.now, db_index=True, editable=False)

    def __str__(self):
        return "Snapshot %s" % self.digest[:12]
