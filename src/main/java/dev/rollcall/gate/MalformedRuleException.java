package dev.rollcall.gate;

import java.io.Serial;

/** A line of a suppressions file is no rule; the message is a sentence that says where and why. */
public final class MalformedRuleException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  MalformedRuleException(String file, int line, String problem) {
    super(
        file
            + ':'
            + line
            + ": "
            + problem
            + "; a rule is KIND PATTERN [held|lost] \"reason\", where KIND is type, frame or"
            + " fingerprint");
  }
}
