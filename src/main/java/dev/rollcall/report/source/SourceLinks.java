package dev.rollcall.report.source;

import dev.rollcall.common.FrameKind;
import dev.rollcall.report.html.FrameLinks;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a frame to its line on the host of the sources, and names the owners of its file. Only
 * a file that is at hand, in the repository, is linked: where it would be is never guessed. For one
 * thread.
 */
public final class SourceLinks implements FrameLinks {
  private final Sources sources;
  private final Path workingDirectory;
  private final Repository repository;
  private final @Nullable SourceUrl url;
  private final @Nullable CodeOwners owners;
  private final Set<String> notFound = new TreeSet<>();

  /**
   * Links to sources at hand.
   *
   * @param workingDirectory what the paths of the sources are relative to
   * @param url the addresses; {@code null} to link nothing
   * @param owners who owns what; {@code null} where that is not to be said
   */
  public SourceLinks(
      Sources sources,
      Path workingDirectory,
      Repository repository,
      @Nullable SourceUrl url,
      @Nullable CodeOwners owners) {
    this.sources = sources;
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    this.repository = repository;
    this.url = url;
    this.owners = owners;
  }

  @Override
  public @Nullable String url(StackTraceElement frame) {
    String path = url == null ? null : path(frame);
    return url == null || path == null ? null : url.of(path, frame.getLineNumber());
  }

  @Override
  public @Nullable String owner(StackTraceElement frame) {
    String names = String.join(", ", owners(frame));
    return names.isEmpty() ? null : names;
  }

  /** Who owns the file of a frame, one by one; empty where that is not known. */
  public List<String> owners(StackTraceElement frame) {
    String path = owners == null ? null : path(frame);
    return owners == null || path == null ? List.of() : owners.of(path);
  }

  /** The classes of the program that were asked for and have no file in the repository. */
  public Set<String> notFound() {
    return Collections.unmodifiableSet(notFound);
  }

  private @Nullable String path(StackTraceElement frame) {
    Path file = sources.find(frame);
    String path = file == null ? null : repository.path(workingDirectory.resolve(file));
    if (path == null && FrameKind.isProgram(frame)) {
      notFound.add(frame.getClassName());
    }
    return path;
  }
}
