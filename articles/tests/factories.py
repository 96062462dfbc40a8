"""Valid objects for tests; a test states only what matters to it. People are plainly synthetic."""

from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command

from articles import publishing, working_copy
from articles.models import Article, Author, Photo, Section, Tag
from articles.roles import ROLES

ANY_SECTION = object()
_number = count(1)


def make_section(**fields) -> Section:
    return Section.objects.create(**{"name": f"Chuyên mục {next(_number)}", **fields})


def make_author(**fields) -> Author:
    return Author.objects.create(**{"name": f"Người Mẫu {next(_number)}", **fields})


def make_tag(**fields) -> Tag:
    return Tag.objects.create(**{"name": f"từ khóa {next(_number)}", **fields})


def make_photo(**fields) -> Photo:
    """A photo without a file: it shows the caption plate."""
    number = next(_number)
    return Photo.objects.create(
        **{
            "ref": f"anh-mau-{number}",
            "alt": "Hình mẫu",
            "caption": f"Chú thích mẫu {number}.",
            "credit": "Ảnh: Người Mẫu",
            **fields,
        }
    )


def make_draft(
    *, user=None, authors=(), tags=(), related=(), section=ANY_SECTION, lead_photo=None, **fields
) -> Article:
    """A draft with its first revision; it lacks nothing that publishing requires."""
    number = next(_number)
    if section is ANY_SECTION:
        section = Section.objects.get_or_create(name="Chuyên mục chung")[0]
    snapshot = {
        "title": f"Bài mẫu {number}",
        "standfirst": "Sapo của bài mẫu.",
        "body": f"<p>Đoạn thứ nhất của bài mẫu {number}.</p><p>Đoạn thứ hai của bài mẫu {number}.</p>",
        "section": section.pk if section else None,
        "lead_photo": lead_photo.ref if lead_photo else "",
        "tags": [getattr(tag, "name", tag) for tag in tags],
        "bylines": [
            {"author": author.pk, "role": "author", "job_title": "", "raw_line": ""} for author in authors
        ],
        "related": list(related),
        **fields,
    }
    return working_copy.begin(snapshot, user=user)


def make_article(*, published_at=None, expires_at=None, **fields) -> Article:
    """A published story, out now unless `published_at` says otherwise."""
    article = make_draft(**fields)
    article = publishing.publish(article, at=published_at)
    if expires_at:
        Article.objects.filter(pk=article.pk).update(expires_at=expires_at)
        article.refresh_from_db()
    return article


def make_user(role: str | None = None, **fields):
    """A person with an account; with a role also a desk login. The password is `mat-khau-thu`."""
    user = get_user_model().objects.create_user(
        **{"username": f"nguoi-{next(_number)}", "password": "mat-khau-thu", "is_staff": bool(role), **fields}
    )
    if role:
        if not Group.objects.filter(name=ROLES[role]).exists():
            call_command("loaddata", "groups", verbosity=0)
        user.groups.add(Group.objects.get(name=ROLES[role]))
    return user
