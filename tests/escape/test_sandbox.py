"""Templates of strangers: what they cannot reach, and when they are stopped."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import TemplateError

from generator.rendering import PageTemplates, TemplateLimitError, sandbox

SECRET = "root:x:0"  # noqa: S105  the beginning of a file that all may read

TRICKS = {
    "absolute inclusion": "{% include '/etc/passwd' %}",
    "inclusion above": "{% include '../../../../../../etc/passwd' %}",
    "inclusion with backslashes": "{% include '..\\\\..\\\\secret.txt' %}",
    "inclusion of what is beside": "{% include '../secret.txt' %}",
    "import above": "{% import '../../../../etc/passwd' as x %}{{ x }}",
    "extension above": "{% extends '../../../../etc/passwd' %}",
    "inclusion by a name made late": "{% set n = '../' * 8 ~ 'etc/passwd' %}{% include n %}",
    "class": "{{ ''.__class__ }}",
    "class by filter": "{{ ''|attr('__class__') }}",
    "class by a name made late": "{{ ''|attr('__cl' ~ 'ass__') }}",
    "class by index": "{{ ''['__class__'] }}",
    "mro": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "class of the view": "{{ view.__class__.__init__.__globals__ }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "gettext": "{{ _.__self__.__class__ }}",
    "gettext's globals": "{{ _.__globals__ }}",
    "macro": "{% macro a() %}{% endmacro %}{{ a.__globals__ }}",
    "macro's environment": "{% macro a() %}{% endmacro %}{{ a._environment }}",
    "self": "{{ self._TemplateReference__context }}",
    "loop": "{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "generator": "{{ ([1]|map('upper')).gi_frame.f_globals }}",
    "format": "{{ '{0.__class__.__mro__}'.format(1) }}",
    "format by key": "{{ '{x.__class__}'.format(x=1) }}",
    "format_map": "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "format by map": "{{ ['{0.__class__}']|map('format', 1)|list }}",
    "mapped attribute": "{{ ['']|map(attribute='__class__')|join }}",
    "sorted by attribute": "{{ ['', '']|groupby('__class__')|list }}",
    "changing a list": "{{ [].append(1) }}",
    "changing the view": "{{ view.items.append(1) }}",
    "changing a dict": "{{ {}.update({1: 2}) }}",
    "environment": "{{ environment.loader }}",
    "request": "{{ config }}",
    "undefined": "{{ nothing }}",
    "undefined's parts": "{{ nothing.__init__ }}",
    "dividing by nothing": "{{ 1 / 0 }}",
    "a filter misused": "{{ 1 | md }}",
}

ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "macros": (
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}"
    ),
    "a macro in itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "an inclusion of itself": "{% include 'pages/page.md.j2' %}",
    "a block in itself": "{% block x %}{{ self.x() }}{% endblock %}",
    "a recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a long text": "{{ 'a' * 10000000000 }}",
    "a long list": "{{ [1] * 10000000000 }}",
    "a long number": "{{ 10 ** (10 ** 10) }}",
    "a doubled product": "{{ ('a' * 99999) * 99999 }}",
    "a wide format": "{{ '%999999999d' % 1 }}",
    "a wide format by argument": "{{ '%*d' % (999999999, 1) }}",
    "much text": "{% set a = 'a' * 99999 %}{% for b in range(999) %}{{ a }}{% endfor %}",
    "many brackets": "{{ " + "(" * 5000 + ")" * 5000 + " }}",
}


def page(tmp_path: Path, template: str) -> str:
    folder = tmp_path / "templates" / "pages"
    folder.mkdir(parents=True)
    (tmp_path / "secret.txt").write_text(SECRET)
    (folder / "page.md.j2").write_text(template)
    view = SimpleNamespace(
        page=SimpleNamespace(path="page.md", kind="page", language="en"), items=[1, 2]
    )
    templates = PageTemplates((tmp_path / "templates",), untrusted=True)
    return templates.output(view).content.decode()


@pytest.mark.parametrize("template", TRICKS.values(), ids=TRICKS)
def test_a_template_reaches_nothing(tmp_path: Path, template: str) -> None:
    with pytest.raises(TemplateError) as caught:
        page(tmp_path, template)

    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_a_template_without_an_end_is_stopped(
    tmp_path: Path, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "MOST_STEPS", 20_000)

    with pytest.raises(TemplateLimitError):
        page(tmp_path, template)


def test_time_is_limited_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 0.05)
    slow = "{% for a in range(99999) %}{% set x = range(9999)|list|string|length %}{% endfor %}"

    with pytest.raises(TemplateLimitError, match="seconds"):
        page(tmp_path, slow)


def test_what_is_harmless_is_filled(tmp_path: Path) -> None:
    text = (
        "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"
        "{% for item in view.items %}{{ twice(item) }}{{ ' %s' % item }}{% endfor %}"
        "{{ ngettext('%(num)s figure', '%(num)s figures', 2) }}{{ '<b>' | html }}"
    )

    assert page(tmp_path, text) == "11 122 22 figures&lt;b&gt;"
