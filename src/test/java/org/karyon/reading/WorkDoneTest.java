package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.Prepared;
import org.karyon.bench.BenchPatient;
import org.karyon.bench.Pipeline;
import org.karyon.chart.Chart;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.PatientRecord;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.resources.Screen;
import tools.jackson.databind.JsonNode;

/** The work of a request is counted, not timed: it grows with what can be used, and not faster. */
class WorkDoneTest {

  private static final Prepared<Screen> SCREEN = Prepared.by(() -> Screen.of(Pipeline.GUIDELINE));
  private static final Prepared<Codings> CODINGS =
      Prepared.by(() -> new Codings(Pipeline.GUIDELINE.terminology()));

  private static RecordResources resources(int observations) {
    BenchPatient patient = new BenchPatient(observations, true, "order-select");
    Pipeline pipeline = new Pipeline(patient);
    Chart chart = pipeline.open(pipeline.parse(patient.request())).settled();
    return new ChartReading(new Guard())
        .read(
            chart,
            chart.all(ResourceKind.CONDITION).resources(),
            CODINGS.get(),
            SCREEN.get(),
            BenchPatient.TODAY);
  }

  @Test
  void whatNoReaderKnowsIsNoResultAndCountsOfTheBloodWalkPastTheReadersOfReports() {
    RecordResources hundreds = resources(300);
    RecordResources thousands = resources(3_000);

    assertThat(hundreds.results()).hasSizeLessThan(220);
    assertThat(thousands.results()).hasSizeLessThan(1_700);
    assertThat(thousands.findings()).hasSameSizeAs(hundreds.findings());
  }

  @ParameterizedTest
  @CsvSource({"20, 2300", "300, 4200", "3000, 12600"})
  void theBytesThatARequestAllocatesStayUnderTheirLimit(int observations, int kilobytes) {
    BenchPatient patient = new BenchPatient(observations, true, "order-select");
    Pipeline pipeline = new Pipeline(patient);
    byte[] body = patient.request();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int warm = 0; warm < 5; warm++) {
      pipeline.answer(body);
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    byte[] answer = pipeline.answer(body);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(answer).isNotEmpty();
    assertThat(allocated / 1024).as("kilobytes").isLessThan(kilobytes);
  }

  @Test
  void aRecordWithoutALeukemiaIsDecidedFromTheProblemListAlone() {
    BenchPatient patient = new BenchPatient(300, false, "order-select");
    Pipeline pipeline = new Pipeline(patient);
    JsonNode request = pipeline.parse(patient.request());

    PatientRecord record = pipeline.read(pipeline.open(request), request);

    assertThat(record.tests()).isEmpty();
    assertThat(pipeline.cards(pipeline.assess(record), pipeline.open(request))).isEmpty();
  }
}
