"""Synthetic documents in the shape of a syndicated dump, for tests."""

NOTICE = "[:gift:Xem chi tiết ở đây:gift:]({url}){excerpt}\n{rule}\n"
PROSE = "Đoạn văn mẫu này kể một việc không có thật, đủ dài để là một đoạn của bài."


def dump(
    *body: str,
    title: str = "Tiêu đề mẫu",
    url: str = "https://nguon.vi.du/tieu-de-mau/",
    excerpt: str = "Đoạn văn mẫu này kể một việc …",
    byline: str = "**Người Mẫu Một**",
    standfirst: str = "more(NGUON) – Câu mở đầu của bài mẫu.",
) -> bytes:
    """A dump with these paragraphs; what is given as an empty text is left out."""
    notice = NOTICE.format(url=url, excerpt=excerpt, rule="-" * 40) if url or excerpt else ""
    head = f"{title}\n{'=' * len(title)}\n" if title else ""
    parts = [head, notice, "\n", *(body or (PROSE,)), "\n", byline, "\n", standfirst, "\n"]
    return "\n\n".join(part for part in parts if part).encode()


def picture(name: str = "1234_IMG_5678.jpg", alt: str = "1234 img 5678", title: str = "undefined") -> str:
    return f'![{alt}](https://anh.vi.du/kho/{name}?rt=1 "{title}")'
