package org.karyon.explorer.patient;

import java.util.List;

/**
 * The way to where the patient stands, drawn along time.
 *
 * @param events the events, oldest first
 * @param ticks marks on the axis
 * @param lanes the rows of the drawing with their height
 * @param height the height of the drawing
 */
public record TimelineDrawing(List<Event> events, List<Tick> ticks, List<Lane> lanes, int height) {

  /** Copies the lists. */
  public TimelineDrawing {
    events = List.copyOf(events);
    ticks = List.copyOf(ticks);
    lanes = List.copyOf(lanes);
  }

  /**
   * A mark on the axis.
   *
   * @param x its place
   * @param label its words
   */
  public record Tick(int x, String label) {}

  /**
   * A row of the drawing.
   *
   * @param y its place
   * @param label its words
   */
  public record Lane(int y, String label) {}
}
