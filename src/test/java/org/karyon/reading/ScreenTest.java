package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.GUIDELINE;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.ExampleFolders;
import org.karyon.Prepared;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.chart.Chart;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.SentResources;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientRecord;
import org.karyon.reading.resources.Screen;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is not read changes nothing of what is said: with the screen and without it. */
@Tag("slow")
class ScreenTest {

  private static final int GENERATED = Integer.getInteger("trial.screen.records", 500);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Prepared<Assess> ASSESS = Prepared.by(() -> new Assess(GUIDELINE));
  private static final Prepared<RecordReader> SCREENED =
      Prepared.by(() -> new RecordReader(GUIDELINE));
  private static final Prepared<RecordReader> OPEN =
      Prepared.by(() -> new RecordReader(GUIDELINE, Screen.open()));

  private static final List<String> NAMES =
      List.of(
          "Sodium",
          "TSH",
          "Ferritin",
          "Hemoglobin A1c",
          "Specific gravity of Urine",
          "MRD by flow",
          "Minimal residual disease",
          "Measurable residual disease, NGS",
          "DNA index",
          "ECOG performance status",
          "Karnofsky score",
          "KPS",
          "CD19 on blasts",
          "CD20",
          "CD22 expression",
          "Blasts in marrow",
          "Lymphoblasts/100 leukocytes in Blood",
          "BCR-ABL1 ratio",
          "BCR::ABL1 p190 quantitative",
          "p210 transcripts IS",
          "KMT2A FISH",
          "IGH rearrangement",
          "TP53 variant allele frequency",
          "Disease status",
          "Response to treatment",
          "Immunophenotype",
          "Lineage",
          "Limit of detection",
          "White blood cells",
          "WBC",
          "Platelets",
          "CBC with differential",
          "Hepatitis B surface" + " antigen",
          "HIV 1+2",
          "Prothrombin time",
          "Fibrinogen",
          "D-dimer",
          "Uric acid",
          "Body weight",
          "Chromosome analysis",
          "Karyotype",
          "CSF blasts",
          "Bilirubin",
          "ALT",
          "");

  private static final List<String> VALUES =
      List.of(
          "'valueQuantity':{'value':0.02,'unit':'%'}",
          "'valueQuantity':{'value':45,'unit':'%'}",
          "'valueQuantity':{'value':3}",
          "'valueQuantity':{'value':1200,'unit':'/uL'}",
          "'valueQuantity':{'value':0.01,'unit':'%{IS}'}",
          "'valueQuantity':{'value':0.001,'unit':'BCR-ABL1/ABL1'}",
          "'valueQuantity':{'comparator':'<','value':0.01,'unit':'%'}",
          "'valueQuantity':{'value':1.6,'unit':'{ratio}'}",
          "'valueQuantity':{'value':4,'unit':'log'}",
          "'valueInteger':2",
          "'valueString':'46,XX[20]'",
          "'valueString':'Negative'",
          "'valueString':'BCR::ABL1 detected, p190'",
          "'valueString':'MRD negative by flow, sensitivity 10-4'",
          "'valueString':'12'",
          "'valueBoolean':true",
          "'dataAbsentReason':{'text':'pending'}",
          "'valueCodeableConcept':{'text':'Complete remission'}",
          "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA11882-0'}]}");

  private static final List<String> REMARKS =
      List.of(
          "",
          "",
          "",
          ",'note':[{'text':'sensitivity 0.01 %'}]",
          ",'method':{'text':'PCR'}",
          ",'bodySite':{'text':'Bone marrow'}",
          ",'specimen':{'display':'CSF'}",
          ",'component':[{'code':{'text':'MRD'},'valueQuantity':{'value':0,'unit':'%'}}]",
          ",'interpretation':[{'coding':[{'system':"
              + "'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'POS'}]}]");

  private static final List<CodeBinding> CODES =
      GUIDELINE.terminology().concepts().stream()
          .map(Concept::codes)
          .flatMap(List::stream)
          .filter(code -> !code.prefix() && code.system().equals("http://loinc.org"))
          .toList();

  private static void isTheSame(PatientRecord screened, PatientRecord open) {
    Assessment one = ASSESS.get().assess(screened);
    Assessment other = ASSESS.get().assess(open);
    assertThat(screened.facts()).isEqualTo(open.facts());
    assertThat(screened.gaps()).isEqualTo(open.gaps());
    assertThat(screened.timeline()).isEqualTo(open.timeline());
    assertThat(screened.therapies()).isEqualTo(open.therapies());
    assertThat(open.tests()).containsAll(screened.tests());
    assertThat(one.facts()).isEqualTo(other.facts());
    assertThat(one.workUp()).isEqualTo(other.workUp());
    assertThat(one.requested()).isEqualTo(other.requested());
    assertThat(one.risk()).isEqualTo(other.risk());
    assertThat(one.treatment()).isEqualTo(other.treatment());
    assertThat(one.orders()).isEqualTo(other.orders());
  }

  @TestFactory
  Stream<DynamicTest> theExamplesSayTheSame() {
    return ExampleFolders.each(ScreenTest::same);
  }

  private static void same(Path folder) throws IOException {
    byte[] sent = Files.readAllBytes(folder.resolve("request.json"));
    JsonNode request = JSON.readTree(sent);
    JsonNode before = request.deepCopy();
    Chart chart = SentResources.chart(new RecordJson(ReadLimits.CLINICAL).readHook(sent));

    PatientRecord screened = SCREENED.get().read(chart, TODAY, new OrderSelection.Every());
    PatientRecord open =
        OPEN.get().read(SentResources.chart(request), TODAY, new OrderSelection.Every());

    isTheSame(screened, open);
    assertThat(SCREENED.get().read(chart, TODAY, new OrderSelection.Every()))
        .as("a chart that is read twice")
        .isEqualTo(screened);
    assertThat(request).as("what was handed over").isEqualTo(before);
  }

  @Test
  void generatedRecordsSayTheSame() {
    Random random = new Random(12);
    for (int record = 0; record < GENERATED; record++) {
      String[] resources = {PATIENT, B_LINEAGE, observation(1, random), observation(2, random)};
      isTheSame(
          SCREENED.get().read(Records.hookChart(resources), TODAY, new OrderSelection.Every()),
          OPEN.get().read(Records.chart(resources), TODAY, new OrderSelection.Every()));
    }
  }

  /** A name alone, a code alone, or both, whether or not they belong to each other. */
  private static String observation(int id, Random random) {
    String text = "'text':'" + any(NAMES, random) + "'";
    CodeBinding code = any(CODES, random);
    String known = "'coding':[{'system':'%s','code':'%s'}]".formatted(code.system(), code.code());
    String unknown = "'coding':[{'system':'http://loinc.org','code':'0-0','display':'%s'}]";
    String named =
        switch (random.nextInt(4)) {
          case 0 -> text;
          case 1 -> known;
          case 2 -> unknown.formatted(any(NAMES, random)) + ',' + text;
          default -> known + ',' + text;
        };
    return "{'resourceType':'Observation','id':'o%d','status':'final','effectiveDateTime':'2026-11-%02d','subject':{'reference':'Patient/p'},'code':{%s},%s%s}"
        .formatted(id, 10 + random.nextInt(13), named, any(VALUES, random), any(REMARKS, random));
  }

  private static <T> T any(List<T> several, Random random) {
    return several.get(random.nextInt(several.size()));
  }
}
