from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField, ParagraphField


def mail_or_https(contact: str) -> None:
    """Refuse what nobody could write to."""
    if contact.startswith("https://"):
        URLValidator(schemes=["https"])(contact)
    elif "@" not in contact:
        raise ValidationError(_("Write an e-mail address, or an address that begins with https://."))
    else:
        validate_email(contact)


class Masthead(models.Model):
    """Who publishes the site. Only what is filled in is shown; nothing is invented.

    Fields: Press Law 103/2016/QH13, Article 46. That law was replaced on 1 July 2026; have a lawyer
    check the list before a public launch.
    """

    name = LineField(_("name of the product"), max_length=150, blank=True)
    kind = LineField(
        _("kind of publication"),
        max_length=120,
        blank=True,
        help_text=_("As the licence has it. Left empty, the site does not say what it is."),
    )
    press_agency = LineField(_("press agency"), max_length=200, blank=True)
    governing_body = LineField(_("governing body"), max_length=200, blank=True)
    licence_number = LineField(_("licence number"), max_length=80, blank=True)
    licence_date = models.DateField(_("licence date"), null=True, blank=True)
    licence_issuer = LineField(_("licence issuer"), max_length=200, blank=True)
    address = LineField(_("address"), max_length=250, blank=True)
    telephone = LineField(_("telephone"), max_length=60, blank=True)
    fax = LineField(_("fax"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    head = LineField(_("head of the press agency"), max_length=120, blank=True)
    head_title = LineField(
        _("title of the head"),
        max_length=80,
        blank=True,
        help_text=_("What stands before the name; “Người đứng đầu” when left empty."),
    )
    further_lines = ParagraphField(
        _("further lines"),
        blank=True,
        help_text=_("Whatever else the licence or the law asks for: “label: text”, one a line."),
    )
    security_contact = LineField(
        _("contact for security reports"),
        max_length=200,
        blank=True,
        validators=[mail_or_https],
        help_text=_(
            "An e-mail address, or an address that begins with https://. Those who find a weakness read it in"
            " security.txt; left empty, it is the e-mail above."
        ),
    )
    sections = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("masthead")
        verbose_name_plural = _("masthead")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="masthead_is_one_row"),
        ]

    def __str__(self):
        return self.name or str(_("masthead"))

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    @classmethod
    def current(cls):
        """The one masthead; an empty one where nothing has been entered."""
        return cls.objects.filter(pk=1).first() or cls()
