"""The commands that keep a desk file safe: encryption, passphrase and paper key, backups, repair."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hrdesk.cli import unlocking
from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import now
from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange import recovery
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.store import backup as backups
from hrdesk.store import repair
from hrdesk.store.encryption import Key, key_from_text, new_key, paper_key, salt_of
from hrdesk.store.file_check import check_file, is_encrypted
from hrdesk.store.keyring_door import KeyringDoor
from hrdesk.store.rekeying import change_key


def encrypt(chosen: Namespace) -> Any:
    """Encrypt a plain desk and its backups; the paper key is printed once."""
    told = unlocking.passphrase(chosen)
    if told is None:
        raise Refused(N_("A passphrase is needed: --passphrase-file FILE. Nothing was changed."))
    if is_encrypted(chosen.desk):
        raise Refused(
            N_("{path} is encrypted already. Nothing was changed; “hrdesk passphrase” gives it another passphrase."),
            path=str(chosen.desk),
        )
    key = new_key(told)
    with unlocking.writing(chosen) as desk:
        lost = _change_key(desk, key, chosen)
    return _keyed(chosen, "encrypt", paper_key(key), lost)


def passphrase(chosen: Namespace) -> Any:
    """Give an encrypted desk another passphrase; the paper key of before opens it no more."""
    if chosen.new_passphrase_file == chosen.passphrase_file == unlocking.STANDARD_INPUT:
        raise Refused(
            N_("Standard input cannot bring both passphrases. Nothing was changed; please use a file for one of them.")
        )
    _must_be_encrypted(chosen.desk)
    salt = salt_of(chosen.desk)
    with unlocking.writing(chosen) as desk:
        key = new_key(unlocking.read_passphrase(chosen.new_passphrase_file))
        lost = _change_key(desk, key, chosen)
    KeyringDoor(unlocking.profile().folder).forget(salt)
    return _keyed(chosen, "passphrase", paper_key(key), lost)


def decrypt(chosen: Namespace) -> Any:
    """Take the encryption off a desk and its backups."""
    _must_be_encrypted(chosen.desk)
    salt = salt_of(chosen.desk)
    with unlocking.writing(chosen) as desk:
        lost = _change_key(desk, None, chosen)
    KeyringDoor(unlocking.profile().folder).forget(salt)
    if chosen.json:
        return answer("decrypt", desk=str(chosen.desk), lost_backups=lost)
    sentence = _("{desk} is not encrypted any more: whoever has the file can read it.", desk=str(chosen.desk))
    return "\n".join([sentence, *_lost(lost)])


def backup(chosen: Namespace) -> Any:
    """Make a backup, beside whoever has the desk open."""
    key = check_file(chosen.desk, unlocking.key_of(chosen, chosen.desk))
    made = backups.make_of(chosen.desk, key, "asked", now())
    return answer("backup", file=str(made.path)) if chosen.json else _("{file} was written.", file=str(made.path))


def list_backups(chosen: Namespace) -> Any:
    """List the backups, the newest first."""
    found = backups.list_of(chosen.desk)
    if chosen.json:
        listed = [{"file": str(one.path), "at": one.at, "why": one.why} for one in found]
        return answer("backups", backups=listed)
    lines = [f"{one.path.name}  {one.at[:16].replace('T', ' ')}  {_(backups.WHYS[one.why])}" for one in found]
    return "\n".join(lines) or _("There are no backups of this desk yet.")


def restore(chosen: Namespace) -> Any:
    """Put a backup in the place of a desk that is not open."""
    found = _backup_named(chosen.desk, chosen.backup)
    told = unlocking.passphrase(chosen)
    key = None
    if is_encrypted(found.path):
        key = key_from_text(told, salt_of(found.path)) if told else unlocking.key_of(chosen, found.path)
    kept = backups.restore(chosen.desk, found, key, now())
    if chosen.json:
        return answer("restore", desk=str(chosen.desk), backup=str(found.path), kept=str(kept.path) if kept else None)
    lines = [_("{desk} is as it was on {time}.", desk=str(chosen.desk), time=found.at[:16].replace("T", " "))]
    if kept:
        lines.append(_("What it held before is kept: {file}", file=str(kept.path)))
    return "\n".join(lines)


def recover(chosen: Namespace) -> Any:
    """Open, on staff's machine, the keys that other desks sealed for staff."""
    with unlocking.reading(chosen) as reader:
        found = recovery.recover(reader, unlocking.profile(), chosen.seat)
    if chosen.json:
        return answer("recover", keys=[asdict(one) for one in found])
    return "\n".join(f"{one.name}  {one.device}\n  {one.paper_key}" for one in found)


def mend(chosen: Namespace) -> Any:
    """Repair a desk that is not open: everything derived is made anew, or what can be read is carried over."""
    key = check_file(chosen.file, unlocking.key_of(chosen, chosen.file))
    done = repair.repair(chosen.file, key, now())
    told = answer(
        "verify",
        file=str(chosen.file),
        file_kind="desk",
        faults_before=list(done.before),
        faults=list(done.after),
        backup=str(done.backup.path) if done.backup else None,
        carried_over=str(done.carried_over) if done.carried_over else None,
        changes=done.changes,
    )
    return told if chosen.json else "\n".join(_mended(done))


def _change_key(desk: Desk, key: Key | None, chosen: Namespace) -> list[str]:
    """Give the desk another key, and staff too where that was asked for."""
    for_staff = bool(getattr(chosen, "let_staff_recover", False))
    if for_staff:
        with desk.reading() as reader:
            if not recovery.can_be_recovered(reader, unlocking.profile()):
                raise Refused(
                    N_("There is no staff here to seal the key for, or no seat was taken. Nothing was changed.")
                )
    lost = change_key(desk.file, key)
    recovery.let_staff_recover(desk, unlocking.profile(), key if for_staff else None)
    return lost


def _mended(done: repair.Repaired) -> list[str]:
    lines = [_("Found: {faults}", faults="; ".join(done.before) or _("nothing"))]
    if done.backup:
        lines.append(_("What was there is kept: {file}", file=str(done.backup.path)))
    if done.carried_over:
        lines.append(_("What could be read was carried over into {file}.", file=str(done.carried_over)))
    lines.append(_("Left: {faults}", faults="; ".join(done.after) or _("nothing")))
    return lines


def _backup_named(desk: Path, name: str) -> backups.Backup:
    found = backups.list_of(desk)
    for one in found:
        if name in (one.path.name, str(one.path)) or (name == "newest" and one.is_whole):
            return one
    wanted = Path(name).resolve()
    for one in found:
        if one.path.resolve() == wanted:
            return one
    raise Refused(
        N_("There is no backup “{name}” of this desk. Nothing was changed; “hrdesk backups” lists them."), name=name
    )


def _must_be_encrypted(desk: Path) -> None:
    if not is_encrypted(desk):
        check_file(desk)
        raise Refused(N_("{path} is not encrypted. Nothing was changed."), path=str(desk))


def _keyed(chosen: Namespace, what: str, paper: str, lost: list[str]) -> Any:
    if chosen.json:
        return answer(what, desk=str(chosen.desk), paper_key=paper, lost_backups=lost)
    return "\n".join(
        [
            _("{desk} is encrypted. Its paper key, which opens it when the passphrase is lost:", desk=str(chosen.desk)),
            "",
            f"  {paper}",
            "",
            _("Copy it by hand and keep it apart from the machine; it is not shown again."),
            _("Flash memory may keep old copies of what was readable before; only the whole disk's encryption helps."),
            *_lost(lost),
        ]
    )


def _lost(lost: list[str]) -> list[str]:
    return [_("A backup could not be read and was removed: {name}", name=name) for name in lost]


ACTIONS: dict[str, Action] = {
    "encrypt": encrypt,
    "passphrase": passphrase,
    "decrypt": decrypt,
    "backup": backup,
    "backups": list_backups,
    "restore": restore,
    "recover": recover,
}
