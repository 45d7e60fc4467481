package org.karyon.guideline.yaml;

/** One small change of the guideline folder. */
public final class KnowledgeMutant {

  private final Kind kind;
  private final YamlValue at;
  private final String row;
  private final String path;
  private final String change;
  private final YamlValue tree;

  KnowledgeMutant(Kind kind, YamlValue at, String row, String path, String change, YamlValue tree) {
    this.kind = kind;
    this.at = at;
    this.row = row;
    this.path = path;
    this.change = change;
    this.tree = tree;
  }

  /** What kind of change it is. */
  public Kind kind() {
    return kind;
  }

  /** The file that is changed. */
  public String file() {
    return at.file();
  }

  /** The row it belongs to: its id, or the key under which it stands. */
  public String row() {
    return row;
  }

  /** File and place, for example {@code order-checks.yaml/checks/tki-without-target/asks/1}. */
  public String path() {
    return at.file() + path;
  }

  /** What is changed, for example {@code 44 becomes 43}. */
  public String change() {
    return change;
  }

  /** The change without its place, so that it is the same where a line was added above it. */
  public String name() {
    return "%s, %s, %s: %s".formatted(file(), row, kind, change);
  }

  /** The file with the change. */
  YamlValue tree() {
    return tree;
  }

  /** The kinds of change. */
  public enum Kind {
    /** A whole entry is gone. */
    ROW("the row is gone"),
    /** A part of an entry is gone: a condition, a caution, an explanation. */
    PART("a part is gone"),
    /** A member of a list is gone. */
    MEMBER("a member of the list is gone"),
    /** A number is the next higher or lower one. */
    NUMBER("the number is nudged"),
    /** A yes is a no. */
    FLAG("yes and no are exchanged"),
    /** A name of the vocabulary is another one that may stand there. */
    NAME("another name stands there"),
    /** A code is another one. */
    CODE("another code stands there"),
    /** Words are those of the next row. */
    WORDS("the words are those of another row"),
    /** A number in words is another one. */
    NUMBER_IN_WORDS("the number in the words is nudged");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return "%s:%d: %s, %s: %s".formatted(file(), at.line(), row, kind.words(), change);
  }
}
