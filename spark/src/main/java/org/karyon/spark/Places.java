package org.karyon.spark;

import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of an export by number, in the order of their names, so that the lines of a patient
 * come in the same order wherever they were read.
 */
final class Places implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String root;
  private final String[] names;

  /**
   * Numbers the files.
   *
   * @param root the path of the export's folder, which all addresses have
   * @param files the addresses of its files, in any of the forms that Spark writes
   */
  Places(String root, String[] files) {
    this.root = root;
    this.names = Arrays.stream(files).map(this::name).sorted().toArray(String[]::new);
  }

  /**
   * The name of a file as people know it: its path within the folder.
   *
   * @param address the address, in any of the forms that Spark writes
   */
  String name(String address) {
    String plain = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    return plain.substring(plain.indexOf(root) + root.length()).replaceFirst("^/+", "");
  }

  /** The number of each name. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int file = 0; file < names.length; file++) {
      numbers.put(names[file], file);
    }
    return numbers;
  }

  String name(int file) {
    return names[file];
  }

  /**
   * A line as people find it. A file that is large enough to be read in several blocks at once has
   * its lines counted from the beginning of the block.
   *
   * @param file the file
   * @param block where the block begins, in bytes; 0 for a whole file
   * @param line the line in it, from 1
   */
  String place(int file, long block, long line) {
    return names[file] + (block == 0 ? "" : "@" + block) + ':' + line;
  }
}
