package org.stride.grading;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.grading.Difference.WrongShape;

/** Relations of a shape to the wanted one. */
final class ShapeRelations {
    private ShapeRelations() {}

    static @Nullable Relation broadcast(WrongShape difference, ImageAxes unused) {
        NdArray wanted = difference.wanted();
        NdArray got = difference.got();
        if (got.rank() != wanted.rank()) {
            return null;
        }
        List<Integer> axes = differing(difference);
        return axes.stream().allMatch(axis -> got.length(axis) == 1) && agreesBroadcast(wanted, got)
                ? new Relation.Broadcast(difference.part(), axes)
                : null;
    }

    private static boolean agreesBroadcast(NdArray wanted, NdArray got) {
        return IntStream.range(0, wanted.size()).allMatch(place -> {
            int[] index = wanted.shape().index(place);
            for (int axis = 0; axis < index.length; axis++) {
                index[axis] = got.length(axis) == 1 ? 0 : index[axis];
            }
            return Comparison.close(wanted.flat(place), got.get(index));
        });
    }

    static @Nullable Relation otherLength(WrongShape difference, ImageAxes axes) {
        NdArray wanted = difference.wanted();
        NdArray got = difference.got();
        if (!axes.image()
                || got.rank() != wanted.rank()
                || wanted.length(0) != got.length(0)
                || wanted.length(3) != got.length(3)) {
            return null;
        }
        int rows = Math.min(wanted.length(axes.row()), got.length(axes.row()));
        int columns = Math.min(wanted.length(axes.column()), got.length(axes.column()));
        for (int place = 0; place < wanted.size(); place++) {
            int[] index = wanted.shape().index(place);
            if (index[axes.row()] < rows
                    && index[axes.column()] < columns
                    && !Comparison.close(wanted.flat(place), got.get(index))) {
                return null;
            }
        }
        return new Relation.OtherLength(
                difference.part(),
                got.length(axes.row()) - wanted.length(axes.row()),
                got.length(axes.column()) - wanted.length(axes.column()));
    }

    static @Nullable Relation otherRank(WrongShape difference, ImageAxes unused) {
        int wanted = difference.wanted().rank(), got = difference.got().rank();
        return wanted == got ? null : new Relation.OtherRank(difference.part(), wanted, got);
    }

    static @Nullable Relation lengthsOff(WrongShape difference, ImageAxes unused) {
        if (difference.wanted().rank() != difference.got().rank()) {
            return null;
        }
        List<Integer> axes = differing(difference);
        return new Relation.LengthsOff(
                difference.part(),
                axes,
                axes.stream()
                        .map(axis -> difference.got().length(axis)
                                - difference.wanted().length(axis))
                        .toList());
    }

    private static List<Integer> differing(WrongShape shape) {
        return IntStream.range(0, shape.got().rank())
                .filter(axis -> shape.got().length(axis) != shape.wanted().length(axis))
                .boxed()
                .toList();
    }
}
