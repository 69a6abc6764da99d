/**
 * In which source files classes are. The stacks of a recording name no files, and none is made up:
 * a checkpoint's sites name some ({@code RecordedFiles}), and whoever has the sources may know more
 * ({@code SourceFiles}); {@code NamedFrames} puts the names into findings.
 */
@NullMarked
package dev.rollcall.analysis.source;

import org.jspecify.annotations.NullMarked;
