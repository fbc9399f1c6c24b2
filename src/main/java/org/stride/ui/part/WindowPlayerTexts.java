package org.stride.ui.part;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Every word of the window player. */
final class WindowPlayerTexts {
    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    private static final List<String> KEYS = List.of(
            "player.label",
            "player.keys",
            "player.play",
            "player.pause",
            "player.back",
            "player.forward",
            "player.scrub",
            "player.position",
            "player.speed",
            "player.times",
            "player.example",
            "player.channel_choice",
            "player.filter_choice",
            "player.of",
            "player.settings",
            "player.mode",
            "player.reset",
            "player.edit",
            "player.cell_value",
            "player.padding",
            "player.expected",
            "player.comparing",
            "player.comparing_right",
            "player.other_shape",
            "player.terms",
            "player.term",
            "player.numbers",
            "player.gives",
            "player.sum_of",
            "player.bias_label",
            "player.result_label",
            "player.each_label",
            "player.run_same",
            "player.run_so_far",
            "player.run_other_way",
            "player.run_other_order",
            "player.run_differs",
            "player.run_short",
            "player.run_long",
            "player.run_show",
            "player.not_whole",
            "player.too_small",
            "player.too_large",
            "player.no_stride",
            "player.no_fit",
            "player.no_fit_padded",
            "player.input",
            "player.padded_input",
            "player.window",
            "player.filter",
            "player.bias",
            "player.output",
            "player.products",
            "player.of_input",
            "player.of_filter",
            "player.of_bias",
            "player.of_output",
            "player.mask",
            "player.share",
            "player.value",
            "player.touched",
            "player.pad_inside",
            "player.pad_outside",
            "player.product",
            "player.add_bias",
            "player.convolve",
            "player.pool_max",
            "player.pool_mean",
            "player.conv_back",
            "player.mask_true",
            "player.mask_false",
            "player.mask_none",
            "player.share_one",
            "player.pool_back_max",
            "player.pool_back_none",
            "player.pool_back_mean");

    private WindowPlayerTexts() {}

    /** The element knows {@code player.pool_max} as {@code poolMax}. */
    static Map<String, String> of(UnaryOperator<String> translation) {
        Map<String, String> texts = new HashMap<>();
        for (String key : KEYS) {
            String name = key.substring(key.indexOf('.') + 1);
            texts.put(
                    UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT)),
                    translation.apply(key));
        }
        return texts;
    }
}
