"""Keep commands of the floor in a process of its own until somebody kills it.

Told on standard output: the count of the machine before and after each command, one JSON object in each line.
"""

import json
import sys
import time
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.settings import profile_folder
from hrdesk.store.identity import Profile
from hrdesk.store.machine_clock import counted
from hrdesk.work import COMMANDS


def main(desk: str, session: str, *commands: str) -> None:
    """Run ``commands`` on the session, then wait to be killed."""
    opened = Desk.open(Path(desk), Profile(profile_folder()))
    for command in commands:
        before = counted()
        opened.run(COMMANDS[command], session=session)
        print(json.dumps({"command": command, "before": before, "after": counted()}), flush=True)
    time.sleep(600)


if __name__ == "__main__":
    main(*sys.argv[1:])
