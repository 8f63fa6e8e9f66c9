#!/bin/sh
# Makes one file that runs on most Linux systems from the folder that build_bundle.py has made:
#   packaging/linux/appimage.sh       needs appimagetool (https://github.com/AppImage/appimagetool)
# Untested: the tool fetches its runtime from the network unless it is told of one by RUNTIME=FILE.
set -eu
cd "$(dirname "$0")/../.."
command -v appimagetool >/dev/null || { echo "appimage.sh: appimagetool is not here" >&2; exit 1; }
# shellcheck disable=SC2046 # two words
set -- $(python3 packaging/product.py)
name=$1
version=$2
id=rare_gui
folder=dist/$name
test -x "$folder/$name" || { echo "appimage.sh: build first: make package" >&2; exit 1; }

app=build/$name.AppDir
rm -rf "$app"
mkdir -p "$app/usr/lib"
cp -a "$folder" "$app/usr/lib/$name"
mv "$app/usr/lib/$name/share" "$app/usr/share"
rm "$app/usr/lib/$name/install.sh"
ln -s "usr/lib/$name/$name" "$app/AppRun"
# The tool looks for entry and icon at the top, and asks for metadata under this name.
cp "$app/usr/share/applications/$id.desktop" "$app/$id.desktop"
cp "$app/usr/share/icons/hicolor/256x256/apps/$id.png" "$app/$id.png"
mv "$app/usr/share/metainfo/$id.metainfo.xml" "$app/usr/share/metainfo/$id.appdata.xml"
ARCH=$(uname -m) appimagetool ${RUNTIME:+--runtime-file "$RUNTIME"} "$app" \
    "dist/$name-$version-$(uname -m).AppImage"
