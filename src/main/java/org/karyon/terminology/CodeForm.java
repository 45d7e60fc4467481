package org.karyon.terminology;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the codes of a system are written, and whether a code can be one at all. A wrong check digit
 * is the mark of a code that was typed or copied wrongly; it stands for nothing.
 */
public enum CodeForm {
  /** As the system writes them; the case of letters does not matter. */
  AS_WRITTEN {
    @Override
    public String plain(String code) {
      return upper(code);
    }
  },
  /**
   * ICD-10 with or without its dot, with the marks of etiology and manifestation, and with the dash
   * that national releases write for a place left open.
   */
  ICD_10 {
    @Override
    public String plain(String code) {
      StringBuilder plain = new StringBuilder(upper(code));
      for (int at = plain.length() - 1; at >= 0; at--) {
        if (".\u2020*!+ ".indexOf(plain.charAt(at)) >= 0) {
          plain.deleteCharAt(at);
        }
      }
      while (!plain.isEmpty() && plain.charAt(plain.length() - 1) == '-') {
        plain.setLength(plain.length() - 1);
      }
      return plain.toString();
    }
  },
  /**
   * A number of the National Drug Code by its labeler and product, five digits and four; the
   * package does not matter. Ten digits without hyphens can be read in three ways and are left as
   * they are.
   */
  NDC {
    @Override
    public String plain(String code) {
      Matcher parts = NDC_PARTS.matcher(code.strip());
      if (parts.matches()) {
        return padded(parts.group(1), 5) + padded(parts.group(2), 4);
      }
      Matcher digits = NDC_ELEVEN.matcher(code.strip());
      return digits.matches() ? digits.group(1) : upper(code);
    }
  },
  /**
   * LOINC: the last digit checks the others (mod 10, Luhn). Answers and parts begin with letters
   * and are not checked.
   */
  LOINC {
    @Override
    public String plain(String code) {
      return upper(code);
    }

    @Override
    public boolean isPossible(String code) {
      String plain = upper(code);
      Matcher loinc = LOINC_CODE.matcher(plain);
      return loinc.matches()
          ? luhn(loinc.group(1)) == loinc.group(2).charAt(0) - '0'
          : LOINC_PART.matcher(plain).matches();
    }
  },
  /** SNOMED CT: identifiers of 6 to 18 digits whose last checks the others (Verhoeff). */
  SNOMED_CT {
    @Override
    public String plain(String code) {
      return upper(code);
    }

    @Override
    public boolean isPossible(String code) {
      String digits = code.strip();
      return SNOMED_CODE.matcher(digits).matches()
          ? verhoeff(digits) == 0
          : SNOMED_EXPRESSION.matcher(digits).find();
    }
  };

  private static final Pattern NDC_PARTS =
      Pattern.compile("(\\d{4,5})-(\\d{3,4})(?:-[0-9A-Za-z*]{1,2})?");
  private static final Pattern NDC_ELEVEN = Pattern.compile("(\\d{9})\\d{2}");
  private static final Pattern LOINC_CODE = Pattern.compile("(\\d{1,7})-(\\d)");
  private static final Pattern LOINC_PART = Pattern.compile("(?:L[AGLP]|MTHU)\\d{1,9}-?\\d?");

  /** A postcoordinated expression is longer than a code, and is not checked. */
  private static final Pattern SNOMED_EXPRESSION = Pattern.compile("\\d{6,18} *(?:[:+|]|,)");

  private static final Pattern SNOMED_CODE = Pattern.compile("\\d{6,18}");

  private static final int[][] PRODUCT = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] PERMUTATION = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
    {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
    {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
    {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };

  /**
   * The form by which codes are compared.
   *
   * @param code a code as a record writes it
   * @return the same for every way to write one code
   */
  public abstract String plain(String code);

  /**
   * Whether a code can be one of the system.
   *
   * @param code a code as a record writes it
   * @return false only where a check digit is there and is wrong
   */
  public boolean isPossible(String code) {
    return true;
  }

  private static String upper(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  private static String padded(String digits, int length) {
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(digits.length() - 1 - index) - '0';
      int weighed = index % 2 == 0 ? digit * 2 : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }

  private static int verhoeff(String digits) {
    int check = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(digits.length() - 1 - index) - '0';
      check = PRODUCT[check][PERMUTATION[index % 8][digit]];
    }
    return check;
  }
}
