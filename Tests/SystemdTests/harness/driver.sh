#!/bin/sh
# Runs as root in the booted machine: one line per check, `ok` or `not ok`; the exit status is 1 if any failed.
service=lantiand
plan=/etc/lantian/plan
state=/var/lib/lantian
failures=0

ok() { echo "ok - $1"; }
not_ok() {
    echo "not ok - $1"
    failures=1
}
# check TEXT COMMAND... : the command must succeed.
check() {
    text=$1
    shift
    if "$@" >/tmp/check.log 2>&1; then ok "$text"; else not_ok "$text: $(tail -n 3 /tmp/check.log)"; fi
}
# refuse TEXT COMMAND... : the command must fail.
refuse() {
    text=$1
    shift
    if "$@" >/tmp/check.log 2>&1; then not_ok "$text"; else ok "$text"; fi
}
# same TEXT EXPECTED FOUND
same() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1: expected '$2', found '$3'"; fi; }
# wait_for TEXT COMMAND... : the command must succeed within ten seconds.
wait_for() {
    text=$1 tries=100
    shift
    while ! "$@" >/tmp/check.log 2>&1; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || { not_ok "$text: $(tail -n 3 /tmp/check.log)"; return; }
        sleep 0.1
    done
    ok "$text"
}

show() { systemctl show "$service" -p "$1" --value; }
pid() { show MainPID; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
active() { [ "$(systemctl is-active $service)" = active ]; }
restarted() { active && [ "$(show NRestarts)" = "$1" ] && [ "$(pid)" != "$2" ]; }
# journal PATTERN : an entry of the service in export form has a line like that.
journal() {
    journalctl --sync
    journalctl -u $service -o export | grep -aqE "$1"
}
# reloads KIND : how many reloads ended so (field LANTIAN_RELOAD: accepted, refused, unchanged).
reloads() {
    journalctl --sync
    journalctl -u $service "LANTIAN_RELOAD=$1" -o cat | grep -c .
}
reloaded() { [ "$(reloads "$1")" -gt "$2" ]; }
status_has() { show StatusText | grep -qE "$1"; }
status_lacks() { [ -n "$(show StatusText)" ] && ! status_has "$1"; }
inside() { nsenter --target "$(pid)" --mount -- "$@"; }

# As a package's maintainer script does.
systemd-sysusers lantian.conf
systemd-tmpfiles --create lantian.conf
systemctl daemon-reload
# A plan is all the files of its folder: one more of them changes it, or breaks it.
bad() { printf 'level {{{ "unfinished\n' >$plan/bad.plan; }
good() { rm -f $plan/bad.plan; }

echo "# the unit"
same "systemd-analyze verify has no complaint" "" "$(systemd-analyze verify /usr/lib/systemd/system/$service.service 2>&1)"
same "members reach the inbox" "3770 lantian:lantian" "$(stat -c '%a %U:%G' $state/inbox)"
same "readers reach the spool" "2770 lantian:lantian" "$(stat -c '%a %U:%G' $state/spool)"

echo "# start"
check "the service says READY" systemctl start $service
check "it is active" active
check "it says how it stands" test -n "$(show StatusText)"
echo "# status: $(show StatusText)"
wait_for "entries carry fields" journal '^LANTIAN_[A-Z_]+='
check "entries carry the program's name" journal '^SYSLOG_IDENTIFIER=lantiand$'

echo "# sandbox"
status=/proc/$(pid)/status
same "it runs as its own user" "$(id -u lantian)" "$(awk '/^Uid:/ { print $2 }' "$status")"
same "no new privileges" 1 "$(awk '/^NoNewPrivs:/ { print $2 }' "$status")"
same "no capabilities" 0000000000000000 "$(awk '/^CapBnd:/ { print $2 }' "$status")"
# The machine itself has filters and no network: what counts is what the unit adds.
filters() { awk '/^Seccomp_filters:/ { print $2 }' "/proc/$1/status"; }
check "system calls are filtered" test "$(filters "$(pid)")" -gt "$(filters 1)"
refuse "its configuration cannot be written" inside touch /etc/lantian/x
refuse "the system cannot be written" inside touch /usr/x
refuse "homes cannot be seen" inside sh -c 'ls -A /root | grep -q .'
refuse "the network is its own" test "$(readlink "/proc/$(pid)/ns/net")" = "$(readlink /proc/1/ns/net)"
check "the state can be written" inside touch $state/probe
rm -f $state/probe

echo "# a feed from an account that only writes feeds"
useradd --no-create-home --groups lantian-feed feeder
useradd --no-create-home --groups lantian --comment "李四,Room 1" officer
# run USER COMMAND... : with the groups of the account, and a umask that shuts everybody else out.
run() {
    user=$1
    shift
    setpriv --reuid "$user" --regid "$user" --init-groups sh -c 'umask 077; exec "$@"' sh "$@"
}
same "the start left the mode of the state folder" "750 lantian:lantian" "$(stat -c '%a %U:%G' $state)"
run feeder sh -c "echo 'no feed' >$state/inbox/.garbage; mv $state/inbox/.garbage $state/inbox/garbage.csv"
taken() { find $state -path '*/rejected/*' -name '*.reason.txt' | grep -q .; }
wait_for "an unreadable file is rejected with a reason" taken
check "the daemon could read it" sh -c "! grep -q 'ermission denied' $state/inbox/rejected/garbage.csv.reason.txt"
refuse "it does not see what became of files" run feeder ls $state/inbox/rejected
refuse "it cannot put another folder in the place of one of the daemon's" run feeder mv $state/inbox/done $state/inbox/gone
refuse "it cannot see the ledger" run feeder cat $state/ledger.sqlite
refuse "it cannot see the spool" run feeder ls $state/spool
run officer sh -c "echo secret >$state/inbox/.officers"
refuse "it cannot write the file of another" run feeder sh -c "echo x >>$state/inbox/.officers"
refuse "nor take it away" run feeder rm -f $state/inbox/.officers
run officer rm $state/inbox/.officers
check "a member of the group removes a file that was filed" run officer rm $state/inbox/rejected/garbage.csv

echo "# commands from a member of the group"
# as USER ARGUMENT... : runs the operator's tool; its output is kept.
as() {
    user=$1
    shift
    setpriv --reuid "$user" --regid "$user" --init-groups env LC_ALL=C.UTF-8 lantian "$@" >/tmp/answer 2>&1
}
same "the socket is for the group" "660 lantian:lantian" "$(stat -c '%a %U:%G' /run/lantian/control.sock)"
check "a member is answered" as officer status
status=0
as feeder status || status=$?
same "a writer of feeds is not" 77 $status
useradd --no-create-home stranger
status=0
as stranger status || status=$?
same "others are not" 77 $status
check "a member reloads the plan, and waits for it" as officer reload
check "the answer says what came of it" grep -q 'the plan is the one in force' /tmp/answer

echo "# what the doctor says of the groups"
# groups PATTERN : a line of that check has it.
groups() { lantian doctor --format json >/tmp/doctor 2>&1; grep '"check":"groups"' /tmp/doctor | grep -qE "$1"; }
check "who may act, and who may only write" groups '"ok".*may act: officer; may only write feeds: feeder'
usermod -aG lantian feeder
check "an account in both is named" groups '"warning".*so may approve as well: feeder'
gpasswd -d feeder lantian >/dev/null
chmod g-x $state
check "rights that are missing are named" groups '"warning".*lack rights on /var/lib/lantian"'
chmod 750 $state

echo "# reload"
main=$(pid)
before=$(reloads accepted)
echo 'let reload_probe = observed hourly AQI > 300' >$plan/probe.plan
check "reload" systemctl reload $service
wait_for "a good plan is accepted" reloaded accepted "$before"
wait_for "the service is active again" active
same "the process is the same" "$main" "$(pid)"
check "the status is not one of refusal" status_lacks refused
echo "# status: $(show StatusText)"

echo "# refused reload"
before=$(reloads refused)
bad
systemctl reload $service
wait_for "a bad plan is refused" reloaded refused "$before"
wait_for "the status says so" status_has refused
echo "# status: $(show StatusText)"
check "the service stays active" active
same "the process is the same" "$main" "$(pid)"
good
systemctl reload $service
wait_for "the next good plan ends the complaint" status_lacks refused
same "the process is still the same" "$main" "$(pid)"

echo "# watchdog"
count=$(show NRestarts)
main=$(pid)
kill -STOP "$main"
wait_for "a daemon that stands still is killed and started anew" restarted $((count + 1)) "$main"
check "the journal says why" journal '^MESSAGE=.*Watchdog timeout'

echo "# crash"
count=$(show NRestarts)
main=$(pid)
kill -KILL "$main"
wait_for "a daemon that is killed is started anew" restarted $((count + 1)) "$main"

echo "# stop"
begin=$(milliseconds)
check "stop" systemctl stop $service
took=$(($(milliseconds) - begin))
check "within a second (${took} ms)" test $took -lt 1000
same "it is inactive" inactive "$(systemctl is-active $service)"
same "with success" success "$(show Result)"

echo "# an approval by a member of the group"
# A plan that proposes on what is observed, at whatever hour this runs; the shipped one confers at 10:00 and 16:00.
mv $plan $plan.shipped
install -d $plan
cat >$plan/test.plan <<'END'
plan "试验市重污染天气应急预案" {
    basis "Tests/SystemdTests"
    zone "Asia/Shanghai"
    aqi HJ633
    levels yellow
}
area testcity "试验市" code 999001 {
    stations T1, T2
}
level yellow "黄色" response "Ⅲ级" {
    issue when observed hourly PM2.5 > 100 ug/m3
    end when observed hourly PM2.5 <= 100 ug/m3
    approve by "总指挥" within 1h otherwise remind "值班室"
    cites "clause 1"
}
END
rm -f $state/ledger.sqlite*
# The slot that ended last must still be that when the hour is evaluated. Its data lies there before the start: late in an hour
# the wait for it is over, and the hour is evaluated at once. Nor may it look as if it were still being written.
while [ "$(date +%M%S)" -ge 5930 ]; do sleep 1; done
slot=$(TZ=Asia/Shanghai date -d '1 hour ago' +%Y-%m-%dT%H:00:00+08:00)
run feeder sh -c "
    { echo 'slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3'
      for station in T1 T2; do echo $slot,\$station,150,190,12,61,1.4,18; done; } >$state/inbox/.hour
    touch -d '1 minute ago' $state/inbox/.hour
    mv $state/inbox/.hour $state/inbox/hour.csv"
check "the service starts" systemctl start $service
# entries FOLDER COUNT : so many lie there in the spool.
entries() { [ "$(find "$state/spool/$1" -mindepth 1 -maxdepth 1 2>/dev/null | wc -l)" = "$2" ]; }
wait_for "a draft waits" entries pending 1
check "nothing has gone out" entries new 0
status=0
as officer approve || status=$?
same "a member is told that something waits" 1 $status
proposal=$(sqlite3 -readonly $state/ledger.sqlite 'SELECT id FROM proposals WHERE ended IS NULL')
check "by its id" grep -q "${proposal:-no proposal}" /tmp/answer
set -- "$proposal" --signed-by 王五 --post 总指挥 --document 试环3号
status=0
as stranger approve "$@" || status=$?
same "one outside the group is refused" 77 $status
check "and told what is missing" grep -q 'members of the group lantian' /tmp/answer
check "and has changed nothing" entries new 0
status=0
as feeder approve "$@" || status=$?
same "and so is one that only writes feeds" 77 $status
check "a member records the approval" as officer approve "$@"
wait_for "the notice is out" entries new 1
check "the draft is gone" entries pending 0
check "a member reads the notice" run officer sh -c "grep -q 黄色 $state/spool/new/*/notice.txt"
wait_for "the status says so" status_has '\(yellow\) since'
same "on record is who recorded it" "officer|$(id -u officer)|李四" "$(sqlite3 -readonly $state/ledger.sqlite \
    "SELECT json_extract(body, '\$.act.recorder.user'), json_extract(body, '\$.act.recorder.id'),
        json_extract(body, '\$.act.recorder.fullName') FROM records WHERE kind = 'act'")"

echo "# files of requests"
acts() { sqlite3 -readonly $state/ledger.sqlite "SELECT count(*) FROM records WHERE kind = 'act'"; }
# hand USER NAME DOCUMENT : a directive as a file.
hand() {
    run "$1" sh -c "printf '%s\n' '{\"method\":\"cn.lantian.Desk1.Direct\",\"parameters\":{\"document\":\"$3\",\"office\":\"o\",\"atLeast\":\"yellow\"}}' \
        >$state/inbox/.$2 && mv $state/inbox/.$2 $state/inbox/$2"
}
hand feeder feeders.jsonl 7
wait_for "that of a writer of feeds is rejected" test -e $state/inbox/rejected/feeders.jsonl
check "with the reason" grep -q 'belongs to feeder, who may not act at the desk' $state/inbox/rejected/feeders.jsonl.reason.txt
same "and nothing of it is done" 1 "$(acts)"
hand officer officers.jsonl 8
wait_for "that of a member is taken" test -e $state/inbox/done/officers.jsonl
same "and carried out" 2 "$(acts)"
run feeder sh -c "ln -s $state/inbox/done/officers.jsonl $state/inbox/.link && mv $state/inbox/.link $state/inbox/link.jsonl"
wait_for "a link to it is rejected" test -L $state/inbox/rejected/link.jsonl
same "and does nothing" 2 "$(acts)"
check "stop" systemctl stop $service
rm -r $plan
mv $plan.shipped $plan

echo "# a bad plan at start"
bad
refuse "the start fails" systemctl start $service
same "with exit code 78" 78 "$(show ExecMainStatus)"
sleep 1
same "and is not tried again" "failed 0" "$(systemctl is-active $service) $(show NRestarts)"
good
check "a mended plan starts" systemctl start $service
check "it is active" active
systemctl stop $service

if [ $failures != 0 ]; then
    echo "# journal"
    journalctl -u $service -o short-precise --no-pager | tail -n 60
fi
exit $failures
