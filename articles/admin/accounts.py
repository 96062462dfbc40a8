"""People with an account, their roles and second factors. Only a superuser makes superusers."""

from allauth.mfa import admin as _registers_authenticator  # noqa: F401
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, SetUnusablePasswordMixin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.formats import date_format
from django.utils.text import capfirst, format_lazy
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import audit
from articles.standing import permissions_of, standing

User = get_user_model()
for model in (User, Group, Authenticator):
    admin.site.unregister(model)

# The library names its model by the class, in English only.
Authenticator._meta.verbose_name = _("second factor")
Authenticator._meta.verbose_name_plural = _("second factors")

USUAL_PERMISSIONS = {
    "add": _("Can add"),
    "change": _("Can change"),
    "delete": _("Can delete"),
    "view": _("Can view"),
}


def _moment(at) -> str:
    return date_format(localtime(at), "DATETIME_FORMAT") if at else "–"


def is_above(other, user) -> bool:
    """Whether `other` is an account that `user` must leave alone."""
    return other is not None and other.is_superuser and not user.is_superuser


class PasswordForm(AdminPasswordChangeForm):
    """Django's form, whose warning comes in English only."""

    def save(self, commit=True):
        with transaction.atomic():
            audit.record("password", self.user)
            return super().save(commit)

    usable_password_help_text = format_lazy(
        '{} <ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        SetUnusablePasswordMixin.usable_password_help_text,
        _("If disabled, the current password for this user will be lost."),
    )


@admin.register(User)
class AccountAdmin(UserAdmin):
    change_password_form = PasswordForm
    list_display = ("username", "last_name", "first_name", "email", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "groups")
    sortable_by = ("username", "last_login")
    show_facets = admin.ShowFacets.NEVER
    filter_horizontal = ("groups",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Name and e-mail"), {"fields": ("last_name", "first_name", "email")}),
        (_("Role"), {"fields": ("is_active", "is_staff", "groups", "is_superuser")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )

    def get_readonly_fields(self, request, obj=None):
        fixed = ("last_login", "date_joined")
        return fixed if request.user.is_superuser else (*fixed, "is_superuser")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_above(obj, request.user)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_above(obj, request.user)

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("username")

    def save_model(self, request, obj, form, change):
        form.standing_before = standing(User.objects.get(pk=obj.pk)) if change else ""
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        after = standing(form.instance)
        if after != form.standing_before:
            audit.record("account", form.instance, before=form.standing_before, after=after)

    def get_deleted_objects(self, objs, request):
        """An account goes with what is its own; Django would list each row of its log and its roles."""
        protected = super().get_deleted_objects(objs, request)[-1]
        return [str(obj) for obj in objs], {}, set(), protected


class PermissionsField(forms.ModelMultipleChoiceField):
    """Permissions in the editor's language; the database keeps their English names."""

    def label_from_instance(self, permission):
        model = permission.content_type.model_class()
        words = USUAL_PERMISSIONS.get(permission.codename.removesuffix(f"_{model._meta.model_name}"))
        return f"{capfirst(model._meta.verbose_name_plural)}: {words or gettext(permission.name)}"


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles and what they may do with what the desk shows."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "permissions":
            shown = ContentType.objects.get_for_models(*self.admin_site._registry).values()
            kwargs |= {
                "form_class": PermissionsField,
                "queryset": Permission.objects.filter(content_type__in=shown),
            }
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_related(self, request, form, formsets, change):
        role = form.instance
        before = permissions_of(role)
        super().save_related(request, form, formsets, change)
        after = permissions_of(role)
        if after != before or not change:
            lost, won = sorted(before - after), sorted(after - before)
            audit.record("account", role, before="\n".join(lost), after="\n".join(won))

    def get_deleted_objects(self, objs, request):
        """A role goes alone; Django would list each row that joins it to a permission or a person."""
        return [str(obj) for obj in objs], {}, set(), []


@admin.register(Authenticator)
class SecondFactorAdmin(admin.ModelAdmin):
    """Apps and keys that people log in with. Deleting one helps who has lost it; secrets are never shown."""

    list_display = ("account", "kind", "added", "used")
    list_select_related = ("user",)
    search_fields = ("user__username", "user__last_name", "user__first_name")
    fields = readonly_fields = list_display
    sortable_by = ()
    ordering = ("user__username", "pk")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        above = obj is not None and is_above(obj.user, request.user)
        return super().has_delete_permission(request, obj) and not above

    @admin.display(description=_("account"))
    def account(self, factor):
        return factor.user

    @admin.display(description=_("kind"))
    def kind(self, factor):
        return factor.get_type_display()

    @admin.display(description=_("added"))
    def added(self, factor):
        return _moment(factor.created_at)

    @admin.display(description=_("last used"))
    def used(self, factor):
        return _moment(factor.last_used_at)
