package org.karyon.explorer.patient;

/**
 * An event of the timeline, with its place in the drawing.
 *
 * @param date the date as the record gives it
 * @param kind its kind, which is its style as well
 * @param title what happened
 * @param shows what the record shows
 * @param resource the resource
 * @param x where it lies from left to right, 0 to 1000
 * @param y where it lies from top to bottom
 */
public record Event(
    String date, String kind, String title, String shows, String resource, int x, int y) {}
