"""The library as a list: a grid of cards, or rows; quick at a hundred thousand photos."""

from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.models import ArticlePhoto, Photo
from articles.photos.markup import thumbnail_url
from articles.photos.remarks import remarks

VIEW = "view"
ROWS = "rows"
_USES = ArticlePhoto.objects.filter(photo=OuterRef("pk")).order_by().values("photo").annotate(n=Count("pk"))


def with_use_count(photos):
    """Annotate on how many stories readers see each photo."""
    return photos.annotate(use_count=Coalesce(Subquery(_USES.values("n")), 0))


class PhotoList(ChangeList):
    """Looks like a grid unless the address asks for rows."""

    def __init__(self, request, *args, **kwargs):
        self.is_grid = request.GET.get(VIEW) != ROWS
        super().__init__(request, *args, **kwargs)

    def get_filters_params(self, params=None):
        return {name: value for name, value in super().get_filters_params(params).items() if name != VIEW}

    def get_results(self, request):
        """Also a single page comes through the paginator, which Django would pass by."""
        super().get_results(request)
        if not self.multi_page:
            self.result_list = self.paginator.page(1).object_list

    @property
    def cards(self) -> list[dict]:
        return [card(photo) | {"url": self.url_for_result(photo)} for photo in self.result_list]

    @property
    def grid_address(self) -> str:
        return self.get_query_string(remove=[VIEW])

    @property
    def rows_address(self) -> str:
        return self.get_query_string({VIEW: ROWS})


def card(photo: Photo) -> dict:
    """What a grid shows of a photo: its picture, and what there is to know before taking it."""
    return {"photo": photo, "thumbnail": thumbnail_url(photo), "marks": remarks(photo)}
