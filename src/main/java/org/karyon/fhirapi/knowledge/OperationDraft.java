package org.karyon.fhirapi.knowledge;

import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationKind;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;

/** The writing of one operation definition. */
final class OperationDraft {

  private final OperationDefinition operation;

  private OperationDraft(OperationDefinition operation) {
    this.operation = operation;
  }

  static OperationDraft of(
      Canonicals canonicals, String id, String code, String title, String description) {
    OperationDefinition operation =
        canonicals.published(new OperationDefinition(), id, title, description);
    operation.setKind(OperationKind.OPERATION);
    operation.setCode(code);
    operation.setAffectsState(false);
    operation.setSystem(false).setType(false).setInstance(false);
    return new OperationDraft(operation);
  }

  OperationDraft system() {
    operation.setSystem(true);
    return this;
  }

  /** It leaves something behind: a job, and its results until they expire. */
  OperationDraft changesState() {
    operation.setAffectsState(true);
    return this;
  }

  /** On a kind of resource, and where {@code instance} says so on one of them. */
  OperationDraft on(String type, boolean instance) {
    operation.setType(true).setInstance(instance);
    operation.addResource(type);
    return this;
  }

  /** The operation of FHIR that this one is, with the parameters that are taken here. */
  OperationDraft after(String base) {
    operation.setBase("http://hl7.org/fhir/OperationDefinition/" + base);
    return this;
  }

  OperationDraft in(String name, String type, String words) {
    return in(name, type, "1", words);
  }

  OperationDraft in(String name, String type, String max, String words) {
    operation
        .addParameter()
        .setName(name)
        .setUse(OperationParameterUse.IN)
        .setMin(0)
        .setMax(max)
        .setDocumentation(words)
        .setType(type);
    return this;
  }

  OperationDefinition out(String type, String words) {
    operation
        .addParameter()
        .setName("return")
        .setUse(OperationParameterUse.OUT)
        .setMin(1)
        .setMax("1")
        .setDocumentation(words)
        .setType(type);
    return operation;
  }
}
