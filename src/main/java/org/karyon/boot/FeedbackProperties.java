package org.karyon.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feedback report.
 *
 * @param overriddenShare from which share of overridden cards on a rule is marked, from 0 to 1
 */
@ConfigurationProperties("karyon.feedback")
record FeedbackProperties(@DefaultValue("0.5") double overriddenShare) {}
