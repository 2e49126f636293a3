# Almanac. `make help` lists what can be made.

SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := -c release --static-swift-stdlib $(SWIFT_FLAGS)
SWIFT_FILES = git ls-files -z --cached --others --exclude-standard '*.swift'

.DEFAULT_GOAL := help
.PHONY: help briefing reports test torture build check format lint golden bench release ready looks

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

briefing: release ## make the annual briefing, or RENDERER=cairo to have Cairo draw it: prints the files it wrote
	@.build/release/almanac build annual --force $(if $(RENDERER),--renderer $(RENDERER))

reports: release ## write all documents that are committed under reports/ anew
	@.build/release/almanac build --all --force
	@.build/release/almanac build annual --lang en-GB --renderer cairo --format pdf,svg,eps --output reports/annual-cairo --force

# Whole documents are made by the release build: in debug they take twenty times as long.
test: ready ## set up, and run all tests
	ALMANAC_PROGRAM=.build/release/almanac swift test $(SWIFT_FLAGS)

torture: release ## damage 15,000 inputs of each kind: none may crash the program, or hang it
	@scripts/setup torture
	ALMANAC_PROGRAM=.build/release/almanac ALMANAC_MUTANTS=15000 swift test $(SWIFT_FLAGS) --filter MutantTests

build: ## build everything for development
	@scripts/setup test
	swift build --build-tests $(SWIFT_FLAGS)

check: lint test ## what must pass before a change is offered

format: ## format all Swift files
	@$(SWIFT_FILES) | xargs -0 swift format format --in-place --parallel

lint: ## check the format of all Swift files
	@$(SWIFT_FILES) | xargs -0 swift format lint --strict --parallel

golden: build ready ## record the references of tests anew: make golden [ONLY=filter]
	@ALMANAC_PROGRAM=.build/release/almanac ALMANAC_GOLDEN=record swift test --skip-build $(if $(ONLY),--filter '$(ONLY)') || true
	@echo "Recording fails by design. Look at the changes (git diff Tests), then run make test."

looks: ready ## compare what both renderers draw, each page in three readers: pictures of faults go to .build/looks
	@mkdir -p .build/looks
	ALMANAC_LOOKS=.build/looks ALMANAC_PROGRAM=.build/release/almanac swift test $(SWIFT_FLAGS) --filter 'LookTests'

bench: release ## time the whole program, beside another tool where one is installed
	swift build $(RELEASE_FLAGS) --product AggregateBench
	@scripts/bench
	@scripts/bench-pages
	@scripts/bench-dataset
	@scripts/bench-aggregate

release:
	@scripts/setup build
	swift build $(RELEASE_FLAGS) --product almanac

# What tests need beside themselves.
ready: release
	@scripts/setup test
	@scripts/checkers
