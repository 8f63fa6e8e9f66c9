"""Timeline scenes made by hand for the figure tests: dysprosium on two days, gallium past its date.

Dates, tonnages and prices are those of the shipped data package, written out, so that the tests of
the figures need neither the package nor the functions that make scenes from it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import (
    Bar,
    Column,
    EventMark,
    Lane,
    LaneGroup,
    Line,
    Mark,
    Missing,
    Pane,
    Point,
    TimelineScene,
    TruceStep,
)


def day(text: str) -> int:
    """Days since 1970 of an ISO date; a month stands for its first day."""
    return (date.fromisoformat(text if len(text) > 7 else f"{text}-01") - date(1970, 1, 1)).days


def following(month: str) -> str:
    """The month after `month` (YYYY-MM)."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02d}"


def bar(start: str, end: str | None, fill: Fill, *labels: str, **rest: object) -> Bar:
    spoken = f"{labels[0] if labels else fill.value}, from {start} to {end or 'open'}"
    return Bar(day(start), day(end) if end else None, fill, labels, spoken, **rest)  # type: ignore[arg-type]


def lane(measure: str, name: str, *bars: Bar, binding: bool = False) -> Lane:
    return Lane(measure, name, bars, binding)


def _paused(measure: str, name: str, first: Fill, start: str, words: str) -> Lane:
    return lane(
        measure,
        name,
        bar(start, "2025-11-07", first),
        bar("2025-11-07", "2026-11-10", Fill.SUSPENDED, words, "suspended"),
        bar("2026-11-10", "2027-01-10", Fill.PROLONGED, "by statement"),
    )


CHINA = LaneGroup(
    "cn",
    "China",
    "MOFCOM · GACC · 4 in force, 3 suspended, 1 reported",
    (
        lane(
            "cn-2025-18-seven-ree",
            "No. 18/2025",
            bar("2025-04-04", None, Fill.LICENCE, "Licence, 7 rare earths", "Licence"),
            binding=True,
        ),
        lane(
            "cn-general-licence-2025",
            "Gen. licences",
            bar("2025-12-02", None, Fill.RELIEF, "Magnets, named exporters", "Magnets"),
        ),
        lane(
            "cn-raw-hold-back-2025",
            "Hold-back",
            bar("2025-10-30", None, Fill.REPORTED, "Metal: limit, by press report", "reported"),
        ),
        lane(
            "cn-2024-46-us-military",
            "No. 46/2024 §1",
            bar(
                "2024-12-03", None, Fill.BAN, "Ban, all dual-use items to US military users", "Ban"
            ),
        ),
        lane(
            "cn-2023-57-tech-catalogue",
            "No. 57/2023",
            bar(
                "2023-12-21",
                None,
                Fill.BAN,
                "Rare-earth technology, export prohibited since 21 Dec 2023",
                "Technology prohibited",
            ),
        ),
        _paused("cn-2025-61", "No. 61/2025", Fill.LICENCE, "2025-10-09", "suspended by No. 70"),
        _paused("cn-2025-62", "No. 62/2025", Fill.LICENCE, "2025-10-09", "suspended by No. 70"),
        _paused(
            "cn-2025-56", "No. 56/2025", Fill.ANNOUNCED, "2025-10-09", "suspended before it began"
        ),
    ),
)

UNITED_STATES = LaneGroup(
    "us",
    "United States",
    "Commerce · USTR · DoD · 2 in force, 1 suspended, 1 announced",
    (
        lane(
            "us-tariffs",
            "Tariffs on China",
            bar("2025-02-04", "2026-02-24", Fill.ENDED, "IEEPA duties, struck down", "IEEPA"),
            bar("2026-02-24", "2026-07-24", Fill.ENDED, "s. 122: 10 %", "10 %"),
            bar("2026-07-24", None, Fill.CONTEXT, "12.5 %"),
        ),
        lane(
            "us-s301-2026-graphite-magnets",
            "s. 301 minerals",
            bar("2024-09-13", "2026-01-01", Fill.ANNOUNCED, "announced 13 Sept 2024", "announced"),
            bar("2026-01-01", None, Fill.CONTEXT, "25 % on Chinese magnets", "25 %"),
        ),
        lane(
            "us-bis-affiliates-rule",
            "50 % rule",
            bar("2025-09-29", "2025-11-10", Fill.CONTEXT),
            bar("2025-11-10", "2026-11-09", Fill.SUSPENDED, "stayed for a year", "stayed"),
            bar("2026-11-09", "2027-01-10", Fill.PROLONGED),
        ),
        lane(
            "us-dfars-7052",
            "DFARS 7052",
            bar(
                "2024-05-01",
                "2027-01-01",
                Fill.ANNOUNCED,
                "contractors warned: no Chinese magnets from 1 Jan 2027",
                "announced",
                soft_until=day("2024-06-01"),
            ),
            bar("2027-01-01", None, Fill.BAN, "in force", scheduled=True),
        ),
    ),
)

OTHERS = LaneGroup(
    "other",
    "Others",
    "1 in force",
    (
        lane(
            "vn-ree-ore-ban",
            "Viet Nam",
            bar("2025-12-11", "2026-01-01", Fill.ANNOUNCED),
            bar("2026-01-01", None, Fill.BAN, "Ore export ban reaffirmed", "Ore ban"),
        ),
    ),
)

_EVENTS = (
    ("ev-2024-us-ban", "2024-12-03", "Ga, Ge, Sb ban", 4),
    ("ev-2025-04-04-ree", "2025-04-04", "No. 18 issued", 1),
    ("ev-2025-05-geneva", "2025-05-14", "Geneva truce", 2),
    ("ev-2025-10-09-package", "2025-10-09", "October package", 2),
    ("ev-2025-10-30-busan", "2025-10-30", "Trump–Xi, Busan", 1),
    ("ev-2026-02-20-scotus", "2026-02-20", "IEEPA struck down", 3),
    ("ev-2026-09-23", "2026-09-23", "Truce prolonged", 2),
    ("no-72-ends", "2026-11-27", "No. 72 pause ends", 1),
)


def events(as_of: int) -> tuple[EventMark, ...]:
    """The eight events of the design's picture, ahead or not as seen from `as_of`."""
    return tuple(
        EventMark(key, day(at), label, f"{label}, {at}", rank, day(at) > as_of)
        for key, at, label, rank in _EVENTS
    )


TRUCE = (
    TruceStep(day("2025-05-14"), day("2025-08-12"), ("Geneva, 90 d", "90 d"), "Geneva", False),
    TruceStep(
        day("2025-08-12"), day("2025-11-10"), ("Stockholm, 90 d", "90 d"), "Stockholm", False
    ),
    TruceStep(
        day("2025-11-10"), day("2026-11-10"), ("Busan truce · one year", "Busan"), "Busan", False
    ),
    TruceStep(
        day("2026-11-10"), day("2027-01-10"), ("by statement",), "two months by statement", True
    ),
)

# Exports of China to the world, tonnes a month: magnets (HS 8505 1110) and dysprosium.
_MAGNETS = {
    "2024-06": 5150, "2024-07": 5278, "2024-08": 5325, "2024-09": 4915, "2024-10": 4725,
    "2024-11": 4794, "2024-12": 5580, "2025-01": 6357, "2025-02": 3588, "2025-03": 5323,
    "2025-04": 2626, "2025-05": 1238, "2025-06": 3188, "2025-07": 5577, "2025-08": 6146,
    "2025-09": 5774, "2025-10": 5473, "2025-11": 6149.95, "2025-12": 5952, "2026-01": 6023,
    "2026-02": 4740, "2026-03": 5238, "2026-07": 5330, "2026-08": 5010,
}  # fmt: skip
_DYSPROSIUM = {
    "2024-06": 26.037, "2025-05": 0.0, "2025-06": 0.001, "2025-07": 1.4, "2025-08": 16.686,
    "2025-09": 18.043, "2025-10": 3.501, "2025-11": 0.995, "2025-12": 4.12,
}  # fmt: skip
_UNKNOWN = (
    "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2025-02",
    "2025-03", "2025-04",
)  # fmt: skip


def _exports() -> Pane:
    return Pane(
        "exports",
        "Exports from China",
        "index, June 2024 = 100",
        140.0,
        (0.0, 50.0, 100.0),
        indexed=True,
        short_units=("June 2024 = 100", "Jun 2024 = 100"),
        columns=tuple(
            Column(day(month), day(following(month)), tonnes / 26.037 * 100, f"{month}: {tonnes} t")
            for month, tonnes in _DYSPROSIUM.items()
        ),
        column_label="dysprosium, raw: 4.1 t",
        lines=(
            Line(
                "magnets",
                "fin",
                tuple(
                    Point(
                        day(month) + 14.0,
                        tonnes / 5150 * 100,
                        f"{month}: {tonnes:,.0f} t",
                        gap=month == "2026-07",
                    )
                    for month, tonnes in _MAGNETS.items()
                ),
                "rare-earth magnets, Aug 2026: 5,010 t",
            ),
        ),
        hollow=tuple(day(month) + 14 for month in _UNKNOWN),
        hollow_label="no figure",
        missing=(
            Missing(day("2026-04"), day("2026-07"), "no figure"),
            Missing(day("2026-09"), day("2026-11-23"), "no figure"),
        ),
    )


def _price() -> Pane:
    def dot(at: str, value: float, label: str = "", **rest: object) -> Mark:
        rest = {"low": None, "high": None, "role": "ink", **rest}
        return Mark(day(at), value, label=label, spoken=f"{at}: {value:,.0f} US$/kg", **rest)  # type: ignore[arg-type]

    europe = (
        ("2025-04-15", 280.0),
        ("2025-05-01", 850.0),
        ("2025-05-06", 850.0),
        ("2025-06-05", 750.0),
    )
    china = (
        ("2025-12-15", 287.0),
        ("2026-01-12", 290.0),
        ("2026-01-20", 291.0),
        ("2026-02-15", 291.0),
    )
    return Pane(
        "price",
        "Dy oxide price",
        "US$/kg",
        1300.0,
        (0.0, 500.0, 1000.0),
        lines=(
            Line("Europe", "ink", tuple(Point(day(a), v, f"{a}: {v:.0f}") for a, v in europe), ""),
            Line(
                "FOB China",
                "text3",
                tuple(Point(day(a), v, f"{a}: {v:.0f}") for a, v in china),
                "FOB China",
                dashed=True,
            ),
        ),
        marks=(
            dot("2024-01-01", 257, "mean of the year, FOB (USGS)", role="text3",
                until=float(day("2025-01-01"))),
            dot("2025-01-01", 239, role="text3", until=float(day("2026-01-01"))),
            dot("2025-04-15", 280, low=250.0, high=310.0),
            dot("2025-05-01", 850),
            dot("2025-05-06", 850, low=700.0, high=1000.0),
            dot("2025-06-05", 750),
            dot("2025-09-18", 840, "Europe"),
            dot("2025-12-15", 1100, "ask, “surpassing 1,100”"),
            *(dot(at, value, role="text3", hollow=True) for at, value in china),
        ),
    )  # fmt: skip


LEGEND = (
    (Fill.LICENCE, "licence required"),
    (Fill.BAN, "prohibited"),
    (Fill.SUSPENDED, "suspended"),
    (Fill.PROLONGED, "prolonged by statement"),
    (Fill.REPORTED, "limit only reported"),
    (Fill.RELIEF, "general licence"),
    (Fill.ANNOUNCED, "announced"),
    (Fill.CONTEXT, "tariffs and other rules"),
    (Fill.ENDED, "ended"),
)

SOURCES = (
    "MOFCOM/GACC No. 18 of 2025",
    "MOFCOM No. 70 and No. 72 of 2025",
    "MOFCOM statement of 28 Sep 2026",
    "USTR section 301",
    "China customs, by TRADIUM/rawmaterials.net",
    "UN Comtrade",
    "Argus, by press",
    "USGS Mineral Commodity Summaries 2026",
)

AS_OF = day("2026-11-23")


def dysprosium() -> TimelineScene:
    """The design's main picture: dysprosium on 23 November 2026."""
    return TimelineScene(
        title="Dysprosium",
        subtitle="Export licence since 4 Apr 2025 for metal, oxide, alloy; China to United States",
        as_of=AS_OF,
        as_of_label="23 Nov 2026",
        known_on=None,
        data_end=day("2026-10-09"),
        data_end_label="data to 9 Oct 2026",
        window=(day("2024-05-21"), day("2027-04-18")),
        limits=(day("2023-01-01"), day("2027-11-30")),
        events=events(AS_OF),
        truce=TRUCE,
        truce_end_label=("10 Jan 2027", "48 days left"),
        groups=(CHINA, UNITED_STATES, OTHERS),
        lanes_shown=13,
        lanes_total=54,
        panes=(_exports(), _price()),
        legend=LEGEND,
        sources=SOURCES,
    )


def dysprosium_in_july_2025() -> TimelineScene:
    """The same scene seen from 12 July 2025: all but the cursor, the events and the words stays."""
    as_of = day("2025-07-12")
    return replace(
        dysprosium(),
        as_of=as_of,
        as_of_label="12 Jul 2025",
        known_on=as_of,
        events=events(as_of),
        truce_end_label=("10 Jan 2027", "547 days left"),
    )


def gallium_past_its_date() -> TimelineScene:
    """Gallium on 28 November 2026: the pause of No. 46 § 2 ended after the end of the data."""
    as_of = day("2026-11-28")
    china = LaneGroup(
        "cn",
        "China",
        "MOFCOM · GACC · 2 in force, 1 past its date",
        (
            lane(
                "cn-2023-23",
                "No. 23/2023",
                bar("2023-08-01", None, Fill.LICENCE, "Licence, eight gallium items", "Licence"),
            ),
            lane(
                "cn-2024-46-us-ga-ge-sb",
                "No. 46/2024 §2",
                bar("2024-12-03", "2025-11-09", Fill.BAN, "Refused to the US in principle"),
                bar("2025-11-09", "2026-11-27", Fill.SUSPENDED, "suspended by No. 72"),
                bar("2026-11-27", None, Fill.PAST, "? not known", "?"),
                binding=True,
            ),
        ),
    )
    return replace(
        dysprosium(),
        title="Gallium",
        subtitle="Metal, oxide and compounds: at least a licence, could be prohibited",
        as_of=as_of,
        as_of_label="28 Nov 2026",
        events=events(as_of),
        groups=(china, UNITED_STATES),
        panes=(
            Pane("exports", "Exports", "", 1.0, (), message="No monthly exports in these data"),
        ),
        legend=((Fill.LICENCE, "licence required"), (Fill.BAN, "prohibited"),
                (Fill.SUSPENDED, "suspended"), (Fill.PAST, "past its date: nobody can know")),
    )  # fmt: skip
