package dev.rollcall.cli.mcp.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.cli.mcp.files.StartDirectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not answered, and the sentence that says why. */
final class RefusalsTest {
  @TempDir private Path directory = Path.of("");
  private Path home = Path.of("");
  private Path outside = Path.of("");

  @BeforeEach
  void unpack() throws Exception {
    home = Files.createDirectories(directory.resolve("home"));
    outside = Files.createDirectories(directory.resolve("outside"));
    Asking.unpack("clean", home);
    Asking.unpack("clean", outside);
  }

  private String refused(String file) throws Exception {
    String sentence =
        new Asking(home).refused("summary", "{'files': ['" + file.replace('\\', '/') + "']}");
    for (String question : List.of("causes", "groups", "losses")) {
      assertThat(new Asking(home).refused(question, "{'files': ['" + file + "']}"))
          .isEqualTo(sentence);
    }
    return sentence;
  }

  /** And nothing is said of whether it is there. */
  @Test
  void pathsOutside() throws Exception {
    String words = " is not in a directory that may be read here; these are " + home;
    for (String file :
        List.of(
            "/etc/passwd",
            "/nowhere/at/all.jfr",
            "../outside/clean.jfr",
            "../outside/nothing.jfr",
            "nothing/../../outside/clean.jfr",
            outside.resolve("clean.jfr").toString(),
            home + "/../outside/clean.jfr",
            home + "x/clean.jfr")) {
      assertThat(refused(file)).isEqualTo(file + words);
    }
  }

  @Test
  void linksThatLeadOut() throws Exception {
    Files.createSymbolicLink(home.resolve("link.jfr"), outside.resolve("clean.jfr"));
    Files.createSymbolicLink(home.resolve("away"), outside);
    Files.createSymbolicLink(home.resolve("inside.jfr"), home.resolve("clean.jfr"));

    for (String file : List.of("link.jfr", "away/clean.jfr", "away")) {
      assertThat(refused(file))
          .isEqualTo(
              file
                  + " is a symbolic link out of the directories that may be read here; these are "
                  + home);
    }
    Asking asking = new Asking(home);
    assertThat(asking.ask("summary", "{'files': ['inside.jfr']}").at("/recordings").asInt())
        .isEqualTo(1);
    assertThat(asking.ask("list", "{}").at("/files").toString())
        .contains("\"clean.jfr\"")
        .doesNotContain("link", "away", "outside");
    // In a directory it is left out, and that is said.
    assertThat(asking.ask("losses", "{'files': ['.']}").at("/problems/0").asText())
        .startsWith("link.jfr is a symbolic link out of ");
  }

  /** As where the temporary directory is a link. */
  @Test
  void aStartDirectoryMayBeALink() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("linked"), home);
    Asking asking = new Asking(link);

    for (String file :
        List.of("clean.jfr", link.resolve("clean.jfr").toString(), home + "/clean.jfr")) {
      assertThat(asking.ask("summary", "{'files': ['" + file + "']}").at("/outcome").asText())
          .isEqualTo("clean");
    }
    assertThat(asking.ask("list", "{}").at("/files/0/file").asText()).isEqualTo("clean.jfr");
  }

  @Test
  void ofSeveralDirectoriesEachMayBeRead() throws Exception {
    Asking asking = new Asking(home, outside);

    Files.delete(home.resolve("clean.jfr"));
    Asking.unpack("lossy", home);
    Asking.unpack("lossy", outside);
    assertThat(asking.ask("list", "{}").at("/files").toString())
        .contains("\"clean.jfr\"", "\"lossy.jfr\"", '"' + outside.resolve("lossy.jfr").toString());
    assertThat(asking.ask("summary", "{'files': ['clean.jfr']}").at("/outcome").asText())
        .isEqualTo("clean");
    assertThat(
            asking
                .ask("losses", "{'files': ['" + outside.resolve("lossy.jfr") + "']}")
                .at("/recordings/0/file")
                .asText())
        .isEqualTo(outside.resolve("lossy.jfr").toString());
  }

  @Test
  void filesThatCannotBeRead() throws Exception {
    Files.writeString(home.resolve("text.jfr"), "no recording at all");
    Files.writeString(home.resolve("empty.jfr"), "");
    Files.writeString(home.resolve("broken.json"), "{\"schemaVersion\": 1, \"groups\": [");
    Files.createDirectories(home.resolve("hollow"));

    assertThat(refused("nothing.jfr"))
        .isEqualTo("there is no file nothing.jfr in " + home + "; list shows what there is");
    assertThat(refused("text.jfr")).startsWith("text.jfr ").contains("not a flight recording");
    assertThat(refused("empty.jfr")).startsWith("empty.jfr is empty: ");
    assertThat(refused("broken.json")).startsWith("broken.json is no JSON report of Rollcall: ");
    assertThat(refused("hollow"))
        .isEqualTo("the directory hollow has no recordings; list shows where there are some");
    assertThat(refused("")).isEqualTo("an empty name is of no file; list shows what there is");
    assertThat(new Asking(home).refused("summary", "{'files': ['a\\u0000b']}"))
        .endsWith("; list shows what there is");
    assertThat(new Asking(home).refused("summary", "{'files': ['*.jfr']}"))
        .startsWith("there is no file *.jfr in ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          summary | {}                               | files has to be a list of one or more names of files
          summary | {'files': []}                    | files has to be a list of one or more names of files
          summary | {'files': 'clean.jfr'}           | files has to be a list of one or more names of files
          summary | {'files': [1]}                   | files has to be a list of one or more names of files
          summary | {'files': ['clean.jfr'], 'x': 1} | summary has no argument "x"; it has files
          causes  | {'files': ['clean.jfr'], 'limit': 1000000}    | limit has to be a whole number from 1 to 50
          causes  | {'files': ['clean.jfr'], 'limit': 0}          | limit has to be a whole number from 1 to 50
          causes  | {'files': ['clean.jfr'], 'limit': 1.5}        | limit has to be a whole number from 1 to 50
          causes  | {'files': ['clean.jfr'], 'limit': '3'}        | limit has to be a whole number from 1 to 50
          causes  | {'files': ['clean.jfr'], 'limit': 1e400}      | limit has to be a whole number from 1 to 50
          causes  | {'files': ['clean.jfr'], 'offset': -1}        | offset has to be a whole number from 0 to 1000000
          groups  | {'files': ['clean.jfr'], 'status': 'lost'}    | status has to be leaked or open or misused, not "lost"
          group   | {'files': ['clean.jfr']}                      | fingerprint is missing; causes and groups have those that there are
          group   | {'files': ['clean.jfr'], 'fingerprint': 'a@0'}| no group of these recordings is called "a@0"; causes and groups have those that there are
          history | {'files': ['clean.jfr']}                      | give either id or group; group tells the ids of examples
          history | {'files': ['clean.jfr'], 'id': '1', 'group': 'a'} | give either id or group; group tells the ids of examples
          history | {'files': ['clean.jfr'], 'id': 'first'}       | "first" is not an id, write it as 42 or 0x2a
          history | {'files': ['clean.jfr'], 'id': 1}             | id has to be a text
          history | {'files': ['clean.jfr'], 'id': '0x7777'}      | no resource in these recordings is like that; causes, groups and group have the ids and fingerprints that there are
          history | {'files': ['clean.jfr'], 'id': '1', 'stacks': 'yes'} | stacks has to be true or false
          diff    | {'before': ['clean.jfr']}                     | after has to be a list of one or more names of files
          list    | {'directory': 'clean.jfr'}                    | clean.jfr is a file; name a directory
          list    | {'directory': 7}                              | directory has to be a text
          """)
  void arguments(String question, String arguments, String sentence) throws Exception {
    assertThat(new Asking(home).refused(question, arguments)).isEqualTo(sentence);
  }

  @Test
  void manyFiles() throws Exception {
    String names = "'clean.jfr', ".repeat(20) + "'clean.jfr'";

    assertThat(new Asking(home).refused("summary", "{'files': [" + names + "]}"))
        .isEqualTo(
            "files has more than 20 names; name a directory, which stands for the recordings in"
                + " it");
  }

  @Test
  void startDirectoriesThatAreNone() {
    for (String name : List.of(directory.resolve("nothing").toString(), "", "a\0b")) {
      assertThatThrownBy(() -> StartDirectories.of(List.of(home.toString(), name)))
          .isInstanceOf(Refusal.class)
          .hasMessage("there is no directory " + name + "; give one that recordings are in");
    }
    String file = home.resolve("clean.jfr").toString();
    assertThatThrownBy(() -> StartDirectories.of(List.of(file)))
        .hasMessage(file + " is a file; give the directory that it is in");
  }
}
