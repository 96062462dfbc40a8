"""What happened to stories, to be read and never changed: revisions and workflow steps."""

from django.contrib import admin

from articles.models import Article, Revision, Transition
from articles.state_labels import step_label


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows of stories that the person may open; nobody adds, changes or deletes one."""

    list_select_related = ("article", "user")
    show_full_result_count = False
    sortable_by = ()

    def get_queryset(self, request):
        visible = Article.objects.visible_to(request.user)
        return super().get_queryset(request).filter(article__in=visible)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("article", "number", "origin", "note", "user", "created_at")
    list_filter = ("origin", "created_at")
    fields = ("article", "number", "origin", "note", "user", "created_at")
    ordering = ("-created_at", "-pk")

    def get_queryset(self, request):
        return super().get_queryset(request).defer("snapshot", "article__body", "article__story_html")


@admin.register(Transition)
class TransitionAdmin(ReadOnlyAdmin):
    list_display = ("article", "step_label", "reason", "user", "at")
    list_filter = ("at",)
    fields = ("article", "step_label", "reason", "user", "at")

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__story_html")

    @admin.display(description=Transition._meta.get_field("step").verbose_name)
    def step_label(self, transition):
        return step_label(transition)
