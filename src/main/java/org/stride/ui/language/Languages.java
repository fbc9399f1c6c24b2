package org.stride.ui.language;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.stride.report.Translations;
import org.stride.report.Translator;

/** Gives pages their texts, and each page that opens its language. */
@SpringComponent
public class Languages implements I18NProvider, VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient Map<Language, Translator> texts = new EnumMap<>(Language.class);

    public Languages() {
        for (Language language : Language.values()) {
            texts.put(language, new Translations(language.locale()));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public Locale getDefaultLocale() {
        return Language.ENGLISH.locale();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return texts(Language.of(locale).orElse(Language.ENGLISH)).text(key, parameters);
    }

    private Translator texts(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opening -> {
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) {
                opening.getUI().setLocale(Language.of(request).locale());
            }
        });
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", Language.of(page.getVaadinRequest()).tag()));
        event.getSource().setSystemMessagesProvider(info -> messages(language(info)));
    }

    /** Of the page that asks, if one does. */
    private static Language language(SystemMessagesInfo info) {
        VaadinRequest request = info.getRequest() == null ? VaadinRequest.getCurrent() : info.getRequest();
        return request == null ? Language.ENGLISH : Language.of(request);
    }

    /** What the framework says when something of its own has gone wrong. */
    private SystemMessages messages(Language language) {
        Translator own = texts(language);
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        // Else the page would come anew by itself, and take along what is being read
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(own.text("system.session_expired"));
        messages.setSessionExpiredMessage(own.text("system.session_expired.text"));
        messages.setInternalErrorCaption(own.text("system.internal_error"));
        messages.setInternalErrorMessage(own.text("system.internal_error.text"));
        messages.setSyncErrorCaption(own.text("system.internal_error"));
        messages.setSyncErrorMessage(own.text("system.internal_error.text"));
        messages.setCookiesDisabledCaption(own.text("system.cookies_disabled"));
        messages.setCookiesDisabledMessage(own.text("system.cookies_disabled.text"));
        return messages;
    }
}
