package org.stride.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.Convolution;

/** Computes one expression, from left to right, by recursive descent: sums of products of factors. */
final class Expression {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>\\d+(?:\\.\\d+)?)|(?<name>[A-Za-z_]\\w*)|(?<sign>\\S))");

    private final Lesson lesson;
    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    Expression(Lesson lesson, String text) {
        this.lesson = lesson;
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), text.length());
        }
    }

    /** A number, as an array without axes, or an array. */
    NdArray value() {
        NdArray value = sum();
        if (next < tokens.size()) {
            throw expected("nothing more");
        }
        return value;
    }

    private NdArray sum() {
        NdArray sum = product();
        while (at("+") || at("-")) {
            boolean plus = take().equals("+");
            double right = number(product());
            sum = scalar(plus ? number(sum) + right : number(sum) - right);
        }
        return sum;
    }

    private NdArray product() {
        NdArray product = factor();
        while (at("*") || at("/")) {
            boolean times = take().equals("*");
            double right = number(factor());
            if (!times && right == 0) {
                throw new IllegalArgumentException("division by zero in " + text);
            }
            product = scalar(times ? number(product) * right : number(product) / right);
        }
        return product;
    }

    private NdArray factor() {
        if (at("-")) {
            take();
            return scalar(-number(factor()));
        }
        if (at("(")) {
            take();
            NdArray inner = sum();
            take(")");
            return inner;
        }
        String token = take();
        if (Character.isDigit(token.charAt(0))) {
            return scalar(Double.parseDouble(token));
        }
        if (!Character.isJavaIdentifierStart(token.charAt(0))) {
            next--;
            throw expected("a number, a function or a figure");
        }
        return at("(") ? function(token) : cell(token);
    }

    private NdArray function(String name) {
        take("(");
        List<NdArray> given = new ArrayList<>(List.of(sum()));
        while (at(",")) {
            take();
            given.add(sum());
        }
        take(")");
        int wanted = switch (name) {
            case "size" -> 4;
            case "count" -> 2;
            default -> 1;
        };
        if (given.size() != wanted) {
            throw new IllegalArgumentException(name + " takes " + wanted + " arguments, got " + given.size());
        }
        NdArray first = given.getFirst();
        return scalar(
                switch (name) {
                    case "floor" -> Math.floor(number(first));
                    case "size" -> {
                        int[] whole = given.stream()
                                .mapToInt(one -> Math.toIntExact(Math.round(number(one))))
                                .toArray();
                        yield Convolution.outputLength(whole[0], whole[1], whole[3], whole[2]);
                    }
                    case "sum" -> first.sum();
                    case "max" -> first.max();
                    case "min" -> Arrays.stream(first.toArray()).min().orElseThrow();
                    case "mean" -> first.mean();
                    case "count" -> {
                        double wantedValue = number(given.get(1));
                        yield Arrays.stream(first.toArray())
                                .filter(value -> value == wantedValue)
                                .count();
                    }
                    default ->
                        throw new IllegalArgumentException(
                                "no function is named " + name + ": there are floor, size, sum, max, min, mean, count");
                });
    }

    private NdArray cell(String figureName) {
        Figure figure = lesson.figure(figureName)
                .orElseThrow(() -> new IllegalArgumentException("no figure is named " + figureName + ", only "
                        + lesson.figures().stream().map(Figure::name).toList()));
        take(".");
        String name = take();
        if (figure.settings().names().contains(name) && figure.settings().value(name) instanceof Value.Scalar setting) {
            return scalar(setting.value());
        }
        NdArray array = figure.part(name)
                .map(Figure.Part::written)
                .orElseThrow(() -> new IllegalArgumentException("figure " + figureName + " has no array " + name));
        if (at("[")) {
            do {
                take();
                array = array.at(Integer.parseInt(take()));
            } while (at(","));
            take("]");
        }
        return array;
    }

    private double number(NdArray value) {
        if (value.rank() > 0) {
            throw new IllegalArgumentException(
                    text + " computes with an array of shape " + value.shape() + ": one index per axis picks a cell");
        }
        return value.sum();
    }

    private static NdArray scalar(double value) {
        return NdArray.full(Shape.SCALAR, value);
    }

    private boolean at(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private String take() {
        if (next == tokens.size()) {
            throw expected("more");
        }
        return tokens.get(next++);
    }

    private void take(String token) {
        if (!at(token)) {
            throw expected("'" + token + "'");
        }
        next++;
    }

    private IllegalArgumentException expected(String what) {
        String before = String.join("", tokens.subList(0, next));
        String there = next < tokens.size() ? ", got '" + tokens.get(next) + "'" : "";
        return new IllegalArgumentException("expected " + what + " after '" + before + "'" + there);
    }
}
