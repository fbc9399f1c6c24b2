package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {
    @ParameterizedTest(name = "{1}")
    @MethodSource
    void everyValueHasItsPythonTypeName(Value value, String typeName) {
        assertThat(value.typeName()).isEqualTo(typeName);
    }

    static Stream<Arguments> everyValueHasItsPythonTypeName() {
        return Stream.of(
                arguments(NdArray.zeros(2), "numpy.ndarray"),
                arguments(Value.NONE, "NoneType"),
                arguments(Value.Scalar.of(2), "int"),
                arguments(Value.Scalar.of(2.0), "numpy.float64"),
                arguments(new Value.Scalar(1, Value.Scalar.Type.NUMPY_BOOL), "numpy.bool"),
                arguments(new Value.Text("max"), "str"),
                arguments(Value.Tuple.of(Value.NONE), "tuple"),
                arguments(new Value.Tuple(List.of(), true), "list"),
                arguments(Value.Dictionary.of("stride", Value.Scalar.of(2)), "dict"),
                arguments(new Value.Other("numpy.matrix"), "numpy.matrix"));
    }

    @Test
    void deepCopyGivesNestedArraysOfItsOwn() {
        NdArray array = NdArray.full(Shape.of(2), 1);
        Value cache = Value.Tuple.of(array, Value.Dictionary.of("inner", Value.Tuple.of(array)), Value.NONE);
        Value copy = cache.deepCopy();
        assertThat(copy).isEqualTo(cache);
        array.setFlat(9, 0);
        NdArray before = NdArray.full(Shape.of(2), 1);
        assertThat(copy)
                .isEqualTo(Value.Tuple.of(before, Value.Dictionary.of("inner", Value.Tuple.of(before)), Value.NONE));
    }

    @Test
    void deepCopyKeepsAListAListAndWhatCannotChange() {
        Value list = new Value.Tuple(List.of(new Value.Text("same")), true);
        Value other = new Value.Other("set");
        assertThat(list.deepCopy()).isEqualTo(list);
        assertThat(other.deepCopy()).isSameAs(other);
        assertThat(Value.NONE.deepCopy()).isSameAs(Value.NONE);
    }

    @Test
    void aDictionaryKeepsTheOrderOfInsertion() {
        Value.Dictionary dictionary = Value.Dictionary.of("stride", Value.Scalar.of(1))
                .with("pad", Value.Scalar.of(2))
                .with("f", Value.Scalar.of(3))
                .with("stride", Value.Scalar.of(4));
        assertThat(dictionary.entries().sequencedKeySet()).containsExactly("stride", "pad", "f");
        assertThat(dictionary.entries()).containsEntry("stride", Value.Scalar.of(4));
    }

    @Test
    void aDictionaryAndATupleCannotBeChangedFromOutside() {
        SequencedMap<String, Value> entries = new LinkedHashMap<>();
        var dictionary = new Value.Dictionary(entries);
        List<Value> parts = new ArrayList<>();
        var tuple = new Value.Tuple(parts, false);
        entries.put("late", Value.NONE);
        parts.add(Value.NONE);
        assertThat(dictionary.entries()).isEmpty();
        assertThat(tuple.parts()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> dictionary.entries().put("late", Value.NONE));
    }

    @Test
    void scalarsKnowTheirKind() {
        assertThat(Value.Scalar.of(2).type().kind()).isEqualTo(DType.Kind.INTEGER);
        assertThat(Value.Scalar.of(2.0).type().kind()).isEqualTo(DType.Kind.FLOATING);
        assertThat(Value.Scalar.Type.PYTHON_BOOL.kind()).isEqualTo(DType.Kind.BOOLEAN);
    }
}
