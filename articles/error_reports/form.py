from django import forms
from django.http import Http404
from django.urls import Resolver404, resolve

from articles.models import Article, ErrorReport
from newsroom.text_fields import LineFormField, TextFormField

# Pages that are no reader's, or have nothing on them that could be wrong.
_NOT_REPORTED = ("admin", "tai-khoan", "api", "media", "static", "bao-loi", "xem-thu")


class ReportForm(forms.Form):
    """What is wrong, where, and how to answer the reader. `trang` is the page's path."""

    trang = forms.CharField(max_length=600, widget=forms.HiddenInput)
    sai = TextFormField(
        label="Điều gì chưa đúng?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Nếu được, xin cho biết điều đúng và căn cứ.",
        error_messages={"required": "Hãy viết điều bạn thấy chưa đúng."},
    )
    cau = TextFormField(
        label="Câu chữ trên trang (nếu có)",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    lien_he = LineFormField(
        label="Thư điện tử hoặc điện thoại (không bắt buộc)",
        max_length=200,
        required=False,
        help_text="Chỉ tòa soạn thấy, chỉ dùng để trả lời bạn.",
    )
    # Programs fill in what people do not see.
    trang_nha = forms.CharField(label="Để trống ô này", required=False)

    def clean_trang(self):
        path = self.cleaned_data["trang"]
        if not is_page(path):
            raise forms.ValidationError("Không có trang này ở đây.")
        return path

    def save(self) -> ErrorReport:
        data = self.cleaned_data
        return ErrorReport.objects.create(
            path=data["trang"],
            article=story_at(data["trang"]),
            text=data["sai"],
            quote=data["cau"],
            contact=data["lien_he"],
        )


def is_page(path: str) -> bool:
    """Whether an address of this site could be a page that readers see."""
    if not path.startswith("/") or path.startswith("//") or path.split("/")[1] in _NOT_REPORTED:
        return False
    try:
        resolve(path)
    except (Resolver404, Http404):
        return False
    return True


def story_at(path: str) -> Article | None:
    """The story that readers see at a path."""
    match = resolve(path)
    if match.view_name != "articles:article":
        return None
    return Article.objects.published().filter(slug=match.kwargs["slug"]).only("pk", "title").first()
