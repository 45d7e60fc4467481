package org.karyon.demo;

/**
 * One example patient with a request and a story.
 *
 * @param name the folder of the case
 * @param service the service that its request calls
 * @param story what a reader should know of the patient, Markdown
 * @param request the CDS Hooks request, JSON
 * @param patient the patient's resources, a FHIR Bundle
 */
public record ExampleCase(
    String name, String service, String story, String request, String patient) {}
