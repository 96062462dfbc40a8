from django.contrib.admin.apps import AdminConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate, pre_migrate


class NewsroomAdminConfig(AdminConfig):
    """Django's admin app with our site as the default one; with the cache's table, and the watch of the page cache."""

    default_site = "newsroom.admin_site.NewsroomAdminSite"

    def ready(self):
        super().ready()
        from newsroom.page_cache import tables, triggers

        tables.readers_never_see(*LIBRARIES)
        post_migrate.connect(make_cache_table, sender=self)
        pre_migrate.connect(triggers.take_down, sender=self)
        post_migrate.connect(triggers.put_up, sender=self)


def make_cache_table(using: str, **_kwargs) -> None:
    """Signing in counts its attempts in the cache, however the site was set up."""
    call_command("createcachetable", database=using, verbosity=0)


# Tables of Django and of libraries: accounts, sessions and queues.
LIBRARIES = (
    "account.EmailAddress",
    "account.EmailConfirmation",
    "admin.LogEntry",
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "auth.User",
    "auth.User_groups",
    "auth.User_user_permissions",
    "contenttypes.ContentType",
    "django_tasks_database.DBTaskResult",
    "mfa.Authenticator",
    "sessions.Session",
    "taggit.Tag",  # ours is articles.Tag
    "taggit.TaggedItem",
)
