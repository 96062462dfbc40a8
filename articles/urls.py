from django.urls import path, register_converter

from articles.views import (
    error_report,
    feeds,
    front,
    lists,
    machines,
    media,
    oembed,
    offline,
    paper,
    preview,
    reads,
    search,
    sitemaps,
    story,
)


class YearConverter:
    """A year of four digits."""

    regex = "[0-9]{4}"
    to_python = int

    def to_url(self, value):
        return f"{int(value):04}"


class MonthConverter:
    """A month of two digits."""

    regex = "0[1-9]|1[0-2]"
    to_python = int

    def to_url(self, value):
        return f"{int(value):02}"


register_converter(YearConverter, "year4")
register_converter(MonthConverter, "month2")

app_name = "articles"
urlpatterns = [
    path("", front.front, name="front"),
    path("<feed:form>", feeds.site, name="site_feed"),
    path("chuyen-muc/<slug:slug>/", lists.section, name="section"),
    path("chuyen-muc/<slug:slug>/<feed:form>", feeds.section, name="section_feed"),
    path("tac-gia/<slug:slug>/", lists.author, name="author"),
    path("tac-gia/<slug:slug>/<feed:form>", feeds.author, name="author_feed"),
    path("tu-khoa/<slug:slug>/", lists.tag, name="tag"),
    path("tu-khoa/<slug:slug>/<feed:form>", feeds.tag, name="tag_feed"),
    path("luu-tru/", lists.archives, name="archives"),
    path("luu-tru/<year4:year>/<month2:month>/", lists.archive, name="archive"),
    path("tim-kiem/", search.search_page, name="search"),
    path("tim-kiem/goi-y/", search.suggestions, name="suggestions"),
    path("dinh-chinh/", paper.corrections, name="corrections"),
    path("toa-soan/", paper.masthead, name="masthead"),
    path("xem-thu/<slug:token>/", preview.preview, name="preview"),
    path("bao-loi/", error_report.error_report, name="error_report"),
    path("luot-doc/", reads.count_read, name="count_read"),
    path("da-luu/", offline.saved, name="saved"),
    path("ngoai-tuyen/", offline.offline, name="offline"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("sw.js", offline.service_worker, name="service_worker"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-trang.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-<slug:part>-<int:number>.xml", sitemaps.file, name="sitemap_file"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path("media/<path:path>", media.media, name="media"),
    path("oembed", oembed.oembed, name="oembed"),
    path("<slug:slug>/", story.article, name="article"),
]
