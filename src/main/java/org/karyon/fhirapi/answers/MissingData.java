package org.karyon.fhirapi.answers;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DataRequirement;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.guideline.Guideline;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;

/** The missing tests as data requirements: results by the codes that would be recognised. */
final class MissingData {

  private final Guideline guideline;

  MissingData(Guideline guideline) {
    this.guideline = guideline;
  }

  List<DataRequirement> of(Assessment assessment) {
    return assessment.missingTests().stream()
        .flatMap(finding -> requirements(finding).stream())
        .toList();
  }

  private List<DataRequirement> requirements(WorkUpFinding finding) {
    List<DataRequirement> requirements = new ArrayList<>();
    for (String order : finding.remaining()) {
      DataRequirement requirement = new DataRequirement().setType("Observation");
      requirement.setId(finding.item().id() + '.' + order);
      DataRequirement.DataRequirementCodeFilterComponent filter =
          requirement.addCodeFilter().setPath("code");
      String concept = guideline.orderable(order).concept();
      guideline.terminology().concept(concept).map(Concept::codes).orElse(List.of()).stream()
          .filter(CodeBinding::verified)
          .filter(code -> !code.prefix())
          .forEach(
              code ->
                  filter
                      .addCode()
                      .setSystem(code.system())
                      .setCode(code.code())
                      .setDisplay(code.ownDisplay().orElse(null)));
      if (filter.hasCode()) {
        requirements.add(requirement);
      }
    }
    return requirements;
  }
}
