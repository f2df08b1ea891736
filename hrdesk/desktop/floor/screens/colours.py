"""The colours of the screens of the room, which are not those of the desk: a projector washes out what is dark or pale.

White under black is what a hall reads best. A warning never lies in its colour alone: shape, words and figures say it
too. Each pair is at least seven times as light as it is dark (WCAG 2.2, 1.4.6).
"""

PAPER, INK, QUIET, LINE = "#ffffff", "#101418", "#3f484f", "#aeb7be"

STAGE_COLOURS = {
    "idle": (PAPER, INK),
    "called": (PAPER, INK),
    "running": (PAPER, INK),
    "warned": ("#ffd400", "#101418"),
    "urged": ("#a80f16", "#ffffff"),
    "over": ("#a80f16", "#ffffff"),
    "paused": ("#dde5ec", INK),
    "ended": ("#eceff1", INK),
    "ended_over": ("#eceff1", "#8a0c12"),
    "unsure": ("#dde5ec", INK),
}
"""Of each stage of a clock what it is painted on, and with what."""

BAR = {"warned": "#101418", "urged": "#ffffff", "over": "#ffffff"}
"""The bar of what is left where the ground is coloured; elsewhere as here:"""
BAR_USUAL, BAR_GROUND = "#1f5f8b", "#dfe4e8"

MESSAGE = ("#1f3a56", "#ffffff")

DARK, DOT = "#000000", "#5a1a1a"
"""A screen that is blacked out, and the dot that tells who looks for it that it is on."""
