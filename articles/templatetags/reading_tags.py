"""Words and dates of reader pages. Always Vietnamese, whatever language the desk is in."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article, Author, Byline, Correction, RelatedItem
from newsroom.stated import missing
from newsroom.vietnamese import vietnamese_date

register = template.Library()

WORDS = {
    Byline.Role.AUTHOR: "Tác giả",
    Byline.Role.PHOTOGRAPHER: "Ảnh",
    Byline.Role.EDITOR: "Biên tập",
    Byline.Role.TRANSLATOR: "Người dịch",
    Byline.Role.ILLUSTRATOR: "Minh họa",
    Author.Kind.STAFF: "Phóng viên, biên tập viên của tòa soạn",
    Author.Kind.CONTRIBUTOR: "Cộng tác viên",
    Author.Kind.OFFICIAL: "Người có chức trách viết bài",
    Author.Kind.AGENCY: "Cơ quan, đơn vị",
    Correction.Kind.UPDATE: "Cập nhật",
    Correction.Kind.CORRECTION: "Đính chính",
    Correction.Kind.CLARIFICATION: "Nói rõ thêm",
    # The title that the press law gives it (Law 103/2016/QH13, article 42).
    Correction.Kind.APOLOGY: "Thông tin cải chính, xin lỗi",
    # A reader should know at once what is not plain reporting; the other genres have no label.
    Article.Genre.INTERVIEW: "Phỏng vấn",
    Article.Genre.REPORTAGE: "Phóng sự",
    Article.Genre.COMMENTARY: "Bình luận",
    RelatedItem.Kind.STORY: "Bài",
    RelatedItem.Kind.VIDEO: "Video",
    RelatedItem.Kind.LINK: "Liên kết",
}


@register.filter
def words(choice: str) -> str:
    """What readers call a role, a kind of author, a kind of correction or of related item."""
    return WORDS[choice]


@register.filter
def genre_label(genre: str) -> str:
    """What readers call the genre where they are told it, else an empty text."""
    return WORDS.get(genre, "")


@register.simple_tag
def stated_date(value, basis: str) -> SafeString:
    """A date as precise as it is known, or in muted words why there is none."""
    if value:
        return format_html('<time datetime="{}">{}</time>', value.iso(), value.display())
    return format_html('<span class="missing">{}</span>', missing(basis))


@register.filter
def long_date(day) -> str:
    """A day with its weekday: "Thứ Ba, 8/9/2020"."""
    return vietnamese_date(day, weekday=True)


@register.filter
def other_name(author: Author) -> str:
    """The pen name where it differs from the name."""
    return author.pen_name if author.pen_name != author.name else ""


@register.filter
def cards(stories) -> SafeString:
    """The cards that were stored with these stories."""
    return mark_safe("".join(story.card_html for story in stories))  # noqa: S308  stored as rendered
