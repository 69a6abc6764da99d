package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteTextTest {
  private static StackTraceElement frame(
      String className, String method, @Nullable String file, int line) {
    return new StackTraceElement(className, method, file, line);
  }

  @Test
  void readsWhatItWrote() {
    List<StackTraceElement> site =
        List.of(
            frame("shop.Cart", "<init>", "Cart.java", 12),
            frame("shop.Shop$Till", "lambda$open$0", "Shop.java", 345),
            frame("shop.AppKt", "is it (really) open: yes", "App.kt", 8),
            frame("shop.AppKt", "is it (really) open: yes", null, 8),
            frame("shop.AppKt", "is it (really)", null, -1),
            frame("shop.Cart", "drop", null, 7),
            frame("shop.Cart", "drop", "two words, one: colon", -1),
            frame("shop.Cart$$SpringCGLIB$$0", "drop", "<generated>", -1),
            frame("shop.Native", "read", null, -2),
            frame("Main", "main", null, -1));

    assertThat(SiteText.print(site))
        .isEqualTo(
            """
            shop.Cart.<init>(Cart.java:12)
            shop.Shop$Till.lambda$open$0(Shop.java:345)
            shop.AppKt.is it (really) open: yes(App.kt:8)
            shop.AppKt.is it (really) open: yes(line 8)
            shop.AppKt.is it (really)()
            shop.Cart.drop(line 7)
            shop.Cart.drop(two words, one: colon)
            shop.Cart$$SpringCGLIB$$0.drop(<generated>)
            shop.Native.read(Native Method)
            Main.main
            """);
    assertThat(SiteText.parse(SiteText.print(site))).isEqualTo(site);
  }

  @Test
  void readsWhatEarlierVersionsWrote() {
    assertThat(SiteText.parse("shop.Cart.<init>:12\nshop.AppKt.open (really):8\nMain.main\n"))
        .containsExactly(
            frame("shop.Cart", "<init>", null, 12),
            frame("shop.AppKt", "open (really)", null, 8),
            frame("Main", "main", null, -1));
  }

  @Test
  void aFileThatCouldNotBeReadBackIsLeftOut() {
    assertThat(SiteText.print(List.of(frame("a.B", "c", "B (2).kt", 7), frame("a.B", "c", "", 8))))
        .isEqualTo("a.B.c(line 7)\na.B.c(line 8)\n");
  }

  @Test
  void writesNoMoreThanSixtyFourFrames() {
    StackTraceElement frame = frame("a.B", "c", "B.java", 1);

    assertThat(SiteText.parse(SiteText.print(Collections.nCopies(65, frame)))).hasSize(64);
    assertThat(SiteText.parse(SiteText.print(Collections.nCopies(64, frame)))).hasSize(64);
  }

  @Test
  void skipsWhatItCouldNotHaveWritten() {
    assertThat(SiteText.parse("")).isEmpty();
    assertThat(SiteText.parse("\nnodot\n.x\nx.\na.b:many\na.b:\n(B.java:1)\na.B.c:1\n"))
        .containsExactly(frame("a.B", "c", null, 1));
    assertThat(SiteText.parse("a.B.c(B.java)x)\n")).isEmpty();
  }
}
