package org.karyon.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.http.client.methods.RequestBuilder;
import org.karyon.bulk.ExportManifest.OutputFile;

/** Downloads the files of an export; each is whole when it has its name. */
final class ExportFiles {

  private final Asking asking;
  private final ExportManifest manifest;
  private final Path folder;
  private final PrintStream told;

  ExportFiles(Asking asking, ExportManifest manifest, Path folder, PrintStream told) {
    this.asking = asking;
    this.manifest = manifest;
    this.folder = folder;
    this.told = told;
  }

  void fetch() throws IOException, InterruptedException {
    int number = 0;
    for (OutputFile output : manifest.files()) {
      number++;
      String name =
          String.format(
              Locale.ROOT,
              "%05d.%s%s.ndjson",
              number,
              output.type(),
              output.ofErrors() ? ".not-exported" : "");
      if (Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz"))) {
        continue;
      }
      fetch(output, name);
      told.println("Fetched %d of %d files".formatted(number, manifest.files().size()));
    }
  }

  private void fetch(OutputFile output, String name) throws IOException, InterruptedException {
    Path part = folder.resolve(name + ".part");
    String what = "The file " + ServerConnection.named(output.address()) + " was asked for";
    ServerReply reply =
        asking.ask(
            what,
            RequestBuilder.get(output.address())
                .setHeader("Accept", "application/fhir+ndjson")
                .setHeader("Accept-Encoding", "gzip"),
            manifest.withToken(),
            Optional.of(part));
    if (reply.status() == 404 || reply.status() == 410) {
      throw new ExportGone(what + ": the server no longer has it.");
    }
    if (reply.status() != 200) {
      throw BulkExport.refused(what, reply, ExportRemedy.NONE);
    }
    boolean packed = reply.header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    if (output.count().isPresent()) {
      long lines = lines(part, packed);
      if (lines != output.count().get()) {
        Files.delete(part);
        throw new ExportFailed(
            "%s: the server announced %d resources and sent %d."
                .formatted(what, output.count().get(), lines),
            ExportRemedy.ASK_AGAIN);
      }
    }
    BulkExport.place(part, folder.resolve(packed ? name + ".gz" : name));
    if (output.ofErrors()) {
      told.println("The server says that something could not be exported: " + name);
    }
  }

  private static long lines(Path file, boolean packed) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = packed ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).count();
    }
  }
}
