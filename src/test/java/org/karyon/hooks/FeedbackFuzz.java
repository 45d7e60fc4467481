package org.karyon.hooks;

import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.web.JsonBody;
import org.karyon.web.Refusal;

/** For Jazzer: any bytes are a feedback body, which is read or refused. */
public final class FeedbackFuzz {

  private static final JsonBody BODY = new JsonBody(new RecordJson(ReadLimits.CLINICAL), 1 << 20);

  private FeedbackFuzz() {}

  /** Called by Jazzer; what is thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      FeedbackBody.read(BODY.object(input));
    } catch (Refusal refused) {
      // An answer as well.
    }
  }
}
