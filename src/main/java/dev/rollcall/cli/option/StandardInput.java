package dev.rollcall.cli.option;

import dev.rollcall.reader.Inputs;
import dev.rollcall.reader.Inputs.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Standard input, which arguments name with {@code -}. It is kept in a file, which only its user
 * can read, while the tool runs, because recordings are not read from front to back.
 */
public final class StandardInput implements AutoCloseable {
  private static final String NAME = "-";

  private final InputStream in;
  private @Nullable Path spooled;

  public StandardInput(InputStream in) {
    this.in = in;
  }

  /** As {@link Inputs#of}, where an argument may also be standard input. */
  public Inputs expand(List<String> arguments) {
    List<Input> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      Inputs inputs = argument.equals(NAME) ? spool() : Inputs.of(List.of(argument));
      files.addAll(inputs.files());
      problems.addAll(inputs.problems());
    }
    return new Inputs(files.stream().distinct().toList(), problems);
  }

  private Inputs spool() {
    try {
      if (spooled == null) {
        spooled = Files.createTempFile("rollcall-stdin", null);
        spooled.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(spooled)) {
          in.transferTo(out);
        }
      }
      if (Files.size(spooled) == 0) {
        return new Inputs(
            List.of(), List.of("standard input is empty; check the command that writes to it"));
      }
      return new Inputs(List.of(new Input(spooled, false, Path.of(NAME))), List.of());
    } catch (IOException e) {
      String problem =
          "cannot keep standard input in "
              + System.getProperty("java.io.tmpdir")
              + " ("
              + ResultStream.reason(e)
              + "); free some space there, or give a file";
      return new Inputs(List.of(), List.of(problem));
    }
  }

  /** Deletes what was kept. */
  @Override
  public void close() throws IOException {
    if (spooled != null) {
      Files.deleteIfExists(spooled);
    }
  }
}
