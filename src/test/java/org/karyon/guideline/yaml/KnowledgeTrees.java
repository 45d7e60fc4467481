package org.karyon.guideline.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;

/** The guideline folder as trees that are parsed once, and every small change of them. */
public final class KnowledgeTrees {

  private final Map<String, YamlValue> files = new LinkedHashMap<>();

  private KnowledgeTrees() {}

  /** Parses the folder once. */
  public static KnowledgeTrees of(GuidelineFolder folder) {
    KnowledgeTrees trees = new KnowledgeTrees();
    GuidelineReader.read(
        (path, problems) -> {
          YamlValue file = YamlFile.read(folder, path, problems);
          trees.files.put(path, file);
          return file;
        });
    return trees;
  }

  /**
   * The changes that an earlier folder had already, each as its {@link KnowledgeMutant#name()};
   * that folder may lack what is asked for today.
   */
  public static Set<String> changesOf(GuidelineFolder earlier) {
    KnowledgeTrees trees = new KnowledgeTrees();
    try {
      GuidelineReader.read(
          (path, problems) -> {
            YamlValue file = YamlFile.read(earlier, path, problems);
            trees.files.put(path, file);
            return file;
          });
    } catch (InconsistentGuideline lacking) {
      // Only its changes are asked for, and those stand in the files.
    }
    return trees.mutants().stream().map(KnowledgeMutant::name).collect(Collectors.toSet());
  }

  /** The guideline as it stands. */
  public Guideline guideline() {
    return GuidelineReader.read((path, problems) -> file(path));
  }

  /** The guideline with one change, or empty when the loader refuses it. */
  public Optional<Guideline> load(KnowledgeMutant mutant) {
    try {
      return Optional.of(
          GuidelineReader.read(
              (path, problems) -> path.equals(mutant.file()) ? mutant.tree() : file(path)));
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }

  /** Every change, in the order of the files. */
  public List<KnowledgeMutant> mutants() {
    return files.values().stream().flatMap(tree -> new KnowledgeChanges(tree).all()).toList();
  }

  private YamlValue file(String path) {
    YamlValue file = files.get(path);
    return file == null ? new YamlValue.Mapping(path, 1, Map.of()) : file;
  }
}
