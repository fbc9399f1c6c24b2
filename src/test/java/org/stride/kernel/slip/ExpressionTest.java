package org.stride.kernel.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.kernel.flaw.NumpyError;

class ExpressionTest {
    private static double value(String text) {
        double[] variables = Names.none();
        variables[Names.place("h")] = 3;
        variables[Names.place("stride")] = 2;
        return Expression.parse(text).value(variables);
    }

    @Test
    void productsComeBeforeSumsAndParenthesesBeforeBoth() {
        assertThat(value("1 + h * stride")).isEqualTo(7);
        assertThat(value("(1 + h) * stride")).isEqualTo(8);
        assertThat(value("h - 1 - stride")).isEqualTo(0);
        assertThat(value("h - (1 - stride)")).isEqualTo(4);
    }

    @Test
    void aDoubleStrokeRoundsDown() {
        assertThat(value("h // stride")).isEqualTo(1);
        assertThat(value("(1 - h - stride) // h")).isEqualTo(-2);
        assertThat(value("h / stride")).isEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(n_H_prev - f + 2 * pad) // stride + 1",
                "h * (stride + 1)",
                "n_H_prev - (f + 2 * pad)",
                "dz / (n_H * n_W)",
                "dz / n_H * n_W",
                "h - (1 - stride)"
            })
    void textAndExpressionLeadToEachOther(String text) {
        assertThat(Expression.parse(text).text()).isEqualTo(text);
    }

    @Test
    void aSlipDiffersInOnePlace() {
        assertThat(Expression.parse("h * stride").slips())
                .extracting(Expression::text)
                .contains(
                        "h",
                        "stride",
                        "h + stride",
                        "w * stride",
                        "h * f",
                        "h * (stride + 1)",
                        "(h - 1) * stride",
                        "0 * stride")
                .doesNotContain("h * stride", "w * f")
                .doesNotHaveDuplicates();
    }

    @Test
    void parenthesesAreLeftOutToo() {
        assertThat(Expression.parse("dz / (n_H * n_W)").slips())
                .extracting(Expression::text)
                .contains("dz / n_H * n_W");
    }

    @Test
    void aFloatIsNoLength() {
        List<String> floats = List.of("h / stride", "(h / stride) + 1", "2 * (h / 1)");
        assertThat(floats)
                .allSatisfy(
                        text -> assertThatThrownBy(() -> Expression.parse(text).integer(Names.none()))
                                .isInstanceOf(NumpyError.class)
                                .hasMessageContaining("'float' object"));
    }
}
