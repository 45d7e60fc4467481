// Reads, searches, pages and assesses with two FHIR clients of others. Usage: node check.mjs <address of the service>
import assert from "node:assert/strict";
import * as kit from "fhir-kit-client";
import smart from "fhirclient";

const service = process.argv[2];
const base = `${service}/fhir`;
const record = await (await fetch(`${service}/examples/01-ph-positive-induction/patient`)).json();

const Client = kit.default?.default ?? kit.default ?? kit.Client;
const fhirKit = new Client({ baseUrl: base });
assert.equal((await fhirKit.capabilityStatement()).fhirVersion, "4.0.1");
assert.equal((await fhirKit.read({ resourceType: "PlanDefinition", id: "risk" })).id, "risk");
const first = await fhirKit.search({ resourceType: "ValueSet", searchParams: { _count: 20 } });
const second = await fhirKit.nextPage({ bundle: first });
assert.equal(second.entry.length, 20);
assert.notEqual(second.entry[0].resource.id, first.entry[0].resource.id);
const assessed = await fhirKit.operation({ name: "assess", method: "POST", input: record });
assert.equal(assessed.entry[0].resource.resourceType, "GuidanceResponse");
await assert.rejects(fhirKit.read({ resourceType: "PlanDefinition", id: "none" }));
console.log("fhir-kit-client: ok");

const client = smart({}, {}).client({ serverUrl: base });
assert.equal((await client.request("PlanDefinition/ph-positive")).id, "ph-positive");
const pages = await client.request("ActivityDefinition?_count=10", { pageLimit: 0, flat: true });
assert.ok(pages.length > 20, `activities: ${pages.length}`);
const plan = await client.request({
  url: "PlanDefinition/all-2025-11-19/$apply",
  method: "POST",
  headers: { "Content-Type": "application/fhir+json" },
  body: JSON.stringify({
    resourceType: "Parameters",
    parameter: [{ name: "data", resource: record }],
  }),
});
assert.equal(plan.resourceType, "CarePlan");
await assert.rejects(client.request("PlanDefinition/none"));
console.log("fhirclient: ok");
