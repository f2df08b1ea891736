"""What fits a field: values checked against its declaration and tidied before they are written."""

import re
import unicodedata

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import KINDS, FieldInfo, Record, Value
from hrdesk.store.change import check_value

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def fitting(info: FieldInfo, value: Value) -> Value:
    """Give ``value`` as it is kept, or refuse it with a sentence."""
    if value is None or value == "":
        return None
    if info.type == "yes_no":
        if isinstance(value, bool):
            return value
        raise Refused(N_("“{field}” takes yes or no. Nothing was changed."), field=info.label)
    if info.type == "number":
        if isinstance(value, int) and not isinstance(value, bool):
            check_value(value, info.label)
            return value
        raise Refused(N_("“{field}” takes a whole number. Nothing was changed."), field=info.label)
    if not isinstance(value, str):
        raise Refused(N_("“{field}” takes text. Nothing was changed."), field=info.label)
    if not (value.isascii() and value.isprintable()):  # else there is nothing to tidy
        value = unicodedata.normalize("NFC", _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n")))
    check_value(value, info.label)
    if info.choices and value not in info.choices:
        raise Refused(
            N_("“{value}” is no choice for “{field}”; choose one of {choices}. Nothing was changed."),
            value=value,
            field=info.label,
            choices=", ".join(info.choices),
        )
    return value or None


def noun_of(kind: str) -> type[Record]:
    """Give the noun named ``kind`` or refuse."""
    if kind not in KINDS:
        raise Refused(N_("There is no kind of record “{kind}”. Nothing was changed."), kind=kind)
    return KINDS[kind]
