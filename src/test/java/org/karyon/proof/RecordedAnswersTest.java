package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.reading.RecordReader;

/**
 * The examples in this process: reading, assessment and cards alone, without the service around
 * them, come to the recorded answer, down to each result that a card names.
 */
class RecordedAnswersTest {

  @TestFactory
  Stream<DynamicTest> readingAndAssessmentComeToTheRecordedAnswer() {
    return RecordedAnswer.read(new RecordReader(EveryPatient.GUIDELINE)).stream()
        .map(
            answer ->
                DynamicTest.dynamicTest(
                    answer.name(),
                    () ->
                        assertThat(answer.written(EveryPatient.GUIDELINE))
                            .isEqualTo(answer.cards())));
  }
}
