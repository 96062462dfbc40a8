"""A mail server that refuses every letter to refused@example.org and keeps the others."""

from smtplib import SMTPRecipientsRefused

from django.core.mail.backends.locmem import EmailBackend


class Backend(EmailBackend):
    def send_messages(self, messages):
        if any("refused@example.org" in message.to for message in messages):
            raise SMTPRecipientsRefused({"refused@example.org": (550, b"no such mailbox")})
        return super().send_messages(messages)
