package org.karyon.fhirapi.knowledge;

import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.ActivityDefinition.RequestIntent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.karyon.guideline.Orderable;

/** What can be ordered, each as an ActivityDefinition; never with a dose. */
final class OrderableActivities {

  private final Canonicals canonicals;

  OrderableActivities(Canonicals canonicals) {
    this.canonicals = canonicals;
  }

  List<ActivityDefinition> all() {
    return canonicals.guideline().orderables().values().stream().map(this::activity).toList();
  }

  private ActivityDefinition activity(Orderable orderable) {
    ActivityDefinition activity =
        canonicals.published(
            new ActivityDefinition(),
            orderable.id(),
            orderable.text(),
            orderable.note().isEmpty()
                ? orderable.text()
                : orderable.text() + ": " + orderable.note());
    activity.setIntent(RequestIntent.ORDER);
    activity.addRelatedArtifact(canonicals.source());
    CodeableConcept code =
        new CodeableConcept(
                new Coding(
                    orderable.coding().system(),
                    orderable.coding().code(),
                    orderable.coding().display()))
            .setText(orderable.text());
    switch (orderable.kind()) {
      case MEDICATION -> {
        activity.setKind(ActivityDefinitionKind.MEDICATIONREQUEST);
        activity.setProduct(code);
        activity.addDosage(new Dosage().setText("Dose per protocol"));
      }
      case PROCEDURE, TEST -> {
        activity.setKind(ActivityDefinitionKind.SERVICEREQUEST);
        activity.setCode(code);
      }
    }
    return activity;
  }
}
