package org.karyon.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Patients of a few resources that are made on the way, no two alike. */
final class SmallPatient {

  /** How many resources a patient has who is followed. */
  static final int RESOURCES = 7;

  private SmallPatient() {}

  /**
   * The diagnosis: the patient, the problem, a FISH result, a karyotype and a blood count.
   *
   * @param id the patient's id
   * @param number what the names, days, amounts and clones are drawn from
   * @return each resource as one line of JSON
   */
  static List<String> diagnosed(String id, int number) {
    LocalDate born = LocalDate.of(1945, 1, 1).plusDays(number % 20_000);
    String day = day(number);
    String about = "\"subject\":{\"reference\":\"Patient/%s\"}".formatted(id);
    String karyotype =
        "%d,XX,+4,+10,+17,add(%d)(p1%d)[%d]/46,XX[%d]"
            .formatted(49 + number % 2, 1 + number % 22, number % 4, 3 + number % 17, 20);
    return List.of(
        "{\"resourceType\":\"Patient\",\"id\":\"%s\",\"gender\":\"female\",\"birthDate\":\"%s\"}"
            .formatted(id, born),
        """
        {"resourceType":"Condition","id":"c%s","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C91.00"}],"text":"B-cell acute lymphoblastic leukemia"},%s,"recordedDate":"%s"}\
        """
            .formatted(id, about, day),
        observation(
            "f" + id,
            "51867-0",
            about,
            day,
            "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\"}]}"
                .formatted(number % 3 == 0 ? "LA9633-4" : "LA9634-2")),
        observation("k" + id, "62356-1", about, day, "\"valueString\":\"%s\"".formatted(karyotype)),
        observation(
            "w" + id,
            "6690-2",
            about,
            day,
            "\"valueQuantity\":{\"value\":%d.%d,\"unit\":\"10*3/uL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"10*3/uL\"}"
                .formatted(number % 300, number % 10)));
  }

  /**
   * A patient who is followed: the diagnosis, a drug on order and a statement of the disease.
   *
   * @param id the patient's id
   * @param number what the record is drawn from
   * @return as many resources as {@link #RESOURCES}, each as one line of JSON
   */
  static List<String> followed(String id, int number) {
    List<String> resources = new ArrayList<>(diagnosed(id, number));
    String about = "\"subject\":{\"reference\":\"Patient/%s\"}".formatted(id);
    String later = LocalDate.parse(day(number)).plusDays(3 + number % 9).toString();
    resources.add(
        """
        {"resourceType":"MedicationRequest","id":"m%s","status":"active","intent":"order","medicationCodeableConcept":{"text":"%s"},%s,"authoredOn":"%s"}\
        """
            .formatted(id, number % 3 == 0 ? "dasatinib" : "vincristine", about, later));
    resources.add(
        observation(
            "b" + id,
            "26464-8",
            about,
            later,
            "\"valueQuantity\":{\"value\":%d.%d,\"unit\":\"10*3/uL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"10*3/uL\"}"
                .formatted(number % 17, number % 7)));
    return resources;
  }

  private static String day(int number) {
    return LocalDate.of(2026, 9, 1).plusDays(number % 70).toString();
  }

  private static String observation(
      String id, String loinc, String about, String day, String value) {
    return "{\"resourceType\":\"Observation\",\"id\":\"%s\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\"}]},%s,\"effectiveDateTime\":\"%s\",%s}"
        .formatted(id, loinc, about, day, value);
  }
}
