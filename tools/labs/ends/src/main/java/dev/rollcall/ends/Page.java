package dev.rollcall.ends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the table into a page of the manual, between two comments. */
final class Page {
  private static final String BEGIN = "<!-- tools/ends writes from here -->\n";
  private static final String END = "<!-- to here -->\n";

  private Page() {}

  static void put(Path page, String table) throws IOException {
    Files.writeString(page, with(Files.readString(page), table));
  }

  /** A page with the table in the place of what was there. */
  static String with(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page has no place for the table: " + BEGIN + END);
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + page.substring(end);
  }
}
