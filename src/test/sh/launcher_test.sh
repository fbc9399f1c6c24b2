#!/bin/sh
# Tests of ./stride: a copy of it in a made-up project, with made-up tools on a made-up PATH.
# sh src/test/sh/launcher_test.sh [SHELL]: SHELL is what runs the copy, sh unless told otherwise.
set -u

launcher=$(CDPATH='' cd "$(dirname "$0")/../../.." && pwd)/stride
shell=$(command -v "${1:-sh}")
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
trap 'exit 130' HUP INT TERM

passed=0
failed=0
skipped=0

# --- A made-up machine ------------------------------------------------------------------------------------------------

script() {
    mkdir -p "$(dirname "$1")"
    # Some tools are links to the real ones, which must not be written over.
    rm -f "$1"
    { echo "#!$shell" && cat; } >"$1"
    chmod +x "$1"
}

fake_java() { # folder, version
    script "$1/bin/java" <<END
case "\$*" in
    *-version) echo 'openjdk version "$2.0.1" 2026-01-01' >&2; echo '    java.home = $1' >&2 ;;
    *)
        echo "java $2, python \${STRIDE_PYTHON:-none}: \$*"
        echo "in \$(pwd -P)"
        echo "letters \${LC_ALL:-}"
        ;;
esac
END
}

fake_jdk() {
    fake_java "$1" "$2"
    script "$1/bin/javac" </dev/null
}

fake_maven() { # version
    script "$tools/mvn" <<END
if [ "\$1" = -v ]; then echo 'Apache Maven $1 (made up)'; exit; fi
echo "mvn with node \$(node --version): \$*" >>"$top/maven.log"
[ ! -f "$top/maven-fails" ] || { echo 'a compiler says no'; exit 1; }
mkdir -p target/stride
echo jar >target/stride.jar
echo jar >target/stride/stride.jar
END
}

fake_node() { # folder, version
    script "$1/bin/node" <<END
echo v$2
END
    mkdir -p "$1/lib/node_modules/npm/bin"
    : >"$1/lib/node_modules/npm/bin/npm-cli.js"
}

# An npm that installs a made-up npm or Node where --prefix says.
fake_npm() {
    script "$tools/npm" <<'END'
while [ "$1" != --prefix ]; do shift; done
case $3 in
    npm@*) mkdir -p "$2/bin" "$2/lib/node_modules/npm/bin" && : >"$2/lib/node_modules/npm/bin/npm-cli.js" ;;
    *)
        folder=$2/lib/node_modules/${3%@*}/bin
        mkdir -p "$folder" && printf '#!/bin/sh\necho v24.0.0\n' >"$folder/node" && chmod +x "$folder/node"
        ;;
esac
END
}

fake_python() { # folder, yes or no: has NumPy
    script "$1/python3" <<END
case "\$*" in
    *connect_ex*) [ "\${4:-\$3}" = 8099 ] && echo True || echo False ;;
    *'import numpy'*) [ $2 = yes ] && echo "$1/python3" ;;
    *version_info*) echo 3.11 ;;
    '-m venv '*) exit 1 ;;
esac
END
}

fake_jupyter() { # folder, exit code: whether it runs notebooks
    script "$1/jupyter" <<END
case "\$*" in
    'nbconvert --to notebook --execute '*) grep -q 'import numpy' && exit $2 ;;
esac
exit 1
END
}

# A machine and a project on which everything is there and nothing needs building.
fresh() {
    rm -rf "${top:?}"/*
    tools=$top/tools
    jvms=$top/jvms
    project="$top/a project"
    mkdir -p "$tools" "$jvms" "$project/target/stride" "$project/src/main/java" "$project/frontend"
    for tool in sh awk env sed head tail dirname uname mkdir rm cat find grep mktemp ln mv chmod readlink id kill sleep touch; do
        real=$(command -v "$tool")
        case $real in /*) ln -s "$real" "$tools/$tool" ;; esac
    done
    fake_jdk "$jvms/jdk-25" 25
    fake_node "$top/node" 24.1.0
    fake_python "$tools" yes
    fake_maven 3.8.7
    cp "$launcher" "$project/stride"
    mkdir -p "$project/src/test/sh"
    cp "$(dirname "$launcher")/src/test/sh/all_tests.sh" "$project/src/test/sh"
    for source in pom.xml package.json src/main/java/A.java frontend/a.ts; do
        echo source >"$project/$source"
    done
    find "$project" -exec touch -t 202001010000 {} +
    echo jar >"$project/target/stride.jar"
    echo jar >"$project/target/stride/stride.jar"
    : >"$project/target/stride.built"
    path=$top/node/bin:$tools
    java_home=
    stride_python=
    stride_jupyter=
}

# Runs the launcher; sets status, and leaves what it said in $top/out and $top/err.
stride() {
    status=0
    env -i PATH="$path" HOME="$top/home" STRIDE_JVMS="$jvms" STRIDE_SYSTEM_BIN="$top/system" \
        ${java_home:+JAVA_HOME="$java_home"} ${stride_python:+STRIDE_PYTHON="$stride_python"} \
        ${stride_jupyter:+STRIDE_JUPYTER="$stride_jupyter"} \
        "$shell" "$project/stride" "$@" >"$top/out" 2>"$top/err" </dev/null || status=$?
}

newer() {
    touch -t 203001010000 "$project/$1"
}

# --- What is expected --------------------------------------------------------------------------------------------------

check() { # name, condition…
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        echo "  exit code $status"
        sed 's/^/  out: /' "$top/out"
        sed 's/^/  err: /' "$top/err"
    fi
}

# One line on stderr that says it, exit code 1, and no half of anything in .stride.
refuses() {
    [ "$status" -eq 1 ] && [ "$(grep -c '' "$top/err")" -eq 1 ] && grep -q "$1" "$top/err" && nothing_half_made
}

nothing_half_made() {
    [ -z "$(find "$project/.stride" -name 'node*' -type d 2>/dev/null | head -n 1)" ] && ! [ -e "$project/.stride/lock" ]
}

starts() {
    [ "$status" -eq 0 ] && grep -q "$1" "$top/out"
}

built() {
    [ -s "$top/maven.log" ]
}

not_built() {
    ! built
}

says() {
    grep -q -e "$1" "$top/err"
}

# --- Commands ----------------------------------------------------------------------------------------------------------

fresh
stride paint
check 'an unknown command shows the usage' [ "$status" -eq 1 ]
check 'an unknown command is named' says 'no command paint'
stride
check 'no command shows the usage' says './stride serve'
check 'no command is an error' [ "$status" -eq 1 ]
stride help
check 'help shows the usage' starts './stride serve'
stride serve --prot 1
check 'an unknown option is refused' refuses 'does not know --prot'
stride serve --port
check 'a port without a number is refused' refuses 'needs a number'
stride serve --port eighty
check 'a port that is no number is refused' refuses 'eighty is not a port'
stride serve --port 65536
check 'a port that is too large is refused' refuses '65536 is not a port'
stride serve --port 8099
check 'a taken port is refused with another to try' refuses 'port 8099 is taken.*--port 8100'
stride test --slow
check 'an unknown option of test is refused' refuses 'takes --fast'
stride serve
check 'serve starts the jar on 8080' starts 'stride.jar --server.port=8080$'
check 'serve builds nothing when nothing is newer' not_built
stride serve --port=9000 -- --debug 'two words'
check 'what comes after -- goes to the application' starts 'server.port=9000 --debug two words$'

# --- Commands without a server ------------------------------------------------------------------------------------------

fresh
for command in grade notebook gradescope-kit; do
    stride $command --option 'two words'
    check "$command goes to the jar with its words" starts "target/stride/stride.jar $command --option two words$"
done
stride grade x.ipynb
check 'grade hands its Python over' starts "python $tools/python3:"
check 'grade without a terminal shows no progress' [ -z "$(grep stride.terminal "$top/out")" ]
for command in backup restore; do
    stride $command 'a file' -- --spring.datasource.url=x
    check "$command goes to the jar with its words" starts "target/stride/stride.jar $command a file -- --spring.datasource.url=x$"
    check "$command needs no Python" starts 'python none:'
    check "$command has nobody to ask where there is no terminal" [ -z "$(grep stride.keyboard "$top/out")" ]
done
newer pom.xml
stride grade x.ipynb
check 'grade builds what is newer' [ -f "$top/maven.log" ]
check 'grade runs where Java can name every file' grep -q '^letters C.UTF-8$' "$top/out"
mkdir -p "$top/elsewhere"
(cd "$top/elsewhere" && env -i PATH="$path" HOME="$top/home" STRIDE_JVMS="$jvms" "$shell" "$project/stride" grade x.ipynb >"$top/out" 2>"$top/err")
check 'what grade is told means the folder where it was told' grep -q "in $top/elsewhere\$" "$top/out"

# --- Where it stands ---------------------------------------------------------------------------------------------------

fresh
ln -s "a project/stride" "$top/link"
project_stride=$project/stride
status=0
(cd / && env -i PATH="$path" HOME="$top/home" STRIDE_JVMS="$jvms" "$shell" "$top/link" serve >"$top/out" 2>"$top/err") || status=$?
check 'it works through a symbolic link, from anywhere, in a path with spaces' starts 'stride.jar'
check 'the link is what was tested' [ -f "$project_stride" ]

# --- The JDK -----------------------------------------------------------------------------------------------------------

fresh
rm -rf "$jvms"
stride serve
check 'no JDK at all is one line' refuses 'JDK of version 21 or newer is needed, and none was found'
fake_jdk "$jvms/jdk-17" 17
stride serve
check 'an old JDK is named' refuses "the newest found is 17, in $jvms/jdk-17"
fake_java "$jvms/jre-25" 25
stride serve
check 'a Java without a compiler does not do' refuses 'the newest found is 17'
fake_jdk "$jvms/jdk 21" 21
fake_jdk "$jvms/jdk-22" 22
stride serve
check 'the newest JDK is taken' starts '^java 22'
java_home="$jvms/jdk 21"
stride serve
check 'JAVA_HOME is taken when it fits' starts '^java 21'
java_home=$jvms/jdk-17
stride serve
check 'JAVA_HOME is passed over when it does not fit' starts '^java 22'
java_home=
path=$path:$jvms/jdk\ 21/bin
stride serve
check 'the PATH is taken when it fits' starts '^java 21'

# --- Building ----------------------------------------------------------------------------------------------------------

fresh
newer src/main/java/A.java
stride serve
check 'a newer source is built' built
check 'what it is doing is said' says '^Building Stride…$'
check 'then it starts' starts 'stride.jar'
fresh
echo test >"$project/frontend/a.test.ts"
newer frontend/a.test.ts
stride serve
check 'a test of the front end is no source' not_built
fresh
rm "$project/target/stride/stride.jar"
stride serve
check 'a missing jar is built' built
check 'the first time is announced' says 'the first time'
fresh
rm "$project/target/stride.jar"
stride serve
check 'a missing jar with everything in it is built' built
fresh
rm "$project/target/stride.built"
stride serve
check 'a build that did not finish is done again' built

fresh
: >"$top/maven-fails"
stride build
check 'a failed build is an error' [ "$status" -eq 1 ]
check 'a failed build shows the end of its log' says 'a compiler says no'
check 'a failed build names its log' says "the build failed; $project/.stride/build.log"
check 'a failed build leaves no lock' nothing_half_made
rm "$top/maven-fails" "$top/maven.log"
stride serve
check 'after a failed build the next command builds' built

fresh
rm "$tools/mvn"
stride build
check 'no Maven is one line' refuses 'Maven 3.8 or newer is needed, and there is no mvn'
fake_maven 3.6.3
stride build
check 'an old Maven is one line' refuses 'Maven 3.8 or newer is needed, and mvn is 3.6.3'
fake_maven 4.0.0
stride build
check 'a newer Maven does' [ "$status" -eq 0 ]

fresh
echo file >"$project/.stride"
stride build
check 'a folder that cannot be written is one line' refuses 'cannot write in'
stride serve
check 'a folder that cannot be written can be served from' starts 'stride.jar'

fresh
mkdir -p "$project/.stride/lock"
echo $$ >"$project/.stride/lock/process"
stride build
check 'two builds at once are refused' says "process $$, is building here"
check 'the other build keeps its lock' [ -f "$project/.stride/lock/process" ]
echo 99999999 >"$project/.stride/lock/process"
stride build
check 'a lock that was left behind is taken over' [ "$status" -eq 0 ]

# --- Node --------------------------------------------------------------------------------------------------------------

fresh
stride build
check 'a Node on the PATH that fits is used' grep -q 'node v24.1.0' "$top/maven.log"
fresh
fake_node "$top/node" 20.1.0
stride build
check 'an old Node without npm is one line' refuses 'Node 24 with npm is needed to build, and there is no npm'
fake_npm
stride build
check 'Node is fetched with npm' grep -q 'node v24.0.0' "$top/maven.log"
check 'the fetched Node is kept' [ -x "$project/.stride/node/bin/node" ]
rm "$tools/npm"
stride build
check 'the fetched Node is used again' [ "$status" -eq 0 ]
fresh
rm -rf "$top/node/lib"
fake_npm
stride build
check 'a Node without npm beside it is not used' grep -q 'node v24.0.0' "$top/maven.log"
fresh
rm -rf "$top/node"
script "$tools/npm" <<'END'
exit 1
END
stride build
check 'a failing npm is said and leaves nothing' says 'could not be fetched; .*node.log says why'
check 'a failing npm leaves no half of a Node' nothing_half_made

fresh
rm -rf "$top/node"
script "$tools/npm" <<END
: >"$top/npm-runs"
sleep 30
END
env -i PATH="$path" HOME="$top/home" STRIDE_JVMS="$jvms" "$shell" "$project/stride" build \
    >"$top/out" 2>"$top/err" </dev/null &
launched=$!
tries=0
until [ -f "$top/npm-runs" ] || [ "$tries" -ge 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -TERM "$launched"
status=0
wait "$launched" || status=$?
check 'a signal stops it' [ "$status" -eq 143 ]
check 'a signal leaves no half of a Node and no lock' nothing_half_made

# --- Python ------------------------------------------------------------------------------------------------------------

fresh
stride serve
check 'a Python that fits is handed over' starts "python $tools/python3:"
fake_python "$tools" no
stride serve
# On a machine where /usr/bin/python3 has a NumPy that fits, that one is found: as it should be.
if grep -q '^Python 3.10 or newer' "$top/err"; then
    check 'without NumPy picking still works' starts 'python none:'
else
    skipped=$((skipped + 1))
fi
mkdir -p "$project/.stride/python/bin"
fake_python "$project/.stride/python/bin" no
mv "$project/.stride/python/bin/python3" "$project/.stride/python/bin/python"
: >"$project/.stride/python/fits"
stride serve
check 'a Python that was prepared earlier is taken without asking again' starts "python $project/.stride/python/bin/python:"
rm -rf "$project/.stride/python"
check 'a Python that could not be prepared leaves nothing' [ -z "$(find "$project/.stride" -name 'python.??????' 2>/dev/null)" ]
stride_python=$tools/python3
stride serve
check 'a STRIDE_PYTHON that does not fit is one line' refuses 'STRIDE_PYTHON is'

# --- Tests -------------------------------------------------------------------------------------------------------------

# A Maven whose tests ended so; and launcher tests of which one was skipped.
fake_tests() { # tests, failures, exit code
    script "$tools/mvn" <<END
if [ "\$1" = -v ]; then echo 'Apache Maven 3.8.7'; exit; fi
echo "\$*" >>"$top/maven.log"
mkdir -p target/surefire-reports
echo '<testsuite name="A" tests="$1" errors="0" skipped="1" failures="$2">' >target/surefire-reports/TEST-A.xml
echo '[ERROR] something is wrong'
exit $3
END
    echo "echo 2 passed, 0 failed, 1 skipped" >"$project/src/test/sh/launcher_test.sh"
}

last_line() {
    tail -n 1 "$top/out" | grep -q "$1"
}

fresh
fake_tests 6 0 0
stride test
check 'the counts of all kinds are added up' starts '^7 passed, 0 failed, 2 skipped$'
# A Mac may have a Chromium in /Applications: then there is nothing to say.
if grep -q stride.chromium "$top/maven.log"; then
    skipped=$((skipped + 1))
else
    check 'without a Chromium the last line says so' last_line 'left out: there is no Chromium'
fi
check 'without a Jupyter it is said' starts 'not run in Jupyter: there is none'
check 'without a Jupyter the tests are told none' [ "$(grep -c stride.jupyter "$top/maven.log")" -eq 0 ]
check 'without a Chromium no browser test runs' [ "$(grep -c -e -DskipITs -e stride.chromium "$top/maven.log")" -eq 1 ]
script "$tools/chromium" </dev/null
fake_jupyter "$tools" 0
stride test
check 'the tests are told the Jupyter' grep -q -e "-Dstride.jupyter=$tools/jupyter" "$top/maven.log"
check 'the tests are told the Chromium' grep -q -e "-Dstride.chromium=$tools/chromium" "$top/maven.log"
check 'the tests are told the Python' grep -q -e "-Dstride.python=$tools/python3" "$top/maven.log"
check 'then the last line is the counts' last_line '^7 passed'
stride test --fast
check 'the fast tests leave out the browser' last_line 'left out, as --fast says'
check 'the fast tests keep Jupyter' [ "$(grep -c stride.jupyter "$top/maven.log")" -eq 2 ]
rm "$top/maven.log"
fake_jupyter "$tools" 1
stride test
check 'a Jupyter that runs no notebook is not taken' [ "$(grep -c stride.jupyter "$top/maven.log")" -eq 0 ]
fake_jupyter "$top/system" 0
stride test
check 'where it does not, the one of the system is' grep -q -e "-Dstride.jupyter=$top/system/jupyter" "$top/maven.log"
stride_jupyter=$tools/jupyter
stride test
check 'a STRIDE_JUPYTER that runs no notebook is one line' refuses 'STRIDE_JUPYTER is'
stride_jupyter=$top/system/jupyter
rm "$top/maven.log" "$tools/jupyter"
stride test
check 'a STRIDE_JUPYTER that does is taken' grep -q -e "-Dstride.jupyter=$top/system/jupyter" "$top/maven.log"
stride_jupyter=
fake_tests 6 2 1
stride test
check 'failing tests are counted' grep -q '^5 passed, 2 failed, 2 skipped$' "$top/out"
check 'failing tests are an error' [ "$status" -eq 1 ]
check 'what failed is shown' says 'something is wrong'
fake_tests 6 0 1
stride test
check 'a build that fails without a failing test counts as one' grep -q '^7 passed, 1 failed, 2 skipped$' "$top/out"

fresh
fake_tests 6 0 0
script "$tools/chromium" </dev/null
script "$tools/id" <<'END'
echo 0
END
script "$tools/apt-get" <<END
echo "\$*" >>"$top/apt.log"
case "\$*" in *jupyter-nbconvert*) cp "$top/new-jupyter/jupyter" "$tools/jupyter" ;; esac
END
ln -s "$(command -v cp)" "$tools/cp"
fake_jupyter "$top/new-jupyter" 0
stride test
check 'an administrator gets Jupyter installed' grep -q 'install -y .*jupyter-nbconvert python3-ipykernel python3-numpy' "$top/apt.log"
check 'the tests are told the one that was installed' grep -q -e "-Dstride.jupyter=$tools/jupyter" "$top/maven.log"
check 'that it is being installed is said' says '^Installing Jupyter'
check 'so is what reads the shell scripts' grep -q 'install -y .*shellcheck' "$top/apt.log"
fake_jupyter "$top/new-jupyter" 1
rm "$tools/jupyter" "$top/maven.log"
stride test
check 'a Jupyter that could not be installed is said' says 'Jupyter could not be installed; .*jupyter.log says why'
check 'and the tests go on without' starts '^7 passed, 0 failed, 2 skipped$'

# --- Benchmarks --------------------------------------------------------------------------------------------------------

# A Maven that makes the jar, and says where the libraries of the benchmarks are.
fake_benchmarks() {
    fake_maven 3.8.7
    echo 'echo libraries.jar >target/jmh.classpath' >>"$tools/mvn"
}

fresh
fake_benchmarks
stride bench
check 'the benchmarks are compiled and started' starts 'jmh-classes:target/classes:libraries.jar org.stride.bench.Bench$'
check 'bench builds nothing when nothing is newer' [ "$(grep -c '' "$top/maven.log")" -eq 1 ]
check 'bench leaves no lock' nothing_half_made
measured=$(sed -n 's/.*-Dstride.server.options=\(.*\) -cp .*/\1/p' "$top/out")
stride serve
check 'the server is measured with the options that it is served with' starts ": ${measured:-none} -jar target/stride/stride.jar"
stride bench click
check 'a name picks what is measured' starts 'org.stride.bench.Bench click$'
stride bench click start
check 'two names are refused' refuses 'bench takes one name'
script "$tools/chromium" </dev/null
stride bench
check 'the benchmarks are told the Chromium' starts "stride.chromium=$tools/chromium "
newer src/main/java/A.java
stride bench
check 'a newer source is built before it is measured' says '^Building Stride…$'
: >"$top/maven-fails"
stride bench
check 'benchmarks that do not compile are an error' says 'a compiler says no'
check 'and leave no lock' nothing_half_made

fresh
fake_benchmarks
script "$jvms/jdk-25/bin/java" <<END
case "\$*" in
    *-version) echo 'openjdk version "25.0.1" 2026-01-01' >&2 ;;
    *) echo "\$TMPDIR" >"$top/scratch" && echo something >"\$TMPDIR/left behind" && echo half a table && exit 1 ;;
esac
END
stride bench
check 'what could be measured is shown' grep -q 'half a table' "$top/out"
check 'what could not be measured is said' says 'not all could be measured; .*bench.log may say why'
check 'what could not be measured is an error' [ "$status" -eq 1 ]
check 'what the benchmarks leave behind is removed' [ ! -e "$(cat "$top/scratch")" ]

# --- The script itself -------------------------------------------------------------------------------------------------

if command -v shellcheck >/dev/null 2>&1; then
    check 'shellcheck has nothing to say' shellcheck --external-sources --source-path="$(dirname "$launcher")" "$launcher" "$0"
else
    skipped=$((skipped + 1))
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
