open module sample.junit {
  requires dev.rollcall;
  requires org.junit.jupiter.api;
}
