#!/bin/sh
# service-test.sh BUILD : installs the daemon built in BUILD (.build/debug, say) into a machine of its own as `make install`
# does, boots it and takes the service through its life. Exit 0: all well; 77: not possible here, with the reason.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
build=$(cd "$1" && pwd)

reason=$("$here/boot.sh" --check) || { echo "$reason"; exit 77; }

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$tree"
make -s -C "$root" install DESTDIR="$tree" BUILD="$build" >&2

# The unit as it is shipped, but for waits that are too long for a test.
install -d "$tree/etc/systemd/system/lantiand.service.d"
cat >"$tree/etc/systemd/system/lantiand.service.d/test.conf" <<'END'
[Service]
WatchdogSec=2
TimeoutAbortSec=1
RestartSec=100ms
END
"$here/boot.sh" "$tree" "$here/driver.sh"
