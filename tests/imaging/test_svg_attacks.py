"""SVG from whoever drew it can do nothing but be seen: known ways to do more, one by one.

Forms are those of the OWASP cheat sheets on cross-site scripting and XML external entities, of
https://html5sec.org and of the test suites of sanitisers (DOMPurify, svg-hush, bleach).
"""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imaging import SvgError, safe_svg
from generator.imaging.svg_names import ATTRIBUTES, ELEMENTS

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:h="http://www.w3.org/1999/xhtml" xmlns:ev="http://www.w3.org/2001/xml-events" '
    'viewBox="0 0 10 10">'
)
EVIL = "https://evil.example/x"
INNER = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>").decode()

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "script from elsewhere": f'<script href="{EVIL}"/>',
    "script, old address": f'<script xlink:href="{EVIL}"/>',
    "script in cdata": "<script><![CDATA[alert(1)]]></script>",
    "script in capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "script in defs": "<defs><g><script>alert(1)</script></g></defs>",
    "script in a title": "<title><script>alert(1)</script></title>",
    "script of html": "<h:script>alert(1)</h:script>",
    "script of svg by prefix": '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    "handler": '<rect onclick="alert(1)"/>',
    "handler in capitals": '<rect OnClick="alert(1)"/>',
    "handler on load": '<g onload="alert(1)"/>',
    "handler on focus": '<rect tabindex="0" autofocus="" onfocus="alert(1)"/>',
    "handler of an animation": '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>',
    "handler element": '<handler ev:event="click">alert(1)</handler>',
    "listener element": '<listener event="load" handler="#h"/>',
    "event attribute": '<g ev:event="click" ev:handler="#h"/>',
    "foreign object": "<foreignObject><h:iframe src='javascript:alert(1)'/></foreignObject>",
    "foreign object without prefix": (
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>"
        "<img src='x' onerror='alert(1)'/></body></foreignObject>"
    ),
    "iframe": f'<iframe src="{EVIL}"/>',
    "embed": f'<embed src="{EVIL}"/>',
    "object": f'<object data="{EVIL}"/>',
    "video": f'<video src="{EVIL}"/>',
    "audio": f'<audio href="{EVIL}"/>',
    "link": f'<h:link rel="stylesheet" href="{EVIL}"/>',
    "javascript link": '<a href="javascript:alert(1)"><text>x</text></a>',
    "javascript link, old address": '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
    "javascript link with breaks": '<a href="java&#10;script:alert(1)"><text>x</text></a>',
    "javascript link behind a control": '<a href="&#9;javascript:alert(1)"><text>x</text></a>',
    "link set later": (
        '<a><animate attributeName="href" values="javascript:alert(1)"/><text>x</text></a>'
    ),
    "set": '<set attributeName="onmouseover" to="alert(1)"/>',
    "animated handler": '<animate attributeName="onclick" to="alert(1)"/>',
    "animated address": f'<image><animate attributeName="href" to="{EVIL}"/></image>',
    "motion": f'<animateMotion><mpath href="{EVIL}"/></animateMotion>',
    "image from elsewhere": f'<image href="{EVIL}"/>',
    "image, old address": f'<image xlink:href="{EVIL}"/>',
    "image without scheme": '<image href="//evil.example/x"/>',
    "image beside": '<image href="other.png"/>',
    "image of a file": '<image href="file:///etc/passwd"/>',
    "image that is svg": f'<image href="data:image/svg+xml;base64,{INNER}"/>',
    "image that is html": '<image href="data:text/html,&lt;script>alert(1)&lt;/script>"/>',
    "image by base": f'<image xml:base="{EVIL}" href="#a"/>',
    "base on the whole": f'<g xml:base="{EVIL}"><use href="#a"/></g>',
    "use from elsewhere": f'<use href="{EVIL}#a"/>',
    "use, old address": f'<use xlink:href="{EVIL}#a"/>',
    "use of data": f'<use href="data:image/svg+xml;base64,{INNER}#a"/>',
    "filter image": f'<filter id="f"><feImage href="{EVIL}"/></filter>',
    "gradient from elsewhere": f'<linearGradient href="{EVIL}#g"/>',
    "pattern from elsewhere": f'<pattern xlink:href="{EVIL}#g"/>',
    "text path from elsewhere": f'<text><textPath href="{EVIL}#p">x</textPath></text>',
    "cursor": f'<cursor xlink:href="{EVIL}"/>',
    "font face": f'<font-face><font-face-uri href="{EVIL}"/></font-face>',
    "colour profile": f'<color-profile xlink:href="{EVIL}"/>',
    "fill from elsewhere": f'<rect fill="url({EVIL}#a)"/>',
    "fill from elsewhere, quoted": f"<rect fill=\"url('{EVIL}#a')\"/>",
    "fill in capitals": f'<rect fill="URL({EVIL})"/>',
    "fill with room": f'<rect fill="url( {EVIL} )"/>',
    "fill escaped": f'<rect fill="\\75rl({EVIL})"/>',
    "fill in comments": f'<rect fill="u/**/rl({EVIL})"/>',
    "fill of two": f'<rect fill="url(#a) url({EVIL})"/>',
    "fill that is open": f'<rect fill="url({EVIL}"/>',
    "filter from elsewhere": f'<rect filter="url({EVIL}#f)"/>',
    "mask from elsewhere": f'<rect mask="url({EVIL}#f)"/>',
    "clip path from elsewhere": f'<rect clip-path="url({EVIL}#f)"/>',
    "marker from elsewhere": f'<path marker-end="url({EVIL}#f)"/>',
    "cursor property": f'<rect style="cursor:url({EVIL})"/>',
    "style from elsewhere": f'<rect style="fill:url({EVIL})"/>',
    "style escaped": f'<rect style="fill:\\75 rl({EVIL})"/>',
    "style in comments": f'<rect style="fill:ur/**/l({EVIL})"/>',
    "style, background": f'<rect style="background-image:url({EVIL})"/>',
    "style, image set": f"<rect style=\"fill:image-set('{EVIL}' 1x)\"/>",
    "style, src": f"<rect style=\"fill:src('{EVIL}')\"/>",
    "style, expression": '<rect style="width:expression(alert(1))"/>',
    "style, binding": f'<rect style="-moz-binding:url({EVIL})"/>',
    "style, behaviour": f'<rect style="behavior:url({EVIL})"/>',
    "sheet, import": f'<style>@import "{EVIL}";</style>',
    "sheet, import of url": f"<style>@import url({EVIL});</style>",
    "sheet, import in capitals": f"<style>@IMPORT url({EVIL});</style>",
    "sheet, import escaped": f'<style>@\\69mport "{EVIL}";</style>',
    "sheet, import in cdata": f'<style><![CDATA[@import "{EVIL}";]]></style>',
    "sheet, import behind rules": f'<style>a{{fill:red}} @import "{EVIL}"</style>',
    "sheet, font": f"<style>@font-face{{font-family:x;src:url({EVIL})}}</style>",
    "sheet, address": f"<style>rect{{fill:url({EVIL})}}</style>",
    "sheet, address escaped": f"<style>rect{{fill:\\75rl({EVIL})}}</style>",
    "sheet, address in a medium": f"<style>@media all{{rect{{fill:url({EVIL})}}}}</style>",
    "sheet, address behind a string": f"<style>rect{{font-family:'}}';fill:url({EVIL})}}</style>",
    "sheet in two": f"<style>@im<!-- -->port '{EVIL}';</style>",
    "sheet with markup": "<style>&lt;/style>&lt;script>alert(1)&lt;/script></style>",
    "sheet of html": f"<h:style>@import '{EVIL}';</h:style>",
    "processing instruction": f"<?xml-stylesheet href='{EVIL}'?>",
    "cdata as text": "<text><![CDATA[<script>alert(1)</script>]]></text>",
    "text as markup": "<text>&lt;script>alert(1)&lt;/script></text>",
    "attribute as markup": '<text class="&quot;>&lt;script>alert(1)&lt;/script>">x</text>',
    "comment as markup": "<!-- --><g/><!-- ><script>alert(1)</script> -->",
    "unknown element": "<blink>x</blink>",
    "unknown space": '<x:script xmlns:x="urn:x">alert(1)</x:script>',
    "html by default": '<div xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="y"/></div>',
}

_HARM = re.compile(
    r"evil|passwd|javascript|<\s*script|\son\w+=|foreignobject|@import|expression\(|"
    r"binding|behavior|xml-stylesheet|iframe|<!--|<!\[|<\?|data:text|svg\+xml|animate|<set",
    re.IGNORECASE,
)


def parsed(content: bytes) -> list[ET.Element]:
    return list(ET.fromstring(content).iter())  # noqa: S314 - our own output, held to no entities


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_does_more_than_show_is_gone(attack: str) -> None:
    safe = safe_svg(f'{HEAD}<path id="a" d="M0 0h1"/>{attack}</svg>'.encode())

    # What was text stays text: only outside of it could it do anything.
    markup = re.sub(r">[^<]*<", "><", safe.content.decode())
    markup = re.sub(r'"[^"]*&lt;[^"]*"', '""', markup)
    assert not _HARM.search(markup), safe.content
    for element in parsed(safe.content):
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
        for name, value in element.attrib.items():
            assert name in ATTRIBUTES | {"style", "href"}
            if name == "href":
                assert value.startswith(("#", "data:image/png", "data:image/jpeg"))
        if element.tag.endswith("style"):
            assert "@i" not in (element.text or "").lower()
            assert "evil" not in (element.text or "")
    assert b'<path id="a" d="M0 0h1"/>' in safe.content
    assert safe_svg(safe.content).removed == ()
    assert safe_svg(safe.content).content == safe.content


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "{EVIL}"> %x;]>',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        f'<!DOCTYPE svg [<!ENTITY x PUBLIC "x" "{EVIL}">]>',
    ],
)
def test_entities_are_refused(attack: str) -> None:
    with pytest.raises(SvgError, match="declares the entity"):
        safe_svg(f"{attack}{HEAD}<text>&x;</text></svg>".encode())


def test_a_plain_document_type_loads_nothing() -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    safe = safe_svg(f"<?xml version='1.0'?>{doctype}{HEAD}<text>a&b;c</text></svg>".encode())
    assert b"DOCTYPE" not in safe.content
    assert b"DTD" not in safe.content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no element"),
        (b"\x00\x01", "line 1"),
        (b"\x1f\x8b\x08\x00", "line 1"),
        (b"<svg", "line 1"),
        (b"<html><svg/></html>", "outermost element is html"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "line 1"),
        (b"<?xml version='1.0' encoding='x-none'?><svg/>", "encoding"),
        (b"<svg>" + b"<g>" * 200 + b"</g>" * 200 + b"</svg>", "deeper"),
        (b"<svg>" + b"<g/>" * 100_001 + b"</svg>", "more than 100,000 elements"),
        (b"<svg>" + b" " * 5_000_001 + b"</svg>", "longer than 5 MB"),
        (b'<svg><g id="a"><use href="#a"/></g></svg>', "circle"),
        (
            b'<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>',
            "circle",
        ),
        (
            b'<svg><g id="g0"><path/></g>'
            + b"".join(
                b'<g id="g%d">%s</g>' % (n, b'<use href="#g%d"/>' % (n - 1) * 10)
                for n in range(1, 9)
            )
            + b'<use href="#g8"/></svg>',
            "multiply",
        ),
        (
            b'<svg><pattern id="p0"><path/></pattern>'
            + b"".join(
                b'<pattern id="p%d">%s</pattern>' % (n, b'<rect fill="url(#p%d)"/>' % (n - 1) * 10)
                for n in range(1, 9)
            )
            + b'<rect style="fill:url(#p8)"/></svg>',
            "multiply",
        ),
    ],
)
def test_what_is_no_picture_or_too_much_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(SvgError, match=said):
        safe_svg(content)


@given(
    st.lists(
        st.sampled_from(
            [*ATTACKS.values(), "<g>", "</g>", "<style>", "</style>", "rect{fill:", "}", "'", ";"]
        ),
        max_size=6,
    )
)
def test_attacks_together_are_none(parts: list[str]) -> None:
    try:
        safe = safe_svg(f"{HEAD}{''.join(parts)}</svg>".encode())
    except SvgError:
        return
    markup = re.sub(r">[^<]*<", "><", safe.content.decode())
    markup = re.sub(r'"[^"]*&lt;[^"]*"', '""', markup)
    assert not _HARM.search(markup)
    assert safe_svg(safe.content).content == safe.content
