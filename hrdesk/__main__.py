"""``python -m hrdesk``: the window and its self-test go to ``app``, everything else to ``cli``."""

import sys
from pathlib import Path


def main() -> int:
    """Run the program and give its exit status: 0 done, 1 refused and nothing changed, 2 wrong usage."""
    arguments = sys.argv[1:]
    if arguments == ["self-test", "--with-window"]:
        from hrdesk import app

        return app.self_test()
    if _asks_for_window(arguments):
        from hrdesk import app  # the command line must run where none of Qt's libraries is

        return app.main(arguments)
    from hrdesk import cli

    return cli.main(arguments)


def _asks_for_window(arguments: list[str]) -> bool:
    """Nothing, the sample, or one file: the window. A command never has a suffix."""
    if not arguments or arguments[0] == "--sample":
        return True
    return len(arguments) == 1 and not arguments[0].startswith("-") and bool(Path(arguments[0]).suffix)


if __name__ == "__main__":
    sys.exit(main())
