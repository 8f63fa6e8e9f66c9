#!/bin/sh
# Puts rare-gui into your menu without administrator's rights, or takes it out again.
#   ./install.sh --user      copies the program below ~/.local and adds menu entry and file types
#   ./install.sh --remove    removes exactly that; your notes, what-ifs and settings stay
set -eu
name=rare-gui
id=rare_gui
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-${HOME:?is not set}/.local/share}
programs=$(dirname "$data")/lib
command_dir=${HOME:?is not set}/.local/bin
home=$programs/$name

refresh() {
    # Desktops find the files without these too, only later.
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$data/applications" || :
    command -v update-mime-database >/dev/null && update-mime-database "$data/mime" 2>/dev/null || :
    command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -qtf "$data/icons/hicolor" || :
}

remove() {
    rm -rf "$home"
    rm -f "$command_dir/$name" "$data/applications/$id.desktop" \
        "$data/metainfo/$id.metainfo.xml" "$data/mime/packages/$id.xml"
    find "$data/icons/hicolor" -name "$id.png" -o -name "$id.svg" 2>/dev/null |
        while IFS= read -r icon; do rm -f "$icon"; done
}

# What stands in quotes in a menu entry's Exec line (Desktop Entry Specification).
quoted() {
    printf '%s' "$1" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g'
}

install() {
    test -x "$here/$name" || { echo "install.sh: $name is not beside this file" >&2; exit 1; }
    if [ "$here" = "$home" ]; then
        echo "install.sh: this is the installed copy; unpack the download and start it there" >&2
        exit 1
    fi
    # The new copy is whole before the old one goes.
    mkdir -p "$programs" "$command_dir" "$data"
    new=$(mktemp -d "$programs/.$name.XXXXXX")
    trap 'rm -rf "$new"' EXIT
    cp -a "$here/." "$new"
    chmod 755 "$new"
    remove
    mv "$new" "$home"
    trap - EXIT
    ln -s "$home/$name" "$command_dir/$name"
    (cd "$home/share" && find . -type f) | while IFS= read -r file; do
        mkdir -p "$data/$(dirname "$file")"
        cp "$home/share/$file" "$data/$file"
    done
    # The menu need not know ~/.local/bin, so its entry tells the whole path.
    entry=$data/applications/$id.desktop
    while IFS= read -r line; do
        case $line in
            Exec=*) printf 'Exec="%s" %%f\n' "$(quoted "$home/$name")" ;;
            TryExec=*) printf 'TryExec=%s\n' "$home/$name" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$home/share/applications/$id.desktop" >"$entry"
    refresh
    missing=$(find "$home/_internal/PySide6/Qt/plugins/platforms" -name '*.so' -exec ldd {} + 2>/dev/null |
        sed -n 's/^[[:space:]]*\([^ ]*\) => not found/\1/p' | sort -u)
    test -z "$missing" || printf 'Missing on this system, please install: %s\n' "$(echo $missing)"
    echo "Installed. Look for $name in the menu, or type $command_dir/$name"
}

case ${1-} in
    --user) install ;;
    --remove) remove; refresh; echo "Removed. Your own notes and settings were left alone." ;;
    *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
esac
