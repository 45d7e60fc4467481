package org.karyon.reading.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of an attachment is read in the charset that its bytes are written in. */
class AttachedTextTest {

  private static final String TEXT = "≥ 20 % der Zellen, müßig";
  private static final String LATIN = "nicht nachgewiesen, müßig";

  @ParameterizedTest
  @CsvSource({
    "text/plain; charset=UTF-16BE,     UTF-16BE",
    "text/plain;charset=UTF-16LE,      UTF-16LE",
    "text/plain; charset=utf-8,        UTF-8",
    "text/plain; Charset = \"utf-16\", UTF-16",
    "text/plain; format=flowed; charset=UTF-16BE, UTF-16BE"
  })
  void aDeclaredCharsetIsFollowed(String contentType, String charset) {
    byte[] bytes = TEXT.getBytes(Charset.forName(charset));

    assertThat(AttachedText.attached(bytes, contentType)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=no-such-charset",
        "text/plain; charset=+++",
        "text/plain; charset=",
        "text/plain; charset=us-ascii"
      })
  void anUnknownOrWrongCharsetIsTakenAsNotDeclared(String contentType) {
    assertThat(AttachedText.attached(TEXT.getBytes(StandardCharsets.UTF_8), contentType))
        .isEqualTo(TEXT);
    assertThat(AttachedText.attached(LATIN.getBytes(StandardCharsets.ISO_8859_1), contentType))
        .isEqualTo(LATIN);
  }

  @Test
  void bytesThatAreNoTextOfACharsetAreNotDecodedInIt() {
    byte[] latin = LATIN.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(AttachedText.decode(latin, StandardCharsets.UTF_8)).isEmpty();
    assertThat(AttachedText.decode(latin, StandardCharsets.ISO_8859_1)).contains(LATIN);
  }
}
