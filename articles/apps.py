from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from newsroom import places


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self):
        from articles import logins, reader_tables
        from articles.audit import record_deletions
        from articles.front.strips import Sections
        from articles.views import lists

        places.fill("front_strips", Sections, order=10)
        places.fill("desk_panels", "articles.desk.panels.work_panels", order=10)
        places.fill("desk_panels", "articles.desk.panels.out_panels", order=30)
        places.fill("desk_margin", "articles.desk.panels.numbers", order=10)
        places.fill("desk_panels", "articles.admin.error_report.reports_panel", order=25)
        places.fill("desk_panels", "articles.desk.rights.rights_panel", order=40)
        places.fill("desk_panels", "articles.schedule.missed_panel.missed_panel", order=5)
        places.fill("desk_panels", "articles.desk.imprint.imprint_panel", order=50)
        places.fill("desk_head", "articles.schedule.desk_link.calendar_link", order=20)
        places.fill("desk_commands", "articles.desk.commands.commands")
        places.fill("desk_addresses", "articles.admin.saved_filters.addresses")
        places.fill("list_tools", "articles.admin.saved_filters.tool", order=10)
        places.fill("list_tools", "articles.desk.commands.list_link", order=20)
        places.fill("list_tools", "articles.desk.text_search.text_search_link", order=30)
        places.fill("records_deleted", record_deletions)
        places.fill("desk_addresses", "articles.notes.pages.addresses")
        places.fill("desk_head", "articles.notes.pages.link")
        places.fill("step_taken", "articles.notes.inbox.tell_of_step")
        places.fill("query_names", lists.query_names)
        reader_tables.name_all()
        logins.watch()
