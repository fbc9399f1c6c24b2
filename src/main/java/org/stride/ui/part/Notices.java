package org.stride.ui.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;

/** What the page says when its server does not answer, or does not know it any more; nothing is to be seen until then. */
@Tag("stride-notices")
@JsModule("./notices/notices.ts")
final class Notices extends Component {
    private static final long serialVersionUID = 1L;

    /** How soon a page finds out that its server is there again. */
    private static final int RECONNECT_MILLISECONDS = 2000;

    Notices() {
        getElement()
                .setPropertyMap(
                        "texts",
                        Map.of(
                                "online", getTranslation("connection.online"),
                                "reconnecting", getTranslation("connection.lost"),
                                "offline", getTranslation("connection.gave_up"),
                                "reload", getTranslation("system.reload")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ReconnectDialogConfiguration dialog = event.getUI().getReconnectDialogConfiguration();
        dialog.setReconnectInterval(RECONNECT_MILLISECONDS);
        dialog.setDialogText(getTranslation("connection.lost"));
        dialog.setDialogTextGaveUp(getTranslation("connection.gave_up"));
    }
}
