package org.karyon.explorer.patient;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the page of a patient shows.
 *
 * @param headline where the patient stands, in a few words
 * @param moments what an EHR shows, per hook
 * @param way the way through the treatment tables
 * @param tests the work-up
 * @param risk the risk group in words; empty outside the confirmed scope
 * @param features the risk features
 * @param facts every fact with its sources
 * @param forks the facts on which the guideline forks
 * @param featureQuestions the risk features that may be changed
 * @param timeline the drawing of the way here
 * @param drafts the unsigned orders
 * @param draftsJson the same as JSON
 * @param gaps what could not be used
 * @param answerJson the answer to the leading hook, JSON
 * @param changed how many facts are supposed
 * @param asOf the day on which the patient is looked at
 */
public record PatientPage(
    String headline,
    List<Moment> moments,
    Way way,
    List<Chip> tests,
    String risk,
    List<Chip> features,
    List<FactLine> facts,
    List<Question> forks,
    List<Question> featureQuestions,
    TimelineDrawing timeline,
    List<Drafts.Line> drafts,
    String draftsJson,
    List<String> gaps,
    String answerJson,
    int changed,
    LocalDate asOf) {

  /** Copies the lists. */
  public PatientPage {
    moments = List.copyOf(moments);
    tests = List.copyOf(tests);
    features = List.copyOf(features);
    facts = List.copyOf(facts);
    forks = List.copyOf(forks);
    featureQuestions = List.copyOf(featureQuestions);
    drafts = List.copyOf(drafts);
    gaps = List.copyOf(gaps);
  }

  /**
   * A small mark: a test or a feature with its state.
   *
   * @param id its anchor in the guideline
   * @param name its words
   * @param state its state in a word, which is its style as well
   * @param said the state as it is said
   */
  public record Chip(String id, String name, String state, String said) {}
}
