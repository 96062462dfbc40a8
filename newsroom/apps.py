from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate, pre_migrate


class NewsroomAdminConfig(AdminConfig):
    """Django's admin app with our site as the default one; it keeps the watch of the page cache up."""

    default_site = "newsroom.admin_site.NewsroomAdminSite"

    def ready(self):
        super().ready()
        from newsroom.page_cache import tables, triggers

        tables.readers_never_see(*LIBRARIES)
        pre_migrate.connect(triggers.take_down, sender=self)
        post_migrate.connect(triggers.put_up, sender=self)


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
