module sample.jdbc {
  requires dev.rollcall;
  requires java.sql;
}
