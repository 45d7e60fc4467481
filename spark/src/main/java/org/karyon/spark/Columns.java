package org.karyon.spark;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables between the steps, and the one that is written. */
final class Columns {

  /** Lines of the export with their owner, as they are grouped. */
  static final StructType OWNED =
      new StructType()
          .add("bucket", DataTypes.IntegerType, false)
          .add("owner", DataTypes.IntegerType, false)
          .add("patient", DataTypes.StringType, false)
          .add("file", DataTypes.IntegerType, false)
          .add("block", DataTypes.LongType, false)
          .add("line", DataTypes.LongType, false)
          .add("text", DataTypes.StringType, false);

  private static final StructType FACT =
      new StructType()
          .add("fact", DataTypes.StringType, false)
          .add("value", DataTypes.StringType)
          .add("unknown", DataTypes.StringType)
          .add("resources", texts());

  private static final StructType OPTION =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("status", DataTypes.StringType, false)
          .add("needs", texts());

  private static final StructType GAP =
      new StructType().add("about", DataTypes.StringType).add("message", DataTypes.StringType);

  private static final StructType SOURCE =
      new StructType()
          .add("file", DataTypes.StringType, false)
          .add("resources", DataTypes.LongType, false);

  /** A patient's answer with the files it rests on, or a line that could not be used. */
  static final StructType ANSWERS =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("patient", DataTypes.StringType)
          .add("as_of", DataTypes.DateType)
          .add("guideline", DataTypes.StringType)
          .add("scope", DataTypes.StringType)
          .add("risk_group", DataTypes.StringType)
          .add("provisional", DataTypes.BooleanType)
          .add("facts", listOf(FACT))
          .add("rules", texts())
          .add("possible", texts())
          .add("options", listOf(OPTION))
          .add("missing", texts())
          .add("treated_with", texts())
          .add("gaps", listOf(GAP))
          .add("sources", listOf(SOURCE))
          .add("answer", DataTypes.StringType)
          .add("place", DataTypes.StringType)
          .add("reason", DataTypes.StringType);

  /** The kind of a row that is a patient's answer. */
  static final String PATIENT = "patient";

  /** The kind of a row that is a line that could not be used. */
  static final String BROKEN_LINE = "broken-line";

  private Columns() {}

  private static org.apache.spark.sql.types.ArrayType texts() {
    return listOf(DataTypes.StringType);
  }

  private static org.apache.spark.sql.types.ArrayType listOf(
      org.apache.spark.sql.types.DataType of) {
    return DataTypes.createArrayType(of, false);
  }

  /** The fields of the answers, for a test that nothing of an answer is left out. */
  static StructField[] answers() {
    return ANSWERS.fields();
  }
}
