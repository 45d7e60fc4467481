package org.karyon.security;

/** A configuration with which the service does not start. */
public final class RefusedConfiguration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String whatToDo;

  /**
   * Says what is wrong and how to mend it.
   *
   * @param whatIsWrong the setting and what is wrong with it
   * @param whatToDo what to change
   */
  public RefusedConfiguration(String whatIsWrong, String whatToDo) {
    super(whatIsWrong);
    this.whatToDo = whatToDo;
  }

  /**
   * What to change.
   *
   * @return a sentence
   */
  public String whatToDo() {
    return whatToDo;
  }
}
