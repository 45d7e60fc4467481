package org.karyon.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card's uuid tells when and from which rules it was written, and nothing else. */
class CardNumberTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x5a5a5a5a})
  void timeAndOriginCanBeReadAgain(int code) {
    CardNumber number = new CardNumber(Instant.parse("2026-11-23T12:34:56.789Z"), code);
    UUID uuid = number.issue(new Random(1));

    assertThat(uuid.version()).isEqualTo(8);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(CardNumber.read(uuid)).contains(number);
  }

  @Test
  void numbersOfTheSameMomentAndOriginDiffer() {
    CardNumber number = new CardNumber(Instant.EPOCH, 7);
    Random random = new Random(1);
    Set<UUID> issued = new HashSet<>();
    for (int card = 0; card < 10_000; card++) {
      issued.add(number.issue(random));
    }
    assertThat(issued).hasSize(10_000);
  }

  @Test
  void aUuidOfSomebodyElseIsNoNumber() {
    assertThat(CardNumber.read(UUID.randomUUID())).isEqualTo(Optional.empty());
    assertThat(CardNumber.read(new UUID(0, 0))).isEmpty();
  }

  @Test
  void originsThatDifferInAnythingHaveAnotherCode() {
    Set<Integer> codes = new HashSet<>();
    for (String version : List.of("a", "b")) {
      for (String kind : List.of("risk", "treatment")) {
        for (List<String> rules :
            List.<List<String>>of(List.of(), List.of("r"), List.of("r", "s"), List.of("s", "r"))) {
          codes.add(new CardOrigin(version, "order-sign", kind, rules).code());
        }
      }
    }
    assertThat(codes).hasSize(16);
  }
}
