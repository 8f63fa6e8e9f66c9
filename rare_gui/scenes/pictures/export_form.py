"""What the export dialog shows and what is chosen in it: values and words, no widgets.

Not for making a picture of the choices, nor for keeping them between two runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.pictures.size import (
    MM_PER_INCH,
    PRESETS,
    PX_PER_INCH,
    PictureSize,
    UnusableSize,
    read_size,
)
from rare_gui.scenes.tidy.observation import Observation

VIEW = "view"
"""The picture of whatever page is looked at."""
CUSTOM = "custom"
AS_WINDOW = "window"
"""The theme that the window has."""
SCALES = ("1x", "2x", "3x", "4x", "300dpi")
_PICTURE_OF = {"card": "material", "compare": "comparison"}
"""Pages of the window whose picture has another name than they have in Selection.view."""
_TITLES = {
    "card": "Impact card",
    "material": "Card of the material",
    "ledger": "Truce",
    "whatif": "What-if",
    "heat": "Heat map of losses",
    "weeks": "Curve of losses by week",
    "waterfall": "Waterfall of losses",
    "influences": "Ranking of assumptions",
}
"""Kinds of pictures whose words are not their name."""
_WHOLE = "window"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What is chosen in the dialog, and kept for the next picture.

    `what` is VIEW or a kind of picture. `size` is a preset's name, or width and height as
    `read_size` takes them; `scale` is one of SCALES; `theme` a theme's name or AS_WINDOW. `data`,
    `sources` and `citation` are wanted beside the picture, all of it in one file with `zipped`.
    `folder` is the last one, empty for the usual one.
    """

    what: str = VIEW
    size: str = "16:9"
    scale: str = "2x"
    theme: str = "light"
    format: str = "png"
    data: bool = False
    sources: bool = False
    citation: bool = False
    zipped: bool = False
    with_view: bool = True
    folder: str = ""

    @property
    def has_known_size(self) -> bool:
        """Whether the size is a preset's."""
        return self.size in PRESETS

    @property
    def suffix(self) -> str:
        """That of the file that is saved."""
        return "zip" if self.zipped else self.format

    def usable(
        self, kinds: Iterable[str], themes: Iterable[str], formats: Iterable[str]
    ) -> ExportChoices:
        """The same with defaults for what does not exist here: a file of settings may be old."""
        usual = ExportChoices()
        return replace(
            self,
            what=self.what if self.what in (VIEW, *kinds) else usual.what,
            size=self.size if _is_size(self.size) else usual.size,
            scale=self.scale if self.scale in SCALES else usual.scale,
            theme=self.theme if self.theme in (AS_WINDOW, *themes) else usual.theme,
            format=self.format if self.format in formats else usual.format,
        )


def _is_size(text: str) -> bool:
    try:
        read_size(text)
    except UnusableSize:
        return False
    return True


@dataclass(frozen=True, slots=True)
class ExportForm:
    """What can be chosen. `view_title` names the picture of the page looked at.

    `kinds` are the kinds of pictures with their titles, `formats` the suffixes of the formats.
    """

    choices: ExportChoices
    view_title: str
    kinds: tuple[tuple[str, str], ...]
    formats: tuple[str, ...]


def export_form(
    choices: ExportChoices, view: str, kinds: Iterable[str], formats: Iterable[str]
) -> ExportForm:
    """The form for a page of the window, `view`, with the kinds of pictures that there are."""
    named = tuple((kind, kind_title(kind)) for kind in kinds)
    shown = picture_of_view(view, [kind for kind, _ in named])
    return ExportForm(choices, kind_title(shown), named, tuple(formats))


def kind_title(kind: str) -> str:
    """A kind of picture in words."""
    return _TITLES.get(kind, kind.replace("_", " ").replace("-", " ").capitalize())


def picture_of_view(view: str, kinds: Iterable[str]) -> str:
    """The kind of picture that shows a page; the whole window where there is none of its own."""
    kind = _PICTURE_OF.get(view, view)
    return kind if kind in kinds else _WHOLE


def custom_size(width: float, height: float, unit: str) -> str:
    """A typed size as `read_size` takes it; `unit` is px or mm."""
    return f"{width:g}x{height:g}{unit}"


def sides_in(size: str, unit: str) -> tuple[int, int]:
    """Width and height of a size in whole px or mm. Raises UnusableSize."""
    found = read_size(size)
    each = MM_PER_INCH / PX_PER_INCH if unit == "mm" else 1.0
    return round(found.width * each), round(found.height * each)


def output_words(size: PictureSize, scale: float, suffix: str, megabytes: float | None) -> str:
    """Below the preview: how large the file is; `megabytes` is None while it is not known."""
    if suffix == "png":
        width, height = size.pixels(scale)
        about = f" · about {megabytes_words(megabytes)}" if megabytes is not None else ""
        return f"{width} × {height} px{about}"
    if suffix == "pdf":
        each = MM_PER_INCH / PX_PER_INCH
        return f"{size.width * each:.0f} × {size.height * each:.0f} mm · vector"
    return f"{size.width} × {size.height} px · vector"


def output_width(size: PictureSize, scale: float, suffix: str) -> int:
    """Px that the file is wide: vector formats have those of the layout."""
    return size.pixels(scale if suffix == "png" else 1.0)[0]


def megabytes_words(megabytes: float) -> str:
    """To a tenth, and never none at all."""
    return f"{max(megabytes, 0.1):.1f} MB"


def about_megabytes(length: int, drawn: float, scale: float) -> float:
    """The size of a PNG at `scale`, in MB, from the bytes that it has when drawn at another.

    Texts and lines cost bytes along their edges, so the bytes grow with the side, not the area.
    """
    return length / _MEGABYTE * scale / drawn


def preview_words(shown_width: float, output_width: int) -> str:
    """How much smaller the preview is than the output; both in device pixels."""
    return f"Preview {max(round(100 * shown_width / output_width), 1)} % of output"


def estimates_in(found: Iterable[Observation]) -> int:
    """How many of the figures drawn are not published as such, but derived or judged."""
    unsure = (DataClass.DERIVED.value, DataClass.JUDGEMENT.value)
    return sum(one.value is not None and one.data_class in unsure for one in found)


def estimate_words(number: int, title: str) -> str:
    """What is said of estimates in a picture of the kind `title`; empty where there are none."""
    if not number:
        return ""
    kind = title.lower()
    if number == 1:
        return f"1 estimate in this {kind}. It keeps its mark."
    return f"{number} estimates in this {kind}. They keep their mark."


def record_of(choices: ExportChoices) -> dict[str, str | bool]:
    """The choices as names and values, for a file of settings."""
    return {name: getattr(choices, name) for name in _FIELDS}


def choices_in(record: Mapping[str, object]) -> ExportChoices:
    """The choices in a record; a part that is missing or of another kind has its default."""
    usual = ExportChoices()
    kept = {
        name: record[name]
        for name in _FIELDS
        if name in record and type(record[name]) is type(getattr(usual, name))
    }
    return ExportChoices(**kept)  # type: ignore[arg-type]


_FIELDS = tuple(ExportChoices.__dataclass_fields__)
