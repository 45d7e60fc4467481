package org.karyon.chart.resource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.karyon.facts.RecordedDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One element of a resource as it arrived. Every question has an answer, whatever the JSON holds.
 *
 * <p>Lenient about shape: an object where a list belongs is its only entry, a list where one entry
 * belongs stands for its first, a number where a text belongs is the text of its digits, null and
 * empty texts are nothing. Strict about values: a code that FHIR does not know, a text that is no
 * number or no date is no value, and is noted as a flaw of the resource.
 */
public final class Element {

  private static final int LONGEST_NUMBER = 64;

  /** How the constants are written as codes. */
  private static final Map<Code, String> CODES = new ConcurrentHashMap<>();

  private static final int LARGEST_SCALE = 128;

  /** Units and codes are never longer. */
  private static final int MOST_SHORT = 1_000;

  private final JsonNode node;
  private final Whole resource;

  private Element(JsonNode node, Whole resource) {
    this.node = node;
    this.resource = resource;
  }

  /** What the elements of one resource share. */
  private static final class Whole {

    private final String name;
    private final List<JsonNode> contained;
    private final Flaws flaws;
    private final boolean inside;

    Whole(String name, List<JsonNode> contained, Flaws flaws, boolean inside) {
      this.name = name;
      this.contained = contained;
      this.flaws = flaws;
      this.inside = inside;
    }
  }

  /** What was not valid in a resource and in those inside it. */
  private static final class Flaws {

    private boolean any;
    private boolean tooLong;
    private int written;

    /** Whether a text fits in with those that were read of the resource before. */
    boolean hasRoomFor(int length) {
      if (length <= MOST_SHORT) {
        return true;
      }
      written = (int) Math.min((long) written + length, Integer.MAX_VALUE);
      tooLong |= written > RecordText.LONGEST;
      return written <= RecordText.LONGEST;
    }
  }

  /** A value of a code that FHIR binds to a fixed set; by default an enum's name in FHIR's form. */
  interface Code {

    /** The name of the constant. */
    String name();

    /** The code as FHIR writes it, for example {@code entered-in-error}. */
    default String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The root of a resource.
   *
   * @param resource the JSON
   * @param name its reference, for example {@code Observation/7}
   * @return the element
   */
  static Element root(JsonNode resource, String name) {
    return new Element(
        resource, new Whole(name, entries(resource.path("contained")), new Flaws(), false));
  }

  /** Whether a value that was asked for so far was not valid. */
  boolean isFlawed() {
    return resource.flaws.any;
  }

  /** Whether the texts that were asked for so far are longer than is read of one resource. */
  boolean isTooLong() {
    return resource.flaws.tooLong;
  }

  /** The reference of the resource. */
  String reference() {
    return resource.name;
  }

  boolean isObject() {
    return node.isObject();
  }

  /** Whether there is anything under a name. */
  boolean has(String name) {
    JsonNode value = node.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /** The element of that name, read; what is absent is read as an element that says nothing. */
  <T> T one(String name, Function<Element, T> read) {
    JsonNode value = node.path(name);
    resource.flaws.any |= isNoStructure(value);
    if (value.isArray()) {
      List<JsonNode> entries = entries(value);
      value = entries.isEmpty() ? MissingNode.getInstance() : entries.get(0);
    }
    return read.apply(new Element(value, resource));
  }

  /** The elements of that name, read; entries that are no objects are left out. */
  <T> List<T> all(String name, Function<Element, T> read) {
    List<T> all = new ArrayList<>();
    resource.flaws.any |= isNoStructure(node.path(name));
    for (JsonNode entry : entries(node.path(name))) {
      all.add(read.apply(new Element(entry, resource)));
    }
    return all;
  }

  /** A text or number where a structure belongs. */
  private static boolean isNoStructure(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.isPojo();
  }

  private static List<JsonNode> entries(JsonNode value) {
    if (value.isObject()) {
      return List.of(value);
    }
    if (!value.isArray()) {
      return List.of();
    }
    List<JsonNode> entries = new ArrayList<>(value.size());
    for (JsonNode entry : value) {
      if (entry.isObject()) {
        entries.add(entry);
      } else if (entry.isArray()) {
        entries.addAll(entries(entry));
      }
    }
    return entries;
  }

  /** The resources of one kind inside this resource. */
  <T> List<T> contained(String type, Function<Element, T> read) {
    return inside(type, type + '/', read);
  }

  private <T> List<T> inside(String type, String prefix, Function<Element, T> read) {
    return resource.contained.stream()
        .filter(inside -> inside.path("resourceType").asString("").equals(type))
        .map(
            inside ->
                read.apply(
                    new Element(
                        inside,
                        // What is contained may point to what is contained beside it.
                        new Whole(
                            prefix + id(inside).replace("#", ""),
                            resource.contained,
                            resource.flaws,
                            true))))
        .toList();
  }

  /**
   * The results inside this resource, under its name and theirs; none of what is inside another
   * itself, because FHIR goes one level deep.
   */
  <T> List<T> results(Function<Element, T> read) {
    return resource.inside ? List.of() : inside("Observation", resource.name + '#', read);
  }

  /** What of some references to results inside this resource is no result inside it. */
  List<String> resultsNotInside(List<Reference> members) {
    List<String> ids =
        resource.contained.stream()
            .filter(inside -> inside.path("resourceType").asString("").equals("Observation"))
            .map(inside -> '#' + id(inside).replace("#", ""))
            .toList();
    return members.stream()
        .map(Reference::reference)
        .filter(reference -> reference.startsWith("#") && !ids.contains(reference))
        .toList();
  }

  /** The id of this element's own, as far as it is one; empty when there is none. */
  String id() {
    return id(node);
  }

  /** The bare id: without a type or an address before it, or a version behind it. */
  static String id(JsonNode resource) {
    JsonNode value = resource.path("id");
    String id = value.isContainer() ? "" : value.asString("").strip();
    int version = id.indexOf("/_history/");
    String bare = version < 0 ? id : id.substring(0, version);
    return bare.substring(bare.lastIndexOf('/') + 1).strip();
  }

  /**
   * A text; empty when there is none. One that is longer than is read of a resource, or is no
   * writing, says nothing and is a flaw.
   */
  String text(String name) {
    String text = written(name);
    return resource.flaws.hasRoomFor(text.length()) ? text : "";
  }

  private String written(String name) {
    JsonNode value = node.path(name);
    // A structure where a text belongs; some write the reason for its absence there.
    resource.flaws.any |= value.isObject() && !(value.size() == 1 && value.has("extension"));
    String text = scalar(value);
    if (RecordText.isWriting(text)) {
      return text;
    }
    resource.flaws.any = true;
    return "";
  }

  /** A text that is never long; one that is says nothing and is a flaw. */
  String shortText(String name) {
    String text = text(name);
    if (text.length() > MOST_SHORT) {
      resource.flaws.any = true;
      return "";
    }
    return text;
  }

  private static String scalar(JsonNode value) {
    JsonNode only = value.isArray() && value.size() > 0 ? value.get(0) : value;
    if (only.isContainer() || only.isNull() || only.isMissingNode() || only.isPojo()) {
      return "";
    }
    String text = only.asString("");
    return text.isBlank() ? "" : text;
  }

  /** A code of a fixed set; one that is not in it is a flaw. */
  <C extends Enum<C> & Code> Optional<C> code(String name, C[] codes) {
    String text = text(name).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (C code : codes) {
      if (CODES.computeIfAbsent(code, Code::code).equals(text)) {
        return Optional.of(code);
      }
    }
    return none(text);
  }

  /** A number; a text that is none is a flaw. */
  Optional<BigDecimal> decimal(String name) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return Optional.of(value.decimalValue());
    }
    String text = text(name).strip();
    try {
      return text.isEmpty()
          ? Optional.empty()
          : text.length() > LONGEST_NUMBER ? none(text) : small(new BigDecimal(text), text);
    } catch (NumberFormatException invalid) {
      return none(text);
    }
  }

  /** A number is written out somewhere, with all the zeros that its power of ten stands for. */
  private Optional<BigDecimal> small(BigDecimal number, String text) {
    return Math.abs((long) number.scale()) > LARGEST_SCALE ? none(text) : Optional.of(number);
  }

  /** A whole number of 32 bits; anything else is a flaw. */
  Optional<BigDecimal> whole(String name) {
    String text = text(name).strip();
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(BigDecimal.valueOf(Integer.parseInt(text)));
    } catch (NumberFormatException invalid) {
      return none(text);
    }
  }

  /** A yes or no; anything else is a flaw. */
  Optional<Boolean> flag(String name) {
    String text = text(name).strip();
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> none(text);
    };
  }

  /** Whether something is said to be so; unknown is not. */
  boolean is(String name) {
    return flag(name).orElse(false);
  }

  /** A date; a text that is none of the kind is a flaw. */
  Optional<RecordedDate> date(String name, FhirDate kind) {
    String text = text(name);
    Optional<RecordedDate> date = kind.read(text);
    return date.isPresent() ? date : none(text);
  }

  /**
   * When something was ({@code effective[x]}, {@code onset[x]}, {@code performed[x]}): a day, an
   * instant, the start of a period, or the first event of a schedule.
   */
  Optional<RecordedDate> when(String prefix) {
    return date(prefix + "DateTime", FhirDate.DATE_TIME)
        .or(() -> date(prefix + "Instant", FhirDate.INSTANT))
        .or(() -> one(prefix + "Period", period -> period.date("start", FhirDate.DATE_TIME)))
        .or(() -> one(prefix + "Timing", timing -> timing.date("event", FhirDate.DATE_TIME)));
  }

  /** When something ended, where it has a period ({@code effectivePeriod}). */
  Optional<RecordedDate> until(String prefix) {
    return one(prefix + "Period", period -> period.date("end", FhirDate.DATE_TIME));
  }

  /** The bytes of a text in base64; what is not, or is longer than is read, is a flaw. */
  Optional<byte[]> bytes(String name) {
    String text = written(name);
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return bytes.length > 0 && resource.flaws.hasRoomFor(bytes.length)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException invalid) {
      return none(text);
    }
  }

  private <T> Optional<T> none(String text) {
    resource.flaws.any |= !text.isBlank();
    return Optional.empty();
  }
}
