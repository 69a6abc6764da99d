module sample.handles {
  requires dev.rollcall;

  exports handles;
}
