# Everything is one command: `make run` shows it at work, `make test` proves it, `sudo make install` puts it in place.

PREFIX = /usr
DESTDIR =
BUILD = .build/release

BUILD_PACKAGES = libsystemd-dev libsqlite3-dev liblzma-dev zlib1g-dev
TEST_PACKAGES = libxml2-utils sqlite3 strace systemd-container xz-utils

.PHONY: all run test bench lint install clean packages test-packages build

all: build

packages:
	@scripts/packages $(BUILD_PACKAGES)

test-packages: packages
	@scripts/packages $(TEST_PACKAGES)

build: packages
	swift build -c release --static-swift-stdlib --product lantiand
	swift build -c release --static-swift-stdlib --product lantian

# ONCE=1 ends after the drill.
run: build
	@ONCE=$(ONCE) scripts/run $(BUILD)

test: test-packages
	swift build --build-tests
	@scripts/test

# Needs the recorded data; docs/bench/run says what else it uses where it is installed.
bench: packages
	@docs/bench/run

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

# Installs what is built; does not build, so that no compiler runs as root.
install:
	@test -x $(BUILD)/lantiand && test -x $(BUILD)/lantian || { echo "nothing is built in $(BUILD): run make first" >&2; exit 1; }
	install -D -m 755 $(BUILD)/lantiand $(DESTDIR)$(PREFIX)/bin/lantiand
	install -D -m 755 $(BUILD)/lantian $(DESTDIR)$(PREFIX)/bin/lantian
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed 's|/usr/bin/lantiand|$(PREFIX)/bin/lantiand|; s|/usr/share/doc|$(PREFIX)/share/doc|' systemd/lantiand.service \
		>$(DESTDIR)$(PREFIX)/lib/systemd/system/lantiand.service
	install -D -m 644 systemd/lantian.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/lantian.conf
	install -D -m 644 systemd/lantian.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/lantian.conf
	install -D -m 644 README.md $(DESTDIR)$(PREFIX)/share/doc/lantian/README.md
	install -D -m 644 README.zh.md $(DESTDIR)$(PREFIX)/share/doc/lantian/README.zh.md
	@if [ -e $(DESTDIR)/etc/lantian/plan ]; then \
		echo "a plan is in place: $(DESTDIR)/etc/lantian/plan stays as it is"; \
	else \
		install -d $(DESTDIR)/etc/lantian/plan && cp -R rules/xuchang/. $(DESTDIR)/etc/lantian/plan/; \
	fi
	@if [ -z "$(DESTDIR)" ] && [ -d /run/systemd/system ]; then \
		systemd-sysusers && systemd-tmpfiles --create lantian.conf && systemctl daemon-reload && \
		echo "installed; start it with: systemctl enable --now lantiand"; \
	fi

clean:
	rm -rf .build run
