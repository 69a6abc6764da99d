package dev.rollcall.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a suppressions file. */
class RuleFileTest {
  @Test
  void rulesCommentsAndBlankLines() throws MalformedRuleException {
    String text =
        """
        # wanted immortals
        type com.acme.Cache* "lives for ever: see #12"

          frame\tcom.acme.Legacy.open   lost  "not ours"\t
        fingerprint com.acme.Buffer@0123456789abcdef held "bug 4711"
        """;

    assertThat(RuleFile.parse("wanted.txt", text))
        .containsExactly(
            new Rule(
                "wanted.txt",
                2,
                Rule.Kind.TYPE,
                "com.acme.Cache*",
                null,
                "lives for ever: see #12"),
            new Rule(
                "wanted.txt",
                4,
                Rule.Kind.FRAME,
                "com.acme.Legacy.open",
                Rule.Part.LOST,
                "not ours"),
            new Rule(
                "wanted.txt",
                5,
                Rule.Kind.FINGERPRINT,
                "com.acme.Buffer@0123456789abcdef",
                Rule.Part.HELD,
                "bug 4711"));
  }

  @Test
  void anEmptyFileHasNoRules() throws MalformedRuleException {
    assertThat(RuleFile.parse("wanted.txt", "")).isEmpty();
  }

  @Test
  void aByteOrderMarkAndWindowsLinesAreNoRules() throws MalformedRuleException {
    assertThat(RuleFile.parse("w.txt", "\ufefftype A \"a\"\r\n\r\ntype B \"b\"\r\n"))
        .extracting(Rule::line, Rule::pattern)
        .containsExactly(tuple(1, "A"), tuple(3, "B"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class A \"why\"|unknown kind of rule 'class'",
        "Type A \"why\"|unknown kind of rule 'Type'",
        "\"why\"|unknown kind of rule ''",
        "type|the pattern is missing",
        "type \"why\"|the pattern is missing",
        "type A|the reason is missing",
        "type A held|the reason is missing",
        "type A \"\"|the reason is missing",
        "type A \"  \"|the reason is missing",
        "type A \"why|the reason has no closing quote",
        "type A why|unexpected 'why'",
        "type A Held \"why\"|unexpected 'Held'",
        "type A held lost \"why\"|unexpected 'lost'",
        "type A \"why\" held|unexpected 'held' after the reason",
        "type A \"why\" \"because\"|unexpected '\"because\"' after the reason",
      })
  void aMalformedLineIsNamed(String line, String problem) {
    assertThatThrownBy(() -> RuleFile.parse("wanted.txt", "# first\n" + line + "\n"))
        .isInstanceOf(MalformedRuleException.class)
        .hasMessageStartingWith("wanted.txt:2: " + problem)
        .hasMessageEndingWith(
            "; a rule is KIND PATTERN [held|lost] \"reason\", where KIND is type, frame or"
                + " fingerprint");
  }
}
