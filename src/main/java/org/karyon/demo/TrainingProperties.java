package org.karyon.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the training.
 *
 * @param rounds how often each example patient is sent
 */
@ConfigurationProperties("karyon.training")
record TrainingProperties(@DefaultValue("40") int rounds) {}
