package org.karyon.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service as a whole.
 *
 * @param publicUrl the address under which clients reach it, without a slash at the end
 * @param canonical what the canonical URLs of the FHIR artifacts begin with, wherever they are
 *     served, without a slash at the end
 * @param codes a folder with the hospital's own codes; empty when there is none
 * @param policy a file with what the hospital changes of the cards; empty when there is none
 */
@ConfigurationProperties("karyon")
record KaryonProperties(
    @DefaultValue("http://localhost:8080") String publicUrl,
    @DefaultValue("https://karyon.org/fhir") String canonical,
    @DefaultValue("") String codes,
    @DefaultValue("") String policy) {}
