package org.karyon.web;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with what is wrong, where, and what to do. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final String where;

  public Refusal(HttpStatus status, String code, String where, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.where = where;
  }

  public static Refusal malformed(String where, String message) {
    return new Refusal(HttpStatus.BAD_REQUEST, "structure", where, message);
  }

  public static Refusal required(String where, String message) {
    return new Refusal(HttpStatus.BAD_REQUEST, "required", where, message);
  }

  public HttpStatus status() {
    return status;
  }

  /** The FHIR issue type of the outcome. */
  public String code() {
    return code;
  }

  /** The path in the request that is meant; empty when it is the request as a whole. */
  public String where() {
    return where;
  }
}
