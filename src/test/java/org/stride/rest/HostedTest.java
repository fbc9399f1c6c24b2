package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.problem;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** On a server that many use. */
@TestPropertySource(properties = {"stride.mode=hosted", "stride.api.checks=2", "stride.slots=1"})
class HostedTest extends ApiTest {
    private String get(String headers) {
        return client.raw("GET /api/v1/exercises HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @Test
    void anyNameMayLeadHere() {
        assertThat(get("Host: stride.example\r\n")).startsWith("HTTP/1.1 200");
        assertThat(get("Host: stride.example\r\nOrigin: https://stride.example\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void pagesOfOtherSitesMayStillNotCall() {
        assertThat(get("Host: stride.example\r\nOrigin: https://elsewhere.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(get("Host: stride.example\r\nSec-Fetch-Site: cross-site\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(get("Host: stride.example\r\nSec-Fetch-Site: same-site\r\nOrigin: https://other.stride.example\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void codeRunsIfEveryLayerHolds() {
        assertThat(Client.json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }

    @Test
    void theAdministratorChoosesHowOften() {
        client.check("zero_pad", "x");
        client.check("zero_pad", "x");

        assertThat(problem(client.check("zero_pad", "x"), 429, "too-many-requests"))
                .contains("2");
    }
}
