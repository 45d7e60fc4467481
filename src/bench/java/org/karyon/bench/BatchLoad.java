package org.karyon.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Streams patients that are made on the way through one request of {@code $assess-batch}, and looks
 * at the memory of the service while it answers.
 */
public final class BatchLoad {

  private static final int CHUNK = 1 << 16;

  private final URI base;
  private final int patients;

  private BatchLoad(URI base, int patients) {
    this.base = base;
    this.patients = patients;
  }

  /**
   * Measures.
   *
   * @param arguments the file of the rows, and after how many patients memory is looked at; the
   *     last of them is how many are sent
   * @throws IOException when the service cannot be reached
   * @throws InterruptedException when the measurement is stopped
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TreeSet<Integer> looks = new TreeSet<>();
    for (String look : List.of(arguments).subList(1, arguments.length)) {
      looks.add(Integer.valueOf(look));
    }
    List<String> rows = new ArrayList<>();
    rows.add("| patients answered | a second | heap after a collection, MB | resident, MB |");
    rows.add("|---|---|---|---|");
    try (Child service = Child.onClassPath("-Xmx512m", "-XX:+ExitOnOutOfMemoryError")) {
      new BatchLoad(service.fhir(), looks.last()).stream(service, looks, rows);
    }
    rows.add("");
    rows.add(
        "one request, -Xmx512m, %d processors, load %.1f, Java %s, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                LocalDate.now(ZoneOffset.UTC)));
    Files.write(Path.of(arguments[0]), rows);
    rows.forEach(System.out::println);
  }

  private void stream(Child service, TreeSet<Integer> looks, List<String> rows)
      throws IOException, InterruptedException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      Thread writer = Thread.ofVirtual().start(() -> write(socket));
      long begin = System.nanoTime();
      int answered = 0;
      try (BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = answers.readLine();
            line != null && answered < patients;
            line = answers.readLine()) {
          if (line.startsWith("{\"resourceType\":\"OperationOutcome\"")) {
            throw new IllegalStateException("Patient " + answered + ": " + line);
          }
          if (line.startsWith("{\"resourceType\":\"Bundle\"") && looks.contains(++answered)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            double resident = service.resident();
            String row =
                String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %.0f | %.0f |",
                    answered,
                    answered / seconds,
                    service.heap(),
                    resident);
            System.out.println(row); // So that somebody who waits sees how far it is.
            rows.add(row);
          }
        }
      }
      writer.join();
      if (answered != patients) {
        throw new IllegalStateException(
            answered + " of " + patients + " were answered; the service: " + service.state());
      }
    }
  }

  private void write(Socket socket) {
    try {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 2 * CHUNK);
      out.write(
          ("POST %s/$assess-batch HTTP/1.1\r\nHost: %s\r\nContent-Type: application/fhir+ndjson\r\n"
                  + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
              .formatted(base.getPath(), base.getAuthority())
              .getBytes(StandardCharsets.US_ASCII));
      for (int number = 0; number < patients; number++) {
        byte[] line = patient(number);
        out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(line);
        out.write(new byte[] {'\r', '\n'});
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] patient(int number) {
    String entries =
        SmallPatient.diagnosed("p%d".formatted(number), number).stream()
            .map(resource -> "{\"resource\":" + resource + '}')
            .collect(Collectors.joining(","));
    return ("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
