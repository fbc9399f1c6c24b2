package org.stride.notebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Strategy;
import org.stride.report.Translations;

/** The exercise set's notebook for tests. */
final class Courses {
    static final Catalogue CATALOGUE = Catalogue.load();
    static final CourseNotebook COURSE = new CourseNotebook(CATALOGUE, new Translations()::text);

    private Courses() {}

    static List<String> names() {
        return CATALOGUE.exercises().stream().map(Exercise::name).toList();
    }

    /** The most right ways that an exercise has. */
    static int mostStrategies() {
        return CATALOGUE.exercises().stream()
                .mapToInt(exercise -> exercise.strategies().size())
                .max()
                .orElseThrow();
    }

    /** Of each exercise one right way: so many notebooks of this kind as {@link #mostStrategies} hold all of them. */
    static Map<String, String> strategies(int number) {
        Map<String, String> code = new HashMap<>();
        for (Exercise exercise : CATALOGUE.exercises()) {
            List<Strategy> strategies = exercise.strategies();
            code.put(
                    exercise.name(),
                    strategies.get(number % strategies.size()).listing().code());
        }
        return code;
    }

    /** The instructor's version with other code in place of some of its solutions. */
    static Notebook graded(Map<String, String> code) {
        Notebook source = COURSE.nbgrader();
        List<Cell> cells = source.cells().stream()
                .map(cell -> code.containsKey(cell.id()) ? Cell.code(cell.id(), code.get(cell.id())) : cell)
                .toList();
        return new Notebook(source.minor(), source.metadata(), cells, source.rest());
    }

    /** A notebook without the checks of all exercises but one. */
    static Notebook checkedOnly(String exercise, Notebook notebook) {
        List<Cell> cells = notebook.cells().stream()
                .filter(cell -> cell.id().equals(exercise + "-check")
                        || cell.id().equals("imports")
                        || names().contains(cell.id()))
                .toList();
        return new Notebook(notebook.minor(), notebook.metadata(), cells, notebook.rest());
    }

    /** The plain solutions with other code for one exercise. */
    static Map<String, String> with(String exercise, String code) {
        Map<String, String> all = new HashMap<>(PlainSolutions.of(CATALOGUE));
        all.put(exercise, code);
        return all;
    }
}
