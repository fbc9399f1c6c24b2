package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of Python 3.10 to 3.14 and of NumPy 1.26 to 2.3. */
class ErrorKindTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NameError | name 'n_W' is not defined | NO_VALUE | n_W",
                "UnboundLocalError | local variable 'Z' referenced before assignment | NO_VALUE | Z",
                "UnboundLocalError | cannot access local variable 'Z' where it is not associated with a value | NO_VALUE | Z",
                "IndexError | index 5 is out of bounds for axis 1 with size 5 | PAST_THE_END | 5 1 5",
                "IndexError | tuple index out of range | PAST_THE_TUPLE |",
                "IndexError | too many indices for array: array is 1-dimensional, but 2 were indexed | TOO_MANY_INDICES | 1 2",
                "ValueError | could not broadcast input array from shape (4,3) into shape (4,2) | PLACE | (4,3) (4,2)",
                "ValueError | operands could not be broadcast together with shapes (2,3) (3,3) | OPERANDS | (2,3) (3,3)",
                "ValueError | operands could not be broadcast together with shapes (2,3) (3,3) (2,3) | OPERANDS | (2,3) (3,3)",
                "ValueError | shapes (48,) and (1,) not aligned: 48 (dim 0) != 1 (dim 0) | MATRICES | 48 1",
                "ValueError | cannot reshape array of size 120 into shape (2,3,4) | RESHAPE | 120 (2,3,4)",
                "ValueError | not enough values to unpack (expected 4, got 3) | TOO_FEW_VALUES | 4 3",
                "ValueError | too many values to unpack (expected 3) | TOO_MANY_VALUES | 3",
                "ValueError | too many values to unpack (expected 3, got 4) | TOO_MANY_VALUES | 3",
                "TypeError | 'float' object cannot be interpreted as an integer | NO_INTEGER | float",
                "ZeroDivisionError | integer division or modulo by zero | DIVIDED_BY_ZERO |",
                "ValueError | negative dimensions are not allowed | NEGATIVE_LENGTH |",
                "KeyError | 'f' | NO_SUCH_KEY | f"
            })
    void aMessageIsUnderstood(String type, String message, ErrorKind kind, String details) {
        Optional<ErrorKind.Explained> explained = ErrorKind.of(new Difference.Raised(type, message));

        assertThat(explained)
                .contains(new ErrorKind.Explained(kind, details == null ? List.of() : List.of(details.split(" "))));
        assertThat(kind.hasDetails()).isEqualTo(details != null);
    }

    @Test
    void whatIsNotKnownIsNotExplained() {
        assertThat(ErrorKind.of(new Difference.Raised("ValueError", "bad"))).isEmpty();
        assertThat(ErrorKind.of(new Difference.Raised("RuntimeError", "tuple index out of range")))
                .isEmpty();
    }
}
