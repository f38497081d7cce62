# The commands a person or CI runs. `make demo` and `make test` work on a fresh Debian or Ubuntu machine with Swift.
SUNTING := .build/release/sunting
SHARED ?= ../shared

.PHONY: all deps rules build server test-server demo test lint format eval integration bench bench-server soak fuzz dist pictures man clean

all: build

deps: ## libraries and dictionaries from the system's packages
	@.ci/install-packages libicu-dev libhunspell-dev libmd4c-dev hunspell-id hunspell-en-us zlib1g-dev libzstd-dev libsimdjson-dev pkg-config

# The build plans again only when Package.swift is newer, and would look for a deleted rule file for ever.
rules:
	@mkdir -p .build
	@find Rules -type f | sort | cmp -s - .build/rules || { touch Package.swift; find Rules -type f | sort > .build/rules; }

build: deps rules
	swift build -c release --product sunting

server: deps ## the HTTP server, with Hummingbird
	SUNTING_SERVER=1 swift build -c release --product sunting-server

test-server: deps ## the tests of the HTTP server
	SUNTING_SERVER=1 swift build --build-tests
	SUNTING_SERVER=1 swift test --skip-build --filter 'HTTPTests|ServerTests'

demo: build ## build, then lint an article of the Corpus
	$(SUNTING) check --format full Corpus/mt/01-*.txt || [ $$? -eq 1 ]

test: deps rules ## everything that needs nothing but this repository
	swift build --build-tests
	swift test --skip-build
	.build/debug/sunting test
	.build/debug/sunting-dev corpus --check

lint: ## formatting of our own Swift
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

format: ## what `make lint` asks for, where a machine can do it
	swift format -i --recursive --configuration .swift-format Package.swift Sources Tests

eval: build ## accuracy on real texts, where these lie beside the repository
	.ci/eval $(SHARED)

bench-server: deps ## load on the HTTP server, two minutes each; keystrokes in an editor
	Benchmarks/load.sh
	python3 Benchmarks/keystrokes.py

soak: deps ## the laws of fixing on more texts, more kills
	swift build --build-tests
	SUNTING_SOAK=20 swift test --skip-build --filter 'KitTests|KillTests'

FUZZ_SECONDS ?= 600
fuzz: deps ## strangers' bytes against all that reads them, ten minutes each
	.ci/fuzz $(FUZZ_SECONDS)

man: build ## manual page and shell completions, made from the commands
	@mkdir -p .build/share
	$(SUNTING) manual > .build/share/sunting.1
	for shell in bash zsh fish; do $(SUNTING) completions $$shell > .build/share/sunting.$$shell; done

SCRIPTS ?= .ci/integration.d/*.sh
integration: build ## with programs nobody here wrote: editors, clients, pipelines
	@for script in $(SCRIPTS); do echo "$$script"; bash $$script || exit 1; done

bench: build ## the benchmark: writes Benchmarks/RESULTS.md; the peers go into a folder of their own
	swift build -c release --product sunting-dev
	-.ci/install-packages hunspell python3-venv
	-python3 -m venv .build/bench/peers && .build/bench/peers/bin/pip install --quiet typos codespell proselint
	python3 Benchmarks/run.py --shared $(SHARED)

dist: deps ## what people install: a tarball, a .deb and a Python wheel under .build/dist
	.ci/make-dist
	.ci/make-wheel

pictures: build server ## the pictures of README.md
	.ci/make-pictures $(SUNTING) .build/release/sunting-server
