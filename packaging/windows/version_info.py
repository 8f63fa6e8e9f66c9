"""The version resource of the Windows programs, as PyInstaller reads it. Untested on Windows."""

from __future__ import annotations

from product import Product


def version_info(product: Product) -> str:
    """The text of a VSVersionInfo: the file's properties in Windows' own dialog."""
    words = {
        "FileDescription": product.summary,
        "FileVersion": product.version,
        "InternalName": product.name,
        "LegalCopyright": product.licence,
        "ProductName": product.name,
        "ProductVersion": product.version,
    }
    lines = ",\n        ".join(f"StringStruct({key!r}, {word!r})" for key, word in words.items())
    # 0x40004: Windows NT; 1: an application; 0409, 1200: English, Unicode
    return f"""\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={product.numbers}, prodvers={product.numbers}, mask=0x3F, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
        {lines}])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])
  ])
"""
