package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private final ArtifactReads reads;
  private final ArtifactSearch searches;
  private final String base;

  ReadBatch(ArtifactReads reads, ArtifactSearch searches, String base) {
    this.reads = reads;
    this.searches = searches;
    this.base = base;
  }

  /**
   * Answers a batch.
   *
   * @param batch a Bundle of type batch, whose entries are GET requests
   * @param request the request that brought it
   * @return a Bundle of type batch-response, with one entry for each
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
    boolean lenient = Handling.isLenient(request);
    Bundle answers = new Bundle();
    answers.setType(BundleType.BATCHRESPONSE);
    answers.addLink().setRelation("self").setUrl(base);
    batch.getEntry().forEach(entry -> answers.addEntry(answer(entry, lenient)));
    return answers;
  }

  private BundleEntryComponent answer(BundleEntryComponent asked, boolean lenient) {
    BundleEntryComponent answer = new BundleEntryComponent();
    try {
      if (asked.getRequest().getMethod() != HTTPVerb.GET) {
        throw FhirFailures.of(
            405, IssueType.NOTSUPPORTED, "Entries of a batch are GET requests; nothing is stored.");
      }
      Resource found = get(asked.getRequest().getUrl(), lenient);
      answer.setResource(found);
      answer.getResponse().setStatus("200 OK");
      if (found instanceof MetadataResource artifact) {
        answer.getResponse().setEtag("W/\"" + artifact.getMeta().getVersionId() + '"');
        answer.getResponse().setLastModified(artifact.getMeta().getLastUpdated());
      }
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
    Class<? extends MetadataResource> type =
        searches
            .type(parts[0])
            .orElseThrow(() -> FhirFailures.notFound("There is nothing of this kind here."));
    boolean version = parts.length == 4 && parts[2].equals("_history");
    if (parts.length == 1) {
      return reads.search(type, parameters(halves.length == 1 ? "" : halves[1]), lenient);
    }
    if (halves.length == 1 && !parts[1].startsWith("$") && (parts.length == 2 || version)) {
      return reads.read(
          type,
          version ? new IdType(parts[0], parts[1], parts[3]) : new IdType(parts[0], parts[1]));
    }
    throw FhirFailures.invalid(
        IssueType.NOTSUPPORTED,
        "Bundle.entry.request.url",
        "A batch answers reads and searches; send this request by itself.");
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
      throw FhirFailures.invalid(
          IssueType.VALUE, "Bundle.entry.request.url", "The address of an entry is not encoded.");
    }
  }
}
