"""Every kind of page before axe, from the narrowest window to the widest, in light and dark, and with colours forced."""

import pytest

pytestmark = pytest.mark.audit

WIDTHS = (320, 768, 1920)
BROKEN = '<!DOCTYPE html><html><title></title><img src="x"><p style="color:#aaa;background:#fff">Mờ quá</p>'


@pytest.fixture
def look(browser, site):
    """look(**how): a page of a window set up so."""
    contexts = []

    def arrive(**how):
        contexts.append(browser.new_context(base_url=site.address, **how))
        return contexts[-1].new_page()

    yield arrive
    for context in contexts:
        context.close()


def test_axe_sees_a_page_broken_on_purpose(look, axe_finds):
    page = look()
    page.set_content(BROKEN)

    found = " ".join(axe_finds(page))

    assert all(rule in found for rule in ("image-alt", "color-contrast", "html-has-lang", "document-title"))


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(site, look, axe_finds, colours):
    page = look(color_scheme=colours)
    found = []
    for path in site.pages():
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{path} at {width}: {one}" for one in axe_finds(page)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{path} at {width} scrolls sideways")

    assert found == []


def test_with_forced_colours_nothing_is_lost(site, look, axe_finds):
    page = look(forced_colors="active", viewport={"width": 1280, "height": 900})

    found = []
    for path in site.pages():
        page.goto(path)
        found += [f"{path}: {one}" for one in axe_finds(page) if "color-contrast" not in one]

    assert found == []
