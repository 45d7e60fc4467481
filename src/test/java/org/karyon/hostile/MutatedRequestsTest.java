package org.karyon.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.ExampleFolders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples, changed at random with their structure in mind, on every address: no answer is a
 * failure of the service, none takes two seconds, and memory is as before. {@code
 * -Dkaryon.mutations} says how many, {@code -Dkaryon.mutations.seconds} how long at most, {@code
 * -Dkaryon.seed} repeats a run.
 */
@Tag("hostile")
class MutatedRequestsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MUTATIONS = Integer.getInteger("karyon.mutations", 20_000);
  private static final long SECONDS = Long.getLong("karyon.mutations.seconds", 170);
  private static final long SEED = Long.getLong("karyon.seed", System.nanoTime());
  private static final int THREADS = 4;
  private static final Duration LATEST = Duration.ofSeconds(2);
  private static final long MORE_HEAP = 40L << 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  private record Target(String path, String type, JsonNode body) {}

  private static List<JsonNode> examples() {
    return ExampleFolders.all().stream().<JsonNode>map(ExampleFolders::request).toList();
  }

  private static List<Target> targets(List<JsonNode> examples) {
    List<Target> targets = new ArrayList<>();
    for (JsonNode example : examples) {
      String hook = example.path("hook").asString();
      targets.add(new Target("/cds-services/all-" + hook, "application/json", example));
      ObjectNode record = record(example);
      targets.add(new Target("/fhir/$assess", "application/fhir+json", record));
      targets.add(new Target("/fhir/$assess-batch", "application/fhir+ndjson", record));
      ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
      ArrayNode given = parameters.putArray("parameter");
      given
          .addObject()
          .put("name", "subject")
          .put("valueString", example.path("context").path("patientId").asString());
      given.addObject().put("name", "data").set("resource", record);
      targets.add(
          new Target("/fhir/PlanDefinition/work-up/$apply", "application/fhir+json", parameters));
    }
    JsonNode feedback =
        JSON.readTree(
            """
            {"feedback":[{"card":"%s","outcome":"overridden","outcomeTimestamp":"2026-11-25T10:00:00Z",
             "overrideReason":{"reason":{"code":"c","system":"s","display":"d"},"userComment":"words"}},
             {"card":"%s","outcome":"accepted","acceptedSuggestions":[{"id":"%s"}],"outcomeTimestamp":"2026-11-25T10:00:00Z"}]}
            """
                .formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
    JsonNode lookup =
        JSON.readTree(
            """
            {"resourceType":"Parameters","parameter":[{"name":"system","valueUri":"http://snomed.info/sct"},
             {"name":"code","valueCode":"277571004"},{"name":"coding","valueCoding":{"system":"http://loinc.org","code":"x"}},
             {"name":"url","valueUri":"x"}]}
            """);
    for (int copy = 0; copy < 12; copy++) {
      targets.add(
          new Target("/cds-services/all-patient-view/feedback", "application/json", feedback));
      for (String operation :
          List.of(
              "CodeSystem/$lookup",
              "CodeSystem/$validate-code",
              "ValueSet/$expand",
              "ValueSet/$validate-code",
              "ConceptMap/$translate")) {
        targets.add(new Target("/fhir/" + operation, "application/fhir+json", lookup));
      }
      targets.add(
          new Target(
              "/karyotype",
              "text/plain",
              JSON.getNodeFactory()
                  .objectNode()
                  .put(
                      "text",
                      "46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2].nuc"
                          + " ish(ABL1,BCR)x3[180/200].arr[GRCh38] 9p21.3(21971208_22009305)x1")));
    }
    return targets;
  }

  private static ObjectNode record(JsonNode example) {
    ObjectNode bundle =
        JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
    ArrayNode entries = bundle.putArray("entry");
    for (JsonNode part : example.path("prefetch")) {
      if (part.path("resourceType").asString("").equals("Bundle")) {
        part.path("entry")
            .forEach(entry -> entries.addObject().set("resource", entry.path("resource")));
      } else if (part.isObject()) {
        entries.addObject().set("resource", part);
      }
    }
    return bundle;
  }

  @Test
  void noMutationOfAnyExampleMakesTheServiceFail() throws Exception {
    System.out.println("seed " + SEED + ", " + MUTATIONS + " mutations");
    List<JsonNode> examples = examples();
    List<Target> targets = targets(examples);
    try (StartedService service = StartedService.start(folder)) {
      run(service, targets, examples, 400, SEED ^ 1);
      assertThat(wrong).as("seed %d", SEED).isEmpty();
      long before = service.heap();
      run(service, targets, examples, MUTATIONS, SEED);
      service.isAlive();
      assertThat(wrong).as("seed %d", SEED).isEmpty();
      assertThat(service.unforeseen()).isEmpty();
      assertThat(service.heap()).as("heap").isLessThan(before + MORE_HEAP);
    }
  }

  private void run(
      StartedService service, List<Target> targets, List<JsonNode> examples, int count, long seed)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        work.add(
            () -> {
              for (int number = next.getAndIncrement();
                  number < count && wrong.size() < 10 && System.nanoTime() < end;
                  number = next.getAndIncrement()) {
                one(service, targets, examples, new Random(seed * 31 + number), number);
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
      System.out.println(Math.min(count, next.get()) + " mutations sent");
    }
  }

  private void one(
      StartedService service,
      List<Target> targets,
      List<JsonNode> examples,
      Random random,
      int number)
      throws Exception {
    Target target = targets.get(random.nextInt(targets.size()));
    byte[] body = new Mutation(random, examples).of(target.body());
    if (target.type().equals("text/plain")) {
      body = JSON.readTree(safe(body)).path("text").asString("").getBytes(UTF_8);
    }
    String problem = problem(service, target, body);
    // A pause of the machine is not a pause of the service: what is slow is slow again.
    if (problem.startsWith("slow")) {
      problem = problem(service, target, body);
    }
    if (problem.startsWith("slow") && isSlowItself(service, examples)) {
      problem = "";
    }
    if (!problem.isEmpty()) {
      Path kept = Files.createTempFile("karyon-mutation-" + number + "-", ".json");
      Files.write(kept, body);
      wrong.add(problem + " at " + target.path() + " by number " + number + ", kept in " + kept);
    }
  }

  /** Where an example as it stands takes long, the machine is busy with something else. */
  private boolean isSlowItself(StartedService service, List<JsonNode> examples) throws Exception {
    JsonNode example = examples.getFirst();
    Target plain =
        new Target(
            "/cds-services/all-" + example.path("hook").asString(), "application/json", example);
    long begun = System.nanoTime();
    problem(service, plain, JSON.writeValueAsBytes(example));
    return System.nanoTime() - begun > LATEST.toNanos() / 8;
  }

  private static byte[] safe(byte[] body) {
    try {
      JSON.readTree(body);
      return body;
    } catch (RuntimeException broken) {
      return "{}".getBytes(UTF_8);
    }
  }

  private String problem(StartedService service, Target target, byte[] body) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer;
    try {
      answer =
          client.send(
              HttpRequest.newBuilder(service.at(target.path()))
                  .timeout(Duration.ofSeconds(60))
                  .header("Content-Type", target.type())
                  .POST(BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.ofString());
    } catch (IOException broken) {
      return "no answer (" + broken + ")";
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    if (answer.statusCode() >= 500 || answer.body().contains("The service failed")) {
      return "status "
          + answer.statusCode()
          + " "
          + answer.body().substring(0, Math.min(200, answer.body().length()));
    }
    return taken.compareTo(LATEST) > 0 ? "slow " + taken : "";
  }
}
