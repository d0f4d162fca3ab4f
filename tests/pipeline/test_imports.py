"""Several files and folders at once: each told, none overwritten, one fault stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.pipeline import Workspace, check_content
from generator.pipeline.imports import import_file, import_files
from generator.pipeline.writing import ContentExistsError
from tests.conftest import MakeSite

PAGE = (
    "<!doctype html><html lang=en><title>Harbour reopens</title>"
    '<meta property="article:published_time" content="2024-03-04"><article><h1>Harbour reopens</h1>'
    "<p>The harbour reopened on Monday, after the repairs had taken eleven months.</p>"
    "<p>Two ferries will use it from April, and a third one in the summer.</p></article>"
)
TEXT = "Harbour reopens\n\nMonday, March 4, 2024\n\nThe harbour reopened on Monday.\n"
MARKDOWN = (
    "---\ntitle: Market moves\ndate: 2024-03-05\ntags: [ports, other]\n---\n"
    "The *market* moved, see [the plan]{.event date=soon}.\n\n::: shortcode\nwords in it\n:::\n"
)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), *arguments])


def test_a_folder_is_imported_with_what_is_in_it(make_site: MakeSite) -> None:
    pytest.importorskip("trafilatura")
    root = make_site(
        {
            "inbox/a.html": PAGE,
            "inbox/b.txt": TEXT,
            "inbox/deep/c.md": MARKDOWN,
            "inbox/.hidden/d.txt": TEXT,
            "inbox/.e.txt": TEXT,
            "inbox/f.docx": "PK",
            "inbox/g.txt": "%PDF-1.7",
            "content/topics/ports.md": "---\ntitle: Ports\n---\n",
        }
    )
    result = run(root, "import", "inbox")
    assert result.exit_code == 1, result.output
    articles = {path.name for path in (root / "content/articles").glob("*.md")}
    assert articles == {"harbour-reopens.md", "harbour-reopens-2.md", "market-moves.md"}
    assert result.stdout.endswith("3 drafts written.\n")
    assert result.stdout.count(" as a draft from ") == 3
    assert "Skipped inbox/.hidden. It is hidden." in result.stderr
    assert "Skipped inbox/.e.txt. It is hidden." in result.stderr
    assert "Skipped inbox/f.docx. Its name ends in none of" in result.stderr
    assert "Did not import inbox/g.txt." in result.stderr
    assert "error[I001]" in result.stderr
    moved = (root / "content/articles/market-moves.md").read_text(encoding="utf-8")
    assert "topics: [ports]" in moved
    assert "# tags: [ports, other]" in moved
    assert run(root, "check").exit_code == 0, run(root, "check").output


def test_importing_again_overwrites_nothing(make_site: MakeSite) -> None:
    root = make_site({"inbox/a.txt": TEXT, "inbox/b.txt": TEXT.replace("Harbour", "Market")})
    assert run(root, "import", "inbox/a.txt").exit_code == 0
    article = root / "content/articles/harbour-reopens.md"
    article.write_text("mine", encoding="utf-8")
    result = run(root, "import", "inbox/a.txt", "inbox/b.txt")
    assert result.exit_code == 1
    assert article.read_text(encoding="utf-8") == "mine"
    assert "harbour-reopens.md exists already" in result.stderr
    assert (root / "content/articles/market-reopens.md").is_file()
    assert "1 draft written." in result.stdout


def test_where_drafts_go(make_site: MakeSite, tmp_path: Path) -> None:
    root = make_site({"inbox/a.txt": TEXT, "inbox/b.txt": TEXT})
    workspace, inbox = Workspace(root), root / "inbox"
    (both) = list(import_files(workspace, [inbox], tmp_path / "drafts"))
    assert [item.path.name for item in both if item.path] == [
        "harbour-reopens.md",
        "harbour-reopens-2.md",
    ]
    assert import_file(workspace, inbox / "a.txt", tmp_path / "one.md").path
    with pytest.raises(ContentExistsError):
        import_file(workspace, inbox / "a.txt", tmp_path / "one.md")
    with pytest.raises(ContentExistsError):
        list(import_files(workspace, [inbox], tmp_path / "one.md"))
    (tmp_path / "there").mkdir()
    assert import_file(workspace, inbox / "a.txt", tmp_path / "there").path
    assert (tmp_path / "there" / "harbour-reopens.md").is_file()


def test_an_empty_folder_writes_nothing(make_site: MakeSite) -> None:
    root = make_site({"inbox/.keep": ""})
    result = run(root, "import", "inbox")
    assert result.exit_code == 0
    assert "0 drafts written." in result.stdout


def test_a_file_that_cannot_be_read_stops_no_other(make_site: MakeSite) -> None:
    root = make_site({"inbox/a.txt": TEXT})
    (root / "inbox/gone.txt").symlink_to(root / "nowhere.txt")
    found = list(import_files(Workspace(root), [root / "inbox"]))
    assert [bool(item.path) for item in found] == [True, False]
    assert "gone.txt" in found[1].failed


def test_a_draft_that_check_would_not_read_is_not_written(make_site: MakeSite) -> None:
    pytest.importorskip("trafilatura")
    long = (
        PAGE.replace("</article>", "<p>" + "More words of it. " * 20 + "</p>")
        + ("<p>" + "Some further words of this article. " * 9 + "</p>\n") * 3500
    )
    root = make_site({"inbox/a.html": long})
    result = run(root, "import", "inbox/a.html")
    assert result.exit_code == 1
    assert "error[I009]" in result.stderr
    assert not list(root.glob("content/articles/*"))


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            [
                "[text]{.nonsense}",
                "::: other",
                ":::",
                "[a]{.event date=x}",
                "{{< figure >}}",
                "[b]{.actor",
                "words",
                "",
                "- one",
                "> two",
                "```",
                "[c]: https://desk.example",
                "[d][c]",
                "<div>",
                "| a | b |",
                "|---|---|",
                "READ MORE: it",
                "::: {.background}",
                "[e]{.figure value=abc}",
                "    code",
                "# Heading {#x}",
                "[^1]: note",
                "***",
            ]
        ),
        max_size=10,
    )
)
def test_what_the_format_finds_wrong_in_markdown_is_escaped(
    make_site: MakeSite, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    body = "\n".join(("A first line of words.", "", *lines, "", "A last line of words."))
    folder = tmp_path_factory.mktemp("site")
    root = make_site({})
    file, to = folder / "a.md", folder / "out.md"
    file.write_text(f"---\ntitle: A\ndate: 2024-03-05\n---\n{body}\n", encoding="utf-8")
    assert import_file(Workspace(root), file, to).path
    text = to.read_text(encoding="utf-8")
    written = text.split("---\n", 2)[2].lstrip("\n")
    # Backslashes are all that was added.
    assert written.replace("\\", "") == f"{body}\n".replace("\\", "")
    target = root / "content/articles/a.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    found = check_content(Workspace(root), drafts=True).diagnostics
    assert not [item for item in found if item.severity == "error" and item.code[0] in "ABF"]
