"""What a hall may see of the room while the window itself stands on the projector: public labels, no texts."""

from dataclasses import replace

from hrdesk.floor.picture import Line, Picture, Speaker, Turn


def covered(picture: Picture) -> Picture:
    """Give the picture with every speaker as the room may see it, and without decisions and questions in words."""
    return replace(
        picture,
        waiting=_lines(picture.waiting),
        replies=_lines(picture.replies),
        rights=_lines(picture.rights),
        done=_lines(picture.done),
        turns=tuple(_turn(one) for one in picture.turns),
        current=_turn(picture.current) if picture.current else None,
        last=_turn(picture.last) if picture.last else None,
        decisions=tuple(replace(one, text=None) for one in picture.decisions),
        questions=tuple(replace(one, text=None, panellist=None) for one in picture.questions),
    )


def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(replace(one, speaker=_speaker(one.speaker)) for one in lines)


def _turn(turn: Turn) -> Turn:
    return replace(turn, speaker=_speaker(turn.speaker))


def _speaker(speaker: Speaker) -> Speaker:
    """Name a speaker by the public label alone; where there is none, the class is all that is shown."""
    shown = speaker.public or speaker.delegation
    request = speaker.request if shown else replace(speaker.request, on_behalf_of=None)
    return replace(speaker, name=shown, request=request)
