"""What a person can do on the floor: every command of the room in one table."""

from hrdesk.floor.calling import COMMANDS as CALLING
from hrdesk.floor.choosing import COMMANDS as CHOOSING
from hrdesk.floor.deciding import COMMANDS as DECIDING
from hrdesk.floor.joining import COMMANDS as JOINING
from hrdesk.floor.listing import COMMANDS as LISTING
from hrdesk.floor.ordering import COMMANDS as ORDERING
from hrdesk.floor.segments import COMMANDS as SEGMENTS
from hrdesk.floor.timing import COMMANDS as TIMING

COMMANDS = (*CHOOSING, *LISTING, *JOINING, *ORDERING, *CALLING, *TIMING, *SEGMENTS, *DECIDING)
