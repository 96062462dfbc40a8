"""Stories on the desk. The form edits the working copy; publishing alone brings it to readers."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.html import format_html, strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import workflow, working_copy
from articles.admin.article import (
    assigning,
    bin,
    bulk,
    calendar,
    conflict,
    corrections,
    gate,
    history,
    importing,
    next_story,
    notes,
    preview,
    schedule,
    sharing,
    sittings,
    stepping,
)
from articles.admin.article.filters import AssigneeFilter, AuthorKindFilter, DueFilter, WhoseFilter
from articles.admin.article.form import ArticleForm
from articles.admin.article.listing import RowsByIdPaginator, StoryList
from articles.admin.article.panel import Panel
from articles.admin.article.plan_marks import plan_marks
from articles.admin.nonces import NonceMixin
from articles.assigning import assign
from articles.binning import KEPT_FOR
from articles.deleting import refusals
from articles.models import Article
from articles.schedule import times
from articles.sittings import saving
from articles.sittings.base import Sent
from articles.state_labels import state_label
from newsroom.admin_search import FoldedSearchMixin
from newsroom.people import name_of

# Views of one story, each in a file of its own.
PARTS = (
    bin,
    calendar,
    conflict,
    corrections,
    gate,
    history,
    importing,
    next_story,
    notes,
    preview,
    sharing,
    sittings,
)


def _short(moment) -> str:
    return date_format(localtime(moment), "H:i j/n/Y") if moment else ""


def _name(person) -> str:
    return name_of(person)


def _part(article) -> str:
    if article.series is None:
        return ""
    return f"{article.series} ({article.part})" if article.part else str(article.series)


@admin.register(Article)
class ArticleAdmin(NonceMixin, FoldedSearchMixin, admin.ModelAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    quick_place = 10
    search_fields = ("search_fold",)
    search_help_text = _("Title, kicker or address; accents may be left out")
    list_display = ("headline", "state_mark", "signatures", "work", "goes_out", "worked_on")
    list_display_links = ("headline",)
    list_filter = (
        "state",
        "update_state",
        WhoseFilter,
        AssigneeFilter,
        DueFilter,
        "genre",
        "section",
        "series",
        AuthorKindFilter,
        "modified_at",
        "published_at",
    )
    list_select_related = ("section", "series", "assignee")
    list_per_page = list_max_show_all = 50
    paginator = RowsByIdPaginator
    ordering = ("-modified_at", "-pk")
    sortable_by = ("worked_on",)
    actions = (*bulk.ACTIONS, assigning.assign)

    # Doors: every view of the admin asks these --------------------------------------------------

    def get_queryset(self, request):
        return Article.objects.visible_to(request.user).order_by(*self.ordering)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return request.user.has_perm("articles.view_article")
        return workflow.may_view(obj, request.user)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return request.user.has_perm("articles.change_article")
        return workflow.may_edit(obj, request.user)

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return request.user.has_perm("articles.delete_article")
        return workflow.may_throw_away(obj, request.user)

    def get_urls(self):
        own = [address for views in PARTS for address in views.urls(self)]
        return [*own, *super().get_urls()]

    # List ---------------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        if not workflow.may_assign(request.user):
            actions.pop("assign", None)
        return {
            name: action
            for name, action in actions.items()
            if name not in bulk.STEP_OF or request.user.has_perm(bulk.STEP_OF[name].permission)
        }

    def quick_detail(self, article):
        return strip_tags(state_label(article)).strip()

    @admin.display(description=_("title"))
    def headline(self, article):
        newer = format_html(' <span class="mark mark--newer">{}</span>', gettext("has unpublished changes"))
        facts = [article.section and article.section.name, article.get_genre_display(), _part(article)]
        return format_html(
            '<span class="headline">{}</span>{}{}{}',
            str(article),
            newer if article.update_state else "",
            plan_marks(article),
            format_html('<span class="headline__facts">{}</span>', " · ".join(map(str, filter(None, facts))))
            if any(facts)
            else "",
        )

    @admin.display(description=_("state"))
    def state_mark(self, article):
        if article.last_step not in ("return", "reopen"):
            return state_label(article)
        returned = gettext("returned: %(reason)s") % {"reason": article.last_reason}
        return state_label(article) + format_html('<span class="returned">{}</span>', returned)

    @admin.display(description=_("assigned to, due"))
    def work(self, article):
        if not article.due_at:
            return _name(article.assignee)
        late = format_html('<span class="mark mark--late">{}</span>', gettext("overdue"))
        return format_html(
            '{} <span class="due">{}</span> {}',
            _name(article.assignee),
            _short(article.due_at),
            late if article.is_overdue else "",
        )

    @admin.display(description=_("authors"))
    def signatures(self, article):
        return ", ".join(dict.fromkeys(line.author.name for line in article.bylines.all()))

    @admin.display(description=_("goes out"), ordering="published_at")
    def goes_out(self, article):
        return _short(article.published_at)

    @admin.display(description=_("last worked on"), ordering="modified_at")
    def worked_on(self, article):
        return _short(article.modified_at)

    # Form ---------------------------------------------------------------------------------------

    def get_form(self, request, obj=None, change=False, **kwargs):
        given = {"user": request.user, "may_assign": workflow.may_assign(request.user)}
        return type("ArticleForm", (self.form,), given)

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": list(self.form.base_fields)})]

    def add_view(self, request, form_url="", extra_context=None):
        """A new story that the form has saved by itself already is not begun a second time."""
        if request.method == "POST" and (
            begun := saving.begun_by(Sent.read(request.POST).sitting, request.user)
        ):
            return self.change_view(request, str(begun.pk), form_url, extra_context)
        return super().add_view(request, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method != "POST":
            article = self.get_object(request, unquote(object_id))
            readable = article and self.has_view_permission(request, article)
            if readable and not self.has_change_permission(request, article):
                return self._read_view(request, article)
        return super().change_view(request, object_id, form_url, extra_context)

    def _read_view(self, request, article):
        """The working copy as readers would see it, for those who may look and not change."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": working_copy.newest_snapshot(article)["title"],
            "original": article,
            "panel": Panel(article, request.user),
        }
        return render(request, "admin/articles/article/read.html", context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["panel"] = Panel(obj or Article(), request.user)
        series = context["adminform"].form.fields["series"].widget
        series.can_add_related = request.user.has_perm("articles.add_series")
        context["title"] = gettext("New story") if add else gettext("Edit the story")
        context["subtitle"] = ""
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saving -------------------------------------------------------------------------------------

    def save_form(self, request, form, change):
        return form.opened.row

    def save_model(self, request, obj, form, change):
        """Record a revision; the row that readers see is left to publishing."""
        how = {"user": request.user, "asked_for": True, "references": form.references}
        if change:
            obj.outcome = saving.save(form.opened, form.snapshot(), form.sent, **how)
            if obj.outcome.held or obj.outcome.overtaken:
                return  # nothing of the form is taken before it is decided
        else:
            obj.pk = saving.begin(form.snapshot(), form.sent, **how).pk
        if assignment := form.assignment():
            assign(obj, assignment, user=request.user)
            obj.refresh_from_db(fields=assignment)
        if form.times.has_changed():
            times.change(obj, form.times.wanted(), request.user)

    def log_addition(self, request, obj, message):
        """The revision tells it."""

    def log_change(self, request, obj, message):
        """The revision tells it, and nothing was changed where a text came too late."""

    def save_related(self, request, form, formsets, change):
        """Tags, bylines and related items are part of the snapshot."""

    def response_add(self, request, obj, post_url_continue=None):
        article = Article.objects.get(pk=obj.pk)
        return self._after_saving(request, article, article.title)

    def response_change(self, request, obj):
        if obj.outcome.held or obj.outcome.overtaken:
            return conflict.lead_on(request, obj, obj.outcome)
        return self._after_saving(request, obj, obj.outcome.newest.snapshot["title"])

    def _after_saving(self, request, article, title):
        visible = workflow.may_view(article, request.user)
        if "_step" in request.POST:
            stepping.take(request, article, request.POST["_step"])
        elif "_unschedule" in request.POST:
            schedule.cancel(request, article)
        elif "_share" in request.POST:
            sharing.share(request, article)
        else:
            messages.success(request, gettext("Saved: “%(title)s”.") % {"title": title})
        if "_close" in request.POST:
            return redirect("admin:articles_article_changelist")
        if not visible:
            return redirect("admin:index")
        return redirect("admin:articles_article_change", article.pk)

    # Other doors --------------------------------------------------------------------------------

    def delete_view(self, request, object_id, extra_context=None):
        """A draft goes into the bin; what has to stay says why."""
        article = self.visible(request, object_id)
        if not self.has_delete_permission(request, article):
            raise PermissionDenied
        if request.method == "POST":
            thrown = bin.throw_away(request, article)
            if thrown:
                return redirect("admin:articles_article_changelist")
            return redirect("admin:articles_article_change", article.pk)
        if reasons := refusals(article):
            for reason in reasons:
                messages.error(request, reason)
            return redirect("admin:articles_article_change", article.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Into the bin"),
            "object": article,
            "days": KEPT_FOR.days,
        }
        return render(request, "admin/articles/article/throw_away.html", context)

    def history_view(self, request, object_id, extra_context=None):
        return history.history_page(self, request, self.visible(request, object_id))

    def get_object(self, request, object_id, from_field=None):
        """The story for its form; one that is saved is read under its lock."""
        return self._find(request, object_id, locked=request.method == "POST")

    def _find(self, request, object_id, *, locked):
        stories = self.get_queryset(request)
        try:
            key = self.opts.pk.to_python(object_id)
            return (stories.select_for_update() if locked else stories).filter(pk=key).first()
        except ValidationError:
            return None

    def visible(self, request, object_id, *, locked=False) -> Article:
        """The story, for those who may open it: what every view of one story begins with.

        Whoever goes on to save on it asks for it `locked`, inside a transaction.
        """
        article = self._find(request, unquote(object_id), locked=locked)
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article
