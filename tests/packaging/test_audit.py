"""What an audit means: a vulnerability fails, an exception has a reason, silence is told."""

from __future__ import annotations

from typing import Any

from tests.packaging.audit import IGNORED, judge


def report(*packages: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(packages), "fixes": []}


GOOD = {"name": "jinja2", "version": "3.1.6", "vulns": []}
UNKNOWN = {"name": "ours", "skip_reason": "Dependency not found"}
FAULTY = {
    "name": "left-pad",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-2099-1", "aliases": ["CVE-2099-1"], "fix_versions": ["1.1"]}],
}


def test_packages_without_a_fault_are_good() -> None:
    verdict = judge(report(GOOD), {}, required=True)

    assert verdict.good
    assert verdict.lines == ("1 packages audited.",)


def test_a_vulnerability_fails_and_says_what_mends_it() -> None:
    verdict = judge(report(GOOD, FAULTY), {}, required=False)

    assert not verdict.good
    assert "left-pad 1.0: PYSEC-2099-1, mended in 1.1." in verdict.lines


def test_an_exception_goes_by_any_of_the_names_and_prints_its_reason() -> None:
    verdict = judge(report(FAULTY), {"CVE-2099-1": "padding is not used"}, required=False)

    assert verdict.good
    assert "ignored: padding is not used" in verdict.lines[0]


def test_an_exception_that_nothing_needs_any_more_fails() -> None:
    assert not judge(report(GOOD), {"CVE-2099-1": "gone"}, required=False).good


def test_a_service_that_cannot_be_reached_is_told_and_fails_where_it_must_be() -> None:
    for silent in (None, report(UNKNOWN)):
        verdict = judge(silent, {"CVE-2099-1": "x"}, required=False)
        assert verdict.good
        assert "NOT audited" in verdict.lines[0]
        assert not judge(silent, {}, required=True).good


def test_one_package_that_was_passed_over_fails() -> None:
    verdict = judge(report(GOOD, UNKNOWN), {}, required=False)

    assert not verdict.good
    assert "ours was NOT audited" in verdict.lines[0]


def test_every_exception_says_why() -> None:
    assert all(len(reason.split()) > 3 for reason in IGNORED.values())
