package org.stride.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Whoever calls, as far as an address tells. What a proxy says of whom it calls for counts only where the administrator has told
 * Spring to believe it ({@code server.forward-headers-strategy}); the address is then another already.
 *
 * @param key equal for requests of one caller
 * @param onThisMachine whether the address is a loopback address
 */
record Caller(String key, boolean onThisMachine) {
    /** Half of an address of IPv6: what a provider hands to one customer. */
    private static final int PREFIX = 8;

    static Caller of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static Caller of(String address) {
        if (address.indexOf(':') < 0) {
            return new Caller(address, address.matches("127(\\.[0-9]{1,3}){3}"));
        }
        try {
            // In brackets it is never taken for a name to look up
            InetAddress numeric = InetAddress.getByName("[" + address + "]");
            byte[] bytes = numeric.getAddress();
            return bytes.length == 4
                    ? of(numeric.getHostAddress())
                    : new Caller(HexFormat.of().formatHex(bytes, 0, PREFIX), numeric.isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new Caller(address, false);
        }
    }
}
