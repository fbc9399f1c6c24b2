# shellcheck shell=sh
# Every test, each kind with its own runner. ./stride test reads this file, and what it uses from there.

# --- A browser for the tests ------------------------------------------------------------------------------------------

# Sets chromium, to nothing if there is none and none can be installed.
find_chromium() {
    if [ -n "${STRIDE_CHROMIUM:-}" ]; then
        chromium=$(command -v "$STRIDE_CHROMIUM") ||
            die "STRIDE_CHROMIUM is $STRIDE_CHROMIUM, which cannot be run. Unset it, or point it at a Chromium."
        return
    fi
    installed_chromium && return
    if may_apt_get; then
        say 'Installing Chromium for the browser tests…'
        new_log chromium
        apt_install chromium fonts-liberation && installed_chromium && return
        say "Chromium could not be installed; $log says why."
    fi
    chromium=
}

installed_chromium() {
    for candidate in chromium chromium-browser google-chrome google-chrome-stable \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        # Ubuntu's package of that name is a stub that only asks for another.
        if chromium=$(command -v "$candidate") && "$chromium" --version >/dev/null 2>&1; then
            return
        fi
    done
    return 1
}

# --- Jupyter for the tests of the notebooks ----------------------------------------------------------------------------

# Sets jupyter, to nothing if there is none and none can be installed.
find_jupyter() {
    if [ -n "${STRIDE_JUPYTER:-}" ]; then
        if jupyter=$(command -v "$STRIDE_JUPYTER") && runs_notebooks; then
            return
        fi
        die "STRIDE_JUPYTER is $STRIDE_JUPYTER, which runs no notebook with NumPy. Unset it, or point it at a jupyter that does."
    fi
    installed_jupyter && return
    if may_apt_get; then
        say 'Installing Jupyter for the tests of the notebooks…'
        new_log jupyter
        apt_install jupyter-nbconvert python3-ipykernel python3-numpy && installed_jupyter && return
        say "Jupyter could not be installed; $log says why."
    fi
    jupyter=
}

# What Debian installs is looked at too where another jupyter comes first on the path. STRIDE_SYSTEM_BIN is for the launcher's
# own tests.
installed_jupyter() {
    for candidate in jupyter "${STRIDE_SYSTEM_BIN:-/usr/bin}/jupyter"; do
        if jupyter=$(command -v "$candidate") && runs_notebooks; then
            return
        fi
    done
    return 1
}

# Jupyter, the part that runs notebooks, a Python for it and NumPy come apart: only a run shows that all are there.
runs_notebooks() {
    echo '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{"cell_type": "code", "metadata": {},
        "execution_count": null, "outputs": [], "source": "import numpy"}]}' |
        "$jupyter" nbconvert --to notebook --execute --stdin --stdout >/dev/null 2>&1
}

# --- What reads the shell scripts --------------------------------------------------------------------------------------

# Without it, the tests that need it are skipped.
install_shellcheck() {
    command -v shellcheck >/dev/null 2>&1 && return
    may_apt_get || return 0
    say 'Installing shellcheck for the tests of the shell scripts…'
    new_log shellcheck
    apt_install shellcheck || say "shellcheck could not be installed; $log says why."
}

# --- Tests ------------------------------------------------------------------------------------------------------------

passed=0
failed=0
skipped=0

# Adds the figures of one kind of tests, and shows them. A run that failed without a failing test counts as one.
tally() {
    kind=$1 good=$2 bad=$3 left=$4 outcome=$5
    [ "$outcome" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + left))
    printf '  %-10s %5d of %d pass, %d skipped\n' "$kind" "$good" $((good + bad)) "$left"
    if [ "$bad" -gt 0 ]; then
        show_failure "$log"
        say "  ($log has all of it)"
    fi
}

# The telling part of a log: what Maven marks as an error and the lines after it, else the end.
show_failure() {
    if grep -q '^\[ERROR\]' "$1"; then
        # With warnings as errors, the error names no file; the warning does.
        grep '^\[WARNING\] .*\.java' "$1" | sort -u >&2 || :
        grep -A 8 '^\[ERROR\]' "$1" | grep -v -e '^--$' -e '\[INFO\]' -e '\[Help 1\]' -e 're-run Maven' -e 'possible solutions' |
            head -n 80 >&2
    else
        tail -n 60 "$1" >&2
    fi
}

# The number that follows a pattern in a log; the last one counts.
figure() {
    number=$(sed -n "s/$2\\([0-9][0-9]*\\).*/\\1/p" "$1" | tail -n 1)
    echo "${number:-0}"
}

# Sums the counts in the reports of Surefire and Failsafe: passed, failed, skipped.
java_figures() {
    for report in target/surefire-reports/TEST-*.xml target/failsafe-reports/TEST-*.xml; do
        if [ -f "$report" ]; then grep -m 1 '<testsuite ' "$report"; fi
    done | awk '
        function figure(name) {
            return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0
        }
        { bad = figure("failures") + figure("errors"); failed += bad; skipped += figure("skipped")
          passed += figure("tests") - bad - figure("skipped") }
        END { printf "%d %d %d\n", passed, failed, skipped }'
}

test_java() {
    new_log java
    rm -rf target/surefire-reports target/failsafe-reports
    outcome=0
    make_jar verify "$@" || outcome=$?
    # shellcheck disable=SC2046 # three numbers
    tally Java $(java_figures) "$outcome"
}

test_front_end() {
    [ -n "$(find frontend -name '*.test.ts' | head -n 1)" ] || return 0
    new_log frontend
    outcome=0
    if ! [ -d node_modules ]; then logged "$log" npm ci --ignore-scripts --no-audit --no-fund || outcome=$?; fi
    logged "$log" node --test --test-reporter=tap 'frontend/**/*.test.ts' || outcome=$?
    tally 'Front end' "$(figure "$log" '^# pass ')" \
        $(($(figure "$log" '^# fail ') + $(figure "$log" '^# cancelled '))) "$(figure "$log" '^# skipped ')" "$outcome"
}

test_python() {
    for folder in src/main/python src/test/python; do
        [ -n "$(find "$folder" -name 'test_*.py' 2>/dev/null | head -n 1)" ] || continue
        new_log python-tests
        if [ -z "$python" ]; then
            say "  Python     left out: there is no Python with NumPy"
            continue
        fi
        outcome=0
        logged "$log" env PYTHONPATH=src/main/python "$python" -B -m unittest discover -s "$folder" || outcome=$?
        bad=$(($(figure "$log" '^FAILED.*failures=') + $(figure "$log" '^FAILED.*errors=')))
        left=$(figure "$log" '^[OF].*skipped=')
        tally Python $(($(figure "$log" '^Ran ') - bad - left)) "$bad" "$left" "$outcome"
    done
}

test_launcher() {
    new_log launcher
    outcome=0
    logged "$log" sh src/test/sh/launcher_test.sh || outcome=$?
    tally Launcher "$(figure "$log" '^')" "$(figure "$log" '^[0-9]* passed, ')" \
        "$(figure "$log" '^[0-9]* passed, [0-9]* failed, ')" "$outcome"
}

all_tests() {
    browser=yes
    case ${1:-} in
        '') ;;
        --fast) browser=no ;;
        *) die 'test takes --fast, which leaves out the browser tests, or nothing.' ;;
    esac
    need_writable
    find_jdk
    find_maven
    lock
    ensure_node
    find_python
    chromium=
    [ "$browser" = no ] || find_chromium
    find_jupyter
    install_shellcheck

    say 'Testing (a few minutes)…'
    set --
    [ -z "$python" ] || set -- "$@" "-Dstride.python=$python"
    if [ -n "$chromium" ]; then set -- "$@" "-Dstride.chromium=$chromium"; else set -- "$@" -DskipITs; fi
    [ -z "$jupyter" ] || set -- "$@" "-Dstride.jupyter=$jupyter"
    test_java "$@"
    test_front_end
    test_python
    test_launcher

    echo "$passed passed, $failed failed, $skipped skipped"
    if [ -z "$jupyter" ]; then
        echo 'The notebooks were not run in Jupyter: there is none. Install one with NumPy, or point STRIDE_JUPYTER at it.'
    fi
    if [ "$browser" = no ]; then
        echo 'The browser tests were left out, as --fast says.'
    elif [ -z "$chromium" ]; then
        echo 'The browser tests were left out: there is no Chromium. Install one, or point STRIDE_CHROMIUM at it.'
    fi
    [ "$failed" -eq 0 ]
}

