package tests;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.IgnoreLeaks;
import dev.rollcall.junit.LeakChecked;
import org.junit.jupiter.api.Test;

@LeakChecked
class HandleTest {
  @Test
  void leaks(LeakChecker checker) {
    checker.register("forgotten");
  }

  @Test
  @IgnoreLeaks(type = "java.lang.*", reason = "is meant to stay")
  void leaksWhatIsIgnored() {
    LeakChecker.global().register(new Object());
  }

  @Test
  void releases() {
    Object handle = new Object();
    LeakChecker.global().register(handle);
    LeakChecker.global().unregister(handle);
  }
}
