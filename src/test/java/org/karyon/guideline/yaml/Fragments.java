package org.karyon.guideline.yaml;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes resources of the short entries of a case. What is named is "system code", as in {@code
 * loinc 62356-1}, or words.
 */
final class Fragments {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<String, String> SYSTEMS =
      Map.ofEntries(
          Map.entry("snomed", "http://snomed.info/sct"),
          Map.entry("loinc", "http://loinc.org"),
          Map.entry("icd-10", "http://hl7.org/fhir/sid/icd-10-cm"),
          Map.entry("ncit", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"),
          Map.entry("rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm"),
          Map.entry("atc", "http://www.whocc.no/atc"),
          Map.entry("cpt", "http://www.ama-assn.org/go/cpt"),
          Map.entry("hgnc", "http://www.genenames.org/geneId"));

  private final LocalDate today;
  private final Problems problems;
  private int numbered;

  Fragments(LocalDate today, Problems problems) {
    this.today = today;
    this.problems = problems;
  }

  ObjectNode patient(String born, boolean died) {
    ObjectNode patient =
        JSON.createObjectNode()
            .put("resourceType", "Patient")
            .put("id", "p")
            .put("birthDate", born);
    if (died) {
      patient.put("deceasedBoolean", true);
    }
    return patient;
  }

  /** The entry of the problem list that most cases share. */
  Optional<ObjectNode> leukemia(String lineage, YamlValue at) {
    return switch (lineage) {
      case "b" -> Optional.of(problem("snomed 277571004"));
      case "t" -> Optional.of(problem("snomed 277575008"));
      case "unspecified" -> Optional.of(problem("snomed 91857003"));
      case "none" -> Optional.empty();
      default -> {
        problems.add(at, "A leukemia is b, t, unspecified or none here, not '" + lineage + "'.");
        yield Optional.empty();
      }
    };
  }

  private ObjectNode problem(String what) {
    ObjectNode condition = resource("Condition");
    condition.set("code", concept(what));
    coded(condition, "clinicalStatus", "condition-clinical", "active");
    coded(condition, "verificationStatus", "condition-ver-status", "confirmed");
    return condition;
  }

  private static void coded(ObjectNode condition, String member, String system, String code) {
    condition
        .putObject(member)
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/" + system)
        .put("code", code);
  }

  private ObjectNode resource(String type) {
    numbered++;
    ObjectNode resource =
        JSON.createObjectNode().put("resourceType", type).put("id", type.charAt(0) + "" + numbered);
    resource.putObject("subject").put("reference", "Patient/p");
    return resource;
  }

  private static ObjectNode concept(String what) {
    ObjectNode concept = JSON.createObjectNode();
    ArrayNode codings = JSON.createArrayNode();
    StringBuilder text = new StringBuilder();
    for (String part : Pattern.compile(" \\| ").splitAsStream(what).toList()) {
      String[] words = part.split(" ", 2);
      if (words.length == 2 && SYSTEMS.containsKey(words[0])) {
        codings.addObject().put("system", SYSTEMS.get(words[0])).put("code", words[1]);
      } else {
        text.append(part);
      }
    }
    if (!codings.isEmpty()) {
      concept.set("coding", codings);
    }
    if (!text.isEmpty()) {
      concept.put("text", text.toString());
    }
    return concept;
  }

  ObjectNode recorded(Entry entry) {
    ObjectNode resource = kind(entry);
    entry
        .optionalText("fhir")
        .ifPresent(text -> resource.setAll((ObjectNode) JSON.readTree(text.replace('\'', '"'))));
    entry.end();
    return resource;
  }

  private ObjectNode kind(Entry entry) {
    for (String key : List.of("problem", "result", "report", "drug", "procedure", "order")) {
      Optional<String> what = entry.optionalText(key);
      if (what.isPresent()) {
        return switch (key) {
          case "problem" -> problem(what.get(), entry);
          case "result" -> result(what.get(), entry);
          case "report" -> report(what.get(), entry);
          case "drug" -> drug(what.get(), entry);
          case "procedure" -> procedure(what.get(), entry);
          default -> order(what.get(), entry);
        };
      }
    }
    problems.add(
        entry.place(),
        "An entry of the record is a problem, result, report, drug, procedure or order.");
    return resource("Basic");
  }

  private String day(Entry entry, int otherwise) {
    return entry
        .optionalText("on")
        .orElseGet(
            () ->
                today
                    .minusDays(
                        entry.optionalText("days-ago").map(Integer::parseInt).orElse(otherwise))
                    .toString());
  }

  private ObjectNode problem(String what, Entry entry) {
    ObjectNode condition = problem(what);
    entry
        .optionalText("state")
        .ifPresent(state -> coded(condition, "clinicalStatus", "condition-clinical", state));
    entry
        .optionalText("verified")
        .ifPresent(state -> coded(condition, "verificationStatus", "condition-ver-status", state));
    if (entry.value("on").isPresent() || entry.value("days-ago").isPresent()) {
      condition.put("onsetDateTime", day(entry, 0));
    }
    return condition;
  }

  private ObjectNode result(String what, Entry entry) {
    ObjectNode observation = resource("Observation");
    observation.put("status", entry.optionalText("state").orElse("final"));
    observation.set("code", concept(what));
    observation.put("effectiveDateTime", day(entry, 3));
    value(observation, entry);
    entry
        .optionalText("specimen")
        .ifPresent(specimen -> observation.putObject("specimen").put("display", specimen));
    entry.optionalText("method").ifPresent(m -> observation.set("method", concept(m)));
    List<Entry> parts = entry.entries("parts");
    if (!parts.isEmpty()) {
      ArrayNode components = observation.putArray("component");
      for (Entry part : parts) {
        ObjectNode component = components.addObject();
        component.set("code", concept(part.text("part")));
        value(component, part);
        part.end();
      }
    }
    return observation;
  }

  private static void value(ObjectNode observation, Entry entry) {
    entry.optionalText("says").ifPresent(text -> observation.put("valueString", text));
    entry
        .optionalText("answer")
        .ifPresent(answer -> observation.set("valueCodeableConcept", concept(answer)));
    if (entry.value("value").isPresent()) {
      ObjectNode quantity = observation.putObject("valueQuantity");
      quantity.put("value", entry.number("value"));
      entry.optionalText("unit").ifPresent(unit -> quantity.put("unit", unit));
      entry.optionalText("comparator").ifPresent(less -> quantity.put("comparator", less));
    }
    if (entry.value("upper").isPresent()) {
      observation
          .putArray("referenceRange")
          .addObject()
          .putObject("high")
          .put("value", entry.number("upper"));
    }
  }

  private ObjectNode report(String what, Entry entry) {
    ObjectNode report = resource("DiagnosticReport");
    report.put("status", entry.optionalText("state").orElse("final"));
    report.set("code", concept(what));
    report.put("effectiveDateTime", day(entry, 3));
    report.put("conclusion", entry.text("says"));
    return report;
  }

  private ObjectNode drug(String what, Entry entry) {
    ObjectNode drug = resource("MedicationStatement");
    String state = entry.optionalText("state").orElse("completed");
    drug.put("status", state);
    drug.set("medicationCodeableConcept", concept(what));
    ObjectNode period = drug.putObject("effectivePeriod").put("start", day(entry, 10));
    if (state.equals("completed")) {
      period.put(
          "end",
          entry
              .optionalText("ended-days-ago")
              .map(days -> today.minusDays(Integer.parseInt(days)).toString())
              .orElseGet(() -> day(entry, 10)));
    }
    entry
        .optionalText("route")
        .ifPresent(
            route -> drug.putArray("dosage").addObject().putObject("route").put("text", route));
    return drug;
  }

  private ObjectNode procedure(String what, Entry entry) {
    ObjectNode procedure = resource("Procedure");
    procedure.put("status", entry.optionalText("state").orElse("completed"));
    procedure.set("code", concept(what));
    procedure.put("performedDateTime", day(entry, 10));
    return procedure;
  }

  private ObjectNode order(String what, Entry entry) {
    ObjectNode order = resource("ServiceRequest");
    order.put("status", entry.optionalText("state").orElse("active")).put("intent", "order");
    order.set("code", concept(what));
    order.put("authoredOn", day(entry, 1));
    return order;
  }

  /** A drug by its words, or an entry that says more. */
  ObjectNode draft(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar scalar -> medication(scalar.text(), Optional.empty());
      case YamlValue.Sequence sequence -> {
        problems.add(sequence, "A single order is expected here.");
        yield resource("Basic");
      }
      case YamlValue.Mapping mapping -> {
        Entry entry = new Entry(mapping, problems);
        Optional<String> test = entry.optionalText("order");
        ObjectNode draft =
            test.isPresent()
                ? service(test.get())
                : medication(entry.text("drug"), entry.optionalText("route"));
        entry
            .optionalText("dose")
            .ifPresent(dose -> draft.withArray("dosageInstruction").addObject().put("text", dose));
        entry
            .optionalText("fhir")
            .ifPresent(text -> draft.setAll((ObjectNode) JSON.readTree(text.replace('\'', '"'))));
        entry.end();
        yield draft;
      }
    };
  }

  private ObjectNode medication(String what, Optional<String> route) {
    ObjectNode draft = resource("MedicationRequest");
    draft.put("status", "draft").put("intent", "order");
    draft.set("medicationCodeableConcept", concept(what));
    route.ifPresent(
        text ->
            draft.putArray("dosageInstruction").addObject().putObject("route").put("text", text));
    return draft;
  }

  private ObjectNode service(String what) {
    ObjectNode draft = resource("ServiceRequest");
    draft.put("status", "draft").put("intent", "order");
    draft.set("code", concept(what));
    return draft;
  }
}
