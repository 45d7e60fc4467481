package org.karyon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured of the started service, as rows of the table. */
final class ServiceTable {

  private static final String HOOK = "order-select";
  private static final int MANY = Integer.getInteger("bench.requests", 100_000);

  /** Those of the image; an older virtual machine does without some. */
  private static final List<String> IMAGE =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:TrimNativeHeapInterval=60000",
          "-XX:+ExitOnOutOfMemoryError");

  /** What the virtual machine chooses by itself in a container of half a gigabyte. */
  private static final List<String> CONTAINER = List.of("-Xmx256m", "-Xms8m", "-XX:+UseSerialGC");

  private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm", 15);

  private final int seconds;
  private final List<String> goals = new ArrayList<>();
  private final List<String> loads = new ArrayList<>();
  private final Map<String, Wrk.Load> measured = new HashMap<>();

  ServiceTable(int seconds) {
    this.seconds = seconds;
  }

  /** The p50 of order-select with ALL and 300 Observations, once it was measured. */
  double allOf300() {
    return measured.containsKey("true 300") ? measured.get("true 300").median() : Double.NaN;
  }

  List<String> goals() {
    return goals;
  }

  List<String> loads() {
    return loads;
  }

  void measure() throws IOException, InterruptedException {
    starts();
    if (!Wrk.isInstalled()) {
      loads.add("Not loaded over HTTP: wrk is not installed.");
      return;
    }
    try (Child service = Child.onClassPath(flags(List.of("-Xmx600m")))) {
      warmUp(service);
      loads.add("| over HTTP, one connection | p50 µs | p99 µs | a second |");
      loads.add("|---|---|---|---|");
      for (int observations : List.of(300, 20, 3000)) {
        for (boolean leukemia : List.of(true, false)) {
          byte[] body = new BenchPatient(observations, leukemia, HOOK).request();
          add(leukemia + " " + observations, service.service(), body);
          if (leukemia) {
            add("floor " + observations, service.floor(), body);
          }
        }
      }
      byte[] body = new BenchPatient(300, true, HOOK).request();
      Wrk.Load most = Wrk.load(service.service(), body, 4, seconds);
      goal(
          "p99 ÷ p50 at half of saturation (%.0f of %.0f a second)"
              .formatted(most.rate() / 2, most.rate()),
          SteadyLoad.tail(service.service(), body, most.rate() / 2, 2 * seconds),
          "≤ 4");
    }
    double floor = median("floor 300");
    goal("p50 ÷ floor, 300 Observations, ALL", median("true 300") / floor, "≤ 2");
    goal("p50 ÷ floor, 300 Observations, no ALL", median("false 300") / floor, "≤ 1.25");
    goal("p50 at 3,000 ÷ p50 at 300, ALL", median("true 3000") / median("true 300"), "≤ 10");
    goal("p50 at 20, ALL ÷ no ALL", median("true 20") / median("false 20"), "≤ 2");
    memory();
  }

  /**
   * A service runs for weeks, and its virtual machine compiles what it uses often during the first
   * ten thousand calls; the floor needs less of it and is warm by then, too.
   */
  private static void warmUp(Child service) throws IOException, InterruptedException {
    for (int observations : List.of(3000, 300, 20)) {
      for (boolean leukemia : List.of(false, true)) {
        byte[] body = new BenchPatient(observations, leukemia, HOOK).request();
        Wrk.load(service.service(), body, 2, WARM_UP_SECONDS);
      }
    }
  }

  private static String[] flags(List<String> own) {
    return Stream.concat(IMAGE.stream(), own.stream()).toArray(String[]::new);
  }

  private double median(String name) {
    return measured.get(name).median();
  }

  private void add(String name, String address, byte[] body)
      throws IOException, InterruptedException {
    Wrk.load(address, body, 1, seconds);
    Wrk.Load load = Wrk.load(address, body, 1, seconds);
    measured.put(name, load);
    loads.add(
        "| %s | %.0f | %.0f | %.0f |"
            .formatted(
                name.replace("true", "ALL,").replace("false", "no ALL,"),
                load.median(),
                load.ninetyNinth(),
                load.rate()));
  }

  /** The jar that this build made, else the class path, which is slower to start. */
  private void starts() throws IOException, InterruptedException {
    Optional<Path> jar = jar();
    List<String> run =
        jar.map(file -> List.of("-jar", file.toString()))
            .orElseGet(
                () ->
                    List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.karyon.KaryonApplication"));
    try (Child service = new Child(run, "demo")) {
      goal("start to first card, seconds", service.start().toMillis() / 1000.0, "≤ 5");
    }
    try (Child service = new Child(run, "demo")) {
      byte[] body = new BenchPatient(300, true, HOOK).request();
      // The client's own first call is made: the one that waited for the start.
      List<Double> calls = service.calls(body, 110);
      double hundredth =
          calls.subList(90, 110).stream().sorted().skip(10).findFirst().orElseThrow();
      goal("first request ÷ the hundredth", calls.get(0) / hundredth, "≤ 10");
    }
    if (jar.isPresent()) {
      goal("jar, megabytes", Files.size(jar.get()) / 1e6, "≤ 60");
      withCache(jar.get());
    }
  }

  private void withCache(Path jar) throws IOException, InterruptedException {
    if (Runtime.version().feature() < 25) {
      return;
    }
    Path folder = Files.createTempDirectory("karyon");
    run(
        List.of(
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            folder + "/app"));
    Path extracted = folder.resolve("app").resolve(jar.getFileName());
    Path cache = folder.resolve("karyon.aot");
    run(
        List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "-XX:AOTCacheOutput=" + cache,
            "-jar",
            extracted.toString(),
            "--spring.profiles.active=demo,training",
            "--server.port=0"));
    List<String> java = new ArrayList<>(IMAGE);
    java.addAll(List.of("-XX:AOTCache=" + cache, "-jar", extracted.toString()));
    try (Child service = new Child(java, "demo")) {
      goal(
          "start to first card with AOT cache, seconds",
          service.start().toMillis() / 1000.0,
          "≤ 2.5");
    }
  }

  private static void run(List<String> java) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Optional<Path> jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("karyon-[\\d.]+(-SNAPSHOT)?\\.jar"))
          .findFirst();
    }
  }

  /** Many requests on two connections, with the memory of a small container. */
  private void memory() throws IOException, InterruptedException {
    try (Child service = Child.onClassPath(flags(CONTAINER))) {
      List<byte[]> bodies =
          List.of(
              new BenchPatient(20, true, HOOK).request(),
              new BenchPatient(20, false, HOOK).request());
      int round = 0;
      int requests = 0;
      double half = Double.NaN;
      while (requests < MANY) {
        byte[] body = bodies.get(round++ % bodies.size());
        requests += Wrk.load(service.service(), body, 2, seconds).requests();
        if (Double.isNaN(half) && requests >= MANY / 2) {
          half = service.resident();
        }
      }
      goal(
          "resident after %,d requests, -Xmx256m, megabytes".formatted(requests),
          service.resident(),
          "≤ 300");
      goal("the same ÷ after half of them", service.resident() / half, "flat");
    }
  }

  private void goal(String what, double value, String goal) {
    String row = String.format(Locale.ROOT, "| %s | %.2f | %s |", what, value, goal);
    System.out.println(row); // So that somebody who waits sees how far it is.
    goals.add(row);
  }
}
