package org.karyon.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.web.EvaluationDay;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example patients do not age: their day stands still, so that each of them shows today what
 * its folder records. Everybody else's day is today.
 */
@Component
@Primary
@Profile("demo")
class DayOfTheExamples implements EvaluationDay {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Set<String> patients;
  private final EvaluationDay others;

  DayOfTheExamples(ExampleCases cases, Clock clock) {
    this.patients =
        cases.all().stream()
            .map(example -> JsonMapper.shared().readTree(example.request()))
            .map(request -> request.path("context").path("patientId").asString(""))
            .collect(Collectors.toUnmodifiableSet());
    this.others = EvaluationDay.today(clock);
  }

  @Override
  public LocalDate of(String patientId) {
    return patients.contains(patientId) ? DAY : others.of(patientId);
  }
}
