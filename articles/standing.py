"""What an account or a role may do, in words: what the audit log prints before and after a change."""

from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _


def standing(user) -> str:
    """Name, e-mail, roles and switches of an account on one line, as the database has them now."""
    roles = user.groups.order_by("name").values_list("name", flat=True)
    facts = [
        user.get_username(),
        user.email,
        ", ".join(roles) or _("no role"),
        _("active") if user.is_active else _("closed"),
        _("may enter the desk") if user.is_staff else "",
        _("superuser") if user.is_superuser else "",
    ]
    return " · ".join(filter(None, facts))


def permissions_of(role) -> set[str]:
    """“articles.publish_article” and the like."""
    held = Permission.objects.filter(group=role).values_list("content_type__app_label", "codename")
    return {f"{app}.{name}" for app, name in held}
