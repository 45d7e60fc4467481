package org.karyon.guideline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.guideline.OrderCheck.Indicator;

/**
 * What a hospital changes of the cards for itself: it governs its alerts, never what the guideline
 * says of a patient.
 *
 * @param entries what is changed, in the order of the file; empty without a policy
 */
public record SitePolicy(List<Entry> entries) {

  /** Copies the entries. */
  public SitePolicy {
    entries = List.copyOf(entries);
  }

  /**
   * A site that changes nothing.
   *
   * @return no entries
   */
  public static SitePolicy none() {
    return new SitePolicy(List.of());
  }

  /**
   * One change.
   *
   * @param subject what is changed
   * @param change how
   * @param hooks the hooks for which it holds; never empty
   * @param reason why, in the committee's words
   * @param owner who answers for it
   * @param review the day on which it is to be looked at again
   * @param acknowledgedRisk what is accepted where a critical check is silenced; empty otherwise
   */
  public record Entry(
      Subject subject,
      Change change,
      Set<HookMoment> hooks,
      String reason,
      String owner,
      LocalDate review,
      Optional<String> acknowledgedRisk) {

    /** Copies the hooks. */
    public Entry {
      hooks = Set.copyOf(hooks);
    }
  }

  /** What a change is about. */
  public sealed interface Subject {

    /**
     * The name in the file.
     *
     * @return the id of a check, or a kind of card
     */
    String id();

    /**
     * One order check.
     *
     * @param id its id
     */
    record OfCheck(String id) implements Subject {}

    /**
     * Every card of one kind.
     *
     * @param id the kind, for example {@code risk}
     */
    record OfCard(String id) implements Subject {}
  }

  /** How something is changed. */
  public sealed interface Change {

    /** It is not shown. */
    record Off() implements Change {}

    /**
     * It is shown as less urgent.
     *
     * @param indicator how urgent at most
     */
    record Lower(Indicator indicator) implements Change {}

    /**
     * It is not shown for some orders, or for a time.
     *
     * @param drugs groups or concepts of orders; empty for every order
     * @param from the first day; empty for any day before
     * @param until the last day; empty for any day after
     */
    record Silence(List<String> drugs, Optional<LocalDate> from, Optional<LocalDate> until)
        implements Change {

      /** Copies the list. */
      public Silence {
        drugs = List.copyOf(drugs);
      }

      /**
       * Whether it holds on a day.
       *
       * @param day the day
       * @return true from the first to the last day
       */
      public boolean holdsOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
      }
    }
  }
}
