package org.karyon.boot;

import org.karyon.cards.CardDetail;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cards.
 *
 * @param detail brief, or full with every finding below
 */
@ConfigurationProperties("karyon.cards")
record CardsProperties(@DefaultValue("brief") CardDetail detail) {}
