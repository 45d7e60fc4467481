package org.karyon.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReleaseTest {

  private static final Pattern VERSION =
      Pattern.compile("<artifactId>karyon</artifactId>\\s*<version>([^<]+)</version>");

  private static final Pattern SHARED = Pattern.compile("<([a-z-]+\\.version)>[^<]+</\\1>");

  @Test
  void aReleaseIsNamedByItsVersionAndItsCommit() throws IOException {
    assertThat(
            Release.of(
                properties("build.version=0.2.0"),
                properties("git.commit.id.abbrev=1a2b3c4\ngit.dirty=false")))
        .hasToString("0.2.0 (1a2b3c4)");
  }

  @Test
  void whatWasChangedAfterItsCommitIsSaidToBe() throws IOException {
    assertThat(
            Release.of(
                properties("build.version=0.2.0"),
                properties("git.commit.id.abbrev=1a2b3c4\ngit.dirty=true")))
        .hasToString("0.2.0 (1a2b3c4-dirty)");
  }

  @Test
  void withoutARepositoryTheVersionStandsAlone() throws IOException {
    assertThat(Release.of(properties("build.version=0.2.0"), new Properties()))
        .hasToString("0.2.0");
    assertThat(Release.of(new Properties(), new Properties())).hasToString("not built");
  }

  @Test
  void everyFileThatNamesAVersionNamesTheSame() throws IOException {
    String version = version(Path.of("pom.xml"));
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(
            JsonMapper.shared()
                .readTree(Files.readAllBytes(Path.of("src/main/resources/openapi.json")))
                .at("/info/version")
                .asString())
        .isEqualTo(version);
    assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("\n## " + version);
  }

  @Test
  void theClustersJarIsMadeOfTheSameVersions() throws IOException {
    String service = Files.readString(Path.of("pom.xml"));
    String cluster = Files.readString(Path.of("spark/pom.xml"));
    assertThat(cluster)
        .contains(
            "<artifactId>karyon-spark</artifactId>\n  <version>" + version(Path.of("pom.xml")));
    Matcher shared = SHARED.matcher(cluster);
    int compared = 0;
    while (shared.find()) {
      if (service.contains("<" + shared.group(1) + ">")) {
        assertThat(service).contains(shared.group());
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(6);
    assertThat(Files.readString(Path.of("elsewhere/pom.xml")))
        .contains(
            "<artifactId>karyon-elsewhere</artifactId>\n  <version>" + version(Path.of("pom.xml")));
    String jackson = JsonMapper.shared().version().toString();
    assertThat(cluster).contains("<jackson.version>" + jackson + "</jackson.version>");
  }

  private static String version(Path pom) throws IOException {
    Matcher found = VERSION.matcher(Files.readString(pom));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Properties properties(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }
}
