package dev.rollcall.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes wrong with the resources of a library, and where reports have it. */
enum Bug {
  /** They are not released. */
  @JsonProperty("leak")
  LEAK("leaked", "groups", "^LEAK: ([0-9,]+) of [0-9,]+ registered resources w.* never released"),
  /** They are released once too often. */
  @JsonProperty("over-release")
  OVER_RELEASE("misused", "misuses", "; ([0-9,]+) misused");

  private final String total;
  private final String findings;
  private final Pattern headline;

  Bug(String total, String findings, String headline) {
    this.total = total;
    this.findings = findings;
    this.headline = Pattern.compile(headline, Pattern.MULTILINE);
  }

  /** The name of its total in a report in JSON; a word for what became of the resources. */
  String total() {
    return total;
  }

  /** The name of the list of what was found, in a report in JSON. */
  String findings() {
    return findings;
  }

  /** How often it has happened as a report at exit says. */
  long reported(String atExit) {
    Matcher found = headline.matcher(atExit);
    return found.find() ? Long.parseLong(found.group(1).replace(",", "")) : 0;
  }
}
