package org.karyon.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.BuiltIn;
import org.karyon.guideline.page.GuidelineMarkdown;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.LocalCodeFiles;
import org.karyon.terminology.Terminology;

/** A hospital brings its own codes: they add to the guideline's concepts, and change none. */
class LocalCodesTest {

  private static final String LAB = "https://hospital.example/lab";
  private static final Guideline WITHOUT = BuiltIn.GUIDELINE;

  @Test
  void aTableAddsCodesToConcepts() {
    Terminology terminology =
        guideline(
                "lab.csv",
                """
                system,code,display,concept
                https://hospital.example/lab,KARYO,"Karyotype, marrow",karyotype
                urn:oid:1.2.3.4,4711,Vincristin 1 mg,drug-vincristine
                """)
            .terminology();

    assertThat(terminology.conceptsOf(LAB, "KARYO")).containsExactly("karyotype");
    assertThat(terminology.conceptsOf(LAB, "karyo")).containsExactly("karyotype");
    assertThat(terminology.conceptsOf("urn:oid:1.2.3.4", "4711"))
        .containsExactly("drug-vincristine");
    assertThat(WITHOUT.terminology().conceptsOf(LAB, "KARYO")).isEmpty();
  }

  @Test
  void aTableMayComeFromASpreadsheetWithSemicolonsByteOrderMarkAndMoreColumns() {
    Terminology terminology =
        guideline(
                "lab.csv",
                "\ufeffSystem;Code;Display;Concept;Count\r\n"
                    + "https://hospital.example/lab;K1;Karyotyp;karyotype;12\r\n\r\n")
            .terminology();

    assertThat(terminology.conceptsOf(LAB, "K1")).containsExactly("karyotype");
  }

  @Test
  void aConceptMapAddsCodesToConceptsOrByWayOfAStandardCode() {
    Terminology terminology =
        guideline(
                "map.json",
                """
                {"resourceType":"ConceptMap","status":"active","group":[
                  {"source":"https://hospital.example/lab","target":"https://karyon.example/fhir/CodeSystem/concepts",
                   "element":[{"code":"K1","display":"Karyotyp","target":[{"code":"karyotype","equivalence":"equivalent"}]}]},
                  {"source":"https://hospital.example/lab","target":"http://loinc.org",
                   "element":[{"code":"K2","target":[{"code":"62356-1","equivalence":"wider"}]},
                              {"code":"K3","target":[{"code":"62356-1","equivalence":"unmatched"}]}]}]}
                """)
            .terminology();

    assertThat(terminology.conceptsOf(LAB, "K1")).containsExactly("karyotype");
    assertThat(terminology.conceptsOf(LAB, "K2")).contains("karyotype");
    assertThat(terminology.conceptsOf(LAB, "K3")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h.example,A,x,karyotipe | lab.csv:2: There is no concept 'karyotipe'. Did you mean"
            + " 'karyotype'?",
        "https://h.example,,x,karyotype | lab.csv:2: The code is missing here.",
        "lab,A,x,karyotype | lab.csv:2: 'lab' is no code system",
        "http://loinc.org,62356-7,x,karyotype | lab.csv:2: '62356-7' is no code of"
            + " 'http://loinc.org': its check digit is wrong.",
        "http://snomed.info/sct,91857004,x,all | its check digit is wrong",
        "http://snomed.info/sct,91857003,x,t-all | stands for all in the guideline already",
        "https://h.example,A,x | lab.csv:2: This row has not as many columns as the first line."
      })
  void whatCannotBeAddedIsRefusedWithFileLineAndWords(String row, String message) {
    assertThatThrownBy(() -> guideline("lab.csv", "system,code,display,concept\n" + row + "\n"))
        .isInstanceOf(InconsistentGuideline.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    Map<String, String> files = new TreeMap<>();
    files.put("a.csv", "system,code,concept\n");
    files.put("b.json", "{\"resourceType\":\"Patient\"}");
    files.put("c.txt", "karyotype");
    files.put(
        "d.csv",
        "system,code,display,concept\n"
            + "https://h.example,A,x,karyotype\n"
            + "https://h.example,A,y,karyotype\n");
    files.put(
        "e.json",
        """
        {"resourceType":"ConceptMap","group":[{"source":"https://h.example","target":"http://loinc.org",
          "element":[
            {"code":"B","target":[{"code":"62356-1","equivalence":"narrower"}]},
            {"code":"C","target":[{"code":"1234-4","equivalence":"equivalent"}]}]}]}
        """);

    assertThatThrownBy(
            () ->
                GuidelineReader.read(
                    GuidelineFolder.builtIn(), new LocalCodeFiles(new TreeMap<>(files))))
        .hasMessageContaining(
            "a.csv:1: The first line must name the columns system,code,display,concept; missing:"
                + " display.")
        .hasMessageContaining("b.json:1: A file that ends in .json must be a FHIR ConceptMap.")
        .hasMessageContaining("c.txt:1: This is neither a table")
        .hasMessageContaining("d.csv:3: 'https://h.example|A' was added to 'karyotype' before")
        .hasMessageContaining("e.json:3: 'B' is 'narrower' to its target")
        .hasMessageContaining(
            "e.json:4: The target 'http://loinc.org|1234-4' stands for no concept");
  }

  @Test
  void localCodesCountInTheVersionAndStandOnThePage() {
    Guideline one =
        guideline("lab.csv", "system,code,display,concept\n" + LAB + ",A,x,karyotype\n");
    Guideline two =
        guideline("lab.csv", "system,code,display,concept\n" + LAB + ",B,x,karyotype\n");

    assertThat(one.version()).isNotEqualTo(WITHOUT.version()).isNotEqualTo(two.version());
    assertThat(GuidelineMarkdown.weave(one))
        .contains("## Codes that this hospital added")
        .contains("| `karyotype` | `" + LAB + "` | `A` | x | local codes, lab.csv:2 |");
    assertThat(GuidelineMarkdown.weave(WITHOUT)).doesNotContain("this hospital added");
  }

  @Test
  void aFolderOfFilesIsReadWithoutWhatIsHidden(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("lab.csv"), "system,code,display,concept\n" + LAB + ",A,x,karyotype\n");
    Files.writeString(folder.resolve(".hidden"), "anything");
    Files.writeString(folder.resolve("README.md"), "what this is");
    Files.createDirectory(folder.resolve("..data"));

    assertThat(LocalCodeFiles.at(folder).texts()).containsOnlyKeys("lab.csv");
  }

  private static Guideline guideline(String file, String text) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(file, text);
    return GuidelineReader.read(GuidelineFolder.builtIn(), new LocalCodeFiles(files));
  }
}
