"""Lists of decisions for tests."""

from awards.award_lists.headings import layout_of
from awards.award_lists.reading import cells_of_text
from awards.models import AwardList


def make_list(text: str, **fields) -> AwardList:
    """A draft of the pasted text, its headings recognised."""
    sheet = cells_of_text(text)
    layout = layout_of(sheet)
    return AwardList.objects.create(
        **{"name": "Danh sách mẫu", "sheet": sheet, "head": layout.head, "columns": layout.columns, **fields}
    )
