package org.karyon.reading.resources;

import java.util.List;
import org.karyon.chart.resource.CarePlan;
import org.karyon.chart.resource.Medication;
import org.karyon.chart.resource.MedicationRequest;
import org.karyon.chart.resource.RequestGroup;
import org.karyon.chart.resource.ServiceRequest;

/**
 * The unsigned orders on the screen.
 *
 * @param medicationRequests orders for drugs
 * @param serviceRequests orders for tests and procedures
 * @param requestGroups order sets
 * @param carePlans plans of treatment
 * @param medications drugs that came with them
 * @param others the names of drafts of other kinds
 */
public record DraftResources(
    List<MedicationRequest> medicationRequests,
    List<ServiceRequest> serviceRequests,
    List<RequestGroup> requestGroups,
    List<CarePlan> carePlans,
    List<Medication> medications,
    List<String> others) {}
