"""Accounts are made by an administrator; nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter


class ClosedSignupAdapter(DefaultAccountAdapter):
    """allauth asks here whether signing up is open: it is not."""

    def is_open_for_signup(self, request):
        return False
