package org.karyon.explorer.karyotype;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;

/** Cuts a text into pieces that are coloured by their meaning; no character is lost. */
final class Pieces {

  private Pieces() {}

  static List<Piece> of(KaryotypeReport report) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Token token : report.tokens()) {
      if (token.start() > at) {
        pieces.add(new Piece(report.text().substring(at, token.start()), "", ""));
      }
      if (token.start() >= at) {
        pieces.add(new Piece(token.text(), meaning(token.kind()), said(token.kind())));
        at = token.end();
      }
    }
    if (at < report.text().length()) {
      pieces.add(new Piece(report.text().substring(at), "", ""));
    }
    return pieces;
  }

  private static String meaning(TokenKind kind) {
    return switch (kind) {
      case CHROMOSOME_COUNT -> "number";
      case SEX_CHROMOSOMES -> "sex";
      case CLONE_REFERENCE -> "reference";
      case ABNORMALITY -> "change";
      case CONSTITUTIONAL_ABNORMALITY -> "constitutional";
      case CELL_COUNT, FISH_CELL_COUNT -> "cells";
      case INCOMPLETE, NON_CLONAL, PREFIX -> "mark";
      case TECHNIQUE, OTHER_TECHNIQUE -> "technique";
      case FISH_SIGNAL -> "signal";
      case NO_RESULT -> "none";
      case PROSE -> "prose";
      case SEPARATOR -> "";
      case UNKNOWN -> "unread";
    };
  }

  private static String said(TokenKind kind) {
    return switch (kind) {
      case CHROMOSOME_COUNT -> "number of chromosomes";
      case SEX_CHROMOSOMES -> "sex chromosomes";
      case CLONE_REFERENCE -> "refers to another clone";
      case ABNORMALITY -> "change";
      case CONSTITUTIONAL_ABNORMALITY -> "constitutional change";
      case CELL_COUNT -> "metaphases";
      case FISH_CELL_COUNT -> "nuclei";
      case INCOMPLETE -> "incomplete karyotype";
      case NON_CLONAL -> "outside every clone";
      case PREFIX -> "prefix";
      case TECHNIQUE -> "technique";
      case OTHER_TECHNIQUE -> "result of another technique";
      case FISH_SIGNAL -> "FISH signals";
      case NO_RESULT -> "no result";
      case PROSE -> "free text";
      case SEPARATOR -> "";
      case UNKNOWN -> "not understood";
    };
  }
}
