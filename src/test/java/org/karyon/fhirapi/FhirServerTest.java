package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The FHIR API over real HTTP: reading, searching, paging, caching, forms and errors. */
@OnTheDayOfTheExamples
class FhirServerTest {

  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final String JSON = "application/fhir+json";

  @LocalServerPort private int port;

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = Loopback.to(port, path);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return Loopback.send(request);
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return Loopback.post(port, path, type, body);
  }

  private static <R extends Resource> R parsed(Class<R> type, HttpResponse<String> response) {
    return FHIR.newJsonParser().parseResource(type, response.body());
  }

  private static List<String> ids(Bundle bundle) {
    return bundle.getEntry().stream()
        .map(entry -> entry.getResource().getIdElement().getIdPart())
        .toList();
  }

  private Bundle search(String query) {
    HttpResponse<String> response = get("/fhir/" + query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return parsed(Bundle.class, response);
  }

  @Test
  void theCapabilityStatementClaimsNothingThatDoesNotAnswer() {
    HttpResponse<String> response = get("/fhir/metadata", "Accept", JSON);
    assertThat(response.statusCode()).isEqualTo(200);
    CapabilityStatement statement = parsed(CapabilityStatement.class, response);
    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    statement
        .getRestFirstRep()
        .getResource()
        .forEach(
            resource -> {
              Bundle found = search(resource.getType() + "?_count=1");
              assertThat(found.getTotal()).as(resource.getType()).isPositive();
              String id = ids(found).getFirst();
              assertThat(get("/fhir/" + resource.getType() + "/" + id).statusCode()).isEqualTo(200);
              resource
                  .getSearchParam()
                  .forEach(
                      parameter ->
                          assertThat(
                                  get("/fhir/"
                                          + resource.getType()
                                          + "?"
                                          + parameter.getName()
                                          + (parameter.getType() == SearchParamType.DATE
                                              ? "=ge2020"
                                              : "=x"))
                                      .statusCode())
                              .as(resource.getType() + "?" + parameter.getName())
                              .isEqualTo(200));
              resource
                  .getOperation()
                  .forEach(o -> assertThat(o.getDefinition()).doesNotContain("-s-"));
            });
    Stream.concat(
            statement.getRestFirstRep().getOperation().stream(),
            statement.getRestFirstRep().getResource().stream()
                .flatMap(resource -> resource.getOperation().stream()))
        .filter(operation -> operation.getDefinition().startsWith("https://karyon.org/fhir/"))
        .forEach(
            operation ->
                assertThat(
                        get(operation.getDefinition().replace("https://karyon.org", ""))
                            .statusCode())
                    .as(operation.getDefinition())
                    .isEqualTo(200));
    assertThat(statement.getRestFirstRep().getOperation().stream().map(o -> o.getName()).toList())
        .contains("assess", "assess-batch");
  }

  @Test
  void aTableIsReadInJsonAndInXml() {
    HttpResponse<String> json = get("/fhir/PlanDefinition/ph-positive");
    assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith(JSON);
    PlanDefinition plan = parsed(PlanDefinition.class, json);
    assertThat(plan.getAction().stream().map(action -> action.getId()).toList())
        .contains("ph-pos-induction", "ph-pos-no-cr");
    HttpResponse<String> xml =
        get("/fhir/PlanDefinition/ph-positive", "Accept", "application/fhir+xml");
    assertThat(xml.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+xml");
    assertThat(FHIR.newXmlParser().parseResource(PlanDefinition.class, xml.body()).equalsDeep(plan))
        .isTrue();
  }

  @Test
  void anUnchangedArtifactIsNotSentAgain() {
    HttpResponse<String> first = get("/fhir/Library/KaryonLogic");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("/fhir/Library/KaryonLogic", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/fhir/Library/KaryonLogic", "If-None-Match", "W/\"other\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "_id=risk,risk",
    "url=https://karyon.org/fhir/PlanDefinition/risk,risk",
    "name=KaryonRi,risk",
    "name:exact=KaryonRisk,risk",
    "title=genetic,risk",
    "title:contains=etic,risk",
    "_id=risk&status=active,risk",
    "_id=risk&context=http://snomed.info/sct|91857003,risk",
    "_id=risk&context=91857003,risk",
    "'_id=risk,nothing',risk"
  })
  void aCriterionFindsWhatItNames(String query, String id) {
    assertThat(ids(search("PlanDefinition?" + query.replace("|", "%7C")))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_id=risks",
        "name:exact=KaryonRi",
        "title=etic",
        "_id=risk&status=draft",
        "_id=risk&context=other",
        "_id=risk&version=other"
      })
  void aCriterionThatDoesNotHoldFindsNothing(String query) {
    assertThat(search("PlanDefinition?" + query).getTotal()).isZero();
  }

  @Test
  void aParameterWithTwoValuesIsRefusedAndNeitherIsChosen() {
    String twice =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"%s\",\"%s\":1,\"valueString\":\"2\"}]}";
    for (String[] asked :
        new String[][] {
          {"/fhir/ValueSet/facts/$expand", "count", "valueInteger"},
          {"/fhir/$assess", "subject", "valueReference"},
          {"/fhir/PlanDefinition/ph-positive/$apply", "subject", "valueReference"}
        }) {
      HttpResponse<String> answer = post(asked[0], JSON, twice.formatted(asked[1], asked[2]));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("'" + asked[1] + "' has more than one value");
    }
  }

  /** A panel whose members travel inside it, as many laboratories send it. */
  @Test
  void aMemberInsideAPanelIsAssessed() {
    String record =
        """
        {"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Patient","id":"p","birthDate":"1985-06-15"}},
        {"resource":{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},
          "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
          "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},
          "code":{"coding":[{"system":"http://snomed.info/sct","code":"277571004"}],"text":"B-ALL"}}},
        {"resource":{"resourceType":"Observation","id":"panel","status":"final","subject":{"reference":"Patient/p"},
          "effectiveDateTime":"2026-11-10","code":{"text":"Leukemia panel"},"hasMember":[{"reference":"#fish"}],
          "contained":[{"resourceType":"Observation","id":"fish","status":"final",
            "code":{"coding":[{"system":"http://loinc.org","code":"51867-0"}]},
            "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9633-4"}]}}]}}]}
        """;
    HttpResponse<String> answer = post("/fhir/$assess", JSON, record);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("{\"name\":\"bcrAbl1\",\"valueString\":\"present\"}")
        .contains("\"reference\":\"Observation/panel\"");
  }

  @Test
  void theVersionOfTheKnowledgeFindsAllOfIt() {
    Bundle all = search("PlanDefinition?_count=1000");
    String version = ((PlanDefinition) all.getEntryFirstRep().getResource()).getVersion();
    assertThat(
            search("PlanDefinition?_count=1000&version=" + version.replace("+", "%2B")).getTotal())
        .isEqualTo(all.getTotal());
  }

  @Test
  void pagesTogetherAreTheWholeAndNeedNoMemoryOfTheSearch() {
    List<String> paged = new ArrayList<>();
    Bundle page = search("ValueSet?_count=100");
    int total = page.getTotal();
    assertThat(total).isGreaterThan(200);
    paged.addAll(ids(page));
    while (page.getLink("next") != null) {
      String next = page.getLink("next").getUrl();
      page = parsed(Bundle.class, get(next.substring(next.indexOf("/fhir"))));
      paged.addAll(ids(page));
    }
    assertThat(paged).hasSize(total).doesNotHaveDuplicates();
  }

  @Test
  void aPageOfEarlierKnowledgeIsGone() {
    HttpResponse<String> gone =
        get("/fhir/ValueSet?_count=20&_offset=20&_knowledge=an-earlier-version");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(parsed(OperationOutcome.class, gone).hasIssue()).isTrue();
  }

  @Test
  void summariesAndElementsAreShorter() {
    String whole = get("/fhir/ValueSet/concept-answer-present").body();
    String summary = get("/fhir/ValueSet/concept-answer-present?_summary=true").body();
    String elements = get("/fhir/ValueSet/concept-answer-present?_elements=url").body();
    assertThat(whole).contains("\"compose\"");
    assertThat(summary).doesNotContain("\"compose\"").contains("SUBSETTED");
    assertThat(elements).doesNotContain("\"title\"").contains("\"url\"");
    assertThat(search("ValueSet?_summary=count").getEntry()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/fhir/PlanDefinition/none,404",
    "/fhir/Patient,404",
    "/fhir/PlanDefinition?unheard-of=1,400",
    "/fhir/PlanDefinition?_count=x,400",
  })
  void anErrorIsAnOperationOutcome(String path, int status) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(parsed(OperationOutcome.class, response).hasIssue()).isTrue();
    assertThat(response.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void whatIsNotSpokenIsNotAcceptable() {
    HttpResponse<String> response = get("/fhir/PlanDefinition/risk", "Accept", "image/png");
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(parsed(OperationOutcome.class, response).hasIssue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain,hello,415",
    "application/fhir+json,'',400",
    "application/fhir+json,{,400",
    "application/fhir+json,'{\"resourceType\":\"Patient\"}',400",
    "application/fhir+json,'{\"resourceType\":\"Bundle\",\"type\":\"collection\"}',422",
    "application/fhir+xml,<Bundle,400"
  })
  void aRequestThatCannotBeAssessedSaysWhy(String type, String body, int status) {
    HttpResponse<String> response = post("/fhir/$assess", type, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    String text =
        response.headers().firstValue("Content-Type").orElse("").contains("xml")
            ? FHIR.newJsonParser()
                .encodeResourceToString(FHIR.newXmlParser().parseResource(response.body()))
            : response.body();
    assertThat(FHIR.newJsonParser().parseResource(OperationOutcome.class, text).hasIssue())
        .isTrue();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aConnectionThatIsClosedWhileLinesAreAnsweredEndsQuietly(CapturedOutput log)
      throws Exception {
    byte[] line =
        (Files.readString(Path.of("fhir-examples/01-ph-positive-induction/patient.json"))
                    .replaceAll("\\s*\\R\\s*", "")
                + '\n')
            .getBytes(StandardCharsets.UTF_8);
    for (int lines : new int[] {1, 40}) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /fhir/$assess-batch HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                    + " application/fhir+ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < lines; i++) {
          out.write(
              (Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
          out.write(line);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        assertThat(socket.getInputStream().read()).as("an answer has begun").isPositive();
        // The peer resets instead of saying goodbye.
        socket.setSoLinger(true, 0);
      }
    }
    assertThat(get("/fhir/metadata").statusCode()).isEqualTo(200);
    assertThat(log.getAll()).doesNotContain("Unforeseen", "Exception");
  }
}
