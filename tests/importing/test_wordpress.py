"""Exports of WordPress."""

from __future__ import annotations

import contextlib
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing import ExportError, is_export, posts
from generator.pipeline import Workspace
from generator.pipeline.imports import import_files
from generator.pipeline.imports import is_export as file_is_export
from tests.conftest import MakeSite

pytest.importorskip("trafilatura")

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"'
)
WORDS = "The ferry to the northern islands sails again after two years of repairs, the board said."


def item(text: str = f"<p>{WORDS}</p>", **given: str) -> str:
    said = {
        "title": "The ferry is back",
        "link": "https://desk.example/2023/06/ferry/",
        "dc:creator": "ann",
        "content:encoded": text,
        "wp:post_date": "2023-06-16 11:30:00",
        "wp:post_date_gmt": "2023-06-16 09:30:00",
        "wp:post_name": "ferry",
        "wp:status": "publish",
        "wp:post_type": "post",
        **{key.replace("__", ":"): value for key, value in given.items()},
    }
    return "<item>{}</item>".format(
        "".join(f"<{name}>{escape(value)}</{name}>" for name, value in said.items())
        + '<category domain="category" nicename="transport">Verkehr</category>'
    )


def export(*items: str, head: str = "") -> bytes:
    channel = f"<channel><title>Desk</title><language>en</language>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?>{head}<rss version="2.0" {SPACES}>{channel}</rss>'.encode()


def drafts(make_site: MakeSite, data: bytes) -> dict[str, str]:
    """The drafts that are made, by their names, and what could not be imported under ``failed``."""
    root = make_site(
        {"content/topics/transport.md": "---\ntitle: Transport\n---\n", "export.xml": data.decode()}
    )
    made: dict[str, str] = {}
    for one in import_files(Workspace(root), [root / "export.xml"]):
        made |= {one.path.name: one.path.read_text("utf-8")} if one.path else {"": one.failed}
    return made


def test_a_post_is_a_draft_with_what_the_export_knows_of_it(make_site: MakeSite) -> None:
    made = drafts(make_site, export(item(excerpt__encoded="It sails at noon.")))

    assert made == {
        "the-ferry-is-back.md": "---\ntitle: The ferry is back\ndate: 2023-06-16T09:30+00:00\n"
        "summary: It sails at noon.\n"
        "source:\n  url: https://desk.example/2023/06/ferry/\n  author: ann\nstatus: draft\n"
        f"topics: [transport]\n---\n\n{WORDS}\n"
    }


def test_posts_of_one_headline_are_two_drafts(make_site: MakeSite) -> None:
    assert list(drafts(make_site, export(item(), item()))) == [
        "the-ferry-is-back.md",
        "the-ferry-is-back-2.md",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"wp__status": "draft"},
        {"wp__status": "trash"},
        {"wp__post_type": "attachment"},
        {"wp__post_type": "nav_menu_item"},
    ],
)
def test_what_no_reader_saw_is_left_out(given: dict[str, str]) -> None:
    assert [post.name for post in posts(export(item(**given), item()))] == ["ferry"]


def test_the_classic_editors_blank_lines_are_paragraphs(make_site: MakeSite) -> None:
    text = f"{WORDS}\r\n\r\nIt sails at noon,\nand at six.\n\n<h2>Fares</h2>\n\nThey stay."

    (made,) = drafts(make_site, export(item(text))).values()

    body = made.partition("---\n\n")[2]
    assert body.startswith(f"{WORDS}\n\nIt sails at noon,")
    assert "\n\n## Fares\n\nThey stay.\n" in body


def test_short_codes_stay_as_words(make_site: MakeSite) -> None:
    (made,) = drafts(make_site, export(item(f"<p>{WORDS} [gallery ids=1,2]</p>"))).values()

    assert "gallery ids=1,2" in made


def test_entities_are_not_expanded(make_site: MakeSite) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

    with pytest.raises(ExportError):
        list(posts(export(item(), head=bomb)))
    assert "document type" in drafts(make_site, export(item(), head=bomb))[""]


def test_an_export_that_ends_too_early_is_told_and_the_posts_before_are_kept(
    make_site: MakeSite,
) -> None:
    made = drafts(make_site, export(item(), item())[:-200])

    assert "the-ferry-is-back.md" in made
    assert "not well-formed" in made[""]


def test_another_xml_file_is_none(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss><channel/></rss>", encoding="utf-8")
    workspace = Workspace(make_site({}))

    assert not is_export(b"<rss/>")
    assert not file_is_export(tmp_path / "feed.xml")
    (of_folder,) = import_files(workspace, [tmp_path / "feed.xml"])
    assert of_folder.failed == "It is no export of WordPress."
    (tmp_path / "folder").mkdir()
    (tmp_path / "feed.xml").rename(tmp_path / "folder" / "feed.xml")
    (skipped,) = import_files(workspace, [tmp_path / "folder"])
    assert skipped.skipped == "It is no export of WordPress."


@given(st.binary(max_size=300), st.integers(min_value=0))
def test_no_bytes_are_too_odd(data: bytes, at: int) -> None:
    whole = export(item())
    at %= len(whole)
    with contextlib.suppress(ExportError):
        list(posts(whole[:at] + data + whole[at:]))
