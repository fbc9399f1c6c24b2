package org.stride.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server holds for each open page beside the page. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stride.data=target/test-data-${stride.fork:1}")
class PushPartsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext context;

    @Test
    void thePushConnectionIsNotCompressedEvenForABrowserThatWouldLikeIt() throws IOException {
        List<String> answer = upgrade("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");

        assertThat(answer.getFirst()).startsWith("HTTP/1.1 101");
        assertThat(answer).noneMatch(line -> line.startsWith("Sec-WebSocket-Extensions"));
    }

    @Test
    void itsBuffersAreSmall() {
        assertThat(context.getAttribute(ServerContainer.class.getName()))
                .isInstanceOfSatisfying(ServerContainer.class, tomcat -> {
                    assertThat(tomcat.getDefaultMaxTextMessageBufferSize()).isEqualTo(1024);
                    assertThat(tomcat.getDefaultMaxBinaryMessageBufferSize()).isEqualTo(1024);
                });
        assertThat(context.getAttribute(JSR356WebsocketInitializer.getAttributeName("springServlet")))
                .isInstanceOfSatisfying(
                        AtmosphereFramework.class,
                        framework -> assertThat(framework
                                        .getAtmosphereConfig()
                                        .getInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE))
                                .isEqualTo("1024"));
    }

    /** The answer's head to a page that wants to be told what is new. */
    private List<String> upgrade(String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    "GET /VAADIN/push?v-r=push&v-uiId=0 HTTP/1.1",
                                    "Host: 127.0.0.1",
                                    "Connection: Upgrade",
                                    "Upgrade: websocket",
                                    "Sec-WebSocket-Version: 13",
                                    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                                    header,
                                    "",
                                    "")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            List<String> head = new ArrayList<>();
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.add(line);
            }
            return head;
        }
    }
}
