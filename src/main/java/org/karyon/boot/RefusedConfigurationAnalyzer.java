package org.karyon.boot;

import org.karyon.security.RefusedConfiguration;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in two sentences why the service does not start, instead of a stack trace. */
final class RefusedConfigurationAnalyzer extends AbstractFailureAnalyzer<RefusedConfiguration> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RefusedConfiguration cause) {
    return new FailureAnalysis(cause.getMessage(), cause.whatToDo(), cause);
  }
}
