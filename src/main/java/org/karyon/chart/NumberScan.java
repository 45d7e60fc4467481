package org.karyon.chart;

import java.util.Optional;
import java.util.function.Consumer;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.PlainNumber;
import org.karyon.chart.resource.RecordText;
import org.karyon.facts.RecordedDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the elements of an Observation that is nothing but a number. An element that is not in the
 * closed list below, stands twice, or has another shape than FHIR's makes it something else.
 */
final class NumberScan {

  private static final int LONGEST_UNIT = 1_000;
  private static final int JUDGED = 1 << 6 | 1 << 7;

  private final JsonParser parser;
  private final Texts texts;
  private final NumberNames names;

  private final Member inSubject = this::subject;
  private final Member inRange = this::range;
  private final Member inLimit = this::limit;
  private final Member inQuantity = this::quantity;

  private int seen;
  private int code;
  private int codeLength;
  private int parts;
  private boolean plain;
  private String subject = "";
  private Optional<Observation.Status> status = Optional.empty();
  private Optional<RecordedDate> effective = Optional.empty();
  private Optional<RecordedDate> issued = Optional.empty();
  private String comparator = "";
  private String digits = "";
  private String unit = "";
  private String unitCode = "";
  private String lastSubject = "";
  private String lastStatus = "";
  private Optional<Observation.Status> knownStatus = Optional.empty();
  private String day = "";
  private Optional<RecordedDate> known = Optional.empty();

  /** Takes a member of an object, whose value the parser has reached. */
  private interface Member {
    void read(String name, JsonToken value);
  }

  NumberScan(JsonParser parser, Texts texts, NumberNames names) {
    this.parser = parser;
    this.texts = texts;
    this.names = names;
  }

  void reset() {
    seen = 0;
    plain = true;
    subject = "";
    status = Optional.empty();
    effective = Optional.empty();
    issued = Optional.empty();
    comparator = "";
    digits = "";
    unit = "";
    unitCode = "";
    code = 0;
    codeLength = 0;
  }

  /** The number, after all its elements were read. */
  Optional<PlainNumber> number() {
    boolean whole = plain && status.isPresent() && !digits.isEmpty() && !subject.isEmpty();
    if (!whole || (seen & 1) == 0) {
      return Optional.empty();
    }
    Optional<PlainNumber.Name> name = names.of(code, codeLength, unit, unitCode);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlainNumber(
                name.get(),
                subject,
                status.get(),
                comparator,
                digits,
                effective,
                issued,
                (seen & JUDGED) != 0));
  }

  /** Reads one element, whose value the parser has reached. */
  void member(String name, JsonToken value) {
    switch (name) {
      case "code" -> {
        once(1);
        code = (int) parser.currentTokenLocation().getByteOffset();
        skip(value);
        codeLength = (int) parser.currentLocation().getByteOffset() - code;
        plain &= value == JsonToken.START_OBJECT;
      }
      case "subject" -> {
        once(1 << 1);
        members(value, inSubject);
      }
      case "status" -> {
        once(1 << 2);
        status(value);
      }
      case "effectiveDateTime" -> {
        once(1 << 3);
        effective = date(value);
      }
      case "issued" -> {
        once(1 << 4);
        issued = PlainNumber.instant(text(value, ""));
        plain &= issued.isPresent();
      }
      case "valueQuantity" -> {
        once(1 << 5);
        parts = 0;
        members(value, inQuantity);
        // Each at most once.
        plain &= (parts & ~0x1111) == 0;
      }
      case "interpretation" -> {
        once(1 << 6);
        all(value, this::concept);
      }
      case "referenceRange" -> {
        once(1 << 7);
        all(value, one -> members(one, inRange));
      }
      // No reader looks at these.
      case "category",
          "encounter",
          "performer",
          "identifier",
          "basedOn",
          "partOf",
          "text",
          "language",
          "implicitRules" ->
          skip(value);
      default -> {
        plain = false;
        parser.skipChildren();
      }
    }
  }

  /** What has another shape is gone over, and makes the resource more than a number. */
  private boolean isOf(JsonToken shape, JsonToken value) {
    if (value == shape) {
      return true;
    }
    plain = false;
    parser.skipChildren();
    return false;
  }

  private void members(JsonToken value, Member member) {
    if (!isOf(JsonToken.START_OBJECT, value)) {
      return;
    }
    String name;
    while ((name = parser.nextName()) != null) {
      member.read(name, parser.nextToken());
    }
  }

  private void once(int member) {
    plain &= (seen & member) == 0;
    seen |= member;
  }

  /** Goes over a value; a number that nobody can read is still somebody's. */
  void skip(JsonToken value) {
    int depth = 0;
    JsonToken token = value;
    while (token != null) {
      plain &= token != JsonToken.VALUE_EMBEDDED_OBJECT;
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth <= 0) {
        return;
      }
      token = parser.nextToken();
    }
  }

  /** Most resources have the status of the one before them. */
  @SuppressWarnings("ReferenceEquality") // The same text is the same object, or is looked up again.
  private void status(JsonToken value) {
    String written = text(value, lastStatus);
    if (written != lastStatus) {
      lastStatus = written;
      knownStatus = PlainNumber.status(written.strip());
    }
    status = knownStatus;
  }

  private String text(JsonToken value, String before) {
    return isOf(JsonToken.VALUE_STRING, value) ? texts.of(parser, before) : "";
  }

  private void subject(String name, JsonToken value) {
    if (name.equals("reference")) {
      plain &= subject.isEmpty();
      subject = text(value, lastSubject);
      lastSubject = subject;
    } else {
      skip(value);
    }
  }

  /** Many numbers are of one moment. */
  @SuppressWarnings("ReferenceEquality") // The same text is the same object, or is read again.
  private Optional<RecordedDate> date(JsonToken value) {
    String written = text(value, day);
    if (written != day) {
      day = written;
      known = PlainNumber.dateTime(written);
    }
    plain &= known.isPresent();
    return known;
  }

  private void all(JsonToken value, Consumer<JsonToken> one) {
    if (!isOf(JsonToken.START_ARRAY, value)) {
      return;
    }
    JsonToken inside;
    while ((inside = parser.nextToken()) != null && inside != JsonToken.END_ARRAY) {
      one.accept(inside);
    }
  }

  private void concept(JsonToken value) {
    plain &= value == JsonToken.START_OBJECT && new ConceptScan(parser).read().isPresent();
    parser.skipChildren();
  }

  private void range(String name, JsonToken value) {
    switch (name) {
      case "high" -> members(value, inLimit);
      case "type" -> concept(value);
      default -> skip(value);
    }
  }

  private void limit(String name, JsonToken value) {
    boolean known =
        switch (name) {
          case "value" -> value.isNumeric();
          case "unit", "code", "system" ->
              value == JsonToken.VALUE_STRING
                  && parser.getStringLength() <= LONGEST_UNIT
                  && RecordText.isWriting(texts.of(parser));
          default -> false;
        };
    plain &= known;
    skip(value);
  }

  private void quantity(String name, JsonToken value) {
    switch (name) {
      case "value" -> {
        parts += 1;
        plain &= value.isNumeric();
        digits = value.isNumeric() ? texts.of(parser) : "";
        skip(value);
      }
      case "unit" -> {
        parts += 1 << 4;
        unit = text(value, "");
        plain &= unit.length() <= LONGEST_UNIT && RecordText.isWriting(unit);
        unit = unit.isBlank() ? "" : unit;
      }
      case "code" -> {
        parts += 1 << 8;
        unitCode = text(value, unit).strip();
        plain &= unitCode.length() <= LONGEST_UNIT && RecordText.isWriting(unitCode);
      }
      case "comparator" -> {
        parts += 1 << 12;
        comparator = text(value, "").strip();
        plain &= PlainNumber.isComparator(comparator);
      }
      default -> skip(value);
    }
  }
}
