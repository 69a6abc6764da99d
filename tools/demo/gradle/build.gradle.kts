plugins {
  java
}

repositories {
  mavenCentral()
  mavenLocal() // Rollcall, until it is on Maven Central.
}

dependencies {
  // Where the program itself calls LeakChecker: implementation(...).
  testImplementation("dev.rollcall:rollcall:0.1.0-SNAPSHOT")
  testImplementation(platform("org.junit:junit-bom:5.13.4"))
  testImplementation("org.junit.jupiter:junit-jupiter")
  testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

val recordings = layout.buildDirectory.dir("recordings").get().asFile

tasks.test {
  useJUnitPlatform()
  // Each JVM that runs tests makes a recording of its own in this directory, which has to exist.
  jvmArgs("-XX:StartFlightRecording:filename=$recordings")
  doFirst { recordings.mkdirs() }
}
