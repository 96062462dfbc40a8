"""Accounts are made by an administrator; nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission


class ClosedSignupAdapter(DefaultAccountAdapter):
    """allauth asks here whether signing up is open: it is not."""

    def is_open_for_signup(self, request):
        return False


class PermissionsBackend(ModelBackend):
    """Asks for what an account may do by itself and by its groups in one query; Django asks two."""

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or user_obj.is_superuser or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            own = Permission.objects.filter(user=user_obj).order_by()
            of_groups = Permission.objects.filter(group__user=user_obj).order_by()
            found = own.union(of_groups).values_list("content_type__app_label", "codename")
            user_obj._perm_cache = {f"{app}.{name}" for app, name in found}
        return user_obj._perm_cache
