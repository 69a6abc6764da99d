module sample.runner {
  requires org.junit.platform.launcher;
}
