package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "127.0.0.1, true",
        "127.1.2.3, true",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "::ffff:127.0.0.1, true",
        "192.0.2.7, false",
        "10.0.0.1, false",
        "0.0.0.0, false",
        "128.0.0.1, false",
        "::ffff:192.0.2.7, false",
        "2001:db8::1, false",
        "127.0.0.1.nip.example, false",
        "localhost, false",
        "unknown, false",
        "::1%nowhere, false"
    })
    void onlyLoopbackAddressesAreThisMachine(String address, boolean here) {
        assertThat(Caller.of(address).onThisMachine()).isEqualTo(here);
    }

    @Test
    void anAddressOfIpv4IsTheSameCallerInsideOfIpv6() {
        assertThat(Caller.of("::ffff:192.0.2.7")).isEqualTo(Caller.of("192.0.2.7"));
    }
}
