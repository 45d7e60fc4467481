package org.karyon.iscn.features;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;

/** The strongest call of one method for each feature. */
public final class FeatureCalls {

  private static final FeatureCall SILENT =
      FeatureCall.without(
          FeatureState.NOT_ASSESSABLE, "nothing in the text speaks for or against it");

  /** More pieces of evidence for one feature are not collected. */
  public static final int MOST_EVIDENCE = 20;

  private final Map<Feature, FeatureCall> calls = new EnumMap<>(Feature.class);

  public FeatureCall of(Feature feature) {
    return calls.getOrDefault(feature, SILENT);
  }

  public FeatureState state(Feature feature) {
    return of(feature).state();
  }

  boolean speaksOf(Feature feature) {
    return calls.containsKey(feature);
  }

  public void set(Feature feature, FeatureCall call) {
    calls.put(feature, call);
  }

  /** Keeps the stronger call; equal ones are joined. */
  void propose(Feature feature, FeatureCall call) {
    FeatureCall before = calls.get(feature);
    if (before == null || call.state().compareTo(before.state()) > 0) {
      calls.put(feature, call);
    } else if (call.state() == before.state() && before.evidence().size() < MOST_EVIDENCE) {
      calls.put(feature, before.joinedWith(call));
    }
  }

  /** Whether a further call in this state would change nothing. */
  boolean isSettled(Feature feature, FeatureState state) {
    FeatureCall call = of(feature);
    int order = call.state().compareTo(state);
    return order > 0 || (order == 0 && call.evidence().size() >= MOST_EVIDENCE);
  }

  /** All features with their calls, in the order of {@link Feature}, by id. */
  Map<String, FeatureCall> byId() {
    Map<String, FeatureCall> byId = LinkedHashMap.newLinkedHashMap(Feature.values().length);
    for (Feature feature : Feature.values()) {
      byId.put(feature.id(), of(feature));
    }
    return byId;
  }
}
