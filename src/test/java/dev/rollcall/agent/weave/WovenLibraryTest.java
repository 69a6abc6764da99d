package dev.rollcall.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.agent.weave.Point.Value;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All classes of libraries, with points in most of their methods, pass the JVM's verifier. */
final class WovenLibraryTest {
  private static final List<Point> POINTS =
      List.of(
          new Point("<init>(*", Moment.RETURN, Value.NONE, 30, ""),
          new Point("*)Ljava/lang/Object;", Moment.RETURN, Value.TOP, 31, ""),
          new Point("*()V", Moment.RETURN, Value.NONE, 1, ""),
          new Point("*()Z", Moment.ENTRY, Value.NONE, 2, ""),
          new Point("g*", Moment.ENTRY, Value.NONE, 3, ""),
          new Point("g*", Moment.THROW, Value.TOP, 4, ""),
          new Point("a*", Moment.RETURN, Value.TOP, 5, ""),
          new Point("a*", Moment.THROW, Value.NONE, 6, ""),
          new Point("_*", Moment.THROW, Value.TOP, 7, ""),
          new Point("c*", Moment.THROW, Value.TOP, 200, ""),
          new Point("_next", Moment.WRITE, Value.NONE, 8, ""));

  private static JarFile jar(String name) throws Exception {
    String path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(each -> new File(each).getName().matches(name + "-[0-9].*[.]jar"))
            .findFirst()
            .orElseThrow();
    return new JarFile(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jackson-databind", "netty-buffer"})
  void isVerified(String library) throws Exception {
    WovenLoader loader = new WovenLoader();
    List<String> names = new ArrayList<>();
    try (JarFile jar = jar(library)) {
      for (JarEntry entry : jar.stream().filter(WovenLibraryTest::isClass).toList()) {
        byte[] plain = jar.getInputStream(entry).readAllBytes();
        byte[] woven = Weaver.weave(plain, POINTS).bytes();
        String name = entry.getName().replaceFirst("[.]class$", "").replace('/', '.');
        loader.with(name, woven == null ? plain : woven);
        if (woven != null) {
          names.add(name);
        }
      }
    }
    for (String name : names) {
      try {
        WovenLoader.link(loader.loadClass(name));
      } catch (VerifyError | ClassFormatError e) {
        throw new AssertionError(name, e);
      } catch (NoClassDefFoundError optional) {
        // It needs what is not here.
      }
    }

    assertThat(names).hasSizeGreaterThan(100);
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().matches("(?!META-INF|module-info).*[.]class");
  }
}
