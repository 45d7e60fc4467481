package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.karyon.chart.resource.ResourceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page on records is woven from what the readers declare of themselves. */
class RecordsPageTest {

  private static final Path PAGE = Path.of("docs/records.md");
  private static final Path SOURCES = Path.of("src/main/java/org/karyon/chart/resource");
  private static final Pattern MEANING =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*public record \\w+\\(", Pattern.DOTALL);

  @Test
  void thePageOnRecordsIsCurrent() throws IOException {
    String woven = weave();
    if (Boolean.getBoolean("update.golden")) {
      Files.writeString(PAGE, woven);
    }
    assertThat(PAGE)
        .as("run the tests with -Dupdate.golden=true, read the difference, and commit it")
        .hasContent(woven);
  }

  private static String weave() throws IOException {
    List<String> blocks = new ArrayList<>();
    blocks.add("# What is read from a record");
    blocks.add(
        "Woven from the declarations of `org.karyon.chart.resource`; a test keeps it current. An"
            + " element that is not listed is not looked at.");
    blocks.add(
        String.join(
            "\n",
            "- Nothing in a resource costs the request. What is not of the right kind costs its"
                + " resource, which is named on the card; of the patient, the problem list and the"
                + " drafts only the value is lost.",
            "- A resource that does not say what it is, how far it is or what was found is named."
                + " Silence is no negative answer.",
            "- A problem in words alone is a leukemia only where every word of it is known"
                + " (`terminology/phrases.yaml`). A question mark, \u201cr/o\u201d or"
                + " \u201csuspected\u201d makes it suspected; a denial, another person or the past"
                + " make it none where nothing else stands beside them; anything else is named and"
                + " leaves the diagnosis open.",
            "- Treatment without a readable name or without a status makes the course unknown, and"
                + " so does a drug in words alone that is denied, refused, planned or an allergy.",
            "- Codes count before words; words count where no code is known. Systems are known"
                + " under their national and old addresses and OIDs"
                + " (`src/main/guideline/terminology/systems.yaml`), a code with a wrong check"
                + " digit stands for nothing, and [local codes](local-codes.md) can be added.",
            "- Resources may be contained, come in Bundles under `urn:uuid` addresses, in pages and"
                + " in any order. A result inside a panel or a report is its patient's, unless it"
                + " names another, and has the panel's day, specimen and method where it has none"
                + " of its own. Inside resources of other kinds results are not read, which is"
                + " said."));
    List<ResourceKind<?>> kinds = new ArrayList<>(RecordReader.reads());
    kinds.addAll(
        List.of(ResourceKind.MEDICATION, ResourceKind.REQUEST_GROUP, ResourceKind.CARE_PLAN));
    for (ResourceKind<?> kind : kinds) {
      section(kind.type(), blocks);
    }
    blocks.add("## Values");
    blocks.add(
        "`value[x]` of results and components: CodeableConcept, Quantity, string, integer, boolean"
            + " and Ratio. Range, SampledData, time, dateTime and Period are seen and not used.");
    for (String part : List.of("CodeableConcept", "Coding", "Quantity", "Dosage")) {
      section(part, blocks);
    }
    return String.join("\n\n", blocks) + "\n";
  }

  private static void section(String type, List<String> blocks) throws IOException {
    Matcher meaning = MEANING.matcher(Files.readString(SOURCES.resolve(type + ".java")));
    assertThat(meaning.find()).as(type).isTrue();
    String[] parts = plain(meaning.group(1)).split("@param ", -1);
    blocks.add("## " + type);
    String keys = keys(type);
    blocks.add(parts[0].strip() + (keys.isEmpty() ? "" : " Asked for by " + keys + "."));
    List<String> rows = new ArrayList<>(List.of("| read | what it is |", "| --- | --- |"));
    for (int index = 1; index < parts.length; index++) {
      String[] words = parts[index].strip().split(" ", 2);
      if (!words[0].equals("reference")) {
        rows.add("| `" + words[0] + "` | " + words[1].replace("|", "\\|") + " |");
      }
    }
    blocks.add(String.join("\n", rows));
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("(?m)^\\s*\\*", " ")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String keys(String type) throws IOException {
    JsonNode prefetch =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(Path.of("cds-services.json")))
            .path("services")
            .path(0)
            .path("prefetch");
    return String.join(
        ", ",
        prefetch
            .propertyStream()
            .filter(key -> key.getValue().asString().split("[/?]", 2)[0].equals(type))
            .flatMap(key -> Stream.of("`" + key.getKey() + "`"))
            .toList());
  }
}
