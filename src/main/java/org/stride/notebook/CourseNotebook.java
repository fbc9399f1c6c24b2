package org.stride.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.exercise.Strategy;

/**
 * The exercise set as a notebook that runs in Jupyter with NumPy and nothing else. For each exercise: what it is about, a cell to
 * fill in, and a cell with the published checks. Of an exercise's folder it needs {@code formula.tex}, {@code published.py}, which
 * defines {@code check_<name>}, and {@code hidden.py}, which defines {@code look_further}.
 *
 * <pre>{@code
 * CourseNotebook course = new CourseNotebook(catalogue, texts);
 * Files.write(path, NotebookWriter.write(course.empty()));
 * }</pre>
 */
public final class CourseNotebook {
    /** What the checks say of a function that is as it was handed out. */
    private static final String NOT_FILLED_IN = "not filled in yet";

    private final Catalogue catalogue;
    private final Texts texts;

    public CourseNotebook(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** With the starter code; it runs to its end and says of each function that it is not filled in. */
    public Notebook empty() {
        return filled(Map.of());
    }

    /** With a right solution in each cell. */
    public Notebook solved() {
        return filled(PlainSolutions.of(catalogue));
    }

    /**
     * With given code.
     *
     * @param code by the names of the exercises; those that are missing get the starter code
     */
    public Notebook filled(Map<String, String> code) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.markdown("introduction", introduction(texts.text("notebook.introduction"))));
        cells.add(Cell.code("imports", "import numpy as np"));
        for (Exercise exercise : catalogue.exercises()) {
            String name = exercise.name();
            cells.add(text(exercise));
            cells.add(Cell.code(
                    name,
                    code.getOrDefault(name, exercise.worksheet().starter()).strip()));
            cells.add(Cell.code(name + "-check", check(name) + "\n\n\nprint(\"" + name + ":\", check_" + name + "())"));
            if (CourseFiles.has(name, "picture.py")) {
                cells.add(Cell.code(name + "-picture", CourseFiles.read(name, "picture.py")));
            }
        }
        cells.add(Cell.markdown("further", texts.text("notebook.further")));
        return Notebook.python(cells);
    }

    /**
     * The instructor's version, for nbgrader's folder {@code source}: solutions and hidden checks stand between the marks at which
     * nbgrader cuts them out of the version for students.
     */
    public Notebook nbgrader() {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.markdown("introduction", introduction(texts.text("notebook.nbgrader.introduction"))));
        cells.add(Nbgrader.readOnly(Cell.code("imports", "import numpy as np")));
        for (Exercise exercise : catalogue.exercises()) {
            String name = exercise.name();
            cells.add(text(exercise));
            cells.add(Nbgrader.answer(Cell.code(name, solution(exercise))));
            cells.add(Nbgrader.test(Cell.code(name + "-check", gradedCheck(name))));
        }
        return Notebook.python(cells);
    }

    private String introduction(String text) {
        return "# " + texts.text("notebook.title") + "\n\n" + text;
    }

    private Cell text(Exercise exercise) {
        String key = "exercise." + exercise.name();
        String source = "## " + exercise.number() + ". " + texts.text(key + ".title") + "\n\n"
                + "*" + texts.text(key + ".purpose") + "*\n\n"
                + texts.text(key + ".text") + "\n\n"
                + "$$" + CourseFiles.read(exercise.name(), "formula.tex") + "$$\n\n"
                + "`" + exercise.signature() + "`\n\n"
                + texts.text("signature.takes") + "\n\n" + listed(exercise.parameters()) + "\n"
                + texts.text("signature.returns") + "\n\n" + listed(exercise.returns());
        return Cell.markdown(exercise.name() + "-text", source.stripTrailing());
    }

    private static String listed(List<Parameter> parameters) {
        StringBuilder list = new StringBuilder();
        for (Parameter parameter : parameters) {
            list.append("- `")
                    .append(parameter.name())
                    .append("`: `")
                    .append(parameter.shape())
                    .append("`\n");
        }
        return list.toString();
    }

    private static String check(String name) {
        return CourseFiles.read(name, "published.py");
    }

    /** The starter's first lines, and the plainest solution where nbgrader will put its stub. */
    private static String solution(Exercise exercise) {
        String starter = exercise.worksheet().starter();
        int end = starter.indexOf("\"\"\"", starter.indexOf("\"\"\"") + 3) + 3;
        Strategy plain = PlainSolutions.of(exercise);
        String code = plain.listing().code();
        String body = code.substring(code.indexOf(":\n") + 2).stripTrailing();
        return starter.substring(0, end) + "\n    ### BEGIN SOLUTION\n" + body + "\n    ### END SOLUTION";
    }

    private static String gradedCheck(String name) {
        return String.join(
                "\n",
                "import warnings",
                "",
                "# To nbgrader, anything on stderr is a failure",
                "warnings.simplefilter(\"ignore\")",
                "",
                "",
                check(name),
                "",
                "",
                "outcome = check_" + name + "()",
                "print(\"" + name + ":\", outcome)",
                "assert outcome != \"" + NOT_FILLED_IN + "\", \"" + name + ": " + NOT_FILLED_IN + "\"",
                "### BEGIN HIDDEN TESTS",
                CourseFiles.read(name, "hidden.py"),
                "",
                "",
                "look_further()",
                "del look_further",
                "### END HIDDEN TESTS");
    }
}
