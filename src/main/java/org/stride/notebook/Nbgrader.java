package org.stride.notebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What nbgrader wants to know of a cell, in the third version of its schema; a cell's id is its name there too.
 *
 * @see <a href="https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html">nbgrader, metadata</a>
 */
final class Nbgrader {
    private static final int SCHEMA = 3;
    private static final int POINTS = 1;

    private Nbgrader() {}

    /** A cell that students fill in. */
    static Cell answer(Cell cell) {
        return marked(cell, new Marks(false, true, false));
    }

    /** A cell that decides on points, as it was handed out. */
    static Cell test(Cell cell) {
        return marked(cell, new Marks(true, false, true));
    }

    /** A cell that stays as it was handed out and decides nothing. */
    static Cell readOnly(Cell cell) {
        return marked(cell, new Marks(false, false, true));
    }

    private record Marks(boolean grade, boolean solution, boolean locked) {}

    private static Cell marked(Cell cell, Marks marks) {
        String id = cell.id();
        if (id == null || !Cell.ID.matcher(id).matches()) {
            throw new IllegalArgumentException("nbgrader: not a name for a cell: " + id);
        }
        Json.Fields fields = Json.Fields.none()
                .with("schema_version", SCHEMA)
                .with("grade", marks.grade())
                .with("solution", marks.solution())
                .with("locked", marks.locked())
                .with("task", false)
                .with("grade_id", id)
                .with("cell_type", cell.type())
                .with("checksum", checksum(cell, id, marks));
        return cell.withMetadata("nbgrader", marks.grade() ? fields.with("points", POINTS) : fields);
    }

    /** By this nbgrader knows whether a cell is as it was handed out. */
    private static String checksum(Cell cell, String id, Marks marks) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(bytes(cell.source()));
            digest.update(bytes(cell.type()));
            digest.update(bytes(inPython(marks.grade())));
            digest.update(bytes(inPython(marks.solution())));
            digest.update(bytes(inPython(marks.locked())));
            digest.update(bytes(id));
            if (marks.grade()) {
                digest.update(bytes(Double.toString(POINTS)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    private static String inPython(boolean truth) {
        return truth ? "True" : "False";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
