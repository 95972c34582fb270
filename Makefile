# Waymark. `make help` lists the targets. CFLAGS is yours; the project's own flags are apart,
# so that `make test BUILD=build-asan CFLAGS="-g -fsanitize=address,undefined"` just works.

BUILD   ?= build
PREFIX  ?= /usr/local
CFLAGS  ?= -O2 -g
GOALS   := all run test check bench fuzz golden install
SHELL   := /bin/sh

.PHONY: $(GOALS) deps help clean format format-check lint windows-check FORCE
.DEFAULT_GOAL := all
.SECONDARY:

ifndef WAYMARK_READY
# First the packages, then everything again: flags of libraries are only read once they exist.
$(GOALS): deps
	@$(MAKE) --no-print-directory WAYMARK_READY=1 $@

deps: ## install what is missing of app/packaging/packages.txt
	@app/packaging/deps.sh build test
else

# Layers, lowest first. A layer knows those before it, never those behind.
LAYERS  := base core text page note ui screens app commands platform
sources  = $(sort $(if $(filter app,$(1)),$(filter-out app/main.c,$(wildcard app/*.c)),$(wildcard app/$(1)/*.c)))
objects  = $(patsubst %.c,$(BUILD)/obj/%.o,$(call sources,$(1)))
libs     = $(foreach layer,$(1),$(BUILD)/lib$(layer).a)

WARNINGS := -Wall -Wextra -Wshadow -Wswitch-enum -Wvla -Wcast-qual
# The tables of base/record write lists of any type through one struct: hence no strict aliasing.
FLAGS    := -std=c11 $(WARNINGS) -fno-strict-aliasing -Iapp $(shell pkg-config --cflags libcjson harfbuzz fribidi)
LDLIBS   := $(shell pkg-config --libs libcjson) -lm
TEXTLIBS  := $(shell pkg-config --libs harfbuzz fribidi) -lunibreak
# The window: only platform sees these.
VIEWFLAGS := $(shell pkg-config --cflags sdl2 SDL2_ttf cairo-pdf cairo-ft)
VIEWLIBS  := $(shell pkg-config --libs sdl2 SDL2_ttf cairo-pdf cairo-ft freetype2)
TESTLIBS  = $(shell pkg-config --libs cmocka)

all: $(BUILD)/waymark $(BUILD)/locales/LINGUAS $(BUILD)/locales/DRAFTS $(BUILD)/fonts/staged ## build/waymark and its catalogues

PROGRAM := commands app screens ui note page text core platform base

$(BUILD)/waymark: $(BUILD)/obj/app/main.o $(call libs,$(PROGRAM))
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(TEXTLIBS) $(VIEWLIBS)

$(BUILD)/obj/app/platform/%.o: FLAGS += -D_GNU_SOURCE $(VIEWFLAGS)

# The icons become part of the program.
$(BUILD)/gen/icons.inc: $(sort $(wildcard assets/icons/*.svg))
	@mkdir -p $(@D)
	@for icon in $^; do printf '{ "%s", "%s" },\n' "$$(basename $$icon .svg)" "$$(sed 's/["\\]/\\&/g' $$icon | tr -d '\n')"; done > $@

$(BUILD)/obj/app/ui/icon.o: FLAGS += -I$(BUILD)/gen
$(BUILD)/obj/app/ui/icon.o: $(BUILD)/gen/icons.inc

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

define layer_rule
$(BUILD)/lib$(1).a: $(call objects,$(1))
	@rm -f $$@
	$$(AR) rcs $$@ $$^
endef
$(foreach layer,$(LAYERS),$(eval $(call layer_rule,$(layer))))

# Other flags, other objects.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(FLAGS) $(CFLAGS)' | cmp -s - $@ || echo '$(CC) $(FLAGS) $(CFLAGS)' > $@

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

# ---- fonts: staged from packages, never committed

$(BUILD)/fontlist: $(BUILD)/obj/app/tools/fontlist.o $(call libs,platform base)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/fonts/staged: $(BUILD)/fontlist assets/fonts.json
	@mkdir -p $(@D)
	@$(BUILD)/fontlist assets/fonts.json | while read -r font; do cp "$$font" $(@D)/ || exit 1; done
	@touch $@

# ---- catalogues: template, pseudo-languages, compiled. A catalogue that a language does not have yet
# is empty: its texts show in English.

LANGUAGES := $(shell grep -v '^\#' locales/LINGUAS)
PSEUDO    := en_XA ar_XB
DOMAINS   := ui content card
UI_FILES  := $(sort $(wildcard app/*.c app/*/*.c))

$(BUILD)/extract: $(BUILD)/obj/app/tools/extract.o $(call libs,commands note page text core platform base)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(TEXTLIBS)

$(BUILD)/pseudo: $(BUILD)/obj/app/tools/pseudo.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$(BUILD)/pot/ui.pot: $(UI_FILES)
	@mkdir -p $(@D)
	xgettext --language=C --from-code=UTF-8 --add-comments=TRANSLATORS: --sort-by-file --no-wrap \
	    -ktr:2 -ktrc:2c,3 -ktrn:2,3 -kN_:1 -kNC_:1c,2 --package-name=waymark --msgid-bugs-address=translations \
	    -o $@.raw $^
	@sed -e '/^"POT-Creation-Date:/d' -e 's/charset=CHARSET/charset=UTF-8/' -e 's/nplurals=INTEGER; plural=EXPRESSION/nplurals=2; plural=(n != 1)/' $@.raw > $@

$(BUILD)/pot/%.pot: $(BUILD)/extract $(wildcard content/*.json content/*/*.json)
	@mkdir -p $(@D)
	$(BUILD)/extract $* content > $@

define pseudo_rule
$(BUILD)/po/$(1)/%.po: $(BUILD)/pot/%.pot $(BUILD)/pseudo
	@mkdir -p $$(@D)
	@if grep -q '^msgid "..*"' $$<; then \
	    msgen --no-wrap $$< | sed 's/^"Language: /&$(1)/' | msgfilter --keep-header -o $$@ $(BUILD)/pseudo $(2) 2>/dev/null; \
	else sed 's/^"Language: /&$(1)/' $$< > $$@; fi
endef
$(eval $(call pseudo_rule,en_XA,long))
$(eval $(call pseudo_rule,ar_XB,mirror))

define language_rule
$(BUILD)/po/$(1)/%.po: $(BUILD)/pot/%.pot $(wildcard locales/$(1)/*.po)
	@mkdir -p $$(@D)
	@if [ -f locales/$(1)/$$*.po ]; then msgmerge --quiet --previous --no-fuzzy-matching --no-wrap -o $$@ locales/$(1)/$$*.po $$<; \
	else sed 's/^"Language: /&$(1)/' $$< > $$@; fi
endef
$(foreach language,$(LANGUAGES),$(eval $(call language_rule,$(language))))

$(BUILD)/locales/%.mo: $(BUILD)/po/%.po
	@mkdir -p $(@D)
	msgfmt --check-format -o $@ $<

CATALOGS := $(foreach language,$(LANGUAGES) $(PSEUDO),$(DOMAINS:%=$(BUILD)/locales/$(language)/%.mo))

$(BUILD)/locales/LINGUAS: $(CATALOGS) locales/LINGUAS
	@echo $(LANGUAGES) $(PSEUDO) > $@

# Translations that no named body has approved yet say so in their header.
DRAFTS = $(foreach language,$(LANGUAGES),$(if $(shell grep -l '^"X-Waymark-Status: draft' locales/$(language)/*.po),$(language)))

$(BUILD)/locales/DRAFTS: $(wildcard locales/*/*.po) locales/LINGUAS
	@mkdir -p $(@D)
	@echo $(DRAFTS) > $@

# ---- tests: one program a module; each links its own layer and those below, so that a layer
# that knows too much does not link

test_sources = $(sort $(wildcard tests/$(1)/*_test.c))
tests_of     = $(foreach layer,$(1),$(patsubst %.c,$(BUILD)/%,$(call test_sources,$(layer))))
TESTS       := $(foreach layer,$(LAYERS),$(call tests_of,$(layer)))

$(BUILD)/obj/tests/%.o: FLAGS := $(filter-out -Wcast-qual,$(FLAGS)) -D_GNU_SOURCE -Itests -DSOURCE_DIR='"$(CURDIR)"' -DBUILD_DIR='"$(BUILD)"'
$(BUILD)/obj/tests/text/%.o $(BUILD)/obj/tests/platform/%.o $(BUILD)/obj/tests/bench/%.o: FLAGS += $(VIEWFLAGS)

define test_rule
$(call tests_of,$(1)): $(BUILD)/tests/$(1)/%: $(BUILD)/obj/tests/$(1)/%.o $(BUILD)/obj/tests/support.o $(3) $(call libs,$(2))
	@mkdir -p $$(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $$@ $$^ $(LDLIBS) $$(TESTLIBS)
endef
$(eval $(call test_rule,base,base))
$(eval $(call test_rule,core,core base,$(BUILD)/obj/tests/core/fixture.o))
$(eval $(call test_rule,text,text base))
$(eval $(call test_rule,page,page text base))
$(eval $(call test_rule,note,note page text core base,$(BUILD)/obj/tests/core/fixture.o))
$(eval $(call test_rule,ui,ui page text base))
$(eval $(call test_rule,screens,screens ui note page text core base))
$(eval $(call test_rule,app,commands app screens ui note page text core base))
$(eval $(call test_rule,commands,commands app screens ui note page text core base))
$(eval $(call test_rule,platform,platform ui page text base))
$(call tests_of,text page note ui screens app commands platform): TESTLIBS += $(TEXTLIBS)
$(call tests_of,text platform): TESTLIBS += $(VIEWLIBS)
$(call tests_of,text page note ui screens app commands platform): | $(BUILD)/fonts/staged $(BUILD)/locales/LINGUAS

test: all $(TESTS) ## all tests; ends with "N passed, N failed"
	@BUILD=$(BUILD) tests/run.sh $(TESTS)

golden: all ## write the expected notes of tests/golden again; read the diff
	@BUILD=$(BUILD) tests/golden/regenerate.sh

check: all ## every problem of the content
	$(BUILD)/waymark check

# Without a display the demo is walked off screen.
run: all ## the window; without a display a walk with pictures and note in build/demo
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then $(BUILD)/waymark; else \
	    rm -rf $(BUILD)/demo && $(BUILD)/waymark walk tests/walks/demo.walk --shots $(BUILD)/demo \
	    && echo "There is no display: the demo was walked off screen. Its pictures and the note of an invented case are in $(BUILD)/demo."; fi

# ---- speed, fuzzing

BENCHES := $(addprefix $(BUILD)/,bench pages frames start processor first_frame.so bare_window)

$(BUILD)/bench $(BUILD)/pages: $(BUILD)/%: $(BUILD)/obj/tests/bench/%.o $(BUILD)/obj/tests/support.o $(call libs,$(PROGRAM))
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(TESTLIBS) $(TEXTLIBS) $(VIEWLIBS)

$(BUILD)/frames: $(BUILD)/obj/tests/bench/frames.o $(call libs,$(PROGRAM))
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(TEXTLIBS) $(VIEWLIBS)

$(BUILD)/start $(BUILD)/processor: $(BUILD)/%: $(BUILD)/obj/tests/bench/%.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$(BUILD)/bare_window: $(BUILD)/obj/tests/bench/bare_window.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(VIEWLIBS)

$(BUILD)/first_frame.so: tests/bench/first_frame.c
	$(CC) $(FLAGS) -D_GNU_SOURCE $(VIEWFLAGS) $(CFLAGS) -fPIC -shared -o $@ $< -ldl

bench: all $(BENCHES) ## speed, side by side with a reference in the same run
	@$(BUILD)/bench
	@$(BUILD)/pages
	@rm -rf $(BUILD)/frames-notes && $(BUILD)/frames tests/walks/keyboard.walk $(BUILD)/frames-notes
	@BUILD=$(BUILD) tests/bench/window.sh

FUZZ_SECONDS ?= 20
FUZZ_CFLAGS  := -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
FUZZERS      := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

$(BUILD)/fuzz/%: tests/fuzz/%.c $(call sources,base) $(call sources,core) $(call sources,text) $(call sources,page) $(call sources,note) tests/support.c $(wildcard app/*/*.h tests/fuzz/*.h)
	@mkdir -p $(@D)
	clang $(FLAGS) -Wno-cast-qual -D_GNU_SOURCE -Itests -DSOURCE_DIR='"$(CURDIR)"' -DBUILD_DIR='"$(BUILD)"' $(FUZZ_CFLAGS) -o $@ $(filter %.c,$^) $(LDLIBS) $(TEXTLIBS) $(TESTLIBS)

fuzz: all $(FUZZERS:%=$(BUILD)/fuzz/%) ## each fuzz target for FUZZ_SECONDS
	@BUILD=$(BUILD) tests/fuzz/run.sh $(FUZZ_SECONDS) $(FUZZERS)

# ---- install

install: all ## into DESTDIR/PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/waymark/locales
	install -m 755 $(BUILD)/waymark $(DESTDIR)$(PREFIX)/bin/waymark
	for file in $$(cd content && find . -name '*.json' -o -name '*.md'); do \
	    install -D -m 644 content/$$file $(DESTDIR)$(PREFIX)/share/waymark/content/$$file || exit 1; done
	for language in $(LANGUAGES); do for domain in $(DOMAINS); do \
	    install -D -m 644 $(BUILD)/locales/$$language/$$domain.mo $(DESTDIR)$(PREFIX)/share/waymark/locales/$$language/$$domain.mo || exit 1; done; done
	install -d $(DESTDIR)$(PREFIX)/share/waymark/assets $(DESTDIR)$(PREFIX)/share/waymark/fonts
	install -m 644 assets/fonts.json $(DESTDIR)$(PREFIX)/share/waymark/assets/fonts.json
	install -m 644 $(BUILD)/fonts/*.ttf $(DESTDIR)$(PREFIX)/share/waymark/fonts/
	echo $(LANGUAGES) > $(DESTDIR)$(PREFIX)/share/waymark/locales/LINGUAS
	echo $(DRAFTS) > $(DESTDIR)$(PREFIX)/share/waymark/locales/DRAFTS
endif

# ---- for those who change the code

CODE := $(shell git ls-files --cached --others --exclude-standard '*.c' '*.h' 2>/dev/null)

format: ## put the code into its form
	clang-format -i $(CODE)

format-check:
	clang-format --dry-run -Werror $(CODE)

lint:
	cppcheck --quiet --std=c11 --enable=warning,portability,performance --inline-suppr --suppress=missingIncludeSystem \
	    --error-exitcode=1 -Iapp -DSOURCE_DIR='""' app
	tests/layers.sh

WINDOWS_CC := x86_64-w64-mingw32-gcc
windows-check: ## everything but platform and commands compiles for Windows
	@mkdir -p $(BUILD)/windows/include && for header in cjson harfbuzz fribidi linebreak.h linebreakdef.h; do \
	    ln -sfn /usr/include/$$header $(BUILD)/windows/include/$$header; done
	for file in $(sort $(filter-out app/main.c,$(wildcard app/*.c app/base/*.c app/core/*.c app/text/*.c app/page/*.c app/note/*.c app/ui/*.c app/screens/*.c))); do \
	    $(WINDOWS_CC) -std=c11 -Wall -Wextra -Werror -fno-strict-aliasing -Iapp -I$(BUILD)/gen -I$(BUILD)/windows/include -I$(BUILD)/windows/include/harfbuzz -I$(BUILD)/windows/include/fribidi -c -o /dev/null $$file || exit 1; done

clean: ## remove what was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18
