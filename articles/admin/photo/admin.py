"""The photo library."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import audit
from articles.admin.article.listing import RowsByIdPaginator
from articles.admin.photo.filters import LackingFilter, RightsFilter, TwinFilter, UseFilter
from articles.admin.photo.form import PhotoForm
from articles.admin.photo.listing import PhotoList, with_use_count
from articles.admin.photo.picker import picker
from articles.admin.photo.used import change_url, use_links
from articles.models import Photo
from articles.photos.markup import desk_url, plate_url, thumbnail_url
from articles.photos.remarks import remarks
from articles.photos.storing import delete_files, remake_social, store_photo
from articles.photos.uses import renew_stories_with
from newsroom.admin_search import FoldedSearchMixin


@admin.register(Photo)
class PhotoAdmin(FoldedSearchMixin, admin.ModelAdmin):
    """Pictures with what must be said about them; a picture in use cannot be deleted."""

    form = PhotoForm
    list_display = ("thumbnail", "words", "pixels", "use_count", "added")
    list_display_links = ("thumbnail",)
    list_filter = (LackingFilter, RightsFilter, UseFilter, TwinFilter, "illustration")
    list_per_page = list_max_show_all = 48
    paginator = RowsByIdPaginator
    change_list_template = "admin/articles/photo/change_list.html"
    quick_place = 50
    search_fields = ("search_fold",)
    search_help_text = _(
        "Caption, credit, alternative text, file name or reference; accents may be left out."
    )
    ordering = ("-pk",)
    readonly_fields = ("picture", "ref", "file_name", "used_in", "uploaded_by", "created_at")
    add_fieldsets = (
        (None, {"fields": ("upload", "again", "alt", "decorative", "caption", "credit")}),
        (_("Origin"), {"fields": ("illustration", "source_url", "rights", "rights_until")}),
    )
    fieldsets = (
        (_("Picture"), {"fields": ("picture", ("focal_x", "focal_y"))}),
        (
            _("Replace the file"),
            {
                "fields": ("upload", "again"),
                "description": _(
                    "Every story that shows the picture shows the new file. Words and rights stay."
                ),
            },
        ),
        (_("Words"), {"fields": ("alt", "decorative", "caption", "credit")}),
        (
            _("Origin"),
            {
                "fields": (
                    "illustration",
                    "source_url",
                    "rights",
                    "rights_until",
                    "ref",
                    "file_name",
                    "uploaded_by",
                    "created_at",
                )
            },
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
        return (shown, *self.fieldsets[2:])

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
        return own and not Photo.objects.placed().filter(pk=obj.pk).exists()

    # List ---------------------------------------------------------------------------------------

    def get_queryset(self, request):
        return with_use_count(super().get_queryset(request))

    def get_changelist(self, request, **kwargs):
        return PhotoList

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
            '<a class="photo-words" href="{}">{}</a> <small class="photo-credit">{}</small>{}',
            change_url(photo),
            Truncator(str(photo)).chars(140),
            photo.credit,
            format_html_join(
                " ", '<span class="photo-mark photo-mark--{kind}">{says}</span>', remarks(photo)
            ),
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
            desk_url(photo),
            photo.alt,
            photo.width,
            photo.height,
        )

    @admin.display(description=_("shown by"))
    def used_in(self, photo):
        shown = use_links(photo, photo.asked_by)
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
            self._store(obj, form, upload)
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

    def _store(self, photo, form, upload):
        before = photo.file and f"{photo.file_name} {photo.checksum[:12]}".strip()
        photo.file_name = form.uploaded_name
        replaced = before and upload.checksum != photo.checksum
        store_photo(photo, upload)
        if replaced:
            after = f"{photo.file_name} {photo.checksum[:12]}".strip()
            audit.record("replace", photo, before=before, after=after)

    def _crop_again(self, request, photo):
        try:
            remake_social(photo)
        except OSError:
            self.message_user(
                request,
                _("The file of this picture cannot be read, so its crop is the old one. Upload it again."),
                messages.WARNING,
            )

    # Deletion -----------------------------------------------------------------------------------

    def get_deleted_objects(self, objs, request):
        """What still shows a picture protects it, the working copies of stories too."""
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        shown = [link for photo in objs for link in use_links(photo, request.user)]
        return to_delete, counts, perms_needed, shown or protected

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        delete_files(obj)

    def delete_queryset(self, request, queryset):
        photos = list(queryset)
        super().delete_queryset(request, queryset)
        for photo in photos:
            delete_files(photo)
