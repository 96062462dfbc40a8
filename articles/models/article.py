from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.article_queryset import ArticleQuerySet
from articles.models.tag import TaggedArticle
from articles.web_addresses import SafeAddressField
from newsroom.addresses import address
from newsroom.body_field import BodyField
from newsroom.derived_fields import FoldField
from newsroom.partial_date_field import PartialDateField
from newsroom.slug_field import VietnameseSlugField
from newsroom.stated import Basis, basis_agrees
from newsroom.stretches import Stretch
from newsroom.text_fields import LineField, ParagraphField


class Article(models.Model):
    """A story. Its row is what readers see; before the first publication it mirrors the newest revision."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Submitted")
        IN_EDIT = "in_edit", _("In edit")
        READY = "ready", _("Ready")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    # Through these a text goes before it may be published, whether for the first time or as an update.
    WORKING = (State.DRAFT, State.SUBMITTED, State.IN_EDIT, State.READY)
    UPDATE_STATES = [(state.value, state.label) for state in WORKING]

    class Genre(models.TextChoices):
        NEWS = "news", _("News item")
        ARTICLE = "article", _("Article")
        INTERVIEW = "interview", _("Interview")
        REPORTAGE = "reportage", _("Reportage")
        COMMENTARY = "commentary", _("Commentary")

    title = LineField(_("title"), max_length=300)
    kicker = LineField(_("kicker"), max_length=80, blank=True)
    slug = VietnameseSlugField(_("slug"), max_length=200, source="title", at_root=True)
    standfirst = ParagraphField(_("standfirst"), blank=True)
    body = BodyField(_("body"), blank=True)
    section = models.ForeignKey(
        "articles.Section",
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    genre = models.CharField(_("genre"), max_length=12, choices=Genre, blank=True)
    series = models.ForeignKey(
        "articles.Series",
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    part = models.PositiveSmallIntegerField(
        _("part"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    lead_photo = models.ForeignKey(
        "articles.Photo",
        verbose_name=_("lead photo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_articles",
    )
    authors = models.ManyToManyField("articles.Author", through="articles.Byline", related_name="articles")
    tags = TaggableManager(_("tags"), through=TaggedArticle, blank=True)

    source_name = LineField(_("source"), max_length=150, blank=True)
    source_url = SafeAddressField(_("source address"), max_length=600, blank=True)
    source_published_on = PartialDateField(_("published by the source"), blank=True)
    source_published_basis = models.CharField(
        _("basis of the source's date"), max_length=12, choices=Basis, blank=True, default=Basis.UNKNOWN
    )
    source_published_note = LineField(_("inferred from"), max_length=300, blank=True)
    event_date = PartialDateField(_("date of the event"), blank=True)
    event_date_basis = models.CharField(
        _("basis of the event's date"), max_length=12, choices=Basis, blank=True, default=Basis.UNKNOWN
    )
    event_date_note = LineField(_("inferred from"), max_length=300, blank=True)

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT)
    update_state = models.CharField(
        _("state of the update"), max_length=12, choices=UPDATE_STATES, blank=True, editable=False
    )
    published_at = models.DateTimeField(_("goes out"), null=True, blank=True)
    expires_at = models.DateTimeField(_("goes off"), null=True, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    embargo_shares = models.BooleanField(_("share links may open before"), default=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    updated_at = models.DateTimeField(_("last updated for readers"), null=True, editable=False)
    withdrawal_notice = ParagraphField(_("notice to readers"), blank=True)

    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)

    binned_at = models.DateTimeField(_("thrown away"), null=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("thrown away by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    modified_at = models.DateTimeField(_("last worked on"), default=timezone.now, editable=False)

    document_key = models.CharField(max_length=600, blank=True, editable=False)
    document_checksum = models.CharField(max_length=64, blank=True, editable=False)

    # What the story alone decides of its page: the element itself, and what the head says of it.
    story_html = models.TextField(blank=True, editable=False)
    head_html = models.TextField(blank=True, editable=False)
    # The story as a card beside another one.
    card_html = models.TextField(blank=True, editable=False)
    rendered_with = models.CharField(max_length=64, blank=True, editable=False)
    word_count = models.PositiveIntegerField(_("words as published"), default=0, editable=False)
    page_until = models.DateTimeField(null=True, editable=False)
    # Publication, update or correction, whichever was last.
    changed_at = models.DateTimeField(null=True, editable=False)
    # Storage name of the picture for links to the story (`articles/social_cards/`).
    social_card = models.CharField(max_length=80, blank=True, editable=False)
    # What programs are told of the story (schema.org), one JSON object; the feeds are made of it too.
    structured_data = models.TextField(blank=True, editable=False)
    onward = models.JSONField(default=dict, blank=True, editable=False)
    search_fold = FoldField(from_fields=("title", "kicker", "slug"), max_length=700)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        permissions = [
            ("view_every_article", gettext_noop("Can open every story")),
            ("edit_every_article", gettext_noop("Can edit every story")),
            ("take_article", gettext_noop("Can take a submitted story into edit and return it")),
            ("ready_article", gettext_noop("Can mark a story ready")),
            ("publish_article", gettext_noop("Can publish, schedule and withdraw stories")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["published", "withdrawn"]) | Q(published_at__isnull=False),
                name="article_published_has_date",
                violation_error_message=_("A published story needs the moment at which it goes out."),
            ),
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(expires_at__gt=F("published_at")),
                name="article_window_in_order",
                violation_error_message=_("A story goes off after it goes out."),
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(embargo_until__isnull=True)
                | Q(published_at__gte=F("embargo_until")),
                name="article_keeps_its_embargo",
                violation_error_message=_("The story is under embargo until later than that."),
            ),
            models.CheckConstraint(
                condition=basis_agrees("source_published_on", "source_published_basis"),
                name="article_source_date_has_basis",
                violation_error_message=_("Say whether the source's date is stated or inferred."),
            ),
            models.CheckConstraint(
                condition=basis_agrees("event_date", "event_date_basis"),
                name="article_event_date_has_basis",
                violation_error_message=_("Say whether the event's date is stated or inferred."),
            ),
            models.CheckConstraint(
                condition=Q(part__isnull=True) | Q(series__isnull=False),
                name="article_part_of_a_series",
                violation_error_message=_("A part belongs to a series."),
            ),
            models.CheckConstraint(
                condition=Q(update_state="") | Q(state__in=["published", "withdrawn"]),
                name="article_update_after_publishing",
                violation_error_message=_("Only a story that has been published has an update under way."),
            ),
            models.CheckConstraint(
                condition=Q(binned_at__isnull=True) | Q(first_published_at__isnull=True),
                name="article_in_the_bin_was_never_public",
                violation_error_message=_("A story that has been published is withdrawn, not thrown away."),
            ),
            models.UniqueConstraint(
                fields=["document_key"],
                condition=~Q(document_key=""),
                name="article_document_once",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-published_at", "-id"], name="articles_by_date"),
            models.Index(
                fields=["section", "state", "-published_at", "-id"],
                name="section_articles_by_date",
            ),
            # Holds what the desk's search reads, so that it never touches the wide rows.
            models.Index(fields=["-modified_at", "-id", "search_fold", "binned_at"], name="articles_by_work"),
            models.Index(
                fields=["updated_at"], condition=Q(updated_at__isnull=False), name="articles_by_update"
            ),
            models.Index(
                fields=["expires_at"], condition=Q(expires_at__isnull=False), name="articles_by_going_off"
            ),
            models.Index(
                fields=["state", "-modified_at", "-id", "binned_at"], name="articles_by_state_and_work"
            ),
            models.Index(
                fields=["update_state"], name="articles_with_updates", condition=~Q(update_state="")
            ),
            models.Index(
                fields=["binned_at"], name="articles_in_the_bin", condition=Q(binned_at__isnull=False)
            ),
            models.Index("state", Stretch("id"), "changed_at", name="articles_by_sitemap_file"),
            # Holds what a sitemap prints: fifty thousand rows of a file are read from it alone.
            models.Index(
                fields=["state", "id", "published_at", "expires_at", "changed_at", "slug"],
                name="articles_for_sitemaps",
            ),
            models.Index(fields=["due_at"], name="articles_due", condition=Q(due_at__isnull=False)),
        ]

    def __str__(self):
        return self.title or gettext("(no title yet)")

    def get_absolute_url(self):
        return address("articles:article", self.slug)

    def natural_key(self):
        return (self.slug,)

    @property
    def stage(self) -> str:
        """How far the work on the text is: the state of the update under way, else the story's."""
        return self.update_state or self.state

    def get_stage_display(self) -> str:
        return self.State(self.stage).label

    def move_to(self, stage: str) -> None:
        """Bring the work to this stage; a story that is out stays as readers have it."""
        column = "state" if self.state in self.WORKING else "update_state"
        setattr(self, column, stage)
        self.save(update_fields=[column])

    @property
    def is_overdue(self) -> bool:
        """Whether it is still worked on after the moment it was due; `overdue()` for one row."""
        return self.stage in self.WORKING and self.due_at is not None and self.due_at < timezone.now()

    @property
    def is_public(self) -> bool:
        """Whether a reader may see the story now; the same rule as `published()`, for one row."""
        now = timezone.now()
        return (
            self.state == self.State.PUBLISHED
            and self.published_at is not None
            and self.published_at <= now
            and (self.expires_at is None or self.expires_at > now)
        )

    @property
    def is_embargoed(self) -> bool:
        """Whether nothing of the story may leave the house yet."""
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    @property
    def was_public(self) -> bool:
        """Whether readers could see the story at some time up to now."""
        return self.first_published_at is not None and self.first_published_at <= timezone.now()
