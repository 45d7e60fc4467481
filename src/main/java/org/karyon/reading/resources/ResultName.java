package org.karyon.reading.resources;

import java.util.Set;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;

/**
 * What was measured or looked at; results of the same name share it, so that a name is understood
 * once, however many results carry it.
 *
 * @param concepts what its codes stand for
 * @param groups the groups that these concepts belong to
 * @param text its words as written
 * @param words the same, to be compared
 * @param notation whether its value is expected in the notation of karyotypes
 * @param specimen the specimen that the name tells
 * @param use who can use a number of this name
 */
record ResultName(
    Set<String> concepts,
    Set<ConceptGroup> groups,
    String text,
    Words words,
    boolean notation,
    Result.Specimen specimen,
    Screen.Use use) {}
