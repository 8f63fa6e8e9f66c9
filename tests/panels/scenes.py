"""Hand-made scenes as large as the real ones, for the tests of the panels.

Not facts: the wording and the states imitate the design's pictures, the figures do not matter.
"""

from __future__ import annotations

from rare_gui.scenes.browse import GROUPS, FilterChoices
from rare_gui.scenes.header import HeaderScene, KeyFigure
from rare_gui.scenes.impact.exposure import (
    ExposureScene,
    PathLink,
    PathNode,
    RouteShare,
    SectorExposure,
)
from rare_gui.scenes.materials.parts import MaterialGroup, MaterialRow, MaterialsScene
from rare_gui.scenes.materials.search import TextSearch
from rare_gui.scenes.notes import DataNote
from rare_gui.scenes.palette import Chip, Shape, Source
from rare_gui.scenes.sparks import Spark
from rare_gui.scenes.status_bar import StatusBarScene

FREE = Chip(Shape.RING, "free", "", "free to export")
LICENCE = Chip(Shape.SQUARE, "lic", "L", "licence required since 4 April 2025")
SUSPENDED = Chip(Shape.HATCHED, "sus", "S", "suspended until 10 November 2026")
BAN = Chip(Shape.OCTAGON, "ban", "B", "banned")
REPORTED = Chip(Shape.DISC, "rep", "R", "limit only reported")
NONE = Chip(Shape.DASH, "free", "", "no such form")
PAUSED_BAN = Chip(Shape.SQUARE, "lic", "L", "licence required, a paused ban beneath", corner=True)
PAST = Chip(Shape.SQUARE, "lic", "L", "past its date: at least a licence", past=True)
CONDITION = Chip(Shape.RING, "free", "", "free, unless it contains dysprosium", condition=True)
QUIET_SUSPENDED = Chip(Shape.HATCHED, "sus", "S", "suspended", quiet=True)
QUIET_BAN = Chip(Shape.OCTAGON, "ban", "B", "banned", quiet=True)

COLUMNS = (
    ("Ore", "Ore"),
    ("Oxi", "Oxide and compound"),
    ("Met", "Metal and target"),
    ("All", "Alloy"),
    ("Mag", "Magnet"),
    ("Oth", "Product, technology, equipment"),
)
_CODES = {
    "o": FREE, "L": LICENCE, "S": SUSPENDED, "B": BAN, "R": REPORTED, "-": NONE,
    "l": PAUSED_BAN, "?": PAST, "c": CONDITION, "s": QUIET_SUSPENDED, "b": QUIET_BAN,
}  # fmt: skip
_SPARK = Spark(
    ((650, 1.0), (652, 2.0), (653, 9.0), (654, 3.0), (655, 3.5)), "raw", "exports, August 2026: 4 t"
)
_LONG_SPARK = Spark(
    tuple((640 + i, float(5 + (i * 7) % 6)) for i in range(18)) + ((660, 8.0),),
    "fin",
    "magnet exports, August 2026: 5,010 t",
)


def row(text: str, spark: Spark | None = None, days: str = "48") -> MaterialRow:
    """A row from "Dy Dysprosium sLLLLb": symbol, name, one letter per chip."""
    symbol, rest = text.split(" ", 1)
    name, codes = rest.rsplit(" ", 1)
    return MaterialRow(
        material=name.lower().replace(" ", "-"),
        symbol=symbol,
        name=name,
        search=f"{name} {symbol}".lower(),
        chips=tuple(_CODES[code] for code in codes),
        spark=spark,
        days=days,
        days_urgent=days in ("4", "past"),
        days_near=days != "–",
        days_spoken=f"{days} days to the next dated clause",
    )


def materials(selected: str = "dysprosium") -> MaterialsScene:
    """The list of the main picture."""
    none = (None,) * 6
    shared = (SUSPENDED, None, None, None, None, BAN)
    groups = (
        MaterialGroup("light", "Light rare earths", shared, (
            row("La Lanthanum sooo-b"), row("Ce Cerium sooo-b"), row("Pr Praseodymium sooo-b"),
            row("Nd Neodymium sooocb"), row("NdPr Pr–Nd mix sRoo-b"), row("Pm Promethium sooo-b"),
            row("Sm Samarium sLLLLb"),
        )),
        MaterialGroup("heavy", "Heavy, yttrium", shared, (
            row("Eu Europium sSSS-b"), row("Gd Gadolinium sLLL-b"),
            row("Tb Terbium sLLLLb", _SPARK), row("Dy Dysprosium sLLLLb", _SPARK),
            row("Ho Holmium sSSSSb"), row("Er Erbium sSSS-b"), row("Tm Thulium sSSS-b"),
            row("Yb Ytterbium sSSS-b"), row("Lu Lutetium sLLL-b"), row("Y Yttrium sLLL-b"),
        )),
        MaterialGroup("scandium", "Scandium and magnets", none, (
            row("Sc Scandium SLLL-B"), row("NdFeB NdFeB magnets ----c-", _LONG_SPARK, "–"),
            row("SmCo SmCo magnets ----c-", None, "–"),
        )),
        MaterialGroup("other", "Other controlled", none, (
            row("Ga Gallium -ll--o", _SPARK, "4"), row("Ge Germanium -??--?", _SPARK, "past"),
            row("Sb Antimony lll--l", _SPARK, "4"), row("C Graphite, natural L----L", _SPARK, "4"),
            row("C Graphite, synthetic and expandable -----L", _SPARK, "4"),
            row("W Tungsten oLLL-L", None, "–"), row("Te Tellurium -LL--L", None, "–"),
            row("Bi Bismuth -LL--L", None, "–"), row("In Indium -Lo--L", None, "–"),
        )),
    )  # fmt: skip
    texts = {row.material: row.search for group in groups for row in group.rows}
    choices = FilterChoices((("suspended", "Suspended"),), (("metal", "Metal"),), GROUPS, ())
    return MaterialsScene(COLUMNS, groups, selected, 34, LEGEND, TextSearch(texts), choices)


LEGEND = (
    (FREE, "Free"),
    (LICENCE, "Licence"),
    (BAN, "Prohibited"),
    (SUSPENDED, "Suspended"),
    (REPORTED, "Reported limit"),
    (NONE, "No such form"),
    (PAUSED_BAN, "Paused ban"),
    (PAST, "Past its date"),
    (CONDITION, "Condition"),
)


def header() -> HeaderScene:
    """Dysprosium as in the main picture."""
    return HeaderScene(
        title="Dysprosium",
        subtitle="Dy · 66 · heavy rare earth",
        lead="Metal, oxide and alloy need an export licence since 4 Apr 2025",
        rest="(MOFCOM/GACC No. 18 of 2025), which the truce does not cover.",
        marks=(1, 2),
        figures=(
            KeyFigure("49.5 %", True, "China, mined 2025", (3,), "49.5 percent, estimated"),
            KeyFigure("91.3 %", False, "China, refined 2024, group", (4,), "91.3 percent"),
            KeyFigure("100 %", True, "US import reliance 2025", (5,), "100 percent, estimated"),
            KeyFigure("4,253", True, "HHI, mined 2025", (3, 5), "4253, estimated"),
        ),
        chips=(
            (SUSPENDED, "Ore"), (LICENCE, "Oxide"), (LICENCE, "Metal"), (LICENCE, "Alloy"),
            (LICENCE, "Magnet"), (BAN, "Other"),
        ),
        conditions=((BAN, "military users"),),
        sources=tuple(Source(f"source_{n}", f"Citation {n}") for n in range(1, 6)),
    )  # fmt: skip


def long_header() -> HeaderScene:
    """The longest words that a header can meet, with markup in them."""
    short = header()
    return HeaderScene(
        title="Praseodymium-neodymium mischmetal <b>alloy</b>",
        subtitle="PrNd · mixture · light rare earth",
        lead="Metal, oxide and compounds: at least a licence, could be <i>prohibited</i>.",
        rest="The pause of No. 46 § 2 ended on 27 Nov 2026; the data reach 9 Oct 2026; no later "
        "source is in this package, so nobody can know from it whether the refusal is back.",
        marks=(1,),
        figures=(
            *short.figures[:3],
            KeyFigure("not published", False, "US share of metal imports, 2021–24", (), "unknown"),
        ),
        chips=short.chips,
        conditions=((BAN, "military users"), (LICENCE, "0.1 % of value and more, any country")),
        sources=short.sources,
    )


def exposure() -> ExposureScene:
    """Motor vehicle parts chosen, with the longest sector names."""
    routes = (
        RouteShare("magnet", 0.6, 0.8, 0.95, "judgement", "magnet: 80 percent, judgement"),
        RouteShare("oxide or metal", 0.0, 0.03, 0.1, "judgement", "oxide or metal: 3 percent"),
        RouteShare("component", 0.05, 0.17, 0.35, "judgement", "component: 17 percent"),
    )

    def sector(
        key: str,
        name: str,
        kappa: tuple[float, float, float] | None,
        end_use: str = "",
        with_routes: bool = False,
    ) -> SectorExposure:
        return SectorExposure(
            key, name, kappa, "judgement" if kappa else "", end_use,
            routes if with_routes else (), key == "parts", f"{name}, dependence",
        )  # fmt: skip

    return ExposureScene(
        title="Who needs dysprosium",
        lead="Through NdFeB magnets. No loss is sized here: that needs the impact model.",
        sectors=(
            sector("aircraft", "Aircraft manufacturing (civil and military)", (0.2, 0.5, 0.9)),
            sector("pcb", "Printed circuit boards and electronic assembly", None,
                   "4 % of world use, 2024"),
            sector("missiles", "Guided missiles, space vehicles, propulsion", (0.5, 0.8, 1.0)),
            sector("parts", "Motor vehicle parts", (0.1, 0.25, 0.45), "35 % of world use, 2024",
                   True),
            sector("vehicles", "Motor vehicle assembly (cars, light trucks, heavy trucks)",
                   (0.0, 0.9, 1.0)),
            sector("motors", "Electric motors and generators", (0.2, 0.4, 0.6), "", True),
        ),
        unknown="Not counted: sectors for which the data hold no share of output.",
        path_title="Why: Motor vehicle parts",
        path_weakest="weakest link: judgement",
        nodes=(
            PathNode("Dysprosium", "metal", LICENCE),
            PathNode("NdFeB", "magnet"),
            PathNode("Motor vehicle", "parts"),
        ),
        links=(PathLink("contains", "published"), PathLink("θ 0.03 · κ 0.25", "judgement")),
        notes=NOTES,
        limits="Shares are judgements from public sources. They do not say how much is lost.",
    )  # fmt: skip


NOTES = (
    DataNote("Two end dates.", "No. 70 prints 10 Nov 2026; MOFCOM said on 28 Sept 2026 that the "
             "arrangement runs to 10 Jan 2027. Drawn dashed."),
    DataNote("Figures stop.", "Magnets: none for Apr–Jun 2026, none after Aug 2026."),
    DataNote("SmCo <magnets>", "are listed under samarium: read that row."),
)  # fmt: skip


def status_bar() -> StatusBarScene:
    """Old data and three notes."""
    return StatusBarScene(
        counts="34 of 61 materials · 81 measures",
        data_age="data to 9 Oct 2026, 45 days old",
        data_age_warns=True,
        data_age_detail="The policy tables end on 9 October 2026. Newer packages: see the README.",
        notes="3 data notes",
        package="Package strategic-materials 2026.11.1",
    )
