module sample.plain {
  requires dev.rollcall;
}
