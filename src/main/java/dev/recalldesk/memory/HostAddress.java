package dev.recalldesk.memory;

import java.net.InetAddress;
import java.net.URI;

/** Where a memory on the wire may be, so that credentials can be sent there. Pure functions. */
public final class HostAddress {
    private HostAddress() {}

    /** Whether it says a host, with a scheme and perhaps a port, and nothing else. */
    public static boolean isBare(URI address) {
        return address.getScheme() != null
                && address.getHost() != null
                && address.getRawPath().matches("/?")
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }

    /** Whether nobody reads along on the way to a bare address: over https, or within this computer. */
    public static boolean isSafe(URI address) {
        return address.getScheme().equalsIgnoreCase("https")
                || (address.getScheme().equalsIgnoreCase("http") && isThisComputer(address.getHost()));
    }

    /** Only written addresses count: a name server can call any machine this computer. */
    private static boolean isThisComputer(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
