package org.karyon.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * HTTP as an attacker writes it: packed bodies, other encodings, requests inside requests,
 * addresses and headers that cannot be read. Whatever it is, it is its sender's mistake and is told
 * so.
 */
@OnTheDayOfTheExamples
@ExtendWith(OutputCaptureExtension.class)
class HostileHttpTest {

  private static final String HOOK = "/cds-services/all-patient-view";
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final Pattern CLIENTS_MISTAKE = Pattern.compile("4\\d\\d|501");

  /** Each address with the kind of body that it takes. */
  private static final Map<String, String> ADDRESSES =
      Map.of(
          HOOK,
          "application/json",
          HOOK + "/feedback",
          "application/json",
          "/karyotype",
          "text/plain",
          "/fhir",
          "application/fhir+json",
          "/fhir/$assess",
          "application/fhir+json",
          "/fhir/$assess-batch",
          "application/fhir+ndjson",
          "/fhir/PlanDefinition/work-up/$apply",
          "application/fhir+json",
          "/fhir/CodeSystem/$lookup",
          "application/fhir+json",
          "/fhir/ValueSet/_search",
          "application/x-www-form-urlencoded");

  private static final Map<String, String> FORMS =
      Map.of(
          "GET ", "text/plain",
          "POST ", "application/x-www-form-urlencoded",
          "PUT ", "application/x-www-form-urlencoded",
          "DELETE ", "application/json");

  @LocalServerPort private int port;

  static Stream<String> addresses() {
    return ADDRESSES.keySet().stream().sorted();
  }

  private List<Integer> statuses(byte[] request) throws IOException {
    return STATUS
        .matcher(answer(request))
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  private String answer(byte[] request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(8_000);
      socket.getOutputStream().write(request);
      socket.getInputStream().transferTo(answer);
    } catch (IOException closed) {
      // What was answered until then counts.
    }
    return answer.toString(ISO_8859_1);
  }

  private static byte[] post(String address, String headers, byte[] body) {
    byte[] head =
        "POST %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(address, headers, body.length)
            .getBytes(ISO_8859_1);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("{\"resourceType\":\"Parameters\",\"id\":\"".getBytes(UTF_8));
      byte[] zeros = new byte[1 << 20];
      for (int number = 0; number < 64; number++) {
        out.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aPackedBodyIsUnpackedNowhere(String address) throws Exception {
    byte[] bomb = bomb();
    for (String coding : List.of("gzip", "x-gzip", "GZIP", "deflate", "br", "identity, gzip")) {
      String headers =
          "Content-Type: %s\r\nContent-Encoding: %s\r\n"
              .formatted(ADDRESSES.getOrDefault(address, ""), coding);
      assertThat(answer(post(address, headers, bomb)))
          .as(coding)
          .startsWith("HTTP/1.1 415 ")
          .contains("send it without a Content-Encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "IBM500"})
  void jsonIsReadAsUtf8AndAsNothingElse(String encoding) throws Exception {
    String example =
        Files.readString(Path.of("fhir-examples/01-ph-positive-induction/request.json"));
    for (String address : addresses().filter(name -> !name.equals("/karyotype")).toList()) {
      String type = ADDRESSES.getOrDefault(address, "");
      if (!type.contains("json")) {
        continue;
      }
      String answer =
          answer(
              post(
                  address,
                  "Content-Type: " + type + "\r\n",
                  example.getBytes(Charset.forName(encoding))));
      // Of many lines each is answered by itself.
      assertThat(answer)
          .as(address)
          .startsWith(address.contains("batch") ? "HTTP/1.1 200" : "HTTP/1.1 400");
      assertThat(answer)
          .as(address)
          .contains("The request body is not valid UTF-8")
          .doesNotContain("cards");
    }
  }

  @Test
  void aMarkOfTheEncodingIsNoPartOfTheBody() throws Exception {
    String example =
        "\ufeff" + Files.readString(Path.of("fhir-examples/01-ph-positive-induction/request.json"));
    assertThat(statuses(post(HOOK, "Content-Type: application/json\r\n", example.getBytes(UTF_8))))
        .containsExactly(200);
  }

  private static String call(String headers, String body) {
    return "POST "
        + HOOK
        + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private static Map<String, String> requestsInRequests() {
    String inside = "GET /smuggled HTTP/1.1\r\nHost: here\r\n\r\n";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("two lengths", call("Content-Length: 2\r\nContent-Length: 44\r\n", "{}" + inside));
    all.put("two equal lengths", call("Content-Length: 2\r\nContent-Length: 2\r\n", "{}" + inside));
    all.put("a list of lengths", call("Content-Length: 2, 44\r\n", "{}" + inside));
    all.put("a length with a sign", call("Content-Length: +2\r\n", "{}" + inside));
    all.put("a negative length", call("Content-Length: -2\r\n", "{}" + inside));
    all.put("a length in other digits", call("Content-Length: 0x2\r\n", "{}" + inside));
    all.put("a length beyond numbers", call("Content-Length: 99999999999999999999\r\n", inside));
    all.put("a blank behind a name", call("Content-Length : 2\r\n", "{}" + inside));
    all.put(
        "a length and chunks",
        call("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + inside));
    all.put(
        "two codings",
        call(
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" + inside));
    all.put("an unknown coding", call("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + inside));
    all.put("packed chunks", call("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + inside));
    all.put("a hidden coding", call("Transfer-Encoding: \u000bchunked\r\n", "0\r\n\r\n" + inside));
    for (String size :
        List.of("zz", "-2", "FFFFFFFFFFFFFFFFF", "2;" + "a".repeat(20_000), "", "0x2", "2 2")) {
      all.put(
          "chunks of " + size.substring(0, Math.min(size.length(), 20)),
          call("Transfer-Encoding: chunked\r\n", size + "\r\n{}\r\n0\r\n\r\n" + inside));
    }
    all.put(
        "thousands of trailers",
        call(
            "Transfer-Encoding: chunked\r\n",
            "2\r\n{}\r\n0\r\n" + "X-A: b\r\n".repeat(3_000) + "\r\n" + inside));
    all.put("a line inside a header", call("X: a\rContent-Length: 2\r\n", "{}" + inside));
    all.put("no host", "GET /guideline HTTP/1.1\r\n\r\n");
    all.put("two hosts", "GET /guideline HTTP/1.1\r\nHost: here\r\nHost: there\r\n\r\n");
    all.put("another host", "GET http://there/guideline HTTP/1.1\r\nHost: here\r\n\r\n");
    all.put("a proxy's request", "CONNECT there:443 HTTP/1.1\r\nHost: there:443\r\n\r\n");
    return all;
  }

  static Stream<String> namesOfRequestsInRequests() {
    return requestsInRequests().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("namesOfRequestsInRequests")
  void whatCanBeReadInTwoWaysIsAnsweredOnceAndEndsTheConnection(String name, CapturedOutput log)
      throws Exception {
    byte[] request = requestsInRequests().getOrDefault(name, "").getBytes(ISO_8859_1);

    assertThat(statuses(request))
        .singleElement()
        .extracting(String::valueOf)
        .asString()
        .matches(CLIENTS_MISTAKE);
    assertThat(log.getAll()).doesNotContain("Exception");
  }

  @Test
  void requestsBehindEachOtherAreAnsweredEach() throws Exception {
    String one = "GET /fhir/ValueSet?_count=0 HTTP/1.1\r\nHost: here\r\n";
    assertThat(
            statuses(
                (one + "\r\n" + one + "\r\n" + one + "Connection: close\r\n\r\n")
                    .getBytes(ISO_8859_1)))
        .containsExactly(200, 200, 200);
  }

  private static String many(int number, String piece, String between) {
    return IntStream.range(0, number)
        .mapToObj(index -> piece.replace("#", Integer.toString(index)))
        .collect(Collectors.joining(between));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cds-services",
        "/guideline",
        "/karyotype",
        "/fhir/ValueSet",
        "/fhir/metadata",
        "/fhir/CodeSystem/$lookup",
        HOOK,
        "/explorer",
        "/openapi"
      })
  void noAddressOrHeaderMakesItFailOrAnswerAtLength(String address, CapturedOutput log)
      throws Exception {
    List<String> queries =
        List.of(
            "a=%zz",
            "a=%",
            "%=a",
            "a=%00",
            "a=%ff",
            "%zz",
            "a=%c0%af",
            many(2_000, "", "&"),
            many(1_500, "a#", "&"),
            many(1_500, "a#=b", "&"),
            many(900, "a=b", "&"),
            "url=" + many(2_000, "x", ","),
            "_sort=" + many(1_500, "url", ","));
    List<String> headers =
        List.of(
            "Accept-Language: " + many(700, "a#;q=0.1", ","),
            "Accept: " + many(500, "a/b#;q=0.5", ","),
            "Accept-Encoding: " + many(900, "a#", ","),
            "Cookie: " + many(500, "a#=b", ";"),
            "Range: bytes=" + many(900, "0-", ","),
            "If-None-Match: " + many(900, "\"#\"", ","),
            "If-Modified-Since: " + "9".repeat(5_000),
            "X-Forwarded-For: " + many(600, "127.0.0.1", ","),
            "Prefer: " + many(600, "handling=lenient", ";"),
            "X: " + "x".repeat(20_000),
            many(1_000, "A#: b", "\r\n"),
            "Connection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA");
    List<String> requests = new ArrayList<>();
    queries.forEach(query -> requests.add(address + '?' + query + " HTTP/1.1\r\nHost: here\r\n"));
    headers.forEach(
        header -> requests.add(address + " HTTP/1.1\r\nHost: here\r\n" + header + "\r\n"));
    for (String request : requests) {
      for (Map.Entry<String, String> form : FORMS.entrySet()) {
        String answer =
            answer(
                (form.getKey()
                        + request
                        + "Connection: close\r\nContent-Type: "
                        + form.getValue()
                        + "\r\nContent-Length: 5\r\n\r\na=%zz")
                    .getBytes(ISO_8859_1));
        assertThat(answer)
            .as(form.getKey() + request.substring(0, Math.min(request.length(), 200)))
            .matches("(?s)HTTP/1.1 [234].*")
            .hasSizeLessThan(250_000);
      }
    }
    assertThat(log.getAll()).doesNotContain("Exception");
  }

  @Test
  void aFormOfNothingButFieldsIsRefused() throws Exception {
    byte[] body = many(500_000, "a#", "&").getBytes(ISO_8859_1);
    for (String address : ADDRESSES.keySet()) {
      assertThat(
              statuses(post(address, "Content-Type: application/x-www-form-urlencoded\r\n", body)))
          .as(address)
          .containsExactly(400);
    }
  }

  private String batch(int entries) throws IOException {
    String entry = "{\"request\":{\"method\":\"GET\",\"url\":\"Library?_count=1000\"}}";
    String body =
        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
            + many(entries, entry, ",")
            + "]}";
    return answer(post("/fhir", "Content-Type: application/fhir+json\r\n", body.getBytes(UTF_8)));
  }

  @Test
  void aBatchIsNotAnsweredAThousandTimesItsLength() throws Exception {
    assertThat(batch(1_000))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"status\":\"200 OK\"", "\"status\":\"413\"")
        .hasSizeLessThan(5 << 20);
    assertThat(batch(1_001)).startsWith("HTTP/1.1 413 ");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void whatLiesDeepIsReadNowhere(String address) throws Exception {
    List<String> deep =
        List.of(
            "[".repeat(5_000) + "]".repeat(5_000),
            "{\"a\":".repeat(5_000) + 1 + "}".repeat(5_000),
            "{\"resourceType\":\"Parameters\",\"parameter\":["
                + "{\"name\":\"x\",\"part\":[".repeat(2_000)
                + "]}".repeat(2_000)
                + "]}",
            "{\"resourceType\":\"Patient\",\"extension\":"
                + "[{\"url\":\"x\",\"extension\":".repeat(2_000)
                + "[]"
                + "}]".repeat(2_000)
                + "}",
            "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":"
                    .repeat(2_000)
                + "{}"
                + "}]}".repeat(2_000));
    List<String> xml =
        List.of(
            "<Patient xmlns=\"http://hl7.org/fhir\">"
                + "<extension url=\"x\">".repeat(20_000)
                + "</extension>".repeat(20_000)
                + "</Patient>",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM"
                + " \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\"><id"
                + " value=\"&e;\"/></Patient>",
            "<Patient xmlns=\"http://hl7.org/fhir\"><text><div"
                + " xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<b>".repeat(20_000)
                + "</b>".repeat(20_000)
                + "</div></text></Patient>");
    for (String body : Stream.concat(deep.stream(), xml.stream()).toList()) {
      String type =
          body.startsWith("<") ? "application/fhir+xml" : ADDRESSES.getOrDefault(address, "");
      String answer = answer(post(address, "Content-Type: " + type + "\r\n", body.getBytes(UTF_8)));
      assertThat(answer)
          .as(body.substring(0, 60))
          .matches("(?s)HTTP/1.1 [24].*")
          .doesNotContain("root:");
      if (!address.equals("/karyotype")) {
        assertThat(answer).as(body.substring(0, 60)).hasSizeLessThan(5_000);
      }
    }
  }
}
