"""Actors and places of an article: known by name, new by their titles, then by surname.

1. Names of the registers are found in every passage, in any language.
2. In English, German and Arabic, new names are found by what stands around them. The longer of
   two that overlap counts, but a known name is kept where a new one says the same.
3. What both found, and what annotations say already, introduces surnames and acronyms; these are
   sought once more over the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.annotation import Kind
from generator.model.article import Article
from generator.model.registers import ActorKind
from generator.model.suggestion import Stub, Suggestion

from .arabic_people import find_arabic_people
from .german_people import find_german_people
from .known_names import known_mentions
from .lexicon import ACTORS, Lexicon, full_name
from .local_names import LocalNames
from .mention import Mention, new_actor
from .organisations import find_organisations
from .passage import Passage
from .people import Person, find_people
from .places import find_places
from .words import Words

_ENGLISH = "en"
_GERMAN = "de"
_ARABIC = "ar"
_TITLE_CASE = 0.7


def find_actors_and_places(
    article: Article, texts: Sequence[Passage], lexicon: Lexicon
) -> tuple[Suggestion, ...]:
    """The actors and places that ``texts`` name, by their place; none overlaps another."""
    language = article.language.split("-", 1)[0].lower()
    local = LocalNames()
    _introduce_annotated(article, lexicon, local)
    mentions: list[Mention] = []
    weak: list[Mention] = []
    people: dict[str, Mention] = {}
    for passage in texts:
        known = known_mentions(passage, lexicon, article.language)
        new = _new(passage, language, lexicon)
        for mention in _merged(known, new, lexicon):
            if mention.person and mention.stub and " " not in mention.name:
                weak.append(mention)
                continue
            named = _one_entry(mention, people)
            mentions.append(named)
            if named.confidence and not named.candidates:
                local.introduce(named, passage.text, passage.span.start)
    mentions = _decided([item for item in mentions if item.confidence])
    found = _without_overlaps(mentions, local.find(texts))
    found = _without_overlaps(found, _settled(weak, local))
    return tuple(mention.suggestion(article.file) for mention in _same_stubs(found))


def _one_entry(mention: Mention, people: dict[str, Mention]) -> Mention:
    """``mention`` with the entry of a person of the same given name and surname before it."""
    if not mention.person or mention.candidates:
        return mention
    first = people.setdefault(full_name(mention.name), mention)
    if mention.stub is None or first.ref == mention.ref:
        return mention
    return replace(mention, ref=first.ref, stub=first.stub)


def _introduce_annotated(article: Article, lexicon: Lexicon, local: LocalNames) -> None:
    """Let annotated actors go by their surnames behind the annotation."""
    for annotation in article.document.annotations:
        if annotation.kind is not Kind.ACTOR:
            continue
        ref = annotation.get("ref")
        owners = (ref,) if ref else lexicon.owners(annotation.text, ACTORS)
        actor = lexicon.actors.get(owners[0]) if len(owners) == 1 else None
        if actor is None:
            continue
        span = annotation.text_span
        mention = Mention(span, annotation.text, actor.id, 0.93, actor.kind.value)
        text = article.file.text[annotation.span.end : annotation.span.end + 20]
        local.introduce(mention, text, span.end)
        if mention.person:
            local.introduce(replace(mention, name=actor.name), "", span.end)


def _new(passage: Passage, language: str, lexicon: Lexicon) -> list[Mention]:
    """New names in a passage of running text."""
    if passage.heading:
        return []
    if language == _ARABIC:
        return _arabic(passage, lexicon)
    if language not in {_ENGLISH, _GERMAN}:
        return []
    words = Words(passage)
    if _in_title_case(words):
        return []
    found: list[Mention] = []
    if language == _GERMAN:
        found = [_new_person(words, person, lexicon) for person in find_german_people(words)]
    else:
        organisations = find_organisations(words)
        groups = {at: item.first for item in organisations for at in range(item.first, item.after)}
        for person in find_people(words, groups):
            found.append(_new_person(words, person, lexicon))
        for group in organisations:
            span = words.span(group.first, group.after)
            name = words.text(group.first, group.after)
            found.append(new_actor(span, name, group.kind, "", group.confidence, lexicon))
        found.extend(find_places(words, language, lexicon))
    return _without_overlaps([], found)


def _new_person(words: Words, person: Person, lexicon: Lexicon) -> Mention:
    span = words.span(person.first, person.after)
    name = words.text(person.first, person.after)
    return new_actor(span, name, ActorKind.PERSON.value, person.role, person.confidence, lexicon)


def _arabic(passage: Passage, lexicon: Lexicon) -> list[Mention]:
    kind = ActorKind.PERSON.value
    return [
        new_actor(
            person.span.shifted(passage.span.start), person.name, kind, person.role, 0.7, lexicon
        )
        for person in find_arabic_people(passage.text)
    ]


def _in_title_case(words: Words) -> bool:
    """Whether a passage is a headline with capitals throughout: they tell no names then."""
    long = [index for index in range(words.count) if len(words.words[index]) > 3]  # noqa: PLR2004
    capitals = sum(1 for index in long if words.capital[index])
    ended = words.count > 0 and words.words[words.count - 1] in {".", "!", "?", '"', "”", ":"}
    return bool(long) and not ended and capitals >= _TITLE_CASE * len(long)


def _merged(known: Sequence[Mention], new: Iterable[Mention], lexicon: Lexicon) -> list[Mention]:
    """Known and new names of a passage, in order, where they overlap the one that says more."""
    result = {mention.span: mention for mention in known}
    at = 0
    for mention in sorted(new, key=lambda item: item.span):
        while at < len(known) and known[at].span.end <= mention.span.start:
            at += 1
        after = at
        while after < len(known) and known[after].span.start < mention.span.end:
            after += 1
        met = known[at:after]
        best = max(met, key=_length, default=None)
        if best is None:
            result[mention.span] = mention
        elif _same(best, mention):
            if mention.role and not _has_role(best, lexicon):
                result[best.span] = replace(best, role=mention.role)
        elif _length(mention) > _length(best) and _tells_more(mention, best):
            for item in met:
                result.pop(item.span, None)
            result[mention.span] = mention
    return sorted(result.values(), key=lambda item: item.span)


def _tells_more(new: Mention, known: Mention) -> bool:
    """Whether a longer new name stands in place of a known one within it.

    A country's name is no person's; an organisation may be called after anybody.
    """
    if new.person:
        return known.person or known.confidence > 0
    return not known.person or new.span.contains(known.span)


def _same(known: Mention, new: Mention) -> bool:
    if known.place != new.place:
        return known.span.contains(new.span)
    return known.span.contains(new.span) or full_name(known.name) == full_name(new.name) != ""


def _length(mention: Mention) -> int:
    return mention.span.end - mention.span.start


def _has_role(mention: Mention, lexicon: Lexicon) -> bool:
    actor = lexicon.actors.get(mention.ref)
    return actor is not None and bool(actor.roles)


def _decided(mentions: list[Mention]) -> list[Mention]:
    """Names that several bear, given to the one whom the article names unmistakably elsewhere."""
    certain = {mention.ref for mention in mentions if mention.ref}
    found = []
    for mention in mentions:
        here = [ref for ref in mention.candidates if ref in certain]
        if len(here) == 1:
            found.append(replace(mention, ref=here[0], candidates=(), confidence=0.8))
        else:
            found.append(mention)
    return found


def _settled(weak: Iterable[Mention], local: LocalNames) -> list[Mention]:
    """Surnames behind a title: of a person introduced anywhere in the article, else new."""
    found = []
    for mention in weak:
        owners = local.owners(mention.name)
        if len(owners) == 1 and owners[0].person:
            same = replace(owners[0], span=mention.span, role=mention.role, confidence=0.85)
            found.append(same)
        else:
            found.append(mention)
    return found


def _without_overlaps(first: Sequence[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Both in order, without those of ``second`` that overlap one of ``first`` or each other."""
    # Of two that begin together the longer comes first; ``first`` has been settled before.
    ranked = sorted(
        [(item.span.start, 0, item.span.start - item.span.end, item) for item in first]
        + [(item.span.start, 1, item.span.start - item.span.end, item) for item in second],
        key=lambda entry: entry[:3],
    )
    kept: list[tuple[int, Mention]] = []
    for _, rank, _, item in ranked:
        while kept and kept[-1][1].span.end > item.span.start and _yields(kept[-1], rank, item):
            kept.pop()
        if not kept or kept[-1][1].span.end <= item.span.start:
            kept.append((rank, item))
    return [item for _, item in kept]


def _yields(kept: tuple[int, Mention], rank: int, item: Mention) -> bool:
    """Whether what is kept gives way to ``item``: to a settled one, or to the more certain."""
    if kept[0] != rank:
        return kept[0] > rank
    return rank == 1 and item.confidence > kept[1].confidence


def _same_stubs(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with one stub for each new entry: the first kind and role that are known."""
    stubs: dict[tuple[str, str], Stub] = {}
    for mention in mentions:
        if mention.stub is None:
            continue
        key = (mention.stub.register, mention.stub.id)
        old = stubs.get(key)
        stubs[key] = (
            mention.stub
            if old is None
            else replace(
                old, kind=old.kind or mention.stub.kind, role=old.role or mention.stub.role
            )
        )
    return [
        replace(mention, stub=stubs[mention.stub.register, mention.stub.id])
        if mention.stub
        else mention
        for mention in mentions
    ]
