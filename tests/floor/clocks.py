"""A clock for tests: its wall can be set, its machine sleeps and starts again, and time passes when told."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hrdesk.records.moment import Moment

MORNING = datetime(2026, 11, 20, 10, tzinfo=UTC)


@dataclass
class FakeClock:
    """The clock of one machine, given to a desk as any other. Without a boot only the wall can be asked."""

    wall: datetime = MORNING
    boot: str = "first run"
    ticks: int = 5_000_000

    def __call__(self) -> datetime:
        return self.wall

    def moment(self) -> Moment:
        return Moment(self.wall, self.boot, self.ticks)

    def wait(self, seconds: float) -> None:
        """Let time pass, awake or asleep: both the wall and the count go on."""
        self.wall += timedelta(seconds=seconds)
        self.ticks += round(seconds * 1000)

    def set_wall(self, seconds: float) -> None:
        """Set the clock of the wall forwards, or backwards; the count takes no notice."""
        self.wall += timedelta(seconds=seconds)

    def restart(self, name: str = "second run", seconds: float = 60) -> None:
        """Start the machine again, which takes so long; its count begins anew."""
        self.wall += timedelta(seconds=seconds)
        self.boot, self.ticks = name, 20_000
