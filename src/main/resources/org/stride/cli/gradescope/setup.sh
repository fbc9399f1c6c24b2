#!/usr/bin/env bash
# Prepares one of Gradescope's Ubuntu images, 22.04 or newer: a Java, libseccomp for the sandbox, and a Python with NumPy 1.26
# to 2.3. Gradescope runs this once, as root. It may be run again.
set -eu

root=${AUTOGRADER_ROOT:-/autograder}
own_python=$root/source/python

die() {
    echo "setup.sh: $*" >&2
    exit 1
}

install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Asked as Stride starts it: -I, so what is installed for one user only does not count.
fits() {
    "$1" -I -c 'import sys, numpy
numpy_version = tuple(map(int, numpy.__version__.split(".")[:2]))
sys.exit(not (sys.version_info >= (3, 10) and (1, 26) <= numpy_version < (2, 4)))' 2>/dev/null
}

# The version of NumPy that Ubuntu would install, such as 1:1.26.4+ds-6ubuntu1.
ubuntus_numpy() {
    local key value
    while read -r key value; do
        if [ "$key" = Candidate: ]; then echo "$value"; fi
    done < <(apt-cache policy python3-numpy)
}

prepare_python() {
    if fits python3 || { [ -x "$own_python/bin/python" ] && fits "$own_python/bin/python"; }; then
        return
    fi
    local version
    version=$(ubuntus_numpy)
    case ${version#*:} in
        1.2[6-9].* | 2.[0-3].*) install python3-numpy ;;
        *)
            install python3-venv
            python3 -m venv --clear "$own_python"
            "$own_python/bin/python" -m pip install --only-binary :all: 'numpy>=1.26,<2.4'
            ;;
    esac
    fits python3 || fits "$own_python/bin/python" || die 'there is still no Python 3.10 or newer with NumPy 1.26 to 2.3.'
}

apt-get update
install python3 libseccomp2
install openjdk-21-jre-headless || install openjdk-25-jre-headless || die 'there is no Java of version 21 or 25 to install.'
prepare_python
# What is being judged runs as nobody
chmod 600 "$root/source/secret"
