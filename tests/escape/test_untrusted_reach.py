"""An untrusted build opens no file outside its folders and no socket, as the system saw it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.escape.around import ARTICLE, surrounded
from tests.escape.traced import ROOT, Trace, environment, outside, readable, traced, why_not

CONFIGURATION = """\
site_name: Example Desk
site_url: https://desk.example/
use_directory_urls: !ENV [DIRECTORY_ADDRESSES, true]
theme:
  name: material
  language: en
plugins:
  - material/search:
      lang: [en]
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: false
      toc_depth: 3
validation: {nav: {omitted_files: ignore}}
"""
ACTOR = "---\nname: Jane Roe\nkind: Person\n---\n"
SITE = {
    "mkdocs.yml": CONFIGURATION,
    "content/articles/ferry.md": f"{ARTICLE}\n[Jane Roe]{{.actor}} sails.\n",
    "content/actors/jane-roe.md": ACTOR,
    "docs/about.md": "# About\n\nSee [the ferry](briefings/ferry.md).\n",
}
HOSTILE = {
    "a harmless one": "# Corrections\n{{ view.page.title | md }}\n",
    "an inclusion": "{% include '/etc/passwd' %}{% include '../../../outside/secret.md.j2' %}",
    "attributes": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "lipsum": "{{ lipsum.__globals__['os'].listdir('/') }}",
    "a format": "{{ '{0.__class__.__init__.__globals__}'.format(namespace) }}",
    "no end": "{% macro f(n) %}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
    "memory": "{{ range(99999)|map('string')|join('a'|replace('a', 'b' * 99999))|length }}",
}


def assert_within(found: Trace, site: Path, spare: Path) -> None:
    assert outside(found.changed, (f"{site}/", f"{site}", f"{spare}/", "/dev/null")) == []
    assert [
        path
        for path in outside(found.read, readable(site, spare))
        if not path.startswith("/proc/") and path not in {str(ROOT), str(site.parent)}
    ] == []
    assert found.sockets <= {"AF_UNIX", "AF_LOCAL"}, found.sockets
    assert "Traceback" not in found.said


@pytest.mark.slow
@pytest.mark.site
@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
def test_a_build_stays_in_its_folders(tmp_path: Path, template: str) -> None:
    site = surrounded(tmp_path, {**SITE, "templates/pages/corrections.md.j2": template})
    spare = tmp_path / "spare"

    found = traced(site, spare, "build", "--untrusted")

    harmless = template == HOSTILE["a harmless one"]
    assert found.code == (0 if harmless else 1), found.said
    assert (site / "site" / "index.html").is_file() is harmless
    assert_within(found, site, spare)
    assert list(spare.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_the_trace_would_show_what_leaves(tmp_path: Path) -> None:
    """The same build, trusted, with a hook that reads and writes elsewhere and opens a socket."""
    reach = "import socket, pathlib\nsocket.socket(socket.AF_INET).close()\n"
    reach += f"pathlib.Path({str(tmp_path / 'outside' / 'new')!r}).write_text('x')\n"
    reach += f"pathlib.Path({str(tmp_path / 'outside' / 'secret.md')!r}).read_text()\n"
    files = {**SITE, "mkdocs.yml": f"{CONFIGURATION}hooks: [hook.py]\n", "hook.py": reach}
    site = surrounded(tmp_path, files)
    spare = tmp_path / "spare"

    found = traced(site, spare, "build")

    assert str(tmp_path / "outside" / "new") in outside(found.changed, (f"{site}/", f"{spare}/"))
    assert str(tmp_path / "outside" / "secret.md") in outside(found.read, readable(site, spare))
    assert "AF_INET" in found.sockets


REACHES = {
    "a file": "open('/etc/passwd').read()",
    "a file beside": "open('../outside/secret.md').read()",
    "a new file": "open('../outside/new', 'w')",
    "a file by a handle": "os.open('../outside/new', os.O_WRONLY | os.O_CREAT)",
    "a folder": "os.listdir('..')",
    "another folder": "os.scandir('/home')",
    "a removal": "os.remove('../outside/secret.md')",
    "a renaming": "os.rename('docs/about.md', '../outside/about.md')",
    "a link": "os.symlink('/etc/passwd', 'docs/passwd.md')",
    "a second name": "os.link('../outside/secret.md', 'docs/secret.md')",
    "a folder made": "os.mkdir('../outside/folder')",
    "a socket": "__import__('socket').socket()",
    "a socket, newer": "__import__('socket').socket(__import__('socket').AF_INET6)",
    "a name asked for": "__import__('socket').getaddrinfo('desk.example', 80)",
    "a shell": "os.system('id')",
    "a program": "__import__('subprocess').run(['id'])",
    "another program": "os.execv('/bin/id', ['id'])",
    "more memory": "bytearray(6 << 30)",
}


@pytest.mark.parametrize("reach", REACHES.values(), ids=REACHES)
def test_the_walls_stand_without_the_sandbox(tmp_path: Path, reach: str) -> None:
    """The audit hook, as on systems without strace: Python code that runs all the same gets no
    further."""
    site = surrounded(tmp_path, SITE)
    spare = tmp_path / "spare"
    spare.mkdir()
    program = (
        "import os, sys, pathlib\n"
        "from generator.cli.confinement import confine\n"
        f"confine(pathlib.Path.cwd(), pathlib.Path({str(spare)!r}))\n"
        "open('docs/own.md', 'w').close(); os.rename('docs/own.md', 'docs/other.md')\n"
        f"try:\n    {reach}\n"
        "except (PermissionError, MemoryError) as error:\n    print('refused', error)\n"
    )
    if "bytearray" in reach and sys.platform != "linux":
        pytest.skip("memory is limited on Linux alone")

    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=site,
        env=environment(spare),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.startswith("refused"), done.stderr
    assert (site / "docs" / "other.md").exists()
    assert sorted(os.listdir(tmp_path / "outside")) == [  # noqa: PTH208
        "secret.md",
        "secret.md.j2",
        "secret.png",
        "secret.txt",
    ]
