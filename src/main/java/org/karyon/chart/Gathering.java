package org.karyon.chart;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.karyon.chart.resource.RecordText;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Gathers the resources of one kind, and what is wrong with the others.
 *
 * <p>A bad date must not hide that there is a leukemia, who the patient is, or which drug is about
 * to be signed; of any other resource a value that cannot be read makes the whole resource unsafe.
 *
 * @param <R> the kind
 */
final class Gathering<R> {

  private static final String VALUE_IGNORED =
      "A value in this resource is not valid FHIR and was ignored; the rest was read.";
  private static final String LEFT_OUT =
      "This resource is not valid FHIR and was left out; what it says is unknown.";
  private static final String NUMBER_UNREAD =
      "A number in this resource has more digits or a larger exponent than are read, and the"
          + " resource was left out; what it says is unknown.";

  private static final String TEXT_IGNORED =
      "A text in this resource is longer than %,d characters and was ignored; the rest was read."
          .formatted(RecordText.LONGEST);
  private static final String TEXT_UNREAD =
      ("The texts of this resource are longer than %,d characters, and it was left out; what it"
              + " says is unknown.")
          .formatted(RecordText.LONGEST);

  private static final String AMBIGUOUS =
      "A name stands twice in this resource, which was left out because either value may be meant;"
          + " what it says is unknown.";

  static final String AT_FAULT =
      "This resource could not be read and was left out; what it says is unknown.";
  static final String BEYOND_BUDGET =
      ("Reading stopped after %,d characters of text, and this resource was not read; what it says"
              + " is unknown.")
          .formatted(TextBudget.CHARACTERS);

  private final ResourceKind<R> kind;
  private final Subject subject;
  private final IdentityHashMap<JsonNode, String> leftOut;
  private final BiFunction<JsonNode, Subject, PatientCompartment> judge;
  private final boolean tolerant;
  private final InsideResources inside;
  private final List<R> resources = new ArrayList<>();
  private final List<DataGap> gaps = new ArrayList<>();
  private boolean broken;

  Gathering(
      ResourceKind<R> kind,
      Subject subject,
      IdentityHashMap<JsonNode, String> leftOut,
      BiFunction<JsonNode, Subject, PatientCompartment> judge,
      boolean tolerant) {
    this.kind = kind;
    this.subject = subject;
    this.leftOut = leftOut;
    this.judge = judge;
    this.tolerant = tolerant;
    this.inside = new InsideResources(kind, subject);
  }

  /** Takes up a resource that is known to be valid and of this patient. */
  void take(R resource) {
    resources.add(resource);
  }

  /** Reads a resource, built if it was not, and takes it up if it can be used. */
  void read(Arrived one) {
    JsonNode json;
    try {
      json = Unbuilt.built(one.json());
    } catch (JacksonException ambiguous) {
      gaps.add(new DataGap(DataGap.Kind.NOT_READ, one.reference(), AMBIGUOUS));
      broken = true;
      return;
    }
    PatientCompartment whose = judge.apply(json, subject);
    if (whose != PatientCompartment.HOLDS) {
      gap(json, whose.message());
      broken |= whose.isUnknown();
      return;
    }
    if (leftOut.containsKey(one.json())) {
      gap(json, leftOut.getOrDefault(one.json(), AT_FAULT));
      broken = true;
      return;
    }
    JsonNode readable = inside.readable(json);
    broken |= inside.isBroken();
    Optional<ResourceKind.Read<R>> understood = understood(readable, one.reference());
    if (understood.isEmpty()) {
      gap(json, LEFT_OUT);
      broken = true;
      return;
    }
    ResourceKind.Read<R> read = understood.get();
    boolean number = UnreadNumber.isIn(json);
    boolean flawed = read.flawed() || read.tooLong() || number;
    if (!flawed || tolerant) {
      resources.add(read.resource());
    }
    if (flawed) {
      broken |= !tolerant;
      gap(json, tolerant ? ignored(read) : leftOut(read, number));
    }
  }

  private static String ignored(ResourceKind.Read<?> read) {
    return read.tooLong() ? TEXT_IGNORED : VALUE_IGNORED;
  }

  private static String leftOut(ResourceKind.Read<?> read, boolean numberUnread) {
    return numberUnread ? NUMBER_UNREAD : read.tooLong() ? TEXT_UNREAD : LEFT_OUT;
  }

  /** Whatever goes wrong while one resource is read costs that resource and no other. */
  private Optional<ResourceKind.Read<R>> understood(JsonNode json, String reference) {
    try {
      return Optional.of(kind.read(json, reference));
    } catch (RuntimeException unforeseen) {
      return Optional.empty();
    }
  }

  private void gap(JsonNode resource, String message) {
    gaps.add(new DataGap(DataGap.Kind.NOT_READ, SafeReference.of(resource), message));
  }

  ReadResources<R> gathered() {
    gaps.addAll(inside.gaps());
    return new ReadResources<>(resources, gaps, broken);
  }
}
