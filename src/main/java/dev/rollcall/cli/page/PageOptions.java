package dev.rollcall.cli.page;

import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.report.source.CodeOwners;
import dev.rollcall.report.source.Repository;
import dev.rollcall.report.source.SourceLinks;
import dev.rollcall.report.source.SourceUrl;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the frames of a page lead to, and who owns them. */
public final class PageOptions {
  @Option(
      names = "--source-url",
      paramLabel = "URL",
      converter = UrlConverter.class,
      description =
          "On a page (html), link each frame whose source file is at hand (see --source) to its"
              + " line: 'https://host/acme/shop/blob/main/{path}#L{line}'. The path begins at the"
              + " root of the git repository, or at the working directory where there is none.")
  private @Nullable SourceUrl url;

  @Option(
      names = "--codeowners",
      paramLabel = "FILE",
      converter = OutputOption.FileConverter.class,
      description =
          "On a page (html), name the owners of each frame whose source file is at hand, as FILE,"
              + " a CODEOWNERS file, has them.")
  private @Nullable Path owners;

  /** Reads a pattern of addresses; a bad one is refused in a sentence of ours. */
  static final class UrlConverter implements ITypeConverter<SourceUrl> {
    @Override
    public SourceUrl convert(String pattern) {
      try {
        return SourceUrl.of(pattern);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** The files that the options name: they are read, so no result may overwrite them. */
  public List<String> files() {
    return owners == null ? List.of() : List.of(owners.toString());
  }

  /** Refuses what says nothing, because no page is written. */
  public void checkNone() throws UsageException {
    if (url != null || owners != null) {
      throw new UsageException(
          (url != null ? "--source-url" : "--codeowners")
              + " is for a page; add --format html, or leave it out");
    }
  }

  /**
   * What the options ask for, with the files that they name read.
   *
   * @param named the directories in which sources are, too
   */
  public SourceLinks links(Sources sources, List<Path> named) throws UsageException {
    Path here = Path.of("");
    return new SourceLinks(sources, here, Repository.of(here, named), url, codeOwners());
  }

  private @Nullable CodeOwners codeOwners() throws UsageException {
    return owners == null ? null : codeOwners(owners);
  }

  /** Reads a file of {@code --codeowners}. */
  public static CodeOwners codeOwners(Path file) throws UsageException {
    try {
      return CodeOwners.parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UsageException(
          "cannot read --codeowners " + file + "; name a text file that you may read");
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
