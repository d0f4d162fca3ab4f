"""The same places filled with words that mean nothing: what a site holds when nothing is wrong."""

from __future__ import annotations

from typing import Final

WORDS: Final = tuple(f"Plain words {number}" for number in range(12))

ARTICLE: Final = """\
---
title: "Words of every form"
date: "2021-09-14"
topics: [n0]
---

# Heading

## Heading {#within}

### Heading

#### Heading

##### Heading

###### Heading

Words *in* **several** `forms` of ***all*** kinds, [a link](https://desk.example/a "Title") and
[mail](mailto:desk@desk.example) and [another](#within), <https://desk.example/b>  \\
![words](/images/dot.png "Title") and ![words](https://desk.example/c.png) and H~2~O and x^2^.

- item
    - within

        Words.

1. first
2. second

3. third, apart

7. seventh

> quotation
>
> - item
>
> > within

```
code
    indented
```

    code too

- code in a list:

        lines
        of code

> code `in` it:
>
>     lines
>     of code

| left | centre | right |
|:---|:-:|---:|
| [words](https://desk.example/t) | `code` | *words* |

| plain |
|---|
| words |

* * *

::: summary
Words.
:::

::: {.background as-of=2021-09 .own}
Words.

- item

> words

## Heading

| a | b |
|---|---|
| c | d |

1. one

7. seven
:::

::: significance
Words.
:::

::: outlook
Words.
:::

::: methodology
Words.
:::

[Words]{.claim by=n0 status=disputed}, [words]{.claim by=n0 status=refuted},
[words]{.claim by=n1 status=confirmed}, [3]{.figure ref=n0 value=3 as-of=2020 by=n0},
[9]{.figure ref=n0 value=9 as-of=2021 by=n0}, [5 per cent]{.figure label="Words"},
[between 3 and 4]{.figure label="Words" low=3 high=4}, [some 5]{.figure ref=n1},
[at least 6]{.figure label="Words"}, [at most 7]{.figure label="Words"}.

[عشر]{.event date=2021-09 label="كلمات"} and [words]{.event date=2021} and
[words]{.event date=2021-09-13T18:30 label="Words"}.
"""
"""What the format makes of marks that an editor may use."""

OTHER: Final = """\
---
title: "كلمات"
date: "2021-09-15"
language: ar
briefing: n1
translation-of: n0
topics: [n0]
image: {file: images/dot.png, alt: Words, caption: Words, credit: Words}
source: {publisher: Words, url: "https://desk.example/o", archive: "https://desk.example/ar"}
---

كلمات [words]{.actor ref=n0} and [11]{.figure ref=n0 value=11 as-of=2021-09}.
"""
"""A text in another language, with what stands to its side."""
