# Newsroom on your machine: Python 3.11 or newer is all that must be there.
python = .venv/bin/python
pip = $(python) -m pip install --quiet --disable-pip-version-check --require-hashes

run: .venv/installed.txt  ## the whole site, on http://127.0.0.1:8000/ or another PORT
	@exec $(python) -m newsroom.serve

test: .venv/installed-dev.txt  ## everything that must hold; needs Chromium for the browser tests
	@exec $(python) -m pytest --numprocesses=auto --dist=loadfile $(ARGS)

audit: .venv/installed-dev.txt node_modules/.package-lock.json  ## what others' tools say of the site; needs Chromium, Node.js and Java
	@exec $(python) -m pytest -m audit -rP tests/audit $(ARGS)

measure: .venv/installed.txt  ## how well and how fast honours are read out of prose
	@SECRET_KEY=none $(python) manage.py measure_extraction $(ARGS)

bench: .venv/installed-dev.txt  ## speed and scale as ratios of one run; ARGS="NAME … --stories 1000" chooses
	@$(python) -m tests.bench $(ARGS)

format: .venv/installed-dev.txt
	$(python) -m ruff check --fix-only .
	$(python) -m ruff format .

messages: .venv/installed.txt  ## collect and compile the Vietnamese catalogue; needs gettext
	@for domain in django djangojs; do \
		SECRET_KEY=none $(python) manage.py makemessages --locale vi --domain $$domain --no-location --no-obsolete \
			--ignore .venv --ignore var || exit; \
	done
	@SECRET_KEY=none $(python) manage.py compilemessages --locale vi --ignore .venv --ignore var

lock: .venv/installed.txt  ## requirements*.in → requirements*.txt, pinned and hashed
	$(python) -m pip install --quiet uv
	for name in requirements requirements-scale requirements-dev; do \
		$(python) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header $(LOCK) $$name.in --output-file $$name.txt || exit; \
	done

.venv/bin/python:
	@for python in $${PYTHON:-python3 python3.13 python3.12 python3.11}; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Making .venv with $$($$python --version) …"; \
			$$python -m venv --clear .venv >/dev/null && exit; \
		fi; \
	done; \
	echo 'Newsroom needs Python 3.11 or newer with venv. On Debian or Ubuntu: apt install python3-venv' >&2; \
	rm -rf .venv; exit 1

.venv/installed.txt: requirements.txt .venv/bin/python
	@echo 'Installing what the site needs …'
	@$(pip) -r $<
	@cp $< $@

.venv/installed-dev.txt: requirements-dev.txt requirements-scale.txt .venv/installed.txt
	@echo 'Installing what the tests need …'
	@$(pip) -r requirements-scale.txt -r requirements-dev.txt
	@cp requirements-scale.txt .venv/installed-scale.txt
	@cp $< $@

node_modules/.package-lock.json: package.json package-lock.json
	@echo 'Installing the tools of the audit …'
	@npm ci --silent --no-audit --no-fund

.PHONY: run test audit measure bench format messages lock
