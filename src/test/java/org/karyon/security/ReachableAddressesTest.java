package org.karyon.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name on the list must not lead into the inside of the network (DNS rebinding). */
class ReachableAddressesTest {

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(literal, impossible);
    }
  }

  private static ReachableAddresses leadingTo(boolean privateAllowed, String... literals) {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int index = 0; index < literals.length; index++) {
      addresses[index] = address(literals[index]);
    }
    return new ReachableAddresses(host -> addresses, privateAllowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0.0.0.0",
        "::",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::"
      })
  void aPublicNameThatLeadsInsideIsNotReached(String inside) {
    assertThatThrownBy(() -> leadingTo(false, inside).of("ehr.example.org"))
        .isInstanceOf(ReachableAddresses.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "0.0.0.0",
        "169.254.169.254",
        "fe80::1",
        "224.0.0.1",
        "240.0.0.1"
      })
  void noSettingLetsANameLeadToThisMachineOrToALink(String inside) {
    assertThatThrownBy(() -> leadingTo(true, inside).of("ehr.example.org"))
        .isInstanceOf(ReachableAddresses.Forbidden.class);
  }

  @Test
  void oneForbiddenAddressAmongOthersIsEnough() {
    assertThatThrownBy(() -> leadingTo(false, "203.0.113.5", "10.0.0.1").of("ehr.example.org"))
        .isInstanceOf(ReachableAddresses.Forbidden.class);
  }

  @ParameterizedTest
  @CsvSource({
    "false, ehr.example.org, 203.0.113.5",
    "false, ehr.example.org, 2606:4700::1111",
    "false, localhost, 127.0.0.1",
    "false, 127.0.0.1, 127.0.0.1",
    "true, ehr.example.org, 10.0.0.1",
    "true, ehr.example.org, fd12:3456::1"
  })
  void aServerWhereItIsExpectedIsReached(boolean privateAllowed, String host, String literal)
      throws UnknownHostException {
    assertThat(leadingTo(privateAllowed, literal).of(host)).containsExactly(address(literal));
  }

  @Test
  void aNameIsLookedUpOnceSoThatTheCheckedAddressIsTheOneConnectedTo() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    ReachableAddresses addresses =
        new ReachableAddresses(
            host ->
                new InetAddress[] {
                  address(lookups.getAndIncrement() == 0 ? "203.0.113.5" : "127.0.0.1")
                },
            false);

    assertThat(addresses.of("ehr.example.org")).containsExactly(address("203.0.113.5"));
    assertThat(lookups).hasValue(1);
  }
}
