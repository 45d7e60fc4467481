package org.karyon.reading.resources;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the bytes of a text/plain body into text, by the charset that is declared for them. */
public final class AttachedText {

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:+-]{1,40})");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private AttachedText() {}

  /**
   * The text in one charset.
   *
   * @param bytes the body
   * @param charset the charset that is declared for it
   * @return the text; empty where the bytes are not text in this charset
   */
  public static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /**
   * The text of a body that declares no charset: UTF-8, else Windows-1252, which older laboratory
   * systems send.
   *
   * @param bytes the body
   * @return the text
   */
  public static String undeclared(byte[] bytes) {
    return decode(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, WINDOWS));
  }

  /** The text of an attachment; a charset that is unknown or wrong is taken as not declared. */
  static String attached(byte[] bytes, String contentType) {
    return declared(contentType)
        .flatMap(charset -> decode(bytes, charset))
        .orElseGet(() -> undeclared(bytes));
  }

  private static Optional<Charset> declared(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    try {
      return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
