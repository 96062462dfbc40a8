"""HTML and addresses of a photo. Everything shown comes from the renditions that the record names.

Readers get the caption plate for a picture whose rights have ended, as if it had no file.
"""

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import Photo
from articles.photos.sizes import PLATE_SIZE


def picture_html(photo: Photo, *, sizes: str, lead: bool = False) -> SafeString:
    """One element: `<picture>` with AVIF and a JPEG fallback, or the caption plate when there is no file.

    `sizes` is the attribute of that name. A `lead` picture loads at once and first, others when
    they come near the window. The place is reserved by the real proportions. A focal point off the
    centre goes along as classes, `focus-x2 focus-y8` in tenths, for style sheets that crop.
    """
    fallback = _for_readers(photo).get("jpeg")
    if not fallback:
        return plate_html()
    return format_html(
        '<picture class="picture"><source type="image/avif" srcset="{}" sizes="{}">'
        '<img src="{}" alt="{}" width="{}" height="{}" {}{}></picture>',
        format_html_join(
            ", ", "{} {}w", ((media_url(one["name"]), one["width"]) for one in photo.renditions["avif"])
        ),
        sizes,
        media_url(fallback["name"]),
        "" if photo.decorative else photo.alt,
        photo.width,
        photo.height,
        _loading(lead),
        _focus(photo),
    )


def waiting_html(photo: Photo, *, sizes: str, lead: bool = False) -> SafeString:
    """The picture for a reader's page: a few blurred bytes of it stand in its place until it is there."""
    picture, placeholder = picture_html(photo, sizes=sizes, lead=lead), _for_readers(photo).get("placeholder")
    if not placeholder:
        return picture
    return format_html(
        '<span class="shot">{}<img class="shot__blur" src="{}" alt="" width="{}" height="{}"></span>',
        picture,
        placeholder,
        photo.width,
        photo.height,
    )


def enlargeable_html(photo: Photo, *, sizes: str, lead: bool = False) -> SafeString:
    """The picture as a link to its largest rendition; the caption plate leads nowhere."""
    picture, address = waiting_html(photo, sizes=sizes, lead=lead), large_url(photo)
    if not address:
        return picture
    return format_html('<a class="enlarge" href="{}" title="Xem ảnh lớn">{}</a>', address, picture)


def plate_html() -> SafeString:
    """The caption plate: what stands where a picture has no file. The caption below it says the rest."""
    width, height = PLATE_SIZE
    return format_html(
        '<img class="caption-plate" src="{}" alt="" width="{}" height="{}">', plate_url(), width, height
    )


def file_url(photo: Photo) -> str:
    """Address of the JPEG that every program can show; empty when readers get none."""
    return _url_of(_for_readers(photo).get("jpeg"))


def large_url(photo: Photo) -> str:
    """Address of the largest rendition; empty when readers get none."""
    avif = _for_readers(photo).get("avif")
    return _url_of(avif[-1] if avif else None)


def social_url(photo: Photo) -> str:
    """Address of the 1200×630 crop for cards of social networks; empty when readers get none."""
    return _url_of(_for_readers(photo).get("social"))


def desk_url(photo: Photo) -> str:
    """Address of the JPEG for the desk, whatever its rights; empty when the photo has no file."""
    return _url_of(photo.renditions.get("jpeg"))


def thumbnail_url(photo: Photo) -> str:
    """Address of the smallest rendition, or of the caption plate: for the desk, whatever its rights."""
    avif = photo.renditions.get("avif")
    return media_url(avif[0]["name"]) if avif else plate_url()


def media_url(name: str) -> str:
    """Address of a stored file on this site, whatever storage holds it: `newsroom.site.absolute` adds the host."""
    return settings.MEDIA_URL + name


def plate_url() -> str:
    """Address of the caption plate, without a hash: stored pages outlive a deployment."""
    return settings.STATIC_URL + "newsroom/caption-plate.svg"


def _for_readers(photo: Photo) -> dict:
    return {} if photo.rights_ended else photo.renditions


def _url_of(rendition: dict | None) -> str:
    return media_url(rendition["name"]) if rendition else ""


def _loading(lead: bool) -> SafeString:
    return SafeString('fetchpriority="high"' if lead else 'loading="lazy" decoding="async"')


def _focus(photo: Photo) -> SafeString:
    tenths = (("x", round(photo.focal_x * 10)), ("y", round(photo.focal_y * 10)))
    classes = " ".join(f"focus-{axis}{tenth}" for axis, tenth in tenths if tenth != 5)
    return format_html(' class="{}"', classes) if classes else SafeString("")
