"""A table's bytes as a frame: typed at once when they are known to be sound, else as text first.

Not for deciding whether they are sound: `intake.package` compares digests, and
`intake.row_checks` looks into the rows.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

MOST_BYTES = 512 * 1024 * 1024
"""A table that unpacks to more than this is refused."""


class UnreadableTableError(ValueError):
    """The bytes are no table; the text says why, in words for people."""


def read_typed(data: bytes, types: Mapping[str, str]) -> pd.DataFrame:
    """The frame of a sound table; `types` are the Table Schema types by column.

    Missing text is "", missing numbers NaN or NA, missing dates NaT. Raises UnreadableTableError,
    or ValueError when a cell is not of its type.
    """
    import pandas as pd

    missing = {name: [""] for name, kind in types.items() if kind in ("number", "integer")}
    frame = _read_csv(
        unpack(data),
        dtype={name: _READ_AS.get(kind, "str") for name, kind in types.items()},
        keep_default_na=False,
        na_values=missing,
        usecols=list(types),
    )
    for name, kind in types.items():
        if kind == "date":
            frame[name] = pd.to_datetime(frame[name].replace("", None), format="%Y-%m-%d")
    return frame


def read_text(data: bytes) -> pd.DataFrame:
    """Every cell as the text in the file. Raises UnreadableTableError."""
    frame = _read_csv(
        unpack(data), dtype="str", keep_default_na=False, na_filter=False, skip_blank_lines=False
    )
    return frame.fillna("")  # cells that a short row lacks


def typed(text: pd.DataFrame, types: Mapping[str, str]) -> pd.DataFrame:
    """The same frame as `read_typed` gives, from sound rows of text."""
    import pandas as pd

    frame = text[list(types)].reset_index(drop=True)
    for name, kind in types.items():
        column = frame[name].replace("", None)
        if kind == "number":
            frame[name] = pd.to_numeric(column).astype("float64")
        elif kind == "integer":
            frame[name] = pd.to_numeric(column).astype("Int64")
        elif kind == "boolean":
            frame[name] = frame[name] == "true"
        elif kind == "date":
            frame[name] = pd.to_datetime(column, format="%Y-%m-%d")
    return frame


def unpack(data: bytes) -> bytes:
    """The bytes of the csv itself. Raises UnreadableTableError."""
    if data[:2] == b"\x1f\x8b":
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
                data = packed.read(MOST_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableTableError("the packed file is damaged or cut off") from error
        if len(data) > MOST_BYTES:
            raise UnreadableTableError("the packed file holds more than any table can")
    if b"\0" in data:
        raise UnreadableTableError("the file holds bytes that are no text")
    return data


_READ_AS = {"number": "float64", "integer": "Int64", "boolean": "bool"}


def _read_csv(data: bytes, **options: Any) -> pd.DataFrame:
    import pandas as pd

    try:
        frame: pd.DataFrame = pd.read_csv(io.BytesIO(data), encoding="utf-8", **options)
    except UnicodeDecodeError as error:
        raise UnreadableTableError("the file is not in the encoding UTF-8") from error
    except pd.errors.EmptyDataError as error:
        raise UnreadableTableError("the file is empty") from error
    except pd.errors.ParserError as error:
        raise UnreadableTableError("the file is no csv: its rows do not fit its header") from error
    if not isinstance(frame.index, pd.RangeIndex):  # every row has a cell more than the header
        raise UnreadableTableError("the file is no csv: its rows do not fit its header")
    return frame
