package org.karyon.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Looks a host up once and lets only addresses through that may be connected to, so that a name on
 * the list cannot be pointed at the inside of the network afterwards (DNS rebinding). The
 * connection goes to the very address that was checked.
 */
public final class ReachableAddresses {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final HostLookup lookup;
  private final boolean privateAllowed;

  /**
   * Sets the rule.
   *
   * @param lookup finds the addresses of a host
   * @param privateAllowed whether addresses of private networks are let through, for a server in
   *     the same hospital network; this machine is only reached by its own name, and link-local
   *     addresses (where clouds keep their credentials) never
   */
  public ReachableAddresses(HostLookup lookup, boolean privateAllowed) {
    this.lookup = lookup;
    this.privateAllowed = privateAllowed;
  }

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface HostLookup {

    /**
     * Finds the addresses of a host.
     *
     * @param host a name or an address literal
     * @return at least one address
     * @throws UnknownHostException when there is none
     */
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** A name leads to an address that may not be connected to. */
  public static final class Forbidden extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private Forbidden() {
      super("the name leads to an address that may not be connected to");
    }
  }

  /**
   * Looks a host up.
   *
   * @param host a name or an address literal
   * @return its addresses, all of which may be connected to
   * @throws Forbidden when one of them may not
   * @throws UnknownHostException when there is none
   */
  public InetAddress[] of(String host) throws UnknownHostException {
    InetAddress[] addresses = lookup.addresses(host);
    for (InetAddress address : addresses) {
      if (!mayBeReached(address, host)) {
        throw new Forbidden();
      }
    }
    return addresses;
  }

  private boolean mayBeReached(InetAddress address, String host) {
    if (address.isLoopbackAddress()) {
      return THIS_MACHINE.contains(host);
    }
    if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || isSpecial(address)) {
      return false;
    }
    return privateAllowed || !isPrivate(address);
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean unique = address instanceof Inet6Address && (octets[0] & 0xfe) == 0xfc;
    boolean shared = octets.length == 4 && (octets[0] & 0xff) == 100 && (octets[1] & 0xc0) == 64;
    return address.isSiteLocalAddress() || unique || shared;
  }

  /**
   * Multicast, reserved and "this network", and IPv6 forms that carry an IPv4 address inside, by
   * which every rule above could be walked around.
   */
  private static boolean isSpecial(InetAddress address) {
    byte[] octets = address.getAddress();
    if (octets.length == 4) {
      int first = octets[0] & 0xff;
      return first == 0 || first >= 224;
    }
    boolean compatible = true;
    for (int index = 0; index < 12; index++) {
      compatible &= octets[index] == 0;
    }
    boolean translated = octets[0] == 0 && octets[1] == 0x64 && (octets[2] & 0xff) == 0xff;
    boolean tunnelled = octets[0] == 0x20 && octets[1] == 0x02;
    boolean teredo = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] == 0 && octets[3] == 0;
    return address.isMulticastAddress() || compatible || translated || tunnelled || teredo;
  }
}
