package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTextTest {
  @Test
  void readsWhatItWrote() {
    List<StackTraceElement> site =
        List.of(
            SiteText.element("shop.Cart", "<init>", 12),
            SiteText.element("shop.Shop$Till", "lambda$open$0", 345),
            SiteText.element("Main", "main", -1));

    assertThat(SiteText.print(site))
        .isEqualTo("shop.Cart.<init>:12\nshop.Shop$Till.lambda$open$0:345\nMain.main\n");
    assertThat(SiteText.parse(SiteText.print(site))).isEqualTo(site);
  }

  @Test
  void writesNoMoreThanSixtyFourFrames() {
    StackTraceElement frame = SiteText.element("a.B", "c", 1);

    assertThat(SiteText.parse(SiteText.print(Collections.nCopies(65, frame)))).hasSize(64);
    assertThat(SiteText.parse(SiteText.print(Collections.nCopies(64, frame)))).hasSize(64);
  }

  @Test
  void theFileIsThatOfTheOutermostClass() {
    assertThat(SiteText.element("a.B$C$1", "d", 1).getFileName()).isEqualTo("B.java");
    assertThat(SiteText.element("B", "d", 1).getFileName()).isEqualTo("B.java");
    assertThat(SiteText.element("$Proxy9", "d", 1).getFileName()).isEqualTo("$Proxy9.java");
  }

  @Test
  void nativeFramesHaveNoLine() {
    StackTraceElement frame = new StackTraceElement("a.B", "c", "B.java", -2);

    assertThat(SiteText.print(List.of(frame))).isEqualTo("a.B.c\n");
  }

  @Test
  void skipsWhatItCouldNotHaveWritten() {
    assertThat(SiteText.parse("")).isEmpty();
    assertThat(SiteText.parse("\nnodot\n.x\nx.\na.b:many\na.b:\na.B.c:1\n"))
        .containsExactly(SiteText.element("a.B", "c", 1));
  }
}
