package org.karyon.terminology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every code that Karyon knows, compiled once for look-up by system and code. */
public final class Terminology {

  private final SystemNames systems;
  private final Collection<CodeSystem> systemList;
  private final Map<String, List<String>> phrases;
  private final Map<PhraseList, List<String>> phraseLists = new EnumMap<>(PhraseList.class);
  private final Map<PhraseList, Pattern> anyOf = new ConcurrentHashMap<>();
  private final Map<PhraseList, Pattern> anyBeginning = new ConcurrentHashMap<>();
  private final Map<String, List<String>> unitsWritten;
  private final UnitNames units;
  private final Map<ConceptGroup, Set<String>> members = new EnumMap<>(ConceptGroup.class);
  private final Map<String, Set<ConceptGroup>> groupsOf = new HashMap<>();
  private final Map<String, List<CodeBinding>> localCodes = new LinkedHashMap<>();
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<String>>> conceptsByCode = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Map<String, Set<String>>>> prefixes =
      new HashMap<>();

  /**
   * Compiles the look-up.
   *
   * @param systems the code systems with their aliases
   * @param concepts the concepts; an id that comes twice keeps the first
   * @param phrases lists of words by their ids
   * @param units how units of UCUM are also written
   * @param groups the ids of the concepts of each group
   */
  public Terminology(
      Collection<CodeSystem> systems,
      Collection<Concept> concepts,
      Map<String, List<String>> phrases,
      Map<String, List<String>> units,
      Map<ConceptGroup, Set<String>> groups) {
    this.members.putAll(groups);
    groups.forEach(
        (group, members) ->
            members.forEach(
                concept ->
                    groupsOf
                        .computeIfAbsent(concept, unused -> EnumSet.noneOf(ConceptGroup.class))
                        .add(group)));
    this.unitsWritten = Map.copyOf(units);
    this.units = new UnitNames(units);
    this.systemList = List.copyOf(systems);
    this.phrases = Map.copyOf(phrases);
    for (PhraseList list : PhraseList.values()) {
      phraseLists.put(list, phrases.getOrDefault(list.id(), List.of()));
    }
    this.systems = new SystemNames(systems);
    for (Concept concept : concepts) {
      this.concepts.putIfAbsent(concept.id(), concept);
      for (CodeBinding binding : concept.codes()) {
        String code = plain(binding.system(), binding.code());
        if (binding.prefix()) {
          prefixes
              .computeIfAbsent(binding.system(), unused -> new TreeMap<>())
              .computeIfAbsent(code.length(), unused -> new HashMap<>())
              .computeIfAbsent(code, unused -> new LinkedHashSet<>())
              .add(concept.id());
        } else {
          conceptsByCode
              .computeIfAbsent(binding.system(), unused -> new HashMap<>())
              .computeIfAbsent(code, unused -> new LinkedHashSet<>())
              .add(concept.id());
        }
      }
    }
  }

  /**
   * The same with codes that a hospital adds.
   *
   * @param added codes by the id of the concept that they stand for
   * @return a terminology that knows both
   */
  public Terminology with(Map<String, List<CodeBinding>> added) {
    List<Concept> extended = new ArrayList<>();
    for (Concept concept : concepts.values()) {
      List<CodeBinding> codes = new ArrayList<>(concept.codes());
      codes.addAll(added.getOrDefault(concept.id(), List.of()));
      extended.add(
          new Concept(
              concept.id(), concept.names(), concept.abbreviations(), codes, concept.number()));
    }
    Terminology terminology = new Terminology(systemList, extended, phrases, unitsWritten, members);
    terminology.localCodes.putAll(added);
    return terminology;
  }

  /**
   * The codes that a hospital added.
   *
   * @return the codes by the id of the concept that they stand for; empty when there are none
   */
  public Map<String, List<CodeBinding>> localCodes() {
    return Collections.unmodifiableMap(localCodes);
  }

  /**
   * The ids of all concepts.
   *
   * @return the names in the guideline folder
   */
  public Set<String> conceptIds() {
    return Collections.unmodifiableSet(concepts.keySet());
  }

  /**
   * The system of that name.
   *
   * @param name a URI, an object identifier or another name in use; versions are ignored
   * @return the system, or empty when it is not known
   */
  public Optional<CodeSystem> system(String name) {
    return systems.system(name);
  }

  /**
   * The concepts that a coding stands for.
   *
   * @param system the coding's system, by any of its names
   * @param code the coding's code, in any of the ways in which the system's codes are written
   * @return the ids of the concepts, empty when the coding is not known
   */
  public Set<String> conceptsOf(String system, String code) {
    Optional<CodeSystem> known = systems.system(system);
    String uri = known.map(CodeSystem::uri).orElse(system);
    String plain = known.map(CodeSystem::form).orElse(CodeForm.AS_WRITTEN).plain(code);
    Set<String> exact = conceptsByCode.getOrDefault(uri, Map.of()).getOrDefault(plain, Set.of());
    NavigableMap<Integer, Map<String, Set<String>>> beginnings = prefixes.get(uri);
    if (beginnings == null) {
      return exact;
    }
    Set<String> found = new LinkedHashSet<>(exact);
    beginnings
        .headMap(plain.length(), true)
        .forEach(
            (length, concepts) ->
                found.addAll(concepts.getOrDefault(plain.substring(0, length), Set.of())));
    return found;
  }

  /**
   * Whether a code can be one of its system at all.
   *
   * @param system the coding's system, by any of its names
   * @param code the coding's code
   * @return false where the code has a check digit that is wrong
   */
  public boolean isPossible(String system, String code) {
    return systems.system(system).map(known -> known.form().isPossible(code)).orElse(true);
  }

  /**
   * The concept of that id.
   *
   * @param id the name in the guideline folder
   * @return the concept, or empty when there is none
   */
  public Optional<Concept> concept(String id) {
    return Optional.ofNullable(concepts.get(id));
  }

  /**
   * The unit that a laboratory's way to write it means.
   *
   * @param written a unit as a record writes it
   * @return the unit of UCUM; empty when no such way is known
   */
  public Optional<String> unit(String written) {
    return units.ucum(written);
  }

  /**
   * The words of a list, by which something is recognised where no code is known.
   *
   * @param list one of the lists that code asks for
   * @return the words
   */
  public List<String> phrases(PhraseList list) {
    return phraseLists.getOrDefault(list, List.of());
  }

  /**
   * Finds the words of a list in a text as it was written, where a place in it matters; elsewhere
   * the words of a text are compared with {@link #phrases}.
   *
   * @param list one of the lists that code asks for
   * @return what finds any of its phrases as whole words, in capitals or not; compiled once
   */
  public Pattern anyOf(PhraseList list) {
    return anyOf.computeIfAbsent(list, asked -> Pattern.compile(oneOf(asked) + "\\b"));
  }

  /**
   * The same for a list of stems.
   *
   * @param list one of the lists that code asks for
   * @return what finds any word that begins with one of them; compiled once
   */
  public Pattern anyBeginning(PhraseList list) {
    return anyBeginning.computeIfAbsent(list, asked -> Pattern.compile(oneOf(asked)));
  }

  /** The longest phrase comes first, so that no part of it is found in its place. */
  private String oneOf(PhraseList list) {
    return phrases(list).stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?iu)\\b(?:", ")"));
  }

  /**
   * The words by which a form of a drug is told.
   *
   * @param form the form, as an order of the guideline folder names it
   * @return the words; none where there is no such list, which the lint refuses
   */
  public List<String> wordsOfForm(String form) {
    return phrases.getOrDefault(form, List.of());
  }

  /**
   * The lists of words.
   *
   * @return their names in the guideline folder
   */
  public Set<String> phraseLists() {
    return Collections.unmodifiableSet(phrases.keySet());
  }

  /**
   * The concepts of a group.
   *
   * @param group one of the groups that code asks for
   * @return the ids of its concepts
   */
  public Set<String> members(ConceptGroup group) {
    return Collections.unmodifiableSet(members.getOrDefault(group, Set.of()));
  }

  /**
   * The groups that some concepts belong to.
   *
   * @param concepts ids of concepts
   * @return every group of which one of them is a member
   */
  public Set<ConceptGroup> groups(Set<String> concepts) {
    Set<ConceptGroup> groups = EnumSet.noneOf(ConceptGroup.class);
    concepts.forEach(concept -> groups.addAll(groupsOf.getOrDefault(concept, Set.of())));
    return groups;
  }

  /**
   * Whether one of some concepts belongs to a group.
   *
   * @param concepts ids of concepts
   * @param group one of the groups that code asks for
   * @return true where one is a member
   */
  public boolean isAny(Set<String> concepts, ConceptGroup group) {
    for (String concept : concepts) {
      if (groupsOf.getOrDefault(concept, Set.of()).contains(group)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The number that an answer is, such as a grade.
   *
   * @param concepts what the answer stands for
   * @param group the kind of answer
   * @return the number of the first concept of the group; empty where none has one
   */
  public Optional<BigDecimal> number(Set<String> concepts, ConceptGroup group) {
    return concepts.stream()
        .filter(concept -> groupsOf.getOrDefault(concept, Set.of()).contains(group))
        .flatMap(concept -> concept(concept).stream())
        .flatMap(concept -> concept.number().stream())
        .findFirst();
  }

  /**
   * Every concept, in the order of the files.
   *
   * @return the concepts
   */
  public Collection<Concept> concepts() {
    return List.copyOf(concepts.values());
  }

  private String plain(String uri, String code) {
    return systems.system(uri).map(CodeSystem::form).orElse(CodeForm.AS_WRITTEN).plain(code);
  }
}
