"""Info.plist of the macOS bundle: documents that it opens, languages, privacy. Untested."""

from __future__ import annotations

from typing import Any

from product import Product

VIEW_TYPE = "rare-gui.view"


def bundle_info(product: Product) -> dict[str, Any]:
    """The entries beyond those that PyInstaller writes itself (name, version, executable, icon)."""
    return {
        "CFBundleDisplayName": product.name,
        "CFBundleShortVersionString": product.version,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "View of rare_gui",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [VIEW_TYPE],
            },
            {
                "CFBundleTypeName": "Folder with a data package",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.folder"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": VIEW_TYPE,
                "UTTypeDescription": "View of rare_gui",
                "UTTypeConformsTo": ["public.utf8-plain-text"],
                "UTTypeTagSpecification": {"public.filename-extension": ["rareview"]},
            }
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
    }
