"""The words of a story block by block: what may be quoted from it."""

from articles import working_copy
from articles.models import Article, ArticlePhoto
from newsroom.body_html import Block, read_blocks
from newsroom.vietnamese import collapse_spaces

TITLE, STANDFIRST, LEAD_CAPTION = "tit", "sapo", "anh-chinh"


def block_texts(article: Article) -> dict[str, str]:
    """The words of each block of the story as its row holds them, by block id, in reading order.

    Title, standfirst and the lead's caption are blocks too. Where blocks nest, the innermost owns
    the words; a picture without a caption of its own shows the photo's.
    """
    blocks = read_blocks(article.body)
    captions = dict(
        ArticlePhoto.objects.filter(article=article).values_list("photo__ref", "photo__caption")
        if any(block.photo and not block.text for block in blocks)
        else ()
    )
    lead_caption = article.lead_photo.caption if article.lead_photo else ""
    return quotable_texts(article.title, article.standfirst, lead_caption, blocks, captions)


def quotable_texts(
    title: str, standfirst: str, lead_caption: str, blocks: list[Block], captions: dict[str, str]
) -> dict[str, str]:
    """The words of each block by its id, for a story in these parts; `captions` of photos are by ref.

    A pull quote that repeats a paragraph proves nothing: the paragraph does.
    """
    texts = {TITLE: title, STANDFIRST: standfirst, LEAD_CAPTION: lead_caption}
    texts |= {
        block.id: block.text or captions.get(block.photo, "")
        for block in blocks
        if block.leaf and not block.repeated
    }
    return {block: collapse_spaces(text) for block, text in texts.items() if text}


def snapshot_texts(snapshot: dict) -> dict[str, str]:
    """The words of each block as the story would have them once this working copy is published."""
    photos = working_copy.photos_of(snapshot)
    lead = photos.get(snapshot["lead_photo"])
    captions = {ref: photo.caption for ref, photo in photos.items()}
    blocks = read_blocks(snapshot["body"])
    return quotable_texts(
        snapshot["title"], snapshot["standfirst"], lead.caption if lead else "", blocks, captions
    )


def blocks_that_say(texts: dict[str, str], quote: str) -> list[str]:
    """Ids of the blocks that hold the exact words."""
    wanted = collapse_spaces(quote)
    return [block for block, text in texts.items() if wanted and wanted in text]
