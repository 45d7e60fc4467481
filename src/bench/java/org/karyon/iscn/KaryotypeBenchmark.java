package org.karyon.iscn;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;

/**
 * Measures the reader over a folder of tab-separated karyotype files and prints the figures.
 *
 * <p>Usage: {@code KaryotypeBenchmark FOLDER [details]}. Known columns are {@code karyotype},
 * {@code text} or {@code ish_text}; a file with the laboratory columns of TARGET or with the labels
 * of a labelled set is compared with them. With {@code details} every difference is printed.
 */
public final class KaryotypeBenchmark {

  private static final PrintStream OUT = System.out;

  private final boolean details;

  private KaryotypeBenchmark(boolean details) {
    this.details = details;
  }

  /** Prints the figures for the folder named by the first argument. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      OUT.println("usage: KaryotypeBenchmark FOLDER [details]");
      return;
    }
    KaryotypeBenchmark benchmark =
        new KaryotypeBenchmark(arguments.length > 1 && arguments[1].equals("details"));
    List<String> texts = new ArrayList<>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".tsv")) {
          benchmark.measure(file, texts);
        }
      }
    }
    benchmark.speed(texts);
    benchmark.robustness(texts);
  }

  private record Row(Map<String, String> cells) {
    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    String text() {
      for (String column : List.of("karyotype", "text", "ish_text")) {
        if (cells.containsKey(column)) {
          return get(column);
        }
      }
      return "";
    }
  }

  private void measure(Path file, List<String> texts) throws IOException {
    List<Row> rows = rows(file);
    rows.forEach(row -> texts.add(row.text()));
    OUT.println();
    OUT.println("== " + file.getFileName() + ": " + rows.size() + " rows");
    structure(rows);
    if (!rows.isEmpty() && rows.getFirst().cells().containsKey("BCR ABL1 Status")) {
      new TargetComparison(details).compare(rows.stream().map(Row::cells).toList());
    }
    if (!rows.isEmpty() && rows.getFirst().cells().containsKey("n_abn_iscn2024")) {
      new LabelComparison(details).compare(rows.stream().map(Row::cells).toList());
    }
  }

  private static List<Row> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    String[] header = lines.getFirst().split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length && i < cells.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  private void structure(List<Row> rows) {
    int exceptions = 0;
    int uncovered = 0;
    int silent = 0;
    int withoutUnknown = 0;
    int interpretable = 0;
    int clones = 0;
    int structured = 0;
    int agree = 0;
    int checked = 0;
    for (Row row : rows) {
      try {
        KaryotypeReport report = GuidelineKaryotypes.read(row.text());
        uncovered += covers(report) ? 0 : 1;
        boolean unknown = !report.unknown().isEmpty();
        silent += unknown && report.warnings().isEmpty() ? 1 : 0;
        withoutUnknown += unknown ? 0 : 1;
        interpretable += report.interpretable() ? 1 : 0;
        if (details && unknown) {
          OUT.println("   unknown " + report.unknown() + " in " + row.text());
        }
        if (details && !report.interpretable()) {
          OUT.println("   " + report.notInterpretableReason().orElse("") + ": " + row.text());
        }
        int outside = outside(report);
        clones += report.clones().size() + outside;
        for (CloneReport clone : report.clones()) {
          structured += isStructured(clone, report) ? 1 : 0;
          checked += clone.arithmetic() == CloneReport.Arithmetic.NOT_CHECKED ? 0 : 1;
          agree += clone.arithmetic() == CloneReport.Arithmetic.AGREES ? 1 : 0;
          if (details && clone.arithmetic() == CloneReport.Arithmetic.DIFFERS) {
            OUT.println("   arithmetic " + clone.text());
          }
        }
      } catch (RuntimeException e) {
        exceptions++;
        OUT.println("   exception " + e + " in " + row.text());
      }
    }
    OUT.println(
        "exceptions "
            + exceptions
            + ", rows with lost characters "
            + uncovered
            + ", unknown without a warning "
            + silent);
    OUT.println(
        "rows without an unknown token "
            + share(withoutUnknown, rows.size())
            + ", interpretable "
            + share(interpretable, rows.size()));
    OUT.println(
        "clones structured "
            + share(structured, clones)
            + ", arithmetic agrees "
            + share(agree, checked));
  }

  static String share(int part, int whole) {
    double percent = whole == 0 ? 0 : 100.0 * part / whole;
    return String.format(Locale.ROOT, "%d/%d (%.1f %%)", part, whole, percent);
  }

  private static boolean isStructured(CloneReport clone, KaryotypeReport report) {
    return report.tokens().stream()
        .noneMatch(
            token ->
                isUnread(token) && token.start() >= clone.start() && token.start() < clone.end());
  }

  private static boolean isUnread(Token token) {
    return token.kind() == TokenKind.UNKNOWN || token.kind() == TokenKind.PROSE;
  }

  /** Unread pieces between clones, each of which may have been one. */
  private static int outside(KaryotypeReport report) {
    int outside = 0;
    for (Token token : report.tokens()) {
      boolean inside = false;
      for (CloneReport clone : report.clones()) {
        inside |= token.start() >= clone.start() && token.start() < clone.end();
      }
      outside += token.kind() == TokenKind.UNKNOWN && !inside ? 1 : 0;
    }
    return outside;
  }

  static boolean covers(KaryotypeReport report) {
    int place = 0;
    for (Token token : report.tokens()) {
      if (token.start() < place || !isBlank(report.text().substring(place, token.start()))) {
        return false;
      }
      place = token.end();
    }
    return isBlank(report.text().substring(place));
  }

  private static boolean isBlank(String text) {
    return text.chars()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /** By the processor time of the one thread, which other work on the machine does not change. */
  private void speed(List<String> texts) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    OUT.println();
    long tokens = 0;
    double best = 0;
    long warm = clock.getCurrentThreadCpuTime() + 8_000_000_000L;
    while (clock.getCurrentThreadCpuTime() < warm) {
      long start = clock.getCurrentThreadCpuTime();
      for (String text : texts) {
        tokens += GuidelineKaryotypes.read(text).tokens().size();
      }
      best = Math.max(best, texts.size() / ((clock.getCurrentThreadCpuTime() - start) / 1e9));
    }
    OUT.printf(
        Locale.ROOT,
        "speed: %.0f texts a second of processor time, warm (%d tokens read)%n",
        best,
        tokens);
    for (String filler :
        List.of(
            "+8,",
            "x(",
            "/46,XX",
            "46,XX,t(",
            "[",
            ".ish ",
            "nuc ish (",
            "?",
            "a",
            "der(",
            "]46,XX,",
            ";;",
            "  /",
            "&lt",
            "con ",
            "(A con B)")) {
      garbage(filler);
    }
  }

  private static void garbage(String filler) {
    String half = filler.repeat(32 * 1024 / filler.length());
    String full = filler.repeat(64 * 1024 / filler.length());
    String mega = filler.repeat(1024 * 1024 / filler.length());
    OUT.printf(
        Locale.ROOT,
        "garbage %-10s 32 KB %.1f ms, 64 KB %.1f ms, 1 MB %.2f ms%n",
        filler,
        millis(half),
        millis(full),
        millis(mega));
  }

  private static double millis(String text) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      GuidelineKaryotypes.read(text);
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }

  /** Random mutations of the texts: no exception, every character kept. */
  private void robustness(List<String> texts) {
    Random random = new Random(20260101);
    String alphabet = "0123456789+-,;/()[]?~xXYpqtderlinscadm. :>'@%\u2212\u00D7&<";
    int failures = 0;
    int mutants = 0;
    for (int i = 0; i < 100_000 && !texts.isEmpty(); i++) {
      StringBuilder mutant = new StringBuilder(texts.get(random.nextInt(texts.size())));
      for (int change = 0; change <= random.nextInt(4) && !mutant.isEmpty(); change++) {
        int place = random.nextInt(mutant.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(3)) {
          case 0 -> mutant.deleteCharAt(place);
          case 1 -> mutant.insert(place, c);
          default -> mutant.setCharAt(place, c);
        }
      }
      mutants++;
      try {
        if (!covers(GuidelineKaryotypes.read(mutant.toString()))) {
          failures++;
          OUT.println("   not covered: " + mutant);
        }
      } catch (RuntimeException e) {
        failures++;
        OUT.println("   " + e + " at " + e.getStackTrace()[0] + ": " + mutant);
      }
      if (failures > 20) {
        break;
      }
    }
    OUT.println("mutants " + mutants + ", failures " + failures);
  }
}
