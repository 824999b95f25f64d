# The front door; meson does the work. `make help` lists the targets.
BUILD ?= build
SANITIZED = $(BUILD)-sanitized
SHARED ?= ../shared
DATA ?= $(SHARED)/data
PREFIX ?= /usr/local
EVENTS ?= 1000000
DESTDIR ?=

# The least that `make` cannot do without; pkg-config and the libraries are named by meson.
TOOLS_MISSING = command -v meson >/dev/null && command -v ninja >/dev/null && command -v pkg-config >/dev/null || \
	{ echo "meson, ninja or pkg-config is missing. Run:  tools/install-dependencies" >&2; exit 1; }

all: $(BUILD)/build.ninja  ## build build/laut
	@ninja -C $(BUILD)

$(BUILD)/build.ninja:
	@$(TOOLS_MISSING)
	meson setup $(BUILD)

$(SANITIZED)/build.ninja:
	@$(TOOLS_MISSING)
	meson setup $(SANITIZED) -Db_sanitize=address,undefined -Db_lundef=false -Dtests=enabled

demo:  ## install what is missing, build, read the reports in examples/ and print their ledger
	@tools/install-dependencies
	@$(MAKE) --no-print-directory all
	@$(BUILD)/laut read --format text examples/reports.jsonl
	@echo; echo 'The same in a browser:  $(BUILD)/laut serve --demo'

test: $(SANITIZED)/build.ninja  ## all tests, under the address and undefined behaviour sanitizers
	@ninja -C $(SANITIZED)
	meson test -C $(SANITIZED) --print-errorlogs --no-rebuild

test-long: test  ## the same at length: longer fuzzing, whole corpora where SHARED is there
	LAUT_SHARED='$(abspath $(SHARED))' meson test -C $(SANITIZED) --print-errorlogs --no-rebuild --suite long

measure: all  ## run every scorer of SHARED/bench and write bench/results.md
	tools/measure --build $(BUILD) --shared $(SHARED)

bench: all  ## print tokens a second in all and per room, and how an archive of EVENTS (1000000) takes reports and answers
	@$(BUILD)/tools/bench
	@$(BUILD)/tools/bench_archive --events $(EVENTS)

lexicon: all  ## make data/lexicon.bin again from DATA/lexicon (seconds)
	xz -dc $(DATA)/lexicon/german-pos-dict.tsv.xz | $(BUILD)/tools/lexicon data/lexicon.bin

PACKAGES = $(BUILD)/packages
TREES = --gold $(DATA)/ud/de_gsd-ud-dev.conllu --news $(DATA)/ud/de_news-ud-train.conllu $(BUILD)/own.conllu tools/train/reports.conllu --names $(DATA)/ner/germeval14-dev.tsv \
	--silver $(DATA)/ud/de_silver-wikinews.conllu.xz $(DATA)/ud/de_silver-bundestag.conllu.xz

$(BUILD)/words.tsv: tools/train/word-lists
	mkdir -p $(PACKAGES)
	python3 -m pip download --quiet --no-deps --dest $(PACKAGES) $$(tools/train/word-lists --packages)
	tools/train/word-lists $(PACKAGES) >$@

$(BUILD)/own.conllu: tools/train/own-sentences tools/train/own.txt
	tools/train/own-sentences tools/train/own.txt >$@

model: all $(BUILD)/words.tsv $(BUILD)/own.conllu  ## make data/model.bin again from DATA/ud, DATA/ner, own sentences and word lists (a quarter of an hour on two cores)
	$(BUILD)/tools/train teach --words $(BUILD)/words.tsv --out $(BUILD)/labels.bin $(TREES)
	$(BUILD)/tools/train learn --words $(BUILD)/words.tsv --labels $(BUILD)/labels.bin --out data/model.bin $(TREES)

install: $(BUILD)/build.ninja  ## install to PREFIX (/usr/local), below DESTDIR if that is given
	@meson configure $(BUILD) -Dprefix=$(PREFIX)
	@ninja -C $(BUILD)
	DESTDIR='$(DESTDIR)' meson install -C $(BUILD) --no-rebuild

clean:  ## remove the build folders
	rm -rf $(BUILD) $(SANITIZED)

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

.PHONY: all demo test test-long measure bench lexicon model install clean help
