package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nothing in a resource can cost the request: every element of every kind of resource that is read
 * is taken away, emptied, mistyped and blown up, one at a time. The answer always comes; what
 * another resource says stays; and where the damage changes what is said, the resource is named.
 */
@Tag("slow")
class ElementSweepTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<String> RECORD =
      List.of(
          "{'resourceType':'Patient','id':'p','birthDate':'1985-06-15','gender':'female','deceasedBoolean':false}",
          "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p'},'category':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-category','code':'problem-list-item'}]}],'code':{'coding':[{'system':'http://snomed.info/sct','code':'277571004','display':'B-ALL'}],'text':'B-cell"
              + " ALL'},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'confirmed'}]},'onsetDateTime':'2026-11-09','recordedDate':'2026-11-09T10:00:00Z'}",
          "{'resourceType':'Condition','id':'heart','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'I50.22'}],'text':'Chronic"
              + " systolic heart"
              + " failure'},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},'verificationStatus':{'coding':[{'code':'confirmed'}]}}",
          "{'resourceType':'Observation','id':'karyotype','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'62356-1'}]},'effectiveDateTime':'2026-11-10','issued':'2026-11-12T10:00:00Z','valueString':'46,XX,t(4;11)(q21;q23)[15]/46,XX[5]','specimen':{'reference':'#s','display':'marrow'},'contained':[{'resourceType':'Specimen','id':'s','type':{'text':'Bone"
              + " marrow'}}],'method':{'text':'G-banding'},'note':[{'text':'20 metaphases'}]}",
          "{'resourceType':'Observation','id':'fish','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'51867-0'}],'text':'BCR::ABL1"
              + " FISH'},'effectivePeriod':{'start':'2026-11-10'},'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA11883-8','display':'Not"
              + " detected'}]},'interpretation':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'NEG'}]}]}",
          "{'resourceType':'Observation','id':'blasts','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'11150-0'}]},'effectiveDateTime':'2026-11-10','valueQuantity':{'value':85,'comparator':'>=','unit':'%','system':'http://unitsofmeasure.org','code':'%'},'referenceRange':[{'high':{'value':5,'unit':'%'},'type':{'text':'normal'}}]}",
          "{'resourceType':'Observation','id':'variant','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'69548-6'}]},'effectiveDateTime':'2026-11-10','valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9633-4'}]},'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'48018-6'}]},'valueCodeableConcept':{'coding':[{'system':'http://www.genenames.org','code':'HGNC:11998','display':'TP53'}]}},{'code':{'coding':[{'system':'http://loinc.org','code':'48005-3'}]},'valueCodeableConcept':{'text':'p.(Arg273His)'}}]}",
          "{'resourceType':'DiagnosticReport','id':'report','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'62367-8'}],'text':'FISH'},'effectiveDateTime':'2026-11-10','issued':'2026-11-12T10:00:00Z','conclusion':'ETV6::RUNX1"
              + " not detected.','conclusionCode':[{'text':'No ETV6::RUNX1"
              + " fusion'}],'result':[{'reference':'Observation/fish'}]}",
          "{'resourceType':'MedicationRequest','id':'request','status':'active','intent':'order','subject':{'reference':'Patient/p'},'authoredOn':'2026-11-12','medicationReference':{'reference':'Medication/mix','display':'bag'},'dosageInstruction':[{'text':'IV','route':{'coding':[{'system':'http://snomed.info/sct','code':'47625008'}]}}]}",
          "{'resourceType':'Medication','id':'mix','ingredient':[{'itemCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'L01CA02'}]}}]}",
          "{'resourceType':'MedicationAdministration','id':'given','status':'completed','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-13','medicationCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'L01BA01','display':'methotrexate'}]},'dosage':{'text':'intrathecal','route':{'coding':[{'system':'http://snomed.info/sct','code':'72607000'}]}}}",
          "{'resourceType':'MedicationStatement','id':'statement','status':'active','subject':{'reference':'Patient/p'},'effectivePeriod':{'start':'2026-11-12'},'dateAsserted':'2026-11-12','medicationCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'L01DB02'}],'text':'daunorubicin'},'dosage':[{'text':'IV'}]}",
          "{'resourceType':'Procedure','id':'marrow','status':'completed','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://snomed.info/sct','code':'234326005'}],'text':'Bone"
              + " marrow biopsy'},'performedDateTime':'2026-11-10'}",
          "{'resourceType':'ServiceRequest','id':'hiv','status':'active','intent':'order','subject':{'reference':'Patient/p'},'authoredOn':'2026-11-20','code':{'coding':[{'system':'http://loinc.org','code':'56888-1'}],'text':'HIV'}}");

  private static final List<String> DRAFTS =
      List.of(
          "{'resourceType':'MedicationRequest','id':'draft','status':'draft','intent':'order','subject':{'reference':'Patient/p'},'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'1597258','display':'blinatumomab'}],'text':'blinatumomab'},'dosageInstruction':[{'text':'IV','route':{'text':'IV'}}]}",
          "{'resourceType':'ServiceRequest','id':'draft2','status':'draft','intent':'order','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'56888-1'}],'text':'HIV'}}");

  /** What is done to an element. */
  private enum Damage {
    ABSENT,
    NULL,
    EXTENSION_ONLY,
    EMPTY,
    WRONG_TYPE,
    HUGE,
    OTHER_VALUE
  }

  /** A place in a resource: the object that holds a member, and the member's name. */
  private record Place(List<Object> path, String member) {
    @Override
    public String toString() {
      return path + "." + member;
    }
  }

  @TestFactory
  Stream<DynamicTest> noElementOfTheRecordCostsTheRequest() {
    return RECORD.stream()
        .map(
            resource ->
                DynamicTest.dynamicTest(
                    OrderScreen.json(resource).path("resourceType").asString()
                        + "/"
                        + OrderScreen.json(resource).path("id").asString(),
                    () -> sweep(resource, false)));
  }

  @TestFactory
  Stream<DynamicTest> noElementOfADraftCostsTheRequest() {
    return DRAFTS.stream()
        .map(
            resource ->
                DynamicTest.dynamicTest(
                    OrderScreen.json(resource).path("id").asString(), () -> sweep(resource, true)));
  }

  private static void sweep(String resource, boolean draft) {
    JsonNode whole = OrderScreen.json(resource);
    Map<String, String> before = said(RECORD, DRAFTS, draft);
    List<String> others = new ArrayList<>(draft ? DRAFTS : RECORD);
    others.remove(resource);
    boolean needed = Set.of("p", "c").contains(whole.path("id").asString());
    Set<String> ofThisResource = new HashSet<>();
    if (!needed) {
      Map<String, String> without =
          draft ? said(RECORD, others, true) : said(others, DRAFTS, false);
      for (String fact : before.keySet()) {
        if (!before.get(fact).equals(without.get(fact))) {
          ofThisResource.add(fact);
        }
      }
    }
    List<String> faults = new ArrayList<>();
    for (Place place : places(whole, List.of())) {
      for (Damage damage : Damage.values()) {
        ObjectNode damaged = whole.deepCopy().asObject();
        if (!apply(damaged, place, damage)) {
          continue;
        }
        List<String> with = new ArrayList<>(others);
        with.add(damaged.toString());
        String what = place + " " + damage;
        try {
          Map<String, String> after = draft ? said(RECORD, with, true) : said(with, DRAFTS, false);
          for (String fact : before.keySet()) {
            boolean same = before.get(fact).equals(after.get(fact));
            if (!same && !needed && !ofThisResource.contains(fact) && !fact.equals("text")) {
              faults.add(what + " changes " + fact + " to " + after.get(fact));
            }
          }
          boolean changed =
              before.keySet().stream()
                  .anyMatch(
                      fact -> !fact.equals("text") && !before.get(fact).equals(after.get(fact)));
          // Without the leukemia on the problem list nothing is said at all.
          boolean silent = after.getOrDefault("text", "").isEmpty();
          if (changed
              && !silent
              && !Set.of(Damage.ABSENT, Damage.OTHER_VALUE).contains(damage)
              && !isNamed(whole, after.getOrDefault("text", ""))
              && !place.member().equals("resourceType")
              && !place.member().equals("reference")
              && !place.member().equals("id")) {
            faults.add(what + " is not named");
          }
        } catch (org.karyon.chart.ChartUnavailable | org.karyon.chart.ForeignPatient refused) {
          assertThat(needed).as(what).isTrue();
        } catch (RuntimeException unforeseen) {
          faults.add(what + " throws " + unforeseen);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static boolean isNamed(JsonNode resource, String text) {
    String type = resource.path("resourceType").asString();
    return text.contains(type + "/" + resource.path("id").asString())
        || text.contains(type + " without an id")
        || text.contains(type + "/without-id");
  }

  /** Everything that cards say of facts, features and options, and the words of all cards. */
  private static Map<String, String> said(
      List<String> record, List<String> drafts, boolean onSign) {
    OrderScreen screen = OrderScreen.of(record);
    ObjectNode request =
        onSign
            ? screen.drafting(drafts.toArray(String[]::new)).request("order-sign")
            : screen.request("patient-view");
    ArrayNode medications = JSON.createArrayNode();
    record.stream()
        .map(OrderScreen::json)
        .filter(resource -> resource.path("resourceType").asString("").equals("Medication"))
        .forEach(resource -> medications.addObject().set("resource", resource));
    JsonNode requests = request.path("prefetch").path("medicationRequests").path("entry");
    medications.forEach(entry -> ((ArrayNode) requests).add(entry));
    Map<String, String> said = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    for (JsonNode card : OrderScreen.send(request)) {
      JsonNode extension = card.path("extension").path("org.karyon.assessment");
      for (String part : List.of("facts", "features")) {
        extension
            .path(part)
            .propertyStream()
            .forEach(fact -> said.put(part + ' ' + fact.getKey(), fact.getValue().toString()));
      }
      text.append(card);
    }
    said.put("text", text.toString());
    return new LinkedHashMap<>(said);
  }

  private static List<Place> places(JsonNode node, List<Object> path) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        places.add(new Place(path, member.getKey()));
        List<Object> deeper = new ArrayList<>(path);
        deeper.add(member.getKey());
        places.addAll(places(member.getValue(), deeper));
      }
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        List<Object> deeper = new ArrayList<>(path);
        deeper.add(index);
        places.addAll(places(array.get(index), deeper));
      }
    }
    return new ArrayList<>(new LinkedHashSet<>(places));
  }

  private static boolean apply(ObjectNode resource, Place place, Damage damage) {
    JsonNode at = resource;
    for (Object step : place.path()) {
      at = step instanceof Integer index ? at.path(index) : at.path((String) step);
    }
    ObjectNode holder = (ObjectNode) at;
    String member = place.member();
    JsonNode value = holder.path(member);
    switch (damage) {
      case ABSENT -> holder.remove(member);
      case NULL -> holder.putNull(member);
      case EXTENSION_ONLY -> {
        if (value.isContainer()) {
          holder.set(member, reason(JSON.createObjectNode()));
        } else {
          holder.remove(member);
          reason(holder.putObject("_" + member));
        }
      }
      case EMPTY -> {
        if (value.isContainer()) {
          holder.set(member, value.isArray() ? JSON.createArrayNode() : JSON.createObjectNode());
        } else {
          holder.put(member, "");
        }
      }
      case WRONG_TYPE -> {
        if (value.isContainer()) {
          holder.put(member, "a text");
        } else {
          holder.putObject(member).put("unexpected", 7);
        }
      }
      case HUGE -> {
        if (value.isContainer()) {
          return false;
        }
        holder.put(member, "9".repeat(200_000));
      }
      case OTHER_VALUE -> {
        if (!member.startsWith("value")
            && !member.startsWith("effective")
            && !member.startsWith("onset")
            && !member.startsWith("performed")) {
          return false;
        }
        holder.remove(member);
        String stem = member.replaceAll("[A-Z].*", "");
        holder.putObject(stem + "Range").putObject("low").put("value", 1);
      }
    }
    return true;
  }

  private static ObjectNode reason(ObjectNode holder) {
    holder
        .putArray("extension")
        .addObject()
        .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
        .put("valueCode", "unknown");
    return holder;
  }
}
