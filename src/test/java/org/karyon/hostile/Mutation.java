package org.karyon.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a document as somebody would who knows its structure: a value of another kind, from
 * another place, too many, too long, too large, or none; seldom the bytes themselves.
 */
final class Mutation {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<String> ODD =
      List.of(
          "null",
          "7",
          "-1",
          "0.1",
          "1e400",
          "1e999999999",
          "-1e-999999999",
          "123456789012345678901234567890123456789012345678901234567890123456789",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\\u2066x\"",
          "\"٢٠٢٦-١١-٢٣\"",
          "\"2026-13-45\"",
          "\"+999999999-12-31\"",
          "\"0000-00-00\"",
          "\"2026-11-23T10:00:00+99:99\"",
          "true",
          "[]",
          "{}",
          "[null]",
          "[1]",
          "[\"a\"]",
          "[[]]",
          "[[[[[[[[[[]]]]]]]]]]",
          "{\"extension\":[null]}",
          "{\"extension\":[[]]}",
          "{\"a\":{\"a\":{\"a\":{\"a\":1}}}}",
          "\"Patient/p2\"",
          "\"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0\"",
          "\"https://evil.example/ <script>alert(1)</script>\"",
          "\"46,XX,t(9;22)(q34;q11.2)[20]\"",
          "\"nuc ish(ABL1,BCR)x2[200]\"",
          "\"MRD 0.01% \"",
          "\"1 in 300\"",
          "\"<= 10^-99\"",
          "\"%s%n{}${jndi:ldap://x}\"");

  private static final List<String> REPEATED =
      List.of(
          "MRD 0.01% ",
          "nuc ish(ABL1,BCR)x2[200]/\n",
          "not detected, ",
          "((((",
          "t(9;22)",
          "1,",
          "\u0301",
          "<b>",
          "e",
          "-");

  private final RandomGenerator random;
  private final List<JsonNode> donors;

  Mutation(RandomGenerator random, List<JsonNode> donors) {
    this.random = random;
    this.donors = donors;
  }

  /** A document with one to four changes, as bytes. */
  byte[] of(JsonNode document) {
    JsonNode changed = document.deepCopy();
    for (int change = random.nextInt(1, 5); change > 0; change--) {
      change(changed);
    }
    // Numbers of any size are only written as text.
    byte[] bytes =
        JSON.writeValueAsString(changed)
            .replace("\"#", "")
            .replace("#\"", "")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (random.nextInt(20) == 0 && bytes.length > 0) {
      for (int flip = random.nextInt(1, 4); flip > 0; flip--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
    }
    return random.nextInt(60) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
        : bytes;
  }

  private void change(JsonNode document) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    JsonNode parent = containers.get(random.nextInt(containers.size()));
    switch (parent) {
      case ObjectNode object -> change(object);
      case ArrayNode array -> change(array);
      default -> throw new IllegalStateException();
    }
  }

  private static void collect(JsonNode at, List<JsonNode> containers) {
    if (at.isContainer()) {
      containers.add(at);
      at.forEach(inside -> collect(inside, containers));
    }
  }

  private void change(ObjectNode object) {
    if (object.isEmpty()) {
      object.set("x", odd());
      return;
    }
    List<String> names = List.copyOf(object.propertyNames());
    String name = names.get(random.nextInt(names.size()));
    JsonNode before = object.get(name);
    switch (random.nextInt(7)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, donated());
      case 2 -> object.putArray(name).add(before).add(before);
      case 3 -> object.set(name + random.nextInt(3), before);
      case 4 -> object.set(name, before.isArray() && !before.isEmpty() ? before.get(0) : odd());
      default ->
          object.set(
              name, before.isString() && random.nextInt(3) == 0 ? text(before.asString()) : odd());
    }
  }

  private void change(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(6) == 0) {
      array.add(random.nextBoolean() ? odd() : donated());
      return;
    }
    int at = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.remove(at);
      case 1 -> {
        JsonNode one = array.get(at);
        for (int copy = random.nextInt(2, 60); copy > 0; copy--) {
          array.add(one.deepCopy());
        }
      }
      default -> array.set(at, odd());
    }
  }

  /**
   * Numbers that JSON allows and Java does not build are marked, so that they are written as they
   * are.
   */
  private JsonNode odd() {
    if (random.nextInt(25) == 0) {
      return JSON.getNodeFactory()
          .stringNode(
              REPEATED.get(random.nextInt(REPEATED.size())).repeat(random.nextInt(1, 4000)));
    }
    String value = ODD.get(random.nextInt(ODD.size()));
    return value.matches("-?[0-9].*")
        ? JSON.getNodeFactory().stringNode("#" + value + "#")
        : JSON.readTree(value);
  }

  private JsonNode text(String before) {
    int at = random.nextInt(before.length() + 1);
    String more = REPEATED.get(random.nextInt(REPEATED.size()));
    return JSON.getNodeFactory().stringNode(before.substring(0, at) + more + before.substring(at));
  }

  private JsonNode donated() {
    JsonNode at = donors.get(random.nextInt(donors.size()));
    while (at.isContainer() && !at.isEmpty() && random.nextInt(8) != 0) {
      List<JsonNode> inside = at.valueStream().toList();
      at = inside.get(random.nextInt(inside.size()));
    }
    return at.deepCopy();
  }
}
