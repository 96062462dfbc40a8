"""What programs read of a page: JSON-LD in the words of schema.org.

A story's own object is made when it is published and stored with it; what stands around it, the
publisher and the way to the page, is added when the page is read.
"""

from articles.structured_data.graph import as_json, graph_html
from articles.structured_data.site import breadcrumbs, organization, website
from articles.structured_data.story import last_change, news_article

__all__ = ["as_json", "breadcrumbs", "graph_html", "last_change", "news_article", "organization", "website"]
