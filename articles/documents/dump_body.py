"""The body of a dump: paragraphs rejoined, pictures with their captions, cards set aside."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from markdown_it.tree import SyntaxTreeNode

from articles.documents.addresses import file_name, is_document_file, photo_ref, web_address
from articles.documents.captions import description, disagreeing_numbers, resembles, split_credit
from articles.documents.continuation import TAIL_LENGTH, Continuation, continuation, is_ended
from articles.documents.notes import Notes, shortened
from articles.documents.parsed import ParsedPhoto, ParsedRelated
from articles.documents.persons import person_capitals
from articles.documents.pieces import Card, Picture, Piece, Text
from articles.documents.rendering import (
    figure_html,
    heading_html,
    inline_html,
    nested_html,
    note_refused_picture,
    paragraph_html,
)

_MAX_CAPTION = 700  # with its credit
_MAX_CAPTION_WITHOUT_CREDIT = 200
_MAX_CAPTION_UNDER_STORY_TITLE = 120
_MAX_CAPTION_PARAGRAPHS = 3

# What CommonMark could not read as a picture would be published as brackets and an address.
_PICTURE_MARKUP = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,1000}\)")
_VIDEO_TITLE = re.compile(r"(?:video|clip)\s*[:|–-]", re.IGNORECASE)


@dataclass
class DumpBody:
    """Builds the body of one story, piece by piece."""

    title: str
    notes: Notes
    blocks: list[str] = field(default_factory=list)
    photos: dict[str, ParsedPhoto] = field(default_factory=dict)
    related: dict[str, ParsedRelated] = field(default_factory=dict)

    def build(self, pieces: list[Piece]) -> None:
        in_list = False
        place = 0
        while place < len(pieces):
            piece = pieces[place]
            place += 1
            if isinstance(piece, Card):
                self._add_card(piece)
            elif isinstance(piece, Picture):
                place += self._add_picture(piece, pieces[place : place + 4])
            elif isinstance(piece, SyntaxTreeNode):
                self.blocks.append(nested_html(piece, self.notes))
            elif piece.level or piece.is_bold_line:
                self.blocks.append(heading_html(piece.level or 2, self._heading(piece)))
                in_list = False
            else:
                parts = [piece]
                while place < len(pieces) and self._goes_on(parts, pieces[place], in_list):
                    parts.append(pieces[place])
                    place += 1
                self._add_paragraph(parts)
                last = parts[-1].plain
                in_list = last.endswith(":") or (in_list and not last.endswith((".", "!", "?")))

    def _heading(self, text: Text) -> str:
        """A heading needs no bold of its own."""
        return inline_html(
            (token for token in text.tokens if not token.type.startswith("strong")), self.notes
        )

    # --- Paragraphs ----------------------------------------------------------------------------

    def _goes_on(self, parts: list[Text], following: Piece, in_list: bool) -> bool:
        if not isinstance(following, Text) or following.level or following.is_all("strong"):
            return False
        before = parts[-1].plain[-TAIL_LENGTH:]
        if split_credit(before)[1]:  # the caption of a picture that was left out
            return False
        if len(parts) > 1 and len(before) < TAIL_LENGTH:
            before = f"{parts[-2].plain[-TAIL_LENGTH:]} {before}"
        verdict = continuation(before, following.plain, in_list=in_list)
        if verdict is Continuation.LIKELY:
            self.notes.add(
                _("Two paragraphs were taken for one that was broken: “%(before)s” | “%(after)s”")
                % {"before": " ".join(before.split()[-6:]), "after": " ".join(following.plain.split()[:6])}
            )
        return verdict is not Continuation.NONE

    def _add_paragraph(self, parts: list[Text]) -> None:
        html = " ".join(inline_html(part.tokens, self.notes) for part in parts)
        if "![" in html:
            html, count = _PICTURE_MARKUP.subn("", html)
            if count:
                self.notes.add(_("A picture that could not be read was left out."))
        self.blocks.append(paragraph_html(html.strip()))

    # --- Related cards -------------------------------------------------------------------------

    def _add_card(self, card: Card) -> None:
        title = card.titles[0]
        kind = "link" if is_document_file(card.url) else "story"
        if _VIDEO_TITLE.match(title):
            kind = "video"
        self.related.setdefault(card.url, ParsedRelated(title, card.url, kind))

    # --- Pictures ------------------------------------------------------------------------------

    def _add_picture(self, picture: Picture, following: list[Piece]) -> int:
        """Add a picture; return how many of the pieces that follow are its caption."""
        url = web_address(picture.url)
        if not url:
            note_refused_picture(picture.url, self.notes)
            return 0
        texts = []
        for piece in following:
            if not isinstance(piece, Text) or piece.level:
                break
            texts.append(piece)
        own_title, own_credit = split_credit(description(picture.title, url, self.title))
        caption, credit, count = self._caption(picture, texts, own_title)
        if not count and own_title:
            caption, credit = own_title, own_credit
            self.notes.add(
                _("A caption was taken from the picture's title (%(file)s): “%(caption)s”")
                % {"file": file_name(url), "caption": shortened(caption)}
            )
        elif not caption:
            self.notes.add(_("A picture has no caption: %(file)s") % {"file": file_name(url)})
        self._compare(own_title, caption, url)
        photo = ParsedPhoto(
            ref=photo_ref(url),
            alt=description(picture.alt, url, self.title),
            caption=caption,
            credit=self._credit(credit),
            source_url=url,
            lead=not any(self.blocks) and not self.photos,
        )
        self.photos.setdefault(photo.ref, photo)
        if not photo.lead:
            self.blocks.append(figure_html(photo.ref, caption))
        return count

    def _caption(self, picture: Picture, texts: list[Text], own_title: str) -> tuple[str, str, int]:
        """(caption, credit, number of paragraphs they fill) for the paragraphs after a picture."""
        if credited := _credited_caption(texts):
            return credited
        if not texts or texts[0].is_bold_line:
            return "", "", 0
        first = texts[0]
        joined = [first.plain]
        for following in texts[1:]:
            if continuation(joined[-1], following.plain, in_list=False) is not Continuation.CERTAIN:
                break
            joined.append(following.plain)
        text = " ".join(joined)
        if len(text) > _MAX_CAPTION:
            return "", "", 0
        if own_title:
            is_caption = resembles(text, own_title)
        else:
            is_caption = first.is_all("em") or (
                len(texts) > len(joined) and self._may_be_caption(text, picture)
            )
        return (text, "", len(joined)) if is_caption else ("", "", 0)

    def _may_be_caption(self, text: str, picture: Picture) -> bool:
        """Whether an uncredited paragraph after a picture is short enough to be about it.

        Where the site has put the story's title on the picture, it had nothing to say of it, and
        the paragraph is rather the beginning of the story.
        """
        says_nothing = resembles(picture.title, self.title)
        limit = _MAX_CAPTION_UNDER_STORY_TITLE if says_nothing else _MAX_CAPTION_WITHOUT_CREDIT
        return len(text) <= limit and not text.endswith((":", ";")) and ". " not in text

    def _compare(self, own_title: str, caption: str, url: str) -> None:
        if not resembles(own_title, caption):
            return
        if numbers := disagreeing_numbers(own_title, caption):
            self.notes.add(
                _("A picture's title says %(title)s, its caption %(caption)s (%(file)s).")
                % {"title": numbers[0], "caption": numbers[1], "file": file_name(url)}
            )

    def _credit(self, credit: str) -> str:
        shown = person_capitals(credit)
        if shown != credit:
            self.notes.add(
                _("A credit printed “%(printed)s” is shown as “%(shown)s”.")
                % {"printed": credit, "shown": shown}
            )
        return shown


def _credited_caption(texts: list[Text]) -> tuple[str, str, int] | None:
    """A caption that its credit proves, rejoined where it is broken; None without a credit."""
    joined = ""
    for count, text in enumerate(texts[:_MAX_CAPTION_PARAGRAPHS], start=1):
        joined = f"{joined} {text.plain}".strip()
        if len(joined) > _MAX_CAPTION:
            return None
        caption, credit = split_credit(joined)
        if credit:
            return caption, credit, count
        following = texts[count].plain if count < len(texts) else ""
        stands_alone = following and not split_credit(following[:_MAX_CAPTION])[0]
        if is_ended(text.plain) and not stands_alone:
            return None
    return None
