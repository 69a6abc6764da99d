package dev.rollcall.fleet;

import dev.rollcall.report.source.CodeOwners;
import dev.rollcall.report.table.Owners;
import java.io.Serializable;
import java.util.List;

/**
 * Who answers for a class, by a CODEOWNERS file. There are no sources where recordings are read, so
 * a class is taken to be where Maven and Gradle want it in a repository of one module: patterns
 * that begin with {@code **}{@code /} hold in others, too.
 *
 * @param name what the file is called, for errors
 * @param text the file; empty where nobody is known
 */
public record SourceOwners(String name, String text) implements Owners, Serializable {
  /** Nobody is known. */
  public static final SourceOwners NONE = new SourceOwners("CODEOWNERS", "");

  private static final String ROOT = "src/main/java/";

  @Override
  public List<String> of(StackTraceElement frame) {
    String type = frame.getClassName();
    int nested = type.indexOf('$');
    String outer = nested < 0 ? type : type.substring(0, nested);
    String directory = outer.substring(0, outer.lastIndexOf('.') + 1).replace('.', '/');
    String file = frame.getFileName();
    String simple = outer.substring(outer.lastIndexOf('.') + 1) + ".java";
    return CodeOwners.parse(name, text).of(ROOT + directory + (file == null ? simple : file));
  }
}
