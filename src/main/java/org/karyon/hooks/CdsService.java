package org.karyon.hooks;

import java.util.List;
import org.karyon.chart.ChartKey;
import org.karyon.guideline.HookMoment;

/**
 * A service of the discovery document.
 *
 * @param id the path of the service
 * @param hook the hook it answers
 * @param keys the parts of the record it asks for
 */
record CdsService(String id, String hook, List<ChartKey> keys) {

  HookMoment moment() {
    return HookMoment.of(hook);
  }
}
