import re

import pytest
from django import forms
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles import publishing, working_copy
from articles.admin.photo import PhotoField
from articles.models import Article, AuditEntry, Author, Photo
from articles.photos.inspection import MAX_BYTES
from articles.photos.markup import file_url, plate_url, thumbnail_url
from articles.photos.storing import file_names, store_photo
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_user
from articles.tests.pictures import encoded, png_claiming, quarters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]

ADD = "/admin/articles/photo/add/"
LIST = "/admin/articles/photo/"
PICKER = "/admin/articles/photo/picker/"


@pytest.fixture
def desk(client):
    """A browser in which an editor is signed in."""
    client.force_login(make_user("managing_editor"))
    return client


@pytest.fixture
def photo() -> Photo:
    return store_photo(make_photo(), encoded(quarters(1000, 1000)))


def jpeg(**size) -> SimpleUploadedFile:
    return SimpleUploadedFile("anh.jpg", encoded(quarters(**size)), content_type="image/jpeg")


def change(photo: Photo) -> str:
    return reverse("admin:articles_photo_change", args=[photo.pk])


def typed(photo: Photo, **changes) -> dict:
    """What the change form posts for a photo."""
    names = ("alt", "caption", "credit", "source_url", "rights", "focal_x", "focal_y")
    return {name: getattr(photo, name) for name in names} | changes


def shown_refs(response) -> list[str]:
    return re.findall(r'data-ref="([^"]+)"', response.content.decode())


# Upload -----------------------------------------------------------------------------------------


def test_an_uploaded_picture_is_stored_with_its_words(desk):
    desk.post(ADD, {"upload": jpeg(), "alt": "  Bến  cảng ", "caption": "Chú thích.\nHai dòng."})

    photo = Photo.objects.get()
    assert (photo.alt, photo.caption) == ("Bến cảng", "Chú thích. Hai dòng.")
    assert all(default_storage.exists(name) for name in file_names(photo))
    assert photo.uploaded_by.groups.get().name == "Thư ký tòa soạn"


def test_a_record_of_nothing_is_refused(desk):
    response = desk.post(ADD, {"focal_x": "0.5", "focal_y": "0.5"})

    assert response.context["adminform"].form.errors["upload"] == [
        "Hãy chọn tệp, hoặc viết chú thích cho biết ảnh có gì."
    ]
    assert not Photo.objects.exists()


def test_a_record_without_a_file_is_allowed(desk):
    response = desk.post(ADD, {"alt": "Ảnh chưa nhận được"})

    assert response.status_code == 302
    assert Photo.objects.get().file == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xd8" + b"\0" * MAX_BYTES, "25 MB"),
        (png_claiming(30_000, 30_000), "50 "),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "WebP"),
        (encoded(quarters())[:500], None),
    ],
)
def test_a_refused_file_keeps_what_was_typed_and_says_why_at_the_field(desk, content, reason):
    words = {"alt": "Bến cảng lúc bình minh", "caption": "Chú thích đã gõ", "credit": "Ảnh: Người Mẫu"}

    response = desk.post(ADD, words | {"upload": SimpleUploadedFile("anh.jpg", content)})

    page = html.fromstring(response.content.decode())
    assert response.status_code == 200
    assert {
        name: page.get_element_by_id(f"id_{name}").xpath("string(@value | text())").strip() for name in words
    } == words
    (message,) = page.xpath('//div[contains(@class, "field-upload")]//ul[contains(@class, "errorlist")]/li')
    assert reason is None or reason in message.text_content()
    assert not Photo.objects.exists()


def test_a_refused_file_leaves_the_picture_that_stands(desk, photo):
    before = Photo.objects.get()

    desk.post(change(photo), typed(photo, caption="Mới", upload=SimpleUploadedFile("a.png", b"no")))

    after = Photo.objects.get()
    assert (after.caption, after.renditions) == (before.caption, before.renditions)


def test_the_same_file_again_is_refused_with_a_link_until_it_is_wanted_twice(desk):
    desk.post(ADD, {"upload": jpeg(), "alt": "Một"})
    first = Photo.objects.get()

    refused = desk.post(ADD, {"upload": jpeg(), "alt": "Hai"})
    page = html.fromstring(refused.content.decode())
    wanted = desk.post(ADD, {"upload": jpeg(), "alt": "Hai", "again": "on"})

    assert page.xpath("//ul[contains(@class, 'errorlist')]//a/@href") == [change(first)]
    assert page.get_element_by_id("id_again").get("type") == "checkbox"
    assert page.get_element_by_id("id_alt").text.strip() == "Hai"
    assert wanted.status_code == 302
    assert [photo.alt for photo in Photo.objects.order_by("pk")] == ["Một", "Hai"]


def test_the_picker_offers_the_picture_that_has_the_file(desk, photo):
    twin = SimpleUploadedFile("anh-khac.jpg", encoded(quarters(1000, 1000)), content_type="image/jpeg")

    response = desk.post(PICKER, {"upload": twin, "alt": "Cùng một ảnh"})

    page = html.fromstring(response.content.decode())
    assert page.xpath("//div[@class='photo-picker__twin']//button/@data-ref") == [photo.ref]
    assert Photo.objects.count() == 1


def test_a_replaced_file_reaches_readers_under_a_new_address_and_is_logged(
    desk, photo, django_capture_on_commit_callbacks
):
    story = make_article(body=f'<figure><img data-file="{photo.ref}"></figure>')
    old = set(file_names(photo))
    before = Article.objects.get().story_html

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(change(photo), typed(photo, upload=jpeg(width=800, height=800)))

    story.refresh_from_db()
    after = Photo.objects.get()
    assert (after.pk, after.ref, after.caption) == (photo.pk, photo.ref, photo.caption)
    assert file_url(photo) in before
    assert file_url(after) in story.story_html
    assert file_url(photo) not in story.story_html
    assert not any(default_storage.exists(name) for name in old)
    entry = AuditEntry.objects.about(photo).get(action="replace")
    assert entry.user_name
    assert "anh.jpg" in entry.after


def test_a_moved_focal_point_makes_a_new_crop_and_leaves_the_rest(desk, photo):
    desk.post(change(photo), typed(photo, focal_y="0.95"))

    after = Photo.objects.get()
    assert after.focal_y == 0.95
    assert after.renditions["social"] != photo.renditions["social"]
    assert after.renditions["avif"] == photo.renditions["avif"]


def test_a_lost_master_does_not_stop_the_words_from_being_saved(desk, photo):
    default_storage.delete(photo.file)

    response = desk.post(change(photo), typed(photo, focal_y="0.95", caption="Vẫn lưu."))

    assert response.status_code == 302
    assert Photo.objects.get().caption == "Vẫn lưu."


@pytest.mark.parametrize("value", ["1.2", "-0.1", "nan", "x"])
def test_a_focal_point_outside_the_picture_is_refused(desk, photo, value):
    response = desk.post(change(photo), typed(photo, focal_x=value))

    assert (response.status_code, Photo.objects.get().focal_x) == (200, 0.5)


def test_the_focal_point_can_be_set_by_keyboard_without_scripts(desk, photo):
    page = html.fromstring(desk.get(change(photo)).content.decode())

    for name in ("focal_x", "focal_y"):
        slider = page.get_element_by_id(f"id_{name}")
        assert (slider.get("type"), slider.get("min"), slider.get("max"), slider.get("value")) == (
            "range",
            "0",
            "1",
            "0.5",
        )
        assert page.xpath(f'//label[@for="id_{name}"]')


def test_changed_words_reach_the_stories_that_show_the_photo(desk, photo):
    article = make_article(lead_photo=photo)

    desk.post(change(photo), typed(photo, alt="Mô tả vừa sửa"))

    article.refresh_from_db()
    assert 'alt="Mô tả vừa sửa"' in article.story_html


def test_a_reporter_puts_right_a_photo_of_theirs_until_readers_see_it(client, photo):
    reporter = make_user("reporter")
    client.force_login(reporter)
    client.post(ADD, {"upload": jpeg(), "alt": "Của tôi"})
    own = Photo.objects.get(uploaded_by=reporter)

    client.post(change(own), typed(own, alt="Đã sửa"))
    client.post(change(photo), typed(photo, alt="Của người khác"))
    make_article(lead_photo=own)
    client.post(change(own), typed(own, alt="Sửa sau khi đăng"))

    assert list(Photo.objects.order_by("pk").values_list("alt", flat=True)) == [photo.alt, "Đã sửa"]


# List -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["dinh", "ĐỊNH", "cang dinh", "Cảng Đình"])
def test_the_list_is_searched_without_accents(desk, query):
    found = make_photo(caption="Cảng Đình Vũ")
    make_photo(caption="Cảng Cát Lái")

    response = desk.get(LIST, {"q": query})

    assert list(response.context["cl"].queryset) == [found]


def test_the_list_filters_by_what_is_missing(desk, photo):
    no_alt, no_credit, uncaptioned = make_photo(alt=""), make_photo(credit=""), make_photo(caption="")
    make_photo(alt="", decorative=True)

    def listed(**query):
        return set(desk.get(LIST, query).context["cl"].queryset)

    assert listed(lacking="alt") == {no_alt}
    assert listed(lacking="credit") == {no_credit}
    assert listed(lacking="caption") == {uncaptioned}
    assert listed(lacking="file") == set(Photo.objects.exclude(pk=photo.pk))
    assert listed(lacking="nonsense") == set(Photo.objects.all())


def test_the_list_filters_by_use(desk):
    on_a_story, portrait, unused = make_photo(), make_photo(), make_photo()
    make_draft(lead_photo=on_a_story)
    make_author(portrait=portrait)

    assert set(desk.get(LIST, {"used": "yes"}).context["cl"].queryset) == {on_a_story, portrait}
    assert set(desk.get(LIST, {"used": "no"}).context["cl"].queryset) == {unused}


def test_the_list_is_searched_by_the_name_of_the_file(desk):
    desk.post(ADD, {"upload": jpeg(), "alt": "Một"})
    make_photo()

    response = desk.get(LIST, {"q": "anh.jpg"})

    assert [photo.alt for photo in response.context["cl"].queryset] == ["Một"]


def test_the_list_filters_by_files_that_stand_twice(desk):
    one, two, _three, _plate = (make_photo(checksum=checksum) for checksum in ("a", "a", "b", ""))
    make_photo(checksum="")

    assert set(desk.get(LIST, {"twins": "yes"}).context["cl"].queryset) == {one, two}


def test_the_library_is_a_grid_with_remarks_or_rows_and_keeps_the_search(desk):
    make_article(lead_photo=make_photo(caption="Cảng Đình Vũ", credit=""))
    make_photo(caption="Cảng Cát Lái", rights_until="2020-01-31", illustration=True)

    grid = html.fromstring(desk.get(LIST, {"q": "cang"}).content.decode())
    (rows_address,) = grid.xpath("//p[@class='photo-views']/a[not(@aria-current)]/@href")
    rows = html.fromstring(desk.get(LIST + rows_address).content.decode())

    cards = [" ".join(card.text_content().split()) for card in grid.xpath("//a[@class='photo-card']")]
    assert cards == [
        "Cảng Cát Lái Ảnh: Người Mẫu Hết quyền đăng 31/1/2020 Chưa có tệp Hình vẽ Ở 0 bài",
        "Cảng Đình Vũ Chưa có tệp Thiếu nguồn ảnh Ở 1 bài",
    ]
    assert len(rows.xpath("//table[@id='result_list']/tbody/tr")) == 2


@pytest.mark.parametrize("count", [2, 20])
def test_the_list_costs_the_same_however_long(desk, django_assert_max_num_queries, count):
    for _ in range(count):
        make_photo()

    with django_assert_max_num_queries(10):
        assert desk.get(LIST).status_code == 200


def test_a_photo_says_where_it_is_shown(desk, photo):
    article = make_article(lead_photo=photo)
    pending = make_article()
    working_copy.save(pending, {"body": f'<figure><img data-file="{photo.ref}"></figure>'})
    author = make_author(portrait=photo)
    other = make_article()

    page = desk.get(change(photo)).content.decode()

    shown = [
        reverse(f"admin:articles_{kind}_change", args=[pk])
        for kind, pk in [("article", article.pk), ("article", pending.pk), ("author", author.pk)]
    ]
    assert all(f'href="{address}"' in page for address in shown)
    assert reverse("admin:articles_article_change", args=[other.pk]) not in page


# Deletion ---------------------------------------------------------------------------------------


def delete(desk, photo):
    return desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"})


def in_a_draft(photo):
    return make_draft(lead_photo=photo)


def on_a_published_story(photo):
    return make_article(lead_photo=photo)


def on_a_withdrawn_story(photo):
    return publishing.withdraw(make_article(lead_photo=photo))


def in_the_working_copy_of_a_live_story(photo):
    article = make_article()
    working_copy.save(article, {"body": f'<figure><img data-file="{photo.ref}"></figure>'})
    return article


def as_a_portrait(photo):
    return make_author(portrait=photo)


@pytest.mark.parametrize(
    "use",
    [
        in_a_draft,
        on_a_published_story,
        on_a_withdrawn_story,
        in_the_working_copy_of_a_live_story,
        as_a_portrait,
    ],
)
def test_a_photo_in_use_is_not_deleted_and_the_reason_is_shown(desk, photo, use):
    user_of_it = use(photo)

    response = delete(desk, photo)

    assert str(user_of_it) in response.content.decode()
    assert Photo.objects.filter(pk=photo.pk).exists()


def test_the_bulk_action_deletes_no_photo_in_use_either(desk, photo):
    as_a_portrait(photo)
    unused = make_photo()

    desk.post(LIST, {"action": "delete_selected", "_selected_action": [photo.pk, unused.pk], "post": "yes"})

    assert Author.objects.get().portrait == photo


def test_an_unused_photo_goes_with_its_files(desk, photo, tmp_path, django_capture_on_commit_callbacks):
    article = make_draft(lead_photo=photo)
    working_copy.save(article, {"lead_photo": ""})

    with django_capture_on_commit_callbacks(execute=True):
        delete(desk, photo)

    assert not Photo.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


# Picker -----------------------------------------------------------------------------------------


def test_the_picker_gives_the_editor_reference_address_text_and_caption(desk, photo):
    page = html.fromstring(desk.get(PICKER, {"CKEditorFuncNum": "-1"}).content.decode())

    (button,) = page.xpath("//button[@data-pick]")
    assert (button.get("data-ref"), button.get("data-alt"), button.get("data-caption")) == (
        photo.ref,
        photo.alt,
        photo.caption,
    )
    assert button.get("data-address") == reverse("admin:articles_photo_thumbnail", args=[photo.ref])


def test_the_picker_shows_the_newest_first_and_leads_on_to_older_ones(desk):
    photos = [make_photo() for _ in range(30)]
    refs = [photo.ref for photo in reversed(photos)]

    first = desk.get(PICKER, {"field": "id_lead_photo"})
    second = desk.get(first.context["older"])

    assert shown_refs(first) + shown_refs(second) == refs
    assert "field=id_lead_photo" in first.context["older"]
    assert second.context["older"] is None


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "²"])
def test_a_page_of_the_picker_that_means_nothing_is_the_first(desk, before):
    photo = make_photo()

    assert shown_refs(desk.get(PICKER, {"before": before})) == [photo.ref]


def test_the_picker_searches_without_accents(desk):
    found = make_photo(caption="Huân chương Lao động")
    make_photo(caption="Bến cảng")

    assert shown_refs(desk.get(PICKER, {"q": "huan chuong lao dong"})) == [found.ref]


def test_a_picture_added_in_the_picker_is_chosen_at_once(desk):
    response = desk.post(f"{PICKER}?CKEditorFuncNum=-3", {"upload": jpeg(), "alt": "Bến cảng"}, follow=True)

    photo = Photo.objects.get()
    page = html.fromstring(response.content.decode())
    assert [button.get("data-ref") for button in page.xpath("//button[@data-chosen]")] == [photo.ref]
    assert "CKEditorFuncNum=-3" in response.redirect_chain[0][0]
    assert photo.uploaded_by is not None
    assert LogEntry.objects.get().object_id == str(photo.pk)


def test_a_file_refused_in_the_picker_keeps_what_was_typed(desk):
    response = desk.post(PICKER, {"upload": SimpleUploadedFile("a.jpg", b"<svg/>"), "alt": "Đã gõ"})

    assert response.context["form"].errors.keys() == {"upload"}
    assert ">\nĐã gõ</textarea>" in response.content.decode()


def test_the_picker_works_under_the_strict_policy(desk, photo):
    page = html.fromstring(desk.get(PICKER).content.decode())

    assert [
        script
        for script in page.xpath("//script")
        if not script.get("src") and script.get("type") != "application/json"
    ] == []
    assert page.xpath("//*[@*[starts-with(name(), 'on')]]") == []


@pytest.mark.parametrize("role", ["registry_editor", None])
def test_only_who_may_see_photos_opens_the_picker(client, photo, role):
    user = make_user(role)
    client.force_login(user)

    response = client.get(PICKER)

    assert response.status_code == (200 if user.has_perm("articles.view_photo") else 403 if role else 302)


def test_a_thumbnail_address_leads_to_the_smallest_rendition_or_the_plate(desk, photo):
    def target(ref):
        return desk.get(reverse("admin:articles_photo_thumbnail", args=[ref]))["Location"]

    assert target(photo.ref) == thumbnail_url(photo)
    assert target(make_photo().ref) == plate_url()
    assert target("khong-co") == plate_url()


def test_a_stranger_gets_no_thumbnail_address(client, photo):
    response = client.get(reverse("admin:articles_photo_thumbnail", args=[photo.ref]))

    assert "/media/" not in response["Location"]


# Field ------------------------------------------------------------------------------------------


class PortraitForm(forms.ModelForm):
    portrait = PhotoField(required=False)

    class Meta:
        model = Author
        fields = ("portrait",)


def test_a_photo_field_holds_the_reference_as_text_and_shows_the_picture(photo):
    markup = str(PortraitForm(instance=make_author(portrait=photo))["portrait"])

    field = html.fragment_fromstring(markup)
    (text,) = field.xpath(".//input")
    assert (text.get("type"), text.get("value")) == ("text", photo.ref)
    assert field.xpath(".//img/@src") == [thumbnail_url(photo)]


def test_a_photo_field_takes_a_reference_and_refuses_an_unknown_one(photo):
    author = make_author()

    form = PortraitForm({"portrait": photo.ref}, instance=author)
    wrong = PortraitForm({"portrait": "khong-co"}, instance=author)

    assert form.is_valid()
    assert form.save().portrait == photo
    assert not wrong.is_valid()
    assert 'value="khong-co"' in str(wrong["portrait"])


def test_an_untouched_photo_field_has_not_changed(photo):
    form = PortraitForm({"portrait": photo.ref}, instance=make_author(portrait=photo))

    assert not form.has_changed()


def test_who_may_only_look_at_a_picture_is_asked_for_no_file(client):
    photo = make_photo(alt="Bến cảng lúc rạng đông")
    client.force_login(make_user("reporter"))

    text = client.get(reverse("admin:articles_photo_change", args=[photo.pk])).content.decode()

    assert photo.alt in text
    assert "Upload" not in text
    assert "focal_x" not in text


# What a person may not know -----------------------------------------------------------------------


def test_stories_of_others_that_show_a_photo_are_counted_and_not_named(client):
    reporter = make_user("reporter")
    photo = make_photo(uploaded_by=reporter)
    make_draft(title="Bài của tôi", user=reporter, lead_photo=photo)
    make_draft(title="Bài của người khác", user=make_user("reporter"), lead_photo=photo)
    client.force_login(reporter)

    page = client.get(change(photo)).content.decode()

    assert "Bài của tôi" in page
    assert "Bài của người khác" not in page
    assert page.count('<ul class="photo-uses">') == 1
    uses = html.fromstring(page).xpath('//ul[@class="photo-uses"]/li')
    assert [item.text_content()[:2] for item in uses][1:] == ["1 "]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org/x", "http://"])
def test_the_source_of_a_photo_is_an_address_of_the_web(desk, photo, address):
    response = desk.post(change(photo), typed(photo, source_url=address))

    assert "source_url" in response.context["adminform"].form.errors


def test_what_is_no_reference_is_not_looked_for(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert plate_url() in PhotoField().widget.render("lead_photo", "a\x00b")
