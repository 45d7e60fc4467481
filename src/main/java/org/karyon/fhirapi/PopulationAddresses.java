package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.population.PopulationDesk;
import org.karyon.population.PopulationJob;
import org.karyon.population.ResultFile;
import org.karyon.population.Results;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Where a client asks about its job of {@code $assess-population}, cancels it and fetches its
 * results (Bulk Data Access 2, Bulk Data Status Request). Each needs a token like the one that the
 * job was asked for with; another client's job is not there.
 */
final class PopulationAddresses extends HttpServlet {

  /** The path below the servlet container's root. */
  static final String PATH = "/fhir/population/*";

  /** The beginning of the path below the base of the FHIR API. */
  static final String BELOW_BASE = "/population/";

  @Serial private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PopulationAddresses.class);
  private static final String RETRY_AFTER = "Retry-After";
  private static final String WHILE_WAITING = "60";
  private static final String WHILE_RUNNING = "10";

  private final transient PopulationDesk desk;
  private final transient PopulationManifest manifest;

  PopulationAddresses(PopulationDesk desk, String base) {
    this.desk = desk;
    this.manifest = new PopulationManifest(base);
  }

  /** A job and what of it is asked for; the whole job where the rest is empty. */
  private record Asked(UUID id, String file) {

    static Optional<Asked> of(HttpServletRequest request) {
      String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
      int slash = path.indexOf('/');
      String id = slash < 0 ? path : path.substring(0, slash);
      try {
        UUID known = UUID.fromString(id);
        return known.toString().equals(id)
            ? Optional.of(new Asked(known, slash < 0 ? "" : path.substring(slash + 1)))
            : Optional.empty();
      } catch (IllegalArgumentException none) {
        return Optional.empty();
      }
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Optional<Asked> asked = Asked.of(request);
      String client = AssessPopulation.client(request);
      Optional<PopulationJob> job = asked.flatMap(one -> desk.job(client, one.id()));
      if (job.isEmpty()) {
        refuse(
            response,
            HttpServletResponse.SC_NOT_FOUND,
            IssueType.NOTFOUND,
            "There is no such job: it was cancelled, its results have expired, or it never was"
                + " this client's.");
        return;
      }
      String file = asked.orElseThrow().file();
      response.setHeader("Cache-Control", "no-store");
      switch (request.getMethod()) {
        case "GET", "HEAD" -> get(job.get(), file, request, response);
        case "DELETE" -> delete(job.get(), file, response);
        case "OPTIONS" -> {
          response.setHeader("Allow", allowed(file));
          response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        default -> notAllowed(response, file);
      }
    } catch (DataAccessException unreachable) {
      response.setHeader(RETRY_AFTER, "5");
      refuse(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          IssueType.TRANSIENT,
          "Jobs cannot be looked up at the moment; try again shortly.");
    }
  }

  private void get(
      PopulationJob job, String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (job.state()) {
      case WAITING -> underWay(response, "waiting", WHILE_WAITING);
      case RUNNING ->
          underWay(
              response,
              desk.isInterrupted(job)
                  ? "interrupted; another replica goes on with it"
                  : job.progress(),
              WHILE_RUNNING);
      case FAILED ->
          refuse(
              response,
              HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
              IssueType.PROCESSING,
              "The population could not be assessed. " + job.message());
      case DONE -> done(job, file, request, response);
    }
  }

  private static void underWay(HttpServletResponse response, String progress, String seconds) {
    response.setHeader("X-Progress", progress.substring(0, Math.min(100, progress.length())));
    response.setHeader(RETRY_AFTER, seconds);
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
  }

  private void done(
      PopulationJob job, String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Results> results = desk.results(job);
    if (results.isEmpty()) {
      response.setHeader(RETRY_AFTER, WHILE_RUNNING);
      refuse(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          IssueType.TRANSIENT,
          "The results lie in a folder that this replica does not see; the operator has all"
              + " replicas share the folder of karyon.population.folder.");
      return;
    }
    response.setHeader(
        "Expires",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(desk.expiry(job).atZone(ZoneOffset.UTC)));
    if (name.isEmpty()) {
      response.setContentType("application/json");
      respond(request, response, manifest.of(job, results.get()).getBytes(StandardCharsets.UTF_8));
      return;
    }
    Optional<ResultFile> file = results.get().file(name);
    if (file.isEmpty()) {
      refuse(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          IssueType.NOTFOUND,
          "The job has no such file; its own address lists those that there are.");
      return;
    }
    send(desk.file(job, file.get()), name, request, response);
  }

  private static void respond(HttpServletRequest request, HttpServletResponse response, byte[] body)
      throws IOException {
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private static void send(
      Path file, String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "ndjson" -> AnswerForm.LINES.type();
          case "csv" -> "text/csv;charset=UTF-8";
          case "html" -> "text/html;charset=UTF-8";
          default -> "text/plain;charset=UTF-8";
        });
    // A page of results is looked at as a file of its own, with nothing of this origin's rights.
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + name.substring(name.lastIndexOf('/') + 1) + '"');
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try {
      if (isPacked(request)) {
        response.setHeader("Content-Encoding", "gzip");
        response.setHeader("Vary", "Accept-Encoding");
        OutputStream out = new GZIPOutputStream(response.getOutputStream());
        Files.copy(file, out);
        // The container closes what is below; this writes the end of the archive.
        out.close();
      } else {
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
      }
    } catch (NoSuchFileException expired) {
      LOG.info("A file of results expired while it was asked for");
      if (!response.isCommitted()) {
        response.reset();
        refuse(
            response,
            HttpServletResponse.SC_NOT_FOUND,
            IssueType.NOTFOUND,
            "The results have expired.");
      }
    }
  }

  private static boolean isPacked(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Accept-Encoding"))
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .matches("(.*[ ,])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private void delete(PopulationJob job, String file, HttpServletResponse response)
      throws IOException {
    if (!file.isEmpty()) {
      notAllowed(response, file);
      return;
    }
    desk.cancel(job.order().client(), job.id());
    write(
        response,
        HttpServletResponse.SC_ACCEPTED,
        FhirFailures.note("The job is cancelled, and what there was of it is deleted."));
  }

  private static String allowed(String file) {
    return file.isEmpty() ? "GET, HEAD, DELETE, OPTIONS" : "GET, HEAD, OPTIONS";
  }

  private static void notAllowed(HttpServletResponse response, String file) throws IOException {
    response.setHeader("Allow", allowed(file));
    refuse(
        response,
        HttpServletResponse.SC_METHOD_NOT_ALLOWED,
        IssueType.NOTSUPPORTED,
        "This address answers %s.".formatted(allowed(file)));
  }

  private static void refuse(
      HttpServletResponse response, int status, IssueType type, String message) throws IOException {
    write(response, status, FhirFailures.outcome(type, "", message));
  }

  static void write(HttpServletResponse response, int status, OperationOutcome outcome)
      throws IOException {
    response.setStatus(status);
    response.setContentType(AnswerForm.JSON.type());
    response
        .getOutputStream()
        .write(
            FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(outcome)
                .getBytes(StandardCharsets.UTF_8));
  }
}
