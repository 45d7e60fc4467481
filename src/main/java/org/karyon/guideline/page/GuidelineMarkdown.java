package org.karyon.guideline.page;

import java.util.List;
import java.util.function.BiConsumer;
import org.karyon.guideline.Guideline;

/**
 * Weaves the guideline into one page that a clinician can review: every table, option, check and
 * number with its lines.
 */
public final class GuidelineMarkdown {

  /** What writes each section, in the order of the page. */
  private static final List<BiConsumer<Guideline, Blocks>> SECTIONS =
      List.of(
          HeadSection::write,
          InterpretationSection::write,
          WorkUpSection::write,
          RiskSection::write,
          TreatmentSection::write,
          OptionSection::write,
          OrderCheckSection::write,
          ParameterSection::write,
          BackgroundSection::write,
          FactSection::write,
          LocalCodesSection::write,
          PolicySection::write);

  private GuidelineMarkdown() {}

  /**
   * Weaves the page.
   *
   * @param guideline the knowledge
   * @return Markdown, the same for the same knowledge
   */
  public static String weave(Guideline guideline) {
    Blocks page = new Blocks();
    SECTIONS.forEach(section -> section.accept(guideline, page));
    return page.page();
  }
}
