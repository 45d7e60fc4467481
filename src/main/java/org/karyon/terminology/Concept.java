package org.karyon.terminology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A thing that a code can stand for, such as a test, a drug or a disease.
 *
 * @param id the name in the guideline folder
 * @param names words that name it where no known code is present; may be empty
 * @param abbreviations short forms that name it only where they stand alone; may be empty
 * @param codes the codes that stand for it
 * @param number the number that it is as an answer, such as a grade; empty for most
 */
public record Concept(
    String id,
    List<String> names,
    List<String> abbreviations,
    List<CodeBinding> codes,
    Optional<BigDecimal> number) {}
