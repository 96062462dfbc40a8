"""Logins, passwords and second factors, as their libraries tell of them, go into the audit log."""

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Q

from articles import audit


def watch() -> None:
    """Called once, when the apps are ready."""
    user_logged_in.connect(_logged_in, dispatch_uid="audit")
    user_logged_out.connect(_logged_out, dispatch_uid="audit")
    user_login_failed.connect(_login_failed, dispatch_uid="audit")
    authentication_failed.connect(_factor_refused, dispatch_uid="audit")
    for signal in (password_changed, password_reset, password_set):
        signal.connect(_password_changed, dispatch_uid="audit")
    authenticator_added.connect(_factor_added, dispatch_uid="audit")
    authenticator_removed.connect(_factor_removed, dispatch_uid="audit")
    authenticator_reset.connect(_factor_added, dispatch_uid="audit")


def _logged_in(sender, user, **rest):
    audit.record("login", user, user=user)


def _logged_out(sender, user, **rest):
    if user is not None:  # somebody whose session had ended already
        audit.record("logout", user, user=user)


def _login_failed(sender, credentials, **rest):
    """Only a name that exists is written down: people type passwords into the wrong box."""
    name = credentials.get("username") or credentials.get("email") or ""
    named = get_user_model().objects.filter(Q(username__iexact=name) | Q(email__iexact=name))
    audit.record("login_failed", named.order_by("pk").first() if name else None)


def _factor_refused(sender, user, authenticator, **rest):
    audit.record("login_failed", user, note=authenticator.get_type_display())


def _password_changed(sender, user, **rest):
    audit.record("password", user, user=user)


def _factor_added(sender, user, authenticator, **rest):
    audit.record("second_factor", user, after=authenticator.get_type_display())


def _factor_removed(sender, user, authenticator, **rest):
    audit.record("second_factor", user, before=authenticator.get_type_display())
