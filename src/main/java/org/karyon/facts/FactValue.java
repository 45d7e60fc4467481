package org.karyon.facts;

/** What a fact can be: a term of a closed list, or an amount. */
public sealed interface FactValue permits Term, Amount {

  /**
   * The value as the guideline tables and the wire write it.
   *
   * @return a term's id such as {@code present}, or a plain decimal number
   */
  String id();
}
