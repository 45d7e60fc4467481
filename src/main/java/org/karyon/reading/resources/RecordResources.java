package org.karyon.reading.resources;

import java.util.List;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.Medication;
import org.karyon.chart.resource.MedicationAdministration;
import org.karyon.chart.resource.MedicationRequest;
import org.karyon.chart.resource.MedicationStatement;
import org.karyon.chart.resource.Procedure;
import org.karyon.chart.resource.ServiceRequest;

/**
 * One patient's record, each resource read once.
 *
 * @param conditions the problem list
 * @param results what was measured or looked at
 * @param findings the same without the plain counts of the blood, which only the work-up asks for
 *     and those readers who ask for their concept
 * @param medicationRequests orders for drugs
 * @param medicationAdministrations drugs that were given
 * @param medicationStatements drugs that are said to be taken
 * @param medications drugs that are resources of their own
 * @param procedures what is or was done
 * @param serviceRequests orders for tests and procedures
 * @param drafts the unsigned orders on the screen
 */
public record RecordResources(
    List<Condition> conditions,
    List<Result> results,
    List<Result> findings,
    List<MedicationRequest> medicationRequests,
    List<MedicationAdministration> medicationAdministrations,
    List<MedicationStatement> medicationStatements,
    List<Medication> medications,
    List<Procedure> procedures,
    List<ServiceRequest> serviceRequests,
    DraftResources drafts) {}
