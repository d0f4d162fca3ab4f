from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("reach", ["pointer", "keyboard"])
def test_the_index_is_downloaded_when_somebody_goes_to_search(visit: Visitor, reach: str) -> None:
    window = visit()
    got: list[str] = []
    window.page.on("request", lambda request: got.append(request.url))
    page = window.open("")
    page.wait_for_timeout(500)
    assert not [url for url in got if "search_index" in url]
    if reach == "pointer":
        page.locator(".md-search__input").click()
    else:
        page.keyboard.press("/")
    page.keyboard.type("Syria")
    page.wait_for_selector(".md-search-result__item a", state="attached")
    assert len([url for url in got if "search_index" in url]) == 1
