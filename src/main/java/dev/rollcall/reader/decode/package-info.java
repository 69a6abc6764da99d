/**
 * From the rows of the JMC parser to events; with {@code reader} the only package that knows the
 * parser.
 *
 * <p>A {@code Decoder} makes one kind of event from the {@code Columns} of a row: {@code
 * StepDecoders} those of a life, {@code CheckDecoders} those of checks and checkpoints, {@code
 * ContextDecoders} what went on around them, {@code JvmEvents} what tells of the JVM. {@code
 * ParsedItems} delivers the same from items that Mission Control has parsed already.
 */
@NullMarked
package dev.rollcall.reader.decode;

import org.jspecify.annotations.NullMarked;
