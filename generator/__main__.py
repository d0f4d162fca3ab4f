"""``python -m generator`` is ``briefing``."""

from generator.cli import main

if __name__ == "__main__":
    main()
