package org.stride.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.stride.ui.ViewTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodeDiffTest extends ViewTest {
    private static CodeDiff shown(String before, String after) {
        CodeDiff diff = new CodeDiff("Before", before, "After", after);
        UI.getCurrent().add(diff);
        return diff;
    }

    @Test
    void bothSourcesReachThePageCharacterByCharacter() {
        String before = "x = \"\ud83d\"\0\r\n\u202e</script>";
        String after = "x = \"\ud83d\ude00\"\u2028";

        String both = shown(before, after).getElement().getProperty("both");

        assertThat(both).matches("\\p{ASCII}*");
        JsonNode read = JsonMapper.shared().readTree(both);
        assertThat(read.get(0).asString()).isEqualTo(before);
        assertThat(read.get(1).asString()).isEqualTo(after);
    }

    @Test
    void everyWordIsTranslated() {
        JsonNode texts = (JsonNode) shown("", "").getElement().getPropertyRaw("texts");

        assertThat(texts.get("unchanged").asString()).contains("{count}");
        assertThat(texts.toString()).doesNotContain("!{");
    }
}
