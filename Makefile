# The front door; meson does the work. `make` builds, `make demo` shows, `make test` proves, `make measure` measures.
BUILD ?= build
SANITIZED = $(BUILD)-sanitized

all: $(BUILD)/build.ninja
	ninja -C $(BUILD)

$(BUILD)/build.ninja:
	meson setup $(BUILD)

$(SANITIZED)/build.ninja:
	meson setup $(SANITIZED) -Db_sanitize=address,undefined -Db_lundef=false -Dtests=enabled

# Everything under the address and undefined behaviour sanitizers.
test: $(SANITIZED)/build.ninja
	ninja -C $(SANITIZED)
	meson test -C $(SANITIZED) --print-errorlogs --no-rebuild

clean:
	rm -rf $(BUILD) $(SANITIZED)

.PHONY: all test clean
