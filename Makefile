# Almanac. `make help` lists what can be made.

SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := -c release --static-swift-stdlib $(SWIFT_FLAGS)
SWIFT_FILES = git ls-files -z --cached --others --exclude-standard '*.swift'

.DEFAULT_GOAL := help
.PHONY: help briefing reports test build check format lint golden bench setup release

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

briefing: release ## set up, build, and make the annual briefing: prints the files it wrote
	@.build/release/almanac build annual --force

reports: release ## write all documents that are committed under reports/ anew
	@.build/release/almanac build --all --force

test: setup ## set up, and run all tests
	swift test $(SWIFT_FLAGS)

build: setup ## build everything for development
	swift build --build-tests $(SWIFT_FLAGS)

check: lint build test ## what must pass before a change is offered

format: ## format all Swift files
	@$(SWIFT_FILES) | xargs -0 swift format format --in-place --parallel

lint: ## check the format of all Swift files
	@$(SWIFT_FILES) | xargs -0 swift format lint --strict --parallel

golden: build ## record the references of tests anew: make golden [ONLY=filter]
	@ALMANAC_GOLDEN=record swift test --skip-build $(if $(ONLY),--filter '$(ONLY)') || true
	@echo "Recording fails by design. Look at the changes (git diff Tests), then run make test."

bench: release ## time the whole program, beside another tool where one is installed
	swift build $(RELEASE_FLAGS) --product AggregateBench
	@scripts/bench
	@scripts/bench-pages
	@scripts/bench-dataset
	@scripts/bench-aggregate

release: setup
	swift build $(RELEASE_FLAGS) --product almanac

setup:
	@scripts/setup
