package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.fhirapi.search.ArtifactSearch;

/**
 * A batch of reads and searches: each entry is answered by itself, as if it had been sent alone.
 */
public final class ReadBatch {

  private static final String URL = "Bundle.entry.request.url";
  private static final int MOST_ENTRIES = 1_000;

  /** All artifacts together are smaller; a batch could otherwise ask for each a thousand times. */
  private static final int MOST_CHARACTERS = 2 << 20;

  private final ArtifactReads reads;
  private final ArtifactSearch searches;
  private final ReadConditions conditions;
  private final String base;

  ReadBatch(ArtifactReads reads, ArtifactSearch searches, ReadConditions conditions, String base) {
    this.reads = reads;
    this.searches = searches;
    this.conditions = conditions;
    this.base = base;
  }

  /**
   * Answers a batch.
   *
   * @param batch a Bundle of type batch, whose entries are GET requests
   * @param request the request that brought it
   * @return a Bundle of type batch-response, with one entry for each; those beyond what is answered
   *     at once are answered with 413
   */
  @Transaction
  public Bundle batch(@TransactionParam Bundle batch, RequestDetails request) {
    if (batch.getType() != BundleType.BATCH) {
      throw FhirFailures.invalid(
          IssueType.NOTSUPPORTED,
          "Bundle.type",
          "Only a Bundle of type batch is answered here; nothing is stored, so there is nothing to"
              + " transact. $assess takes a record.");
    }
    if (batch.getEntry().size() > MOST_ENTRIES) {
      throw FhirFailures.of(
          413,
          IssueType.TOOCOSTLY,
          "A batch has at most %d entries; send several.".formatted(MOST_ENTRIES));
    }
    boolean lenient = Handling.isLenient(request);
    Bundle answers = new Bundle();
    answers.setType(BundleType.BATCHRESPONSE);
    answers.addLink().setRelation("self").setUrl(base);
    long characters = 0;
    for (BundleEntryComponent entry : batch.getEntry()) {
      BundleEntryComponent answer = answer(entry, lenient, characters);
      characters += reads.characters(answer.getResource());
      answers.addEntry(answer);
    }
    return answers;
  }

  private BundleEntryComponent answer(
      BundleEntryComponent asked, boolean lenient, long charactersBefore) {
    BundleEntryComponent answer = new BundleEntryComponent();
    try {
      if (charactersBefore > MOST_CHARACTERS) {
        throw FhirFailures.of(
            413,
            IssueType.TOOCOSTLY,
            "The answers before this one are as much as a batch holds; send it in another.");
      }
      if (asked.getRequest().getMethod() != HTTPVerb.GET) {
        throw FhirFailures.of(
            asked.getRequest().hasMethod() ? 405 : 400,
            IssueType.NOTSUPPORTED,
            "Entries of a batch are GET requests; nothing is stored.");
      }
      if (!asked.getRequest().hasUrl()) {
        throw FhirFailures.invalid(IssueType.REQUIRED, URL, "An entry of a batch has a 'url'.");
      }
      Resource found = get(asked.getRequest().getUrl(), lenient);
      answer.getResponse().setStatus("200 OK");
      if (found instanceof MetadataResource artifact) {
        answer.getResponse().setEtag(conditions.tag());
        answer.getResponse().setLastModified(artifact.getMeta().getLastUpdated());
        if (asked.getRequest().hasIfNoneMatch()
            && conditions.named(asked.getRequest().getIfNoneMatch())) {
          answer.getResponse().setStatus("304 Not Modified");
          return answer;
        }
      }
      answer.setResource(found);
    } catch (BaseServerResponseException refused) {
      answer.getResponse().setStatus(String.valueOf(refused.getStatusCode()));
      IBaseOperationOutcome outcome = refused.getOperationOutcome();
      if (outcome instanceof Resource resource) {
        answer.getResponse().setOutcome(resource);
      }
    }
    return answer;
  }

  private Resource get(String url, boolean lenient) {
    String relative = url.startsWith(base + '/') ? url.substring(base.length() + 1) : url;
    String[] halves = relative.replaceFirst("^/", "").split("\\?", 2);
    String[] parts = halves[0].split("/", -1);
    Map<String, String[]> asked = parameters(halves.length == 1 ? "" : halves[1]);
    Class<? extends MetadataResource> type =
        searches
            .type(parts[0])
            .orElseThrow(
                () ->
                    FhirFailures.notFound(
                        "A batch reads and searches the artifacts of this server, of which none is"
                            + " of this kind; send another request by itself."));
    if (parts.length == 1 || parts[1].isEmpty()) {
      Bundle page = reads.search(type, asked, lenient);
      page.getEntry().forEach(entry -> entry.setResource(subset(entry.getResource(), asked)));
      return page;
    }
    boolean version = parts.length == 4 && parts[2].equals("_history");
    if (parts[1].startsWith("$") || !(parts.length == 2 || version)) {
      throw FhirFailures.invalid(
          IssueType.NOTSUPPORTED,
          URL,
          "A batch answers reads and searches; send this request by itself.");
    }
    if (!lenient) {
      DeclaredParameters.onRead(parts[0], asked, Set.of());
    }
    return subset(
        reads.read(
            type,
            version ? new IdType(parts[0], parts[1], parts[3]) : new IdType(parts[0], parts[1])),
        asked);
  }

  private static Resource subset(Resource resource, Map<String, String[]> asked) {
    return Subset.of(
        resource,
        Optional.ofNullable(asked.get("_elements")).map(values -> values[0]),
        Optional.ofNullable(asked.get("_summary")).map(values -> values[0]));
  }

  private static Map<String, String[]> parameters(String query) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    Stream.of(query.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair ->
                parameters.merge(
                    decoded(pair[0]),
                    new String[] {pair.length == 1 ? "" : decoded(pair[1])},
                    (some, more) ->
                        Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new)));
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw FhirFailures.invalid(IssueType.VALUE, URL, "The address of an entry is not encoded.");
    }
  }
}
