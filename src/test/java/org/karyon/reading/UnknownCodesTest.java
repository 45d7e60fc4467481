package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.GUIDELINE;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;

import org.junit.jupiter.api.Test;
import org.karyon.facts.OrderSelection;
import org.karyon.terminology.UnknownCodes.Line;

/** An operator learns which local codes matter, and nothing of anybody. */
class UnknownCodesTest {

  @Test
  void codesThatStandForNothingAreCountedWithoutAnythingOfThePatient() {
    RecordReader reader = new RecordReader(GUIDELINE);
    String local =
        "{'resourceType':'Observation','id':'%s','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'https://h.example/lab','code':'K1','display':'Karyotype"
            + " of Jane Roe'}]},'valueString':'46,XX[20]'}";
    for (int patient = 0; patient < 2; patient++) {
      reader.read(
          Records.chart(
              PATIENT,
              LEUKEMIA,
              local.formatted("o1"),
              "{'resourceType':'Observation','id':'o2','status':'final','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'https://iscn.karger.com','code':'46,XX[20]'},{'system':'https://h.example/lab','code':'Jane"
                  + " Roe 1985'}]},'valueString':'x'}",
              "{'resourceType':'MedicationStatement','id':'m','status':'active','subject':{'reference':'Patient/p'},'medicationCodeableConcept':{'coding':[{'system':'https://h.example/drugs','code':'4711'}]}}"),
          Records.TODAY,
          new OrderSelection.Every());
    }

    assertThat(reader.unknownCodes().lines())
        .containsExactly(
            new Line("https://h.example/drugs", "4711", 2),
            new Line("https://h.example/lab", "K1", 2));
  }
}
