"""What is run on the machine that is published to, by its POSIX shell.

``$1`` is the folder, ``$2`` the name of the list, ``$3`` who holds the lock.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LEFT_MINUTES: Final = 60
"""Minutes after which a lock counts as left, by the clock of the machine it is on."""

_BEGIN = """\
set -eu
cd "$1" 2>/dev/null || exit 12
served() { basename "$(readlink current 2>/dev/null || true)"; }
numbers() { ls releases | grep -E '^[0-9]{6,}$' | sort -n || true; }
before() {
  present=$(served)
  [ -n "$present" ] || return 0
  numbers | while read -r one; do [ "$one" -ge "$present" ] || echo "$one"; done | tail -n 1
}
serve() {
  rm -f .current.new
  ln -s "releases/$1" .current.new
  mv -fT .current.new current 2>/dev/null || mv -fh .current.new current
}
remove() { mv "releases/$1" "releases/.$1.gone"; rm -rf "releases/.$1.gone"; }
"""

_LOCK = """\
if mkdir .briefing-lock 2>/dev/null; then
  printf '%s' "$3" > .briefing-lock/holder
  exit 0
fi
"""

_OURS = """\
if [ "$(cat .briefing-lock/holder 2>/dev/null)" != "$3" ]; then
  echo "somebody else has taken the lock over" >&2
  exit 11
fi
"""

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "lock": f"""mkdir -p "$1/releases"
{_BEGIN}{_LOCK}
found=$(find .briefing-lock -maxdepth 0 -mmin +{LEFT_MINUTES})
if [ -n "$found" ]; then echo old; else echo new; fi
cat .briefing-lock/holder 2>/dev/null || true
exit 11
""",
        "take-over": f"""{_BEGIN}
mv .briefing-lock ".briefing-lock.$$"
rm -rf ".briefing-lock.$$"
{_LOCK}
echo "somebody else has taken it over" >&2
exit 11
""",
        "unlock": f"{_BEGIN}{_OURS}\nrm -rf .briefing-lock\n",
        "listing": f'{_BEGIN}\n[ -f "current/$2" ] || exit 12\ncat "current/$2"\n',
        "previous": f"""{_BEGIN}
number=$(before)
[ -n "$number" ] && [ -f "releases/$number/$2" ] || exit 12
cat "releases/$number/$2"
""",
        "prepare": f"""{_BEGIN}
if [ -e current ] && [ ! -L current ]; then
  echo "current is no link, so it was not made by publishing" >&2
  exit 13
fi
rm -rf releases/.[0-9]*.part releases/.[0-9]*.gone
last=$(numbers | tail -n 1 | sed 's/^0*//')
printf '%06d %s\\n' $((${{last:-0}} + 1)) "$(served)"
""",
        "serve": f"""{_BEGIN}{_OURS}
number=$4
keep=$5
present=$(served)
known=$(numbers)
sync
mv "releases/.$number.part" "releases/$number"
serve "$number"
older=""
for one in $known; do
  if [ -z "$present" ] || [ "$one" -gt "$present" ]; then
    remove "$one"
  else
    older="$older $one"
  fi
done
set -- $older
for one in $older; do
  [ "$#" -ge "$keep" ] || break
  remove "$one"
  shift
done
""",
        "roll-back": f"""{_BEGIN}{_OURS}
number=$(before)
[ -n "$number" ] || exit 12
serve "$number"
echo "$number"
""",
    }
)
"""The steps. Exit codes: 11 locked, 12 nothing there."""
