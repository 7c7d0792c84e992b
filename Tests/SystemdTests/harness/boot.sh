#!/bin/sh
# Boots a real systemd on an overlay of this machine's own root and runs a driver script in it.
#
#   boot.sh --check        exit 0 if that is possible here, else 77 with the reason on standard output
#   boot.sh TREE DRIVER    copy TREE over the overlay's root, boot, run the script DRIVER there as root
#
# Exits with the driver's status; its output goes to standard output. Nothing on the machine changes: what is written lies
# on a tmpfs in a mount namespace of its own, and ends with it.
set -eu

skip() {
    echo "$1"
    exit 77
}

cgroup_root() {
    # Where cgroup2 is mounted: everywhere on a unified host, below `unified` on a hybrid one.
    awk '$3 == "cgroup2" { print $2; exit }' /proc/self/mounts
}

check() {
    [ "$(id -u)" = 0 ] || skip "booting systemd needs root"
    command -v systemd-nspawn >/dev/null || skip "booting systemd needs systemd-nspawn (package systemd-container)"
    [ -n "$(cgroup_root)" ] || skip "booting systemd needs a mounted cgroup2"
    leaf=$(cgroup_root)/lantian-check-$$
    mkdir "$leaf" 2>/dev/null || skip "booting systemd needs a writable cgroup2"
    rmdir "$leaf"
    unshare --mount --cgroup --pid --fork true 2>/dev/null || skip "booting systemd needs namespaces of mounts, cgroups and processes"
    unshare --mount --propagation private sh -c '
        mount -t tmpfs tmpfs /mnt && mkdir /mnt/upper /mnt/work /mnt/merged &&
        mount -t overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work overlay /mnt/merged' 2>/dev/null ||
        skip "booting systemd needs overlay mounts"
}

# Libraries of a toolchain in a home folder are out of a sandboxed service's sight: bring them to where the loader looks.
copy_libraries() {
    for program in "$1"/usr/bin/*; do
        ldd "$program" 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\/(home|root|tmp)\// { print $3 }'
    done | sort -u | while read -r library; do
        mkdir -p "$2/usr/local/lib"
        cp -L "$library" "$2/usr/local/lib/"
    done
    [ ! -d "$2/usr/local/lib" ] || ldconfig -r "$2"
}

# Second stage, inside the namespaces; the shell is their process 1.
inside() {
    tree=$1 driver=$2 base=$3
    mount -t proc proc /proc
    mount -t cgroup2 cgroup2 /sys/fs/cgroup

    # A file system of its own, on a folder that nobody else uses; the result lies beside it, outside.
    mount -t tmpfs -o mode=755 tmpfs "$base/machine"
    mkdir "$base/machine/upper" "$base/machine/work" "$base/machine/merged"
    merged=$base/machine/merged
    mount -t overlay -o "lowerdir=/,upperdir=$base/machine/upper,workdir=$base/machine/work" overlay "$merged"
    cp -a --no-preserve=ownership "$tree/." "$merged/"
    copy_libraries "$tree" "$merged"

    install -D -m 755 "$driver" "$merged/usr/libexec/lantian/driver"
    # Output and status go to files on the overlay, which outlives the machine.
    cat >"$merged/usr/libexec/lantian/run-driver" <<'END'
#!/bin/sh
/usr/libexec/lantian/driver >/driver.out 2>&1
echo $? >/driver.status
systemctl exit 0
END
    chmod 755 "$merged/usr/libexec/lantian/run-driver"
    mkdir -p "$merged/etc/systemd/system"
    cat >"$merged/etc/systemd/system/lantian-test.service" <<'END'
[Unit]
Description=Test driver
Requires=basic.target dbus.socket
After=basic.target dbus.socket
[Service]
Type=oneshot
ExecStart=/usr/libexec/lantian/run-driver
END
    cat >"$merged/etc/systemd/system/lantian-test.target" <<'END'
[Unit]
Description=Test machine: what every service finds, and the driver; none of the host's own services
Requires=basic.target lantian-test.service
END

    # An own /run: the host's sockets must not be seen by the machine's services.
    mount -t tmpfs -o mode=755 tmpfs /run
    mkdir -p /run/systemd/system

    timeout "${LANTIAN_BOOT_LIMIT:-120}" systemd-nspawn --quiet --directory="$merged" --boot --keep-unit --register=no \
        --private-network --machine=lantian-test --console=pipe systemd.unit=lantian-test.target \
        >"$base/machine/console" </dev/null 2>&1 || echo "systemd-nspawn ended with status $?" >>"$base/machine/console"
    [ ! -e "$merged/driver.out" ] || cat "$merged/driver.out"
    if [ -e "$merged/driver.status" ]; then
        cat "$merged/driver.status" >"$base/status"
    else
        echo "the driver did not end; the machine's console:"
        tail -n 40 "$base/machine/console"
        echo 1 >"$base/status"
    fi
}

case "${1-}" in
--check) check; exit 0 ;;
--inside) shift; inside "$@"; exit 0 ;;
esac

[ $# -eq 2 ] || { echo "usage: boot.sh --check | boot.sh TREE DRIVER" >&2; exit 64; }
check

base=$(mktemp -d)
mkdir "$base/machine"
leaf=$(cgroup_root)/lantian-boot-$$
home=$(cgroup_root)$(awk -F: '$1 == 0 { print $3 }' /proc/self/cgroup)
mkdir "$leaf"
# Whatever ends this script, the shell goes back where it was and the leaf is removed.
trap 'echo $$ >"$home/cgroup.procs" 2>/dev/null || :
      find "$leaf" -depth -type d -exec rmdir {} + 2>/dev/null || :
      rm -rf --one-file-system "$base"' EXIT
trap 'exit 1' HUP INT TERM
echo $$ >"$leaf/cgroup.procs"

unshare --mount --cgroup --pid --fork --kill-child --propagation private "$0" --inside "$1" "$2" "$base"
exit "$(cat "$base/status")"
