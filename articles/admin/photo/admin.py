"""The photo library."""

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.photo.filters import LackingFilter, UseFilter
from articles.admin.photo.form import PhotoForm
from articles.admin.photo.picker import picker
from articles.models import Article, ArticlePhoto, Photo
from articles.photos.markup import file_url, plate_url, thumbnail_url
from articles.photos.storing import delete_files, remake_social, store_photo
from articles.photos.uses import authors_shown_by, renew_stories_with, stories_with
from newsroom.admin_search import FoldedSearchMixin

USES_SHOWN = 50
_USE_COUNT = (
    ArticlePhoto.objects.filter(photo=OuterRef("pk")).order_by().values("photo").annotate(n=Count("pk"))
)


@admin.register(Photo)
class PhotoAdmin(FoldedSearchMixin, admin.ModelAdmin):
    """Pictures with what must be said about them; a picture in use cannot be deleted."""

    form = PhotoForm
    list_display = ("thumbnail", "words", "pixels", "use_count", "added")
    list_display_links = ("thumbnail",)
    list_filter = (LackingFilter, UseFilter, "illustration")
    list_per_page = 50
    quick_place = 50
    search_fields = ("search_fold",)
    search_help_text = _("Caption, credit, alternative text or reference; accents may be left out.")
    ordering = ("-pk",)
    readonly_fields = ("picture", "ref", "used_in", "uploaded_by", "created_at")
    add_fieldsets = (
        (None, {"fields": ("upload", "alt", "decorative", "caption", "credit")}),
        (_("Origin"), {"fields": ("illustration", "source_url", "rights")}),
    )
    fieldsets = (
        (_("Picture"), {"fields": ("picture", ("focal_x", "focal_y"), "upload")}),
        (_("Words"), {"fields": ("alt", "decorative", "caption", "credit")}),
        (
            _("Origin"),
            {"fields": ("illustration", "source_url", "rights", "ref", "uploaded_by", "created_at")},
        ),
        (_("Use"), {"fields": ("used_in",)}),
    )

    class Media:
        css = {"all": ["articles/photos/desk.css"]}

    def quick_detail(self, photo):
        return photo.credit

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.add_fieldsets
        if self.has_change_permission(request, obj):
            return self.fieldsets
        shown = (_("Picture"), {"fields": ("picture",)})  # who may only look has no file to give
        return (shown, *self.fieldsets[1:])

    def get_urls(self):
        return [
            path("picker/", self.admin_site.admin_view(self.picker_view), name="articles_photo_picker"),
            path(
                "<slug:ref>/thumbnail/",
                self.admin_site.admin_view(self.thumbnail_view),
                name="articles_photo_thumbnail",
            ),
            *super().get_urls(),
        ]

    def picker_view(self, request):
        return picker(self, request)

    def thumbnail_view(self, request, ref):
        """The smallest rendition of a photo, or the caption plate: what the story editor shows."""
        photo = Photo.objects.filter(ref=ref).first() if self.has_view_permission(request) else None
        return HttpResponseRedirect(thumbnail_url(photo) if photo else plate_url())

    def has_change_permission(self, request, obj=None):
        """Who may only add photos may still put right their own, until readers see them."""
        if super().has_change_permission(request, obj):
            return True
        own = obj is not None and obj.uploaded_by_id == request.user.pk and self.has_add_permission(request)
        return own and not Photo.objects.public().filter(pk=obj.pk).exists()

    # List ---------------------------------------------------------------------------------------

    def get_queryset(self, request):
        uses = Coalesce(Subquery(_USE_COUNT.values("n")), 0)
        return super().get_queryset(request).annotate(use_count=uses)

    @admin.display(description=_("picture"))
    def thumbnail(self, photo):
        return format_html(
            '<img class="photo-thumbnail" src="{}" alt="{}" loading="lazy">',
            thumbnail_url(photo),
            photo.alt or photo,
        )

    @admin.display(description=_("caption and credit"))
    def words(self, photo):
        return format_html(
            '<a class="photo-words" href="{}">{}</a> <small class="photo-credit">{}</small>',
            _change_url(photo),
            Truncator(str(photo)).chars(140),
            photo.credit,
        )

    @admin.display(description=_("size"))
    def pixels(self, photo):
        return (
            f"{photo.width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{photo.height}"
            if photo.file
            else _("no file")
        )

    @admin.display(description=_("stories"))
    def use_count(self, photo):
        return photo.use_count

    @admin.display(description=_("added"), ordering="pk")
    def added(self, photo):
        return date_format(timezone.localtime(photo.created_at), "SHORT_DATE_FORMAT")

    # Form ---------------------------------------------------------------------------------------

    def get_object(self, request, object_id, from_field=None):
        photo = super().get_object(request, object_id, from_field)
        if photo:
            photo.asked_by = request.user
        return photo

    @admin.display(description=_("picture"))
    def picture(self, photo):
        if not photo.file:
            return format_html('<img class="photo-plate" src="{}" alt="{}">', plate_url(), _("No file yet"))
        return format_html(
            '<span class="focal-picture" data-focal-picture="id_focal_x id_focal_y">'
            '<img src="{}" alt="{}" width="{}" height="{}"></span>',
            file_url(photo),
            photo.alt,
            photo.width,
            photo.height,
        )

    @admin.display(description=_("shown by"))
    def used_in(self, photo):
        shown = _links(photo, photo.asked_by)
        if not shown:
            return _("Nothing shows this picture.")
        return format_html(
            '<ul class="photo-uses">{}</ul>', format_html_join("", "<li>{}</li>", ((link,) for link in shown))
        )

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        upload = form.cleaned_data.get("upload")
        if upload:
            self._warn_of_twin(request, obj, upload.checksum)
            store_photo(obj, upload)
        else:
            super().save_model(request, obj, form, change)
            if obj.file and {"focal_x", "focal_y"} & set(form.changed_data):
                self._crop_again(request, obj)
        if change and form.changed_data and (count := renew_stories_with(obj)):
            self.message_user(
                request,
                ngettext("%(count)s story was renewed.", "%(count)s stories were renewed.", count)
                % {"count": count},
            )

    def _crop_again(self, request, photo):
        try:
            remake_social(photo)
        except OSError:
            self.message_user(
                request,
                _("The file of this picture cannot be read, so its crop is the old one. Upload it again."),
                messages.WARNING,
            )

    def _warn_of_twin(self, request, photo, checksum):
        twin = Photo.objects.filter(checksum=checksum).exclude(pk=photo.pk).first()
        if twin:
            link = format_html('<a href="{}">{}</a>', _change_url(twin), twin)
            self.message_user(
                request, format_html(_("The same file is already in the library: {}"), link), messages.WARNING
            )

    # Deletion -----------------------------------------------------------------------------------

    def get_deleted_objects(self, objs, request):
        """What still shows a picture protects it, the working copies of stories too."""
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        shown = [link for photo in objs for link in _links(photo, request.user)]
        return to_delete, counts, perms_needed, shown or protected

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        delete_files(obj)

    def delete_queryset(self, request, queryset):
        photos = list(queryset)
        super().delete_queryset(request, queryset)
        for photo in photos:
            delete_files(photo)


def _change_url(instance) -> str:
    return reverse(f"admin:articles_{instance._meta.model_name}_change", args=[instance.pk])


def _links(photo: Photo, user) -> list:
    """Links to the stories and authors that show the photo, at most `USES_SHOWN` of each.

    Of stories that this person may not open only the number is told.
    """
    stories = stories_with(photo)
    shown = [
        *stories.visible_to(user).order_by("-pk")[:USES_SHOWN],
        *authors_shown_by(photo).order_by("pk")[:USES_SHOWN],
    ]
    links = [
        format_html('{}: <a href="{}">{}</a>', one._meta.verbose_name, _change_url(one), one) for one in shown
    ]
    closed = stories.exclude(pk__in=Article.objects.visible_to(user).order_by().values("pk")).count()
    if closed:
        text = ngettext(
            "%(count)s story that you may not open", "%(count)s stories that you may not open", closed
        )
        links.append(text % {"count": closed})
    return links
