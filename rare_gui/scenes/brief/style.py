"""The style sheet of a brief as HTML: one column on A4, on screen and on paper.

Not for colours: they come by token from the theme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

TOKENS = (
    "panel", "ink", "text2", "text3", "line", "time", "on-time",
    "lic", "on-lic", "ban", "on-ban", "sus", "on-sus", "sus-edge", "sus-hatch", "rep", "on-rep",
    "free", "on-free", "free-edge", "tar", "on-tar", "relief", "on-relief", "warn",
)  # fmt: skip
"""The colours that a brief needs."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

_RULES = """
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
html { background: var(--panel); }
body { margin: 0; color: var(--ink);
  font: 8.5pt/1.35 Inter, "Segoe UI", system-ui, sans-serif; font-feature-settings: "tnum"; }
main { max-width: 186mm; margin: 0 auto; padding: 8mm 0; }
header { border-bottom: 1.5pt solid var(--ink); padding-bottom: 2mm; overflow: auto; }
.kicker { color: var(--text2); margin: 0; float: left; }
.badge { float: right; margin: 0 0 0 2mm; padding: .4mm 2mm; border-radius: 1mm;
  background: var(--time); color: var(--on-time); font-weight: 600; }
h1 { font-size: 15pt; line-height: 1.2; margin: 3mm 0 1.5mm; }
h2 { font-size: 10pt; margin: 3mm 0 .5mm; }
h2.material { font-size: 13pt; margin-top: 7mm; }
h3 { font-size: 9.5pt; margin: 3mm 0 .5mm; }
p { margin: 0 0 2mm; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .7mm 2mm .7mm 0; font-weight: 400;
  border-bottom: .5pt solid var(--line); }
thead th { color: var(--text3); }
th.left, th.urgent, td.date { white-space: nowrap; }
tbody th { font-weight: 600; }
tr, figure, dl, section.whole { break-inside: avoid; }
h1, h2, h3 { break-after: avoid; }
td.quiet { color: var(--text2); }
.urgent { color: var(--warn); font-weight: 600; }
.chip { display: inline-block; width: 5mm; height: 4.5mm; line-height: 4.5mm; font-size: 7.5pt;
  font-weight: 700; text-align: center; border-radius: .8mm; }
.lic { background: var(--lic); color: var(--on-lic); }
.ban { background: var(--ban); color: var(--on-ban); }
.rep { background: var(--rep); color: var(--on-rep); border-radius: 50%; }
.tar { background: var(--tar); color: var(--on-tar); }
.relief { background: var(--relief); color: var(--on-relief); }
.sus { color: var(--on-sus); border: .5pt solid var(--sus-edge); background:
  repeating-linear-gradient(135deg, var(--sus) 0 1mm, var(--sus-hatch) 1mm 1.3mm); }
.free { border: .5pt solid var(--free-edge); color: var(--on-free); border-radius: 50%; }
.past { border: .5pt dashed var(--ink); }
figure { margin: 2mm 0; }
figure svg { display: block; width: 100%; height: auto; }
dl { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm; margin: 3mm 0;
  border-top: .5pt solid var(--line); padding-top: 2mm; }
dl div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
dt { color: var(--text2); font-size: 8pt; }
dd { margin: 0; font-size: 13pt; font-weight: 600; }
ul, ol { margin: 0; padding-left: 5mm; }
ol { columns: 2; column-gap: 6mm; font-size: 8pt; line-height: 1.25; color: var(--text2);
  overflow-wrap: anywhere; }
sup { font-size: 6.5pt; line-height: 1; color: var(--text3); }
sup a { text-decoration: none; }
a { color: inherit; }
footer { margin-top: 4mm; padding-top: 2mm; border-top: .5pt solid var(--line);
  color: var(--text2); font-size: 8pt; }
@media print { main { padding: 0; } body { print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } }
"""


def brief_style(colours: Mapping[str, str]) -> str:
    """The sheet with these colours by token, each as #RRGGBB.

    Raises KeyError for a token that is not given, ValueError for what is no such colour.
    """
    for token in TOKENS:
        if not _COLOUR.fullmatch(colours[token]):
            raise ValueError(f"{token}: {colours[token]!r} is no colour such as #1B1E22")
    told = " ".join(f"--{token}: {colours[token]};" for token in TOKENS)
    return f":root {{ {told} }}{_RULES}"
