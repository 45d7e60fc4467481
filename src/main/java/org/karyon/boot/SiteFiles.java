package org.karyon.boot;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.guideline.yaml.LocalCodeFiles;
import org.karyon.guideline.yaml.Problem;
import org.karyon.guideline.yaml.SitePolicyFile;
import org.karyon.security.RefusedConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guideline together with a hospital's own codes and its policy. */
final class SiteFiles {

  private static final Logger LOG = LoggerFactory.getLogger(SiteFiles.class);
  private static final String CODES =
      "Correct the files; docs/local-codes.md shows both forms and the page /guideline names the"
          + " concepts.";
  private static final String POLICY =
      "Correct the file; docs/policy.md shows what can stand in it.";

  private SiteFiles() {}

  /**
   * Reads the guideline with the files that the settings name.
   *
   * @param properties the settings
   * @return the guideline
   * @throws RefusedConfiguration when a file cannot be read or used
   */
  static Guideline guideline(KaryonProperties properties) {
    LocalCodeFiles codes = codes(properties.codes());
    SitePolicyFile policy = policy(properties.policy());
    try {
      return GuidelineReader.read(GuidelineFolder.builtIn(), codes, policy);
    } catch (InconsistentGuideline inconsistent) {
      throw refused(inconsistent.problems(), policy, codes);
    }
  }

  private static LocalCodeFiles codes(String folder) {
    try {
      return folder.isEmpty() ? LocalCodeFiles.none() : LocalCodeFiles.at(Path.of(folder));
    } catch (UncheckedIOException unreadable) {
      throw new RefusedConfiguration(
          "The folder of 'karyon.codes' cannot be read: " + folder, "Name a folder that exists.");
    }
  }

  private static SitePolicyFile policy(String file) {
    try {
      return file.isEmpty() ? SitePolicyFile.none() : SitePolicyFile.at(Path.of(file));
    } catch (UncheckedIOException unreadable) {
      throw new RefusedConfiguration(
          "The file of 'karyon.policy' cannot be read: " + file, "Name a file that exists.");
    }
  }

  private static RefusedConfiguration refused(
      List<Problem> problems, SitePolicyFile policy, LocalCodeFiles codes) {
    List<Problem> ofPolicy =
        problems.stream()
            .filter(problem -> policy.text().isPresent() && problem.file().equals(policy.name()))
            .toList();
    return ofPolicy.isEmpty()
        ? new RefusedConfiguration(
            text(
                codes.texts().isEmpty()
                    ? "The guideline cannot be used:\n"
                    : "The codes of 'karyon.codes' cannot be used:\n",
                problems),
            CODES)
        : new RefusedConfiguration(
            text("The policy of 'karyon.policy' cannot be used:\n", ofPolicy), POLICY);
  }

  private static String text(String head, List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n", head, ""));
  }

  /** A policy that nobody has looked at again in time holds on, and says so at every start. */
  static void remindOfReviews(Guideline guideline, LocalDate today) {
    guideline.policy().entries().stream()
        .filter(entry -> entry.review().isBefore(today))
        .forEach(
            entry ->
                LOG.warn(
                    "The entry on '{}' of the site's policy was to be reviewed on {} by {}.",
                    entry.subject().id(),
                    entry.review(),
                    entry.owner()));
  }
}
