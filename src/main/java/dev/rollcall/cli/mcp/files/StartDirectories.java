package dev.rollcall.cli.mcp.files;

import dev.rollcall.reader.Inputs;
import dev.rollcall.reader.Inputs.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The directories that may be read, and nothing outside them: neither by a path, nor by way of a
 * symbolic link. Of what is outside nothing is said, not even whether it is there.
 */
public final class StartDirectories {
  /** Each by its name, to where it really is. */
  private final Map<Path, Path> directories;

  private StartDirectories(Map<Path, Path> directories) {
    this.directories = directories;
  }

  /**
   * Directories by the names that the user gives.
   *
   * @throws Refusal if one of them is no directory that can be read
   */
  public static StartDirectories of(List<String> names) throws Refusal {
    Map<Path, Path> directories = new LinkedHashMap<>();
    for (String name : names) {
      try {
        Path path = Path.of(name);
        if (name.isEmpty() || !Files.exists(path)) {
          throw new Refusal("there is no directory " + name + "; give one that recordings are in");
        }
        if (!Files.isDirectory(path)) {
          throw new Refusal(name + " is a file; give the directory that it is in");
        }
        if (!Files.isReadable(path)) {
          throw new Refusal("the directory " + name + " may not be read; check its permissions");
        }
        directories.put(path.toAbsolutePath().normalize(), path.toRealPath());
      } catch (InvalidPathException | IOException e) {
        throw new Refusal("there is no directory " + name + "; give one that recordings are in");
      }
    }
    return new StartDirectories(directories);
  }

  /** Where they really are. */
  public List<Path> roots() {
    return List.copyOf(directories.values());
  }

  /**
   * The files that names stand for: a directory for the recordings in it, as everywhere.
   *
   * @throws Refusal if a name leads nowhere, or outside
   */
  Inputs inputs(List<String> names) throws Refusal {
    List<Input> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      Path real = real(name);
      if (Files.isDirectory(real)) {
        Inputs found = Inputs.of(List.of(real.toString()));
        for (Input input : found.files()) {
          addFound(input, files, problems);
        }
        if (found.files().isEmpty()) {
          problems.add(
              "the directory " + name + " has no recordings; list shows where there are some");
        }
      } else if (Files.isRegularFile(real)) {
        files.add(new Input(real, false, Path.of(nameOf(real))));
      } else {
        throw new Refusal(name + " is neither a file nor a directory; list shows what there is");
      }
    }
    return new Inputs(files.stream().distinct().toList(), problems);
  }

  /** What is in a directory may be a link that leads out of it. */
  private void addFound(Input input, List<Input> files, List<String> problems) {
    try {
      Path real = input.file().toRealPath();
      if (isInside(real)) {
        files.add(new Input(real, true, Path.of(nameOf(real))));
      } else {
        problems.add(nameOf(input.file()) + leadsOut());
      }
    } catch (IOException e) {
      problems.add("cannot read " + nameOf(input.file()) + "; it is a link that leads nowhere");
    }
  }

  /**
   * Where a name really leads.
   *
   * @throws Refusal if that is nowhere, or outside
   */
  public Path real(String name) throws Refusal {
    if (name.isEmpty()) {
      throw new Refusal("an empty name is of no file; list shows what there is");
    }
    boolean outside = true;
    try {
      Path path = Path.of(name);
      for (Map.Entry<Path, Path> directory : directories.entrySet()) {
        // What an absolute path begins with may be the name of the directory, or where it is.
        Path there = directory.getValue().resolve(path).normalize();
        if (there.startsWith(directory.getKey())) {
          there = directory.getValue().resolve(directory.getKey().relativize(there));
        }
        if (!there.startsWith(directory.getValue())) {
          continue;
        }
        outside = false;
        if (Files.exists(there)) {
          Path real = there.toRealPath();
          if (!isInside(real)) {
            throw new Refusal(name + leadsOut());
          }
          return real;
        }
      }
    } catch (InvalidPathException | IOException e) {
      throw new Refusal("cannot read " + name + "; list shows what there is");
    }
    throw new Refusal(
        outside
            ? name + " is not in a directory that may be read here; these are " + words()
            : "there is no file " + name + " in " + words() + "; list shows what there is");
  }

  private String leadsOut() {
    return " is a symbolic link out of the directories that may be read here; these are " + words();
  }

  boolean isInside(Path real) {
    return directories.values().stream().anyMatch(real::startsWith);
  }

  /** How a file is to be called by whoever asks for it: the shortest name that leads there. */
  public String nameOf(Path real) {
    for (Path root : directories.values()) {
      if (real.startsWith(root) && !real.equals(root)) {
        String name = root.relativize(real).toString();
        return isMeantBy(name, real) ? name : real.toString();
      }
    }
    return real.equals(roots().get(0)) ? "." : real.toString();
  }

  private boolean isMeantBy(String name, Path real) {
    for (Path root : directories.values()) {
      Path there = root.resolve(name);
      if (Files.exists(there)) {
        return there.equals(real);
      }
    }
    return false;
  }

  /** All of them, as their user names them. */
  public String words() {
    return directories.keySet().stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
