from __future__ import annotations

import pytest

from generator.records.addresses import leads_elsewhere, open_address, read_address
from generator.records.faults import Refusal

OPEN = [
    "https://desk.example/",
    "HTTPS://desk.example/a b",
    "http://desk.example:8080/a?b=c#d",
    "https://bücher.example/\u202e",
    "https://192.0.2.1/",
    "https://[2001:db8::1]:443/",
    "https://desk.example./a\\b",
    "mailto:desk@desk.example",
]
REFUSED = [
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,x",
    "ftp://desk.example/",
    "tel:123",
    "//foreign.example/a",
    "\\\\foreign.example/a",
    "/\\foreign.example/a",
    "\\foreign",
    "/\t/foreign.example",
    "https:foreign.example",
    "https:/foreign.example",
    "https:///foreign.example/a",
    "https:\\\\foreign.example/a",
    "https://desk.example\\@foreign.example/",
    "https://desk.example@foreign.example/",
    "https://desk.example%2f@foreign.example/",
    "https://foreign.example%2f.desk.example/",
    "https://desk.example&commat;foreign.example/",
    "https://desk.example:x/",
    "https://desk.example:99999/",
    "https://1.2.3.4.5/",
    "https://desk.0x7f/",
    "https://[::1/",
    "https://[::1]:99999/",
    "https://[:::::]/",
    "https://",
    "mailto:",
    "javascript&colon;alert(1):",
]
WITHIN = ["../briefings/a.md", "a.md", "/images/a.png", "#a", "?a:b", "a/b:c", "", "a%3Ab"]


@pytest.mark.parametrize("text", OPEN)
def test_readers_are_sent_there(text: str) -> None:
    assert open_address(text) == text
    assert open_address(f" \x00{text[:9]}\r\n{text[9:]}\t") == text
    assert leads_elsewhere(text)


@pytest.mark.parametrize("text", REFUSED)
def test_readers_are_not_sent_there(text: str) -> None:
    assert open_address(text) == ""
    assert leads_elsewhere(text)


@pytest.mark.parametrize("text", WITHIN)
def test_within_the_site(text: str) -> None:
    assert open_address(text) == ""
    assert not leads_elsewhere(text)


@pytest.mark.parametrize("text", [*REFUSED, *WITHIN])
def test_front_matter_takes_no_more(text: str) -> None:
    with pytest.raises(Refusal):
        read_address(text)
