package org.karyon.iscn.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlEntityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a&lt;b | < | 4",
        "a&GT;b | > | 4",
        "a&amp;b | & | 5",
        "a&#60;b | < | 5",
        "a&#x3C;b | < | 6",
        "a&#X3c;b | < | 6",
        "a&comma; | , | 7",
        "a&#0000059; | ; | 10",
        "a&#00000059; | NONE | 0",
        "a&semi;b | ; | 6"
      })
  void isTheCharacterThatWasMeant(String text, String character, int length) {
    HtmlEntity entity = HtmlEntity.at(text, 1);

    assertThat(entity.length()).isEqualTo(length);
    assertThat(String.valueOf(entity.character()))
        .isEqualTo(character.equals("NONE") ? "&" : character);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&",
        "a&;",
        "a&lt",
        "a&unheard;",
        "a&#;",
        "a&#0;",
        "a&#x;",
        "a&#6z;",
        "a&#65536;"
      })
  void whatIsNoneStaysAsItIs(String text) {
    assertThat(HtmlEntity.at(text, 1).length()).isZero();
  }
}
