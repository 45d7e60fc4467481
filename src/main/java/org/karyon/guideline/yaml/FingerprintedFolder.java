package org.karyon.guideline.yaml;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder that knows by a fingerprint what was read from it. */
final class FingerprintedFolder implements GuidelineFolder {

  private static final int DIGITS = 12;

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

  /** Files of another folder that count too. */
  void include(String folder, Map<String, String> files) {
    files.forEach((name, content) -> read.put(folder + '/' + name, content));
  }

  /** Changes with every character of every file that was read so far: 12 hexadecimal digits. */
  String fingerprint() {
    Hasher hasher = Hashing.sha256().newHasher();
    read.forEach(
        (path, text) ->
            hasher
                .putString(path, StandardCharsets.UTF_8)
                .putByte((byte) 0)
                .putString(text, StandardCharsets.UTF_8)
                .putByte((byte) 0));
    return hasher.hash().toString().substring(0, DIGITS);
  }
}
