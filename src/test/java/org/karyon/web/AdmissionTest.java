package org.karyon.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** One client's rush leaves room for the others. */
class AdmissionTest {

  private static final FilterChain ANSWERED =
      (request, response) -> ((MockHttpServletResponse) response).setStatus(200);

  private final Admission admission =
      new Admission(
          1, HttpStatus.TOO_MANY_REQUESTS, request -> Optional.ofNullable(request.getRemoteUser()));

  private MockHttpServletResponse send(String client, String path, FilterChain chain)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setRemoteUser(client);
    MockHttpServletResponse response = new MockHttpServletResponse();
    admission.doFilter(request, response, chain);
    return response;
  }

  @Test
  void aClientWithoutAPlaceIsToldToComeBackAndTheOthersAreNot() throws Exception {
    FilterChain meanwhile =
        (request, response) -> {
          MockHttpServletResponse again = send("hospital", "/karyotype", ANSWERED);
          assertThat(again.getStatus()).isEqualTo(429);
          assertThat(again.getHeader("Retry-After")).isEqualTo("1");
          assertThat(again.getContentAsString()).contains("OperationOutcome", "throttled");
          assertThat(send("clinic", "/karyotype", ANSWERED).getStatus()).isEqualTo(200);
          assertThat(send(null, "/karyotype", ANSWERED).getStatus()).isEqualTo(200);
          assertThat(send("hospital", "/actuator/health", ANSWERED).getStatus()).isEqualTo(200);
        };

    send("hospital", "/karyotype", meanwhile);
    assertThat(send("hospital", "/karyotype", ANSWERED).getStatus())
        .as("afterwards")
        .isEqualTo(200);
  }

  @Test
  void aPlaceIsGivenBackAlsoAfterAFailure() throws Exception {
    try {
      send(
          "hospital",
          "/karyotype",
          (request, response) -> {
            throw new IOException("the client is gone");
          });
    } catch (IOException expected) {
      assertThat(send("hospital", "/karyotype", ANSWERED).getStatus()).isEqualTo(200);
      return;
    }
    throw new AssertionError("the failure was swallowed");
  }
}
