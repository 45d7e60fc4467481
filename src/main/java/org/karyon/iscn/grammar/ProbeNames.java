package org.karyon.iscn.grammar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.TabSeparated;

/** Current names of FISH probes: gene symbols replace aliases, CEP replaces satellite loci. */
public final class ProbeNames {

  private static final Map<String, String> CURRENT = read();

  private ProbeNames() {}

  private static Map<String, String> read() {
    Map<String, String> current = new HashMap<>();
    for (String[] row : TabSeparated.rows("probes.tsv", 2)) {
      current.put(row[0], row[1]);
    }
    return Map.copyOf(current);
  }

  /** The current name of a probe, in capitals; a name that is not listed stays as it is. */
  public static String current(String written) {
    String name = written.strip().toUpperCase(Locale.ROOT);
    int bracket = name.indexOf('(');
    String plain = bracket > 0 ? name.substring(0, bracket).strip() : name;
    String gene = CURRENT.getOrDefault(plain, plain);
    return isSatellite(gene) ? "CEP" + gene.substring(1, gene.indexOf('Z')) : gene;
  }

  /** Alpha satellite loci such as D4Z1 or DXZ1 mark the centromere of their chromosome. */
  private static boolean isSatellite(String name) {
    int z = name.indexOf('Z');
    if (z < 2 || z > 6 || name.charAt(0) != 'D' || z + 1 > name.length()) {
      return false;
    }
    for (int i = 1; i < z; i++) {
      char c = name.charAt(i);
      if (!Cursor.isDigit(c) && c != 'X' && c != 'Y' && c != '/') {
        return false;
      }
    }
    return name.indexOf('/', z) < 0;
  }
}
