package org.karyon.facts;

/** A value from a closed list; each list is an enumeration whose constants exclude one another. */
public sealed interface Term extends FactValue
    permits Presence,
        Diagnosis,
        Lineage,
        Course,
        MeasurableResidualDisease,
        AgeGroup,
        Comorbidity,
        Remission,
        EarlierMrd,
        PhLikeClass,
        RiskGroup {}
