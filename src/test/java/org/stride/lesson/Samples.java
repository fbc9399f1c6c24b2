package org.stride.lesson;

/** A small lesson with one of everything. */
public final class Samples {
    public static final String FIGURE = """
            ```figure
            name: edge
            operation: conv_forward
            arguments: {A_prev: [[3,0,1],[1,5,8],[2,7,2]], W: [[1,0,-1],[1,0,-1],[1,0,-1]], b: 0, stride: 1, pad: 0}
            caption: A 3×3 window gives [-5](=edge.Z[0,0]), *one* number.
            ```
            """;

    public static final String LESSON = """
            # A sample of `everything`

            Before the first section, in step 3.

            ## Why it exists

            Words with *emphasis*, **weight**, `code`, $z = w x + b$ and the number
            [-5](=edge.Z[0,0]).

            ## The formula

            $$
            z = \\sum_i w_i x_i + b
            $$

            ### In short

            $$ n = 1 $$

            ## On real numbers

            """ + FIGURE + """

            | cell | value |
            |---|--:|
            | first | [3](=edge.A_prev[0,0]) |

            ## The traps

            - One `trap`.
            - Another, with a [way](exercise/zero_pad) out.

            1. First
            2. Second

            > Quoted.

            ```python
            Z = 1
            ```

            ## What to remember

            Everything.
            """;

    private Samples() {}

    /** The sample, read. */
    public static Lesson lesson() {
        return LessonChecks.parse("sample_en.md", LESSON);
    }
}
