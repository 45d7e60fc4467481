// Uses every interaction of docs/fhir-api.md with FHIR clients of others. Usage: node check.mjs <address of the service>
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as kit from "fhir-kit-client";
import smart from "fhirclient";

const service = process.argv[2];
const base = `${service}/fhir`;
const record = await (await fetch(`${service}/examples/01-ph-positive-induction/patient`)).json();
const parameters = (...parameter) => ({ resourceType: "Parameters", parameter });
const status = (error) => error.response?.status ?? error.status ?? error.statusCode;

const Client = kit.default?.default ?? kit.default ?? kit.Client;
const fhirKit = new Client({ baseUrl: base });
assert.equal((await fhirKit.capabilityStatement()).fhirVersion, "4.0.1");
const risk = await fhirKit.read({ resourceType: "PlanDefinition", id: "risk" });
assert.equal(risk.id, "risk");
const version = risk.meta.versionId;
assert.equal((await fhirKit.vread({ resourceType: "PlanDefinition", id: "risk", version })).id, "risk");
assert.equal((await fhirKit.history({ resourceType: "PlanDefinition", id: "risk" })).total, 1);
const first = await fhirKit.search({ resourceType: "ValueSet", searchParams: { _count: 20 } });
const second = await fhirKit.nextPage({ bundle: first });
assert.equal(second.entry.length, 20);
assert.notEqual(second.entry[0].resource.id, first.entry[0].resource.id);
assert.equal((await fhirKit.prevPage({ bundle: second })).entry[0].resource.id, first.entry[0].resource.id);
const posted = await fhirKit.search({
  resourceType: "PlanDefinition",
  searchParams: { _id: "risk" },
  options: { postSearch: true },
});
assert.equal(posted.total, 1);
const included = await fhirKit.search({
  resourceType: "PlanDefinition",
  searchParams: { _id: "risk", _include: "PlanDefinition:depends-on" },
});
assert.deepEqual(included.entry.map((e) => e.search.mode), ["match", "include"]);
const batch = await fhirKit.batch({
  body: {
    resourceType: "Bundle",
    type: "batch",
    entry: ["PlanDefinition/risk", "ValueSet?_count=1", "Patient/1"].map((url) => ({ request: { method: "GET", url } })),
  },
});
assert.deepEqual(batch.entry.map((e) => e.response.status.slice(0, 3)), ["200", "200", "404"]);
const facts = "https://karyon.org/fhir/CodeSystem/facts";
const answer = (result, name) => result.parameter.find((p) => p.name === name);
const operations = [
  [{ name: "expand", resourceType: "ValueSet", id: "facts", method: "GET", input: { filter: "bcr" } }, (r) => r.expansion.total >= 1],
  [
    { name: "validate-code", resourceType: "ValueSet", id: "facts", method: "GET", input: { system: facts, code: "mrd" } },
    (r) => answer(r, "result").valueBoolean,
  ],
  [
    {
      name: "validate-code",
      resourceType: "CodeSystem",
      method: "POST",
      input: parameters({ name: "coding", valueCoding: { system: facts, code: "none" } }),
    },
    (r) => answer(r, "result").valueBoolean === false,
  ],
  [
    { name: "lookup", resourceType: "CodeSystem", method: "GET", input: { system: facts, code: "mrd" } },
    (r) => answer(r, "display").valueString === "MRD",
  ],
  [
    {
      name: "translate",
      resourceType: "ConceptMap",
      method: "POST",
      input: parameters({ name: "coding", valueCoding: { system: "http://snomed.info/sct", code: "277571004" } }),
    },
    (r) => answer(r, "result") !== undefined,
  ],
  [{ name: "data-requirements", resourceType: "PlanDefinition", id: "risk", method: "GET" }, (r) => r.resourceType === "Library"],
  [{ name: "assess", method: "POST", input: record }, (r) => r.entry[0].resource.resourceType === "GuidanceResponse"],
  [
    { name: "apply", resourceType: "PlanDefinition", id: "ph-positive", method: "POST", input: parameters({ name: "data", resource: record }) },
    (r) => r.resourceType === "CarePlan",
  ],
];
for (const [operation, holds] of operations) {
  assert.ok(holds(await fhirKit.operation(operation)), operation.name);
}
for (const [asked, expected] of [
  [() => fhirKit.read({ resourceType: "PlanDefinition", id: "none" }), 404],
  [() => fhirKit.search({ resourceType: "PlanDefinition", searchParams: { bogus: "1" } }), 400],
  [() => fhirKit.create({ resourceType: "Library", body: { resourceType: "Library" } }), 405],
  [() => fhirKit.update({ resourceType: "Library", id: "x", body: { resourceType: "Library", id: "x" } }), 405],
  [() => fhirKit.delete({ resourceType: "Library", id: "x" }), 405],
  [() => fhirKit.operation({ name: "apply", resourceType: "PlanDefinition", method: "POST", input: parameters() }), 400],
]) {
  await assert.rejects(asked, (error) => {
    assert.equal(status(error), expected, asked.toString());
    assert.equal((error.response?.data ?? error.data)?.resourceType, "OperationOutcome", asked.toString());
    return true;
  });
}
console.log("fhir-kit-client: ok");

const client = smart({}, {}).client({ serverUrl: base });
assert.equal((await client.request("PlanDefinition/ph-positive")).id, "ph-positive");
assert.equal((await client.request(`PlanDefinition/risk/_history/${version}`)).id, "risk");
const pages = await client.request("ActivityDefinition?_count=10", { pageLimit: 0, flat: true });
assert.ok(pages.length > 20, `activities: ${pages.length}`);
const plan = await client.request({
  url: "PlanDefinition/all-2025-11-19/$apply",
  method: "POST",
  headers: { "Content-Type": "application/fhir+json" },
  body: JSON.stringify(parameters({ name: "data", resource: record })),
});
assert.equal(plan.resourceType, "CarePlan");
await assert.rejects(client.request("PlanDefinition/none"));
console.log("fhirclient: ok");

// Type-level $apply in each of its forms.
const planned = async (...given) =>
  (await fhirKit.operation({ name: "apply", resourceType: "PlanDefinition", method: "POST", input: parameters(...given) })).resourceType;
const url = { name: "url", valueUri: "https://karyon.org/fhir/PlanDefinition/ph-positive" };
const data = { name: "data", resource: record };
const definition = await fhirKit.read({ resourceType: "PlanDefinition", id: "ph-positive" });
assert.equal(await planned(url, data), "CarePlan");
assert.equal(await planned({ name: "planDefinition", resource: definition }, data), "CarePlan");
assert.equal(
  await planned(url, {
    name: "prefetchData",
    part: [{ name: "key", valueString: "record" }, data],
  }),
  "CarePlan",
);
assert.equal(await planned(url, data, { name: "organization", valueString: "Organization/1" }), "CarePlan");
console.log("$apply in every form: ok");

// What no FHIR client does by itself: lines of patients, and a package.
const lines = await fetch(`${base}/$assess-batch`, {
  method: "POST",
  headers: { "Content-Type": "application/fhir+ndjson" },
  body: `${JSON.stringify(record)}\n{broken\n${JSON.stringify(record)}\n`,
});
const answers = (await lines.text()).trim().split("\n").map((line) => JSON.parse(line));
assert.deepEqual(answers.map((a) => a.resourceType), ["Bundle", "OperationOutcome", "Bundle"]);
assert.match(answers[1].issue[0].diagnostics, /^Line 2: /);
const packed = await fetch(`${service}/guideline/package.tgz`);
assert.equal(packed.status, 200);
const unpacked = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString("latin1");
assert.ok(unpacked.includes("package/package.json") && unpacked.includes("org.karyon.all-guideline"));

// Every line of the table of docs/fhir-api.md, sent by both clients; what they received is what the line says.
const page = readFileSync(new URL("../../../docs/fhir-api.md", import.meta.url), "utf8");
// Whole populations are offered only where an operator named a folder and servers; a test of the service sends those lines.
const rows = page
  .slice(page.indexOf("## Every interaction"), page.indexOf("### Whole populations"))
  .split("\n")
  .filter((line) => line.startsWith("| `"));
const form =
  /^\| `(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE) ([^` ]*)`(?: with `([^:`]+): ([^`]+)`)?(?: sends (form )?`([^`]+)`)? \| (\d{3})((?: `[^`]+`)*)(?: not `([^`]+)`)? \|/;
// What was received: of fhir-kit-client as it came, of fhirclient what it gives, or tells of a refusal.
const plainFetch = globalThis.fetch;
const senders = {
  "fhir-kit-client": async (method, path, headers, body) => {
    let received;
    globalThis.fetch = async (...given) => {
      const response = await plainFetch(...given);
      received = { status: response.status, text: await response.clone().text() };
      return response;
    };
    const refused = await fhirKit.request(path, { method, options: { headers }, body }).then(
      () => false,
      () => true,
    );
    globalThis.fetch = plainFetch;
    return { ...received, refused };
  },
  fhirclient: (method, path, headers, body) =>
    client
      .request({
        url: `${base}/${path}`,
        method,
        headers: { Accept: "application/fhir+json", ...headers },
        body,
        includeResponse: true,
      })
      .then(
        (result) => ({
          status: result.response.status,
          // It reads JSON alone.
          text: result.body?.resourceType ? JSON.stringify(result.body) : undefined,
          refused: false,
        }),
        (error) => ({ status: status(error), text: undefined, refused: true }),
      ),
};
for (const [name, send] of Object.entries(senders)) {
  for (const line of rows) {
    const row = form.exec(line);
    assert.ok(row, `a line that can be sent: ${line}`);
    const [, method, path, header, value, isForm, body, expected, says, not] = row;
    const headers = header ? { [header]: value } : {};
    if (body) {
      headers["Content-Type"] = isForm ? "application/x-www-form-urlencoded" : "application/fhir+json";
    }
    const received = await send(method, path, headers, body);
    assert.equal(received.status, Number(expected), `${name}: ${line}: ${received.text?.slice(0, 300)}`);
    assert.ok(received.status < 400 || received.refused, `${name} did not tell of a refusal: ${line}`);
    if (received.text !== undefined) {
      for (const [, words] of says.matchAll(/`([^`]+)`/g)) {
        assert.ok(received.text.includes(words), `${name}: ${line}: ${received.text.slice(0, 300)}`);
      }
      assert.ok(!not || !received.text.includes(not), `${name}: ${line}`);
    }
  }
  console.log(`${name}, all ${rows.length} lines of the table: ok`);
}
