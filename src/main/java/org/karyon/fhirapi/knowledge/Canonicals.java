package org.karyon.fhirapi.knowledge;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactDetail;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.UsageContext;
import org.karyon.guideline.Citation;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.GuidelineSource;

/**
 * The names under which the artifacts are published, and what each of them says of itself.
 *
 * @param guideline the knowledge
 * @param base the external address of the FHIR API, without a slash at the end
 * @param page the address of the woven guideline
 */
public record Canonicals(Guideline guideline, String base, String page) {

  /** The id of the CodeSystem of facts. */
  public static final String FACTS = "facts";

  /** The id of the CodeSystem of the values of facts. */
  public static final String FACT_VALUES = "fact-values";

  /** The id of the CodeSystem of risk groups. */
  public static final String RISK_GROUPS = "risk-groups";

  /** The id of the CodeSystem of risk features. */
  public static final String RISK_FEATURES = "risk-features";

  /** The id of the CodeSystem of rules, order checks and work-up items. */
  public static final String RULES = "rules";

  /** The id of the CodeSystem of treatment options. */
  public static final String OPTIONS = "options";

  /** The id of the CodeSystem of what codes can stand for. */
  public static final String CONCEPTS = "concepts";

  /** The id of the ConceptMap that tells what codes say of facts. */
  public static final String CODES_TO_FACTS = "codes-to-facts";

  /** The id of the PlanDefinition of the work-up. */
  public static final String WORK_UP = "work-up";

  /** The id of the PlanDefinition of the risk groups. */
  public static final String RISK = "risk";

  /** The id of the PlanDefinition of the order checks. */
  public static final String ORDER_CHECKS = "order-checks";

  /** The id of the Library of the tables, which is its name in CQL and the end of its URL. */
  public static final String LOGIC = "KaryonLogic";

  /**
   * The canonical URL of an artifact.
   *
   * @param type a resource type
   * @param id the id of the artifact
   * @return an absolute URL
   */
  public String url(String type, String id) {
    return base + '/' + type + '/' + id;
  }

  /**
   * The canonical URL of an artifact with its version.
   *
   * @param type a resource type
   * @param id the id of the artifact
   * @return for example {@code https://cds.example.org/fhir/PlanDefinition/risk|…}
   */
  public String versioned(String type, String id) {
    return url(type, id) + '|' + guideline.version();
  }

  /**
   * The id of the PlanDefinition of the whole guideline.
   *
   * @return the id of the source's edition
   */
  public String whole() {
    return guideline.source().id();
  }

  /**
   * A code of one of the guideline's own code systems.
   *
   * @param system the id of the CodeSystem
   * @param code the code
   * @param display its meaning
   * @return the coding
   */
  public Coding coding(String system, String code, String display) {
    return new Coding(url("CodeSystem", system), code, display);
  }

  /**
   * The version of every artifact on a server.
   *
   * @return the version of the guideline in the letters of an id
   */
  public String versionId() {
    return versionId(guideline.version());
  }

  /** Fills in what every artifact says of itself; its id is also the version of its content. */
  <R extends MetadataResource> R published(
      R artifact, String id, String title, String description) {
    GuidelineSource source = guideline.source();
    artifact.setId(id);
    artifact.getMeta().setVersionId(versionId(guideline.version()));
    artifact.setUrl(url(artifact.fhirType(), id));
    artifact.setVersion(guideline.version());
    artifact.setName(computerName(id));
    artifact.setTitle(title);
    artifact.setStatus(PublicationStatus.ACTIVE);
    artifact.setExperimental(false);
    artifact.setDateElement(new DateTimeType(source.edition()));
    artifact.setPublisher("Karyon, after " + source.publisher());
    artifact.setContact(
        List.of(
            new ContactDetail()
                .addTelecom(
                    new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.URL)
                        .setValue(page))));
    artifact.setDescription(description);
    artifact.setUseContext(
        List.of(
            new UsageContext(
                new Coding(
                    "http://terminology.hl7.org/CodeSystem/usage-context-type",
                    "focus",
                    "Clinical Focus"),
                topic())));
    return artifact;
  }

  CodeableConcept topic() {
    return new CodeableConcept(
        new Coding(
            guideline.source().topic().system(),
            guideline.source().topic().code(),
            guideline.source().topic().display()));
  }

  /** The source, with the lines that a statement rests on. */
  RelatedArtifact citation(Citation citation) {
    RelatedArtifact source =
        new RelatedArtifact()
            .setType(RelatedArtifact.RelatedArtifactType.CITATION)
            .setCitation(guideline.source().label())
            .setUrl(page);
    return citation.lines().isEmpty()
        ? source
        : source
            .setLabel(citation.text())
            .setCitation(guideline.source().label() + ": " + citation.text());
  }

  /** The source as a whole. */
  RelatedArtifact source() {
    return new RelatedArtifact()
        .setType(RelatedArtifact.RelatedArtifactType.DERIVEDFROM)
        .setCitation(guideline.source().label())
        .setUrl(page);
  }

  /** A FHIR id has letters, digits, hyphens and dots, 64 at most. */
  private static String versionId(String version) {
    String id = version.replaceAll("[^A-Za-z0-9.-]", "-");
    return id.substring(0, Math.min(id.length(), 64));
  }

  private static String computerName(String id) {
    if (id.equals(LOGIC)) {
      return LOGIC;
    }
    StringBuilder name = new StringBuilder("Karyon");
    for (String part : id.split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return name.toString();
  }
}
