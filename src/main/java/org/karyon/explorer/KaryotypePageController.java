package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.karyon.explorer.karyotype.CsvLines;
import org.karyon.explorer.karyotype.KaryotypePages;
import org.karyon.explorer.karyotype.KaryotypeRow;
import org.karyon.explorer.patient.NotShown;
import org.karyon.guideline.Guideline;
import org.karyon.reading.genetics.KaryotypeLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that shows what was understood of a karyotype, of one text or of many. */
@Controller
class KaryotypePageController {

  private static final int LONGEST = 64 * 1024;
  private static final int MOST_ROWS = 200;
  private static final String SHOWN =
      "47,XX,+8,t(9;22)(q34;q11.2)[12]/46,XX[8].nuc ish(ABL1,BCR)x3,(ABL1 con BCRx2)[180/200]";

  /** Texts to begin with. */
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("Philadelphia chromosome", SHOWN),
          new Sample(
              "High hyperdiploidy", "56,XY,+X,+4,+6,+8,+10,+14,+17,+18,+21,+21[15]/46,XY[5]"),
          new Sample(
              "Hypodiploidy and its doubled clone",
              "36,XX,-2,-3,-4,-7,-9,-13,-15,-16,-17,-20[9]/72,slx2[7]/46,XX[4]"),
          new Sample(
              "Complex", "46,XY,del(5)(q13q33),-7,del(9)(p21),add(12)(p13),+mar[14]/46,XY[6]"),
          new Sample(
              "A report in words",
              "CYTOGENETIC REPORT\nKaryotype: 46,XX,t(4;11)(q21;q23)[18]/46,XX[2]\n"
                  + "Interpretation: abnormal female karyotype with a KMT2A rearrangement."));

  private final KaryotypePages pages;

  KaryotypePageController(Guideline guideline) {
    this.pages = new KaryotypePages(guideline, KaryotypeLimits.of(guideline));
  }

  /**
   * A text to begin with.
   *
   * @param name its words
   * @param text the text
   */
  record Sample(String name, String text) {}

  @GetMapping("/karyotype")
  String page(@RequestParam(defaultValue = SHOWN) String text, Model model) {
    return read(text, false, model);
  }

  @PostMapping("/explorer/karyotype")
  String read(
      HttpServletRequest request,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    return read(SentForm.of(request).getOrDefault("text", ""), part, model);
  }

  private String read(String text, boolean part, Model model) {
    if (text.length() >= LONGEST) {
      throw new NotShown("A karyotype is shorter than 64 KB.");
    }
    model.addAttribute("samples", SAMPLES);
    model.addAttribute("text", text);
    model.addAttribute("page", pages.page(text));
    return part ? "karyotype :: reading" : "karyotype";
  }

  /** Rows for some lines of a table; a browser sends a table in parts to show how far it is. */
  @PostMapping("/explorer/karyotypes")
  String rows(
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
      Model model) {
    List<List<String>> records = CsvLines.of(SentForm.of(request).getOrDefault("lines", ""));
    if (records.size() > MOST_ROWS + 1) {
      throw new NotShown(
          "At most %d karyotypes are read at once; a browser with scripts sends more in parts."
              .formatted(MOST_ROWS));
    }
    model.addAttribute("rows", table(records));
    return accept.contains("text/html") && !accept.contains("text/fragment")
        ? "karyotypes"
        : "karyotypes :: rows";
  }

  private List<KaryotypeRow> table(List<List<String>> records) {
    int column = column(records);
    List<KaryotypeRow> rows = new ArrayList<>();
    for (List<String> record : records) {
      boolean heading = isHeading(record);
      if (!heading) {
        int at = Math.min(column < 0 ? record.size() - 1 : column, record.size() - 1);
        rows.add(pages.row(record.size() > 1 && at != 0 ? record.getFirst() : "", record.get(at)));
      }
    }
    return rows;
  }

  private static int column(List<List<String>> records) {
    if (records.isEmpty() || !isHeading(records.getFirst())) {
      return -1;
    }
    List<String> heading =
        records.getFirst().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    int named = heading.indexOf("karyotype");
    return named >= 0 ? named : heading.indexOf("iscn");
  }

  private static boolean isHeading(List<String> record) {
    return record.stream()
        .map(cell -> cell.toLowerCase(Locale.ROOT))
        .anyMatch(cell -> cell.equals("karyotype") || cell.equals("iscn"));
  }
}
