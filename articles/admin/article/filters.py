"""What the list of stories can be narrowed to."""

from datetime import timedelta

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Author, Byline
from newsroom.keys import is_key
from newsroom.people import name_of


class AuthorKindFilter(admin.SimpleListFilter):
    title = _("kind of author")
    parameter_name = "author_kind"

    def lookups(self, request, model_admin):
        return Author.Kind.choices

    def queryset(self, request, queryset):
        if self.value() not in Author.Kind.values:
            return queryset
        signed = Byline.objects.filter(article=OuterRef("pk"), author__kind=self.value())
        return queryset.filter(Exists(signed))


class WhoseFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("Begun by, signed by or assigned to me"))]

    def queryset(self, request, queryset):
        return queryset.own(request.user) if self.value() == "mine" else queryset


class AssigneeFilter(admin.SimpleListFilter):
    title = _("assigned to")
    parameter_name = "given_to"

    def lookups(self, request, model_admin):
        people = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("username")
        names = [(str(person.pk), name_of(person)) for person in people]
        return [("nobody", _("Nobody")), *names]

    def queryset(self, request, queryset):
        if self.value() == "nobody":
            return queryset.filter(assignee=None)
        return queryset.filter(assignee=self.value()) if is_key(self.value() or "") else queryset


class DueFilter(admin.SimpleListFilter):
    title = _("due")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        return [("overdue", _("Overdue")), ("today", _("Today")), ("week", _("Within seven days"))]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.overdue()
        if self.value() in ("today", "week"):
            opens = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
            days = timedelta(days=1 if self.value() == "today" else 7)
            return queryset.filter(due_at__gte=opens, due_at__lt=opens + days)
        return queryset
