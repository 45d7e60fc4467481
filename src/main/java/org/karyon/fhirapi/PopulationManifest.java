package org.karyon.fhirapi;

import org.karyon.population.PopulationJob;
import org.karyon.population.ResultFile;
import org.karyon.population.Results;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of what a job left to be fetched (Bulk Data Access 2, Complete Status). */
final class PopulationManifest {

  private final String base;

  PopulationManifest(String base) {
    this.base = base;
  }

  String of(PopulationJob job, Results results) {
    ObjectNode manifest = JsonMapper.shared().createObjectNode();
    manifest.put(
        "transactionTime",
        results.transactionTime().isEmpty() ? job.askedAt().toString() : results.transactionTime());
    manifest.put("request", job.order().address());
    manifest.put("requiresAccessToken", true);
    ArrayNode output = manifest.putArray("output");
    ArrayNode error = manifest.putArray("error");
    ObjectNode extension = manifest.putObject("extension");
    extension.put("server", job.order().server());
    extension.put("export", job.order().export());
    extension.put("as-of", job.order().asOf().toString());
    ArrayNode beside = extension.putArray("beside");
    for (ResultFile file : results.files()) {
      ArrayNode list =
          switch (file.kind()) {
            case OUTPUT -> output;
            case ERROR -> error;
            case BESIDE -> beside;
          };
      ObjectNode entry = list.addObject();
      entry.put("type", file.type());
      entry.put("url", base + PopulationAddresses.BELOW_BASE + job.id() + '/' + file.name());
      if (file.kind() != ResultFile.Kind.BESIDE) {
        entry.put("count", file.count());
      }
    }
    return manifest.toString();
  }
}
