package org.karyon.guideline.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder that knows by a fingerprint what was read from it. */
final class FingerprintedFolder implements GuidelineFolder {

  private static final int BYTES = 6;

  private final GuidelineFolder folder;
  private final Map<String, String> read = new TreeMap<>();

  FingerprintedFolder(GuidelineFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<String> text(String path) {
    Optional<String> text = folder.text(path);
    text.ifPresent(content -> read.put(path, content));
    return text;
  }

  /** Changes with every character of every file that was read so far: 12 hexadecimal digits. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      read.forEach(
          (path, text) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
