from django.contrib import admin
from django.contrib.admin.apps import SimpleAdminConfig
from django.contrib.admin.checks import check_admin_app, check_dependencies
from django.core import checks
from django.core.management import call_command
from django.db.models.signals import post_migrate, pre_migrate


class NewsroomAdminConfig(SimpleAdminConfig):
    """Django's admin app with our site as the default one; with the cache's table, and the watch of the page cache."""

    default_site = "newsroom.admin_site.NewsroomAdminSite"

    def ready(self):
        """Register what Django's own config does; its checks would find no desk that nobody has loaded."""
        checks.register(check_dependencies, checks.Tags.admin)
        checks.register(check_desk, checks.Tags.admin)
        from newsroom.page_cache import tables, triggers

        tables.readers_never_see(*LIBRARIES)
        post_migrate.connect(make_cache_table, sender=self)
        pre_migrate.connect(triggers.take_down, sender=self)
        post_migrate.connect(triggers.put_up, sender=self)


def check_desk(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """What is wrong with classes of the desk, as `manage.py check` says."""
    admin.autodiscover()
    return check_admin_app(app_configs, **kwargs)


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
