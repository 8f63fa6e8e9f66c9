"""The files by which a Linux desktop knows the program: menu entry, icons, file types, metadata.

Filled from the templates in `linux/`; not for installing them (`linux/install.sh`, `deb.py`).
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from icons import write_hicolor
from product import APP_ID, ROOT, Product, Release, filled

TEMPLATES = ROOT / "packaging" / "linux"


def write_share(share: Path, product: Product) -> None:
    """Write applications/, icons/, metainfo/ and mime/ below `share`."""
    words = {"NAME": product.name, "APP_ID": APP_ID, "SUMMARY": product.summary}
    xml = {
        **{key: escape(word) for key, word in words.items()},
        "LICENCE": escape(product.licence),
        "RELEASES": releases_xml(product.releases, built_on()),
    }
    for template, to, filling in (
        ("rare_gui.desktop", f"applications/{APP_ID}.desktop", words),
        ("rare_gui.metainfo.xml", f"metainfo/{APP_ID}.metainfo.xml", xml),
        ("rare_gui.mime.xml", f"mime/packages/{APP_ID}.xml", xml),
    ):
        path = share / to
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        path.write_text(filled(text, filling), encoding="utf-8")
    write_hicolor(share)


def built_on() -> date:
    """The day of the build, or the one that SOURCE_DATE_EPOCH sets for builds to be repeated."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return moment.date()


def releases_xml(releases: tuple[Release, ...], today: date) -> str:
    """AppStream's releases: the changelog's; the one in work is a development version of today."""
    parts = []
    for release in releases:
        day = f'date="{release.day}"' if release.day else f'type="development" date="{today}"'
        notes = "".join(
            f"\n          <li>{escape(note.replace('`', ''))}</li>" for note in release.notes
        )
        parts.append(
            f'    <release version="{escape(release.version)}" {day}>\n'
            f"      <description>\n        <ul>{notes}\n        </ul>\n      </description>\n"
            "    </release>"
        )
    return "\n".join(parts)
