"""Pictures that follow each other in a body stand together, as one group."""

from itertools import groupby

from articles.body_parts import GALLERY
from articles.models import Photo


def gather(root, photos: dict[str, Photo]) -> None:
    """Put each run of two or more neighbouring pictures that have a photo into a group of its own."""

    def is_picture(element) -> bool:
        image = element.find("img") if element.tag == "figure" else None
        return image is not None and image.get("data-file") in photos

    for together, run in groupby(list(root), key=is_picture):
        figures = list(run)
        if not together or len(figures) < 2:
            continue
        label = f"Chùm {len(figures)} ảnh"
        gallery = root.makeelement("div", {"class": GALLERY, "role": "group", "aria-label": label})
        figures[0].addprevious(gallery)
        gallery.extend(figures)
