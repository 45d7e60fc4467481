package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.BuiltIn;
import org.karyon.guideline.Guideline;

/** The folder says what the tables say that were written apart from it, no more and no less. */
class StatementsTest {

  @TestFactory
  Stream<DynamicTest> theFolderSaysWhatTheTablesSay() {
    Guideline guideline = BuiltIn.GUIDELINE;
    return Statements.all().stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.file(), () -> assertThat(table.faults(guideline)).isEmpty()));
  }
}
