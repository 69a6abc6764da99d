/**
 * Rollcall, a deterministic leak checker for the JVM.
 *
 * <p>A program that is checked needs this module and slf4j-api. Everything else serves the offline
 * tool or is optional: without {@code jdk.jfr} the checker works and no events are recorded. A
 * module that uses an adapter also requires what it adapts: nothing optional is passed on, because
 * then every module would have to have it.
 */
module dev.rollcall {
  requires org.slf4j;
  requires static jdk.jfr;
  requires static jdk.attach;
  requires static jdk.management.jfr;
  requires static java.logging;
  requires static java.management;
  requires static java.instrument;
  requires static java.sql;
  requires static java.xml;
  requires static org.jspecify;
  requires static org.objectweb.asm;
  requires static org.openjdk.jmc.common;
  requires static org.openjdk.jmc.flightrecorder;
  requires static org.openjdk.jmc.flightrecorder.rules;
  requires static info.picocli;
  requires static com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.databind;
  requires static HdrHistogram;
  requires static com.github.luben.zstd_jni;
  requires static org.lz4.java;
  requires static io.modelcontextprotocol.sdk.mcp.core;
  requires static io.modelcontextprotocol.sdk.mcp.json.jackson2;
  requires static reactor.core;
  requires static org.reactivestreams;
  requires static micrometer.core;
  requires static spring.beans;
  requires static spring.boot;
  requires static spring.boot.actuator;
  requires static spring.boot.actuator.autoconfigure;
  requires static spring.boot.autoconfigure;
  requires static spring.context;
  requires static spring.core;
  requires static spring.jdbc;
  requires static io.netty.buffer;
  requires static io.netty.common;
  requires static org.junit.jupiter.api;
  requires static org.junit.platform.launcher;

  exports dev.rollcall;
  exports dev.rollcall.jdbc;
  exports dev.rollcall.jmx;
  exports dev.rollcall.junit;
  exports dev.rollcall.micrometer;
  exports dev.rollcall.netty;

  opens dev.rollcall.spring;
  opens dev.rollcall.cli to
      info.picocli;
  opens dev.rollcall.cli.export to
      info.picocli;
  opens dev.rollcall.cli.gate to
      info.picocli;
  opens dev.rollcall.cli.mcp to
      info.picocli;
  opens dev.rollcall.cli.page to
      info.picocli;
  opens dev.rollcall.cli.option to
      info.picocli;

  // To be silent where SLF4J has no provider, we look for one before SLF4J does.
  uses org.slf4j.spi.SLF4JServiceProvider;
}
