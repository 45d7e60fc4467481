package org.karyon.chart.fhir;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.karyon.chart.ChartPart;
import org.karyon.chart.PartQuery;
import org.karyon.chart.SearchPage;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.FhirPeculiarities;
import tools.jackson.databind.JsonNode;

/** Reads one part of the record, page after page; what was read so far can be had at any time. */
final class PartReading implements Callable<ChartPart> {

  static final String TOO_SLOW = "the FHIR server did not answer in time";

  private final PartQuery query;
  private final FhirBaseUrl base;
  private final FhirRequest request;
  private final FhirPeculiarities peculiarities;
  private final FetchLimits limits;
  private final Deadline deadline;
  private final Set<URI> asked = new HashSet<>();
  private volatile Optional<List<JsonNode>> read = Optional.empty();
  private volatile Runnable underWay = () -> {};
  private int bytes;

  PartReading(
      PartQuery query,
      FhirBaseUrl base,
      FhirRequest request,
      FhirPeculiarities peculiarities,
      FetchLimits limits,
      Deadline deadline) {
    this.query = query;
    this.base = base;
    this.request = request;
    this.peculiarities = peculiarities;
    this.limits = limits;
    this.deadline = deadline;
  }

  PartQuery query() {
    return query;
  }

  /** Gives up what is under way; what was read until now is the answer when no time is left. */
  ChartPart outOfTime() {
    underWay.run();
    return incomplete(TOO_SLOW);
  }

  private ChartPart incomplete(String reason) {
    return read.<ChartPart>map(resources -> new ChartPart.Partial(resources, reason))
        .orElseGet(() -> new ChartPart.Missing(reason));
  }

  @Override
  public ChartPart call() throws InterruptedException {
    String first = SearchAddress.without(query.address(), peculiarities.refusedParameters());
    // A server's link to a page must not be taken apart.
    boolean isOurs = query.address().equals(query.key().query(query.patientId()));
    String address = first;
    String elsewhere = "its address is not one of the FHIR server";
    while (true) {
      Optional<URI> located = base.locate(address);
      if (located.isEmpty()) {
        return incomplete(elsewhere);
      }
      if (!asked.add(located.get()) || asked.size() > limits.mostPages()) {
        return incomplete("the FHIR server's pages did not come to an end");
      }
      switch (judged(ask(located.get()))) {
        case Reply.Moved moved -> {
          address = moved.address();
          elsewhere = "the FHIR server redirects to another address, which is not followed";
        }
        case Reply.Declined declined -> {
          Optional<String> simpler =
              address.equals(first) && isOurs ? SearchAddress.simpler(first) : Optional.empty();
          if (simpler.isEmpty()) {
            return incomplete(declined.reason());
          }
          address = simpler.get();
        }
        case Reply.Refused refused -> {
          return incomplete(refused.reason());
        }
        case Reply.Again again -> {
          return incomplete(again.reason());
        }
        case Reply.Document document -> {
          bytes += document.bytes();
          Optional<ChartPart> done = take(document.document());
          if (done.isPresent()) {
            return done.get();
          }
          address = SearchPage.of(document.document()).next().orElse("");
          elsewhere = "its next page lies on another server, which is not followed";
        }
      }
    }
  }

  /** A read changes nothing, so it may be repeated: once, and only while there is time. */
  private Reply ask(URI address) throws InterruptedException {
    Reply first = get(address);
    if (first instanceof Reply.Again again && again.after().compareTo(deadline.left()) < 0) {
      Thread.sleep(again.after().isNegative() ? Duration.ZERO : again.after());
      return get(address);
    }
    return first;
  }

  private Reply get(URI address) {
    FhirRequest.Sent sent = request.to(address);
    underWay = sent::giveUp;
    return deadline.isOver()
        ? new Reply.Refused(TOO_SLOW)
        : sent.reply(limits.mostBytes() - bytes, deadline);
  }

  /** A server may also decline a search in the answer itself. */
  private Reply judged(Reply reply) {
    if (reply instanceof Reply.Document document && !query.key().isRead()) {
      String type = document.document().path("resourceType").asString("");
      if (type.equals("OperationOutcome")) {
        return new Reply.Declined("the FHIR server answered with an OperationOutcome");
      }
      if (type.equals("Bundle") && SearchPage.of(document.document()).failed()) {
        return new Reply.Declined("the FHIR server says that the search failed");
      }
    }
    return reply;
  }

  /** The answer when this document ends the reading. */
  private Optional<ChartPart> take(JsonNode document) {
    String type = document.path("resourceType").asString("");
    if (type.equals("OperationOutcome")) {
      return Optional.of(incomplete("the FHIR server answered with an OperationOutcome"));
    }
    if (query.key().isRead()) {
      return Optional.of(single(document, type));
    }
    if (!type.equals("Bundle")) {
      return Optional.of(incomplete("the FHIR server's answer is not a Bundle"));
    }
    SearchPage page = SearchPage.of(document);
    List<JsonNode> resources = new ArrayList<>(read.orElse(List.of()));
    resources.addAll(page.resources());
    if (resources.size() > limits.mostEntries()) {
      return Optional.of(incomplete("it has more resources than are read from a FHIR server"));
    }
    read = Optional.of(List.copyOf(resources));
    return page.next().isPresent() ? Optional.empty() : Optional.of(new ChartPart.Whole(resources));
  }

  private ChartPart single(JsonNode document, String type) {
    boolean asAsked =
        type.equals(query.key().resourceType())
            && document.path("id").asString("").equals(query.patientId());
    return asAsked
        ? new ChartPart.Whole(List.of(document))
        : incomplete("the FHIR server answered with another resource");
  }
}
