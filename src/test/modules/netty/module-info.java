module sample.netty {
  requires dev.rollcall;
  requires io.netty.buffer;
}
