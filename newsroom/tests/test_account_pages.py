import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"


@pytest.fixture
def person(client):
    person = get_user_model().objects.create_user("nguoi-mau", "nguoimau@example.org", PASSWORD)
    client.force_login(person)
    return person


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_login_page_looks_like_the_site_and_offers_no_signing_up(client):
    text = text_of(client.get("/tai-khoan/login/"))

    assert '<header class="masthead">' in text
    assert "Tên đăng nhập hoặc thư điện tử" in text
    assert "/tai-khoan/signup/" not in text


def test_a_refused_login_says_why_and_keeps_the_name(client):
    text = text_of(client.post("/tai-khoan/login/", {"login": "ai-do", "password": "sai-mat-khau"}))

    assert "Tên đăng nhập hoặc mật khẩu không đúng." in text
    assert 'value="ai-do"' in text


def test_an_error_is_tied_to_its_field(client, person):
    form = {"oldpassword": "sai", "password1": "mot-mat-khau-khac", "password2": "mot-mat-khau-khac"}

    text = text_of(client.post("/tai-khoan/password/change/", form))

    assert 'id="id_oldpassword_error"' in text
    assert 'aria-invalid="true"' in text
    assert 'aria-describedby="id_oldpassword_helptext id_oldpassword_error"' in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("password/change/", "Mật khẩu hiện tại"),
        ("2fa/", "Chưa dùng ứng dụng xác thực."),
        ("2fa/webauthn/", "Chưa thêm khóa bảo mật nào."),
        ("email/", "Các địa chỉ thư điện tử gắn với tài khoản của bạn"),
        ("logout/", "Bạn có chắc muốn đăng xuất?"),
    ],
)
def test_account_pages_speak_vietnamese_and_are_kept_by_nobody(client, person, path, words):
    response = client.get(f"/tai-khoan/{path}")

    assert words in text_of(response)
    assert "no-store" in response["Cache-Control"]


def test_an_editor_who_chose_english_gets_it(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    text = text_of(client.get("/tai-khoan/login/"))

    assert '<html lang="en">' in text
    assert "Username or email" in text or "Login" in text


def test_a_new_password_comes_by_a_mail_in_vietnamese(client, person):
    client.logout()

    client.post("/tai-khoan/password/reset/", {"email": person.email})

    assert "Đặt lại mật khẩu" in mail.outbox[0].subject
    assert "Bạn nhận thư này vì có yêu cầu đặt lại mật khẩu" in mail.outbox[0].body


def test_a_second_factor_is_set_up_without_a_mail_address_and_then_asked_for(client, django_user_model):
    person = django_user_model.objects.create_user("khong-thu", password=PASSWORD, is_staff=True)
    client.post("/tai-khoan/login/", {"login": "khong-thu", "password": PASSWORD})
    client.post("/tai-khoan/reauthenticate/", {"password": PASSWORD})
    page = client.get("/tai-khoan/2fa/totp/activate/")
    secret = page.context["form"].secret

    client.post("/tai-khoan/2fa/totp/activate/", {"code": code_of(secret)})
    client.post("/tai-khoan/logout/")
    response = client.post("/tai-khoan/login/", {"login": "khong-thu", "password": PASSWORD})

    assert Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()
    assert response.headers["Location"].startswith("/tai-khoan/2fa/authenticate/")
    assert client.get("/admin/").status_code == 302


def code_of(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
