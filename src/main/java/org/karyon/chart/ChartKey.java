package org.karyon.chart;

/**
 * A part of the record that is asked for.
 *
 * @param name the prefetch key
 * @param resourceType the kind of resource it holds
 * @param required whether nothing can be said without it
 */
public record ChartKey(String name, String resourceType, boolean required) {}
