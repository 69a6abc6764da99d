package dev.rollcall.netty;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ScatteringByteChannel;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A buffer whose content, indices and capacity are another's. Only forwards: what makes another
 * buffer, or counts references, is left to the subclass.
 */
@SuppressWarnings("deprecation") // what Netty deprecates has to be forwarded all the same
abstract class ForwardingByteBuf extends ByteBuf {
  final ByteBuf buf;

  ForwardingByteBuf(ByteBuf buf) {
    this.buf = buf;
  }

  /** The other buffer, which is about to be used. */
  abstract ByteBuf used();

  @Override
  public int capacity() {
    return used().capacity();
  }

  @Override
  public ByteBuf capacity(int newCapacity) {
    used().capacity(newCapacity);
    return this;
  }

  @Override
  public int maxCapacity() {
    return used().maxCapacity();
  }

  @Override
  public ByteOrder order() {
    return used().order();
  }

  @Override
  public boolean isDirect() {
    return used().isDirect();
  }

  @Override
  public boolean isReadOnly() {
    return used().isReadOnly();
  }

  @Override
  public int readerIndex() {
    return used().readerIndex();
  }

  @Override
  public ByteBuf readerIndex(int readerIndex) {
    used().readerIndex(readerIndex);
    return this;
  }

  @Override
  public int writerIndex() {
    return used().writerIndex();
  }

  @Override
  public ByteBuf writerIndex(int writerIndex) {
    used().writerIndex(writerIndex);
    return this;
  }

  @Override
  public ByteBuf setIndex(int readerIndex, int writerIndex) {
    used().setIndex(readerIndex, writerIndex);
    return this;
  }

  @Override
  public int readableBytes() {
    return used().readableBytes();
  }

  @Override
  public int writableBytes() {
    return used().writableBytes();
  }

  @Override
  public int maxWritableBytes() {
    return used().maxWritableBytes();
  }

  @Override
  public int maxFastWritableBytes() {
    return used().maxFastWritableBytes();
  }

  @Override
  public boolean isReadable() {
    return used().isReadable();
  }

  @Override
  public boolean isReadable(int size) {
    return used().isReadable(size);
  }

  @Override
  public boolean isWritable() {
    return used().isWritable();
  }

  @Override
  public boolean isWritable(int size) {
    return used().isWritable(size);
  }

  @Override
  public ByteBuf clear() {
    used().clear();
    return this;
  }

  @Override
  public ByteBuf markReaderIndex() {
    used().markReaderIndex();
    return this;
  }

  @Override
  public ByteBuf resetReaderIndex() {
    used().resetReaderIndex();
    return this;
  }

  @Override
  public ByteBuf markWriterIndex() {
    used().markWriterIndex();
    return this;
  }

  @Override
  public ByteBuf resetWriterIndex() {
    used().resetWriterIndex();
    return this;
  }

  @Override
  public ByteBuf discardReadBytes() {
    used().discardReadBytes();
    return this;
  }

  @Override
  public ByteBuf discardSomeReadBytes() {
    used().discardSomeReadBytes();
    return this;
  }

  @Override
  public ByteBuf ensureWritable(int minWritableBytes) {
    used().ensureWritable(minWritableBytes);
    return this;
  }

  @Override
  public int ensureWritable(int minWritableBytes, boolean force) {
    return used().ensureWritable(minWritableBytes, force);
  }

  @Override
  public boolean getBoolean(int index) {
    return used().getBoolean(index);
  }

  @Override
  public byte getByte(int index) {
    return used().getByte(index);
  }

  @Override
  public short getUnsignedByte(int index) {
    return used().getUnsignedByte(index);
  }

  @Override
  public short getShort(int index) {
    return used().getShort(index);
  }

  @Override
  public short getShortLE(int index) {
    return used().getShortLE(index);
  }

  @Override
  public int getUnsignedShort(int index) {
    return used().getUnsignedShort(index);
  }

  @Override
  public int getUnsignedShortLE(int index) {
    return used().getUnsignedShortLE(index);
  }

  @Override
  public int getMedium(int index) {
    return used().getMedium(index);
  }

  @Override
  public int getMediumLE(int index) {
    return used().getMediumLE(index);
  }

  @Override
  public int getUnsignedMedium(int index) {
    return used().getUnsignedMedium(index);
  }

  @Override
  public int getUnsignedMediumLE(int index) {
    return used().getUnsignedMediumLE(index);
  }

  @Override
  public int getInt(int index) {
    return used().getInt(index);
  }

  @Override
  public int getIntLE(int index) {
    return used().getIntLE(index);
  }

  @Override
  public long getUnsignedInt(int index) {
    return used().getUnsignedInt(index);
  }

  @Override
  public long getUnsignedIntLE(int index) {
    return used().getUnsignedIntLE(index);
  }

  @Override
  public long getLong(int index) {
    return used().getLong(index);
  }

  @Override
  public long getLongLE(int index) {
    return used().getLongLE(index);
  }

  @Override
  public char getChar(int index) {
    return used().getChar(index);
  }

  @Override
  public float getFloat(int index) {
    return used().getFloat(index);
  }

  @Override
  public float getFloatLE(int index) {
    return used().getFloatLE(index);
  }

  @Override
  public double getDouble(int index) {
    return used().getDouble(index);
  }

  @Override
  public double getDoubleLE(int index) {
    return used().getDoubleLE(index);
  }

  @Override
  public ByteBuf getBytes(int index, ByteBuf dst) {
    used().getBytes(index, dst);
    return this;
  }

  @Override
  public ByteBuf getBytes(int index, ByteBuf dst, int length) {
    used().getBytes(index, dst, length);
    return this;
  }

  @Override
  public ByteBuf getBytes(int index, ByteBuf dst, int dstIndex, int length) {
    used().getBytes(index, dst, dstIndex, length);
    return this;
  }

  @Override
  public ByteBuf getBytes(int index, byte[] dst) {
    used().getBytes(index, dst);
    return this;
  }

  @Override
  public ByteBuf getBytes(int index, byte[] dst, int dstIndex, int length) {
    used().getBytes(index, dst, dstIndex, length);
    return this;
  }

  @Override
  public ByteBuf getBytes(int index, ByteBuffer dst) {
    used().getBytes(index, dst);
    return this;
  }

  @Override
  public ByteBuf getBytes(int index, OutputStream out, int length) throws IOException {
    used().getBytes(index, out, length);
    return this;
  }

  @Override
  public int getBytes(int index, GatheringByteChannel out, int length) throws IOException {
    return used().getBytes(index, out, length);
  }

  @Override
  public int getBytes(int index, FileChannel out, long position, int length) throws IOException {
    return used().getBytes(index, out, position, length);
  }

  @Override
  public CharSequence getCharSequence(int index, int length, Charset charset) {
    return used().getCharSequence(index, length, charset);
  }

  @Override
  public ByteBuf setBoolean(int index, boolean value) {
    used().setBoolean(index, value);
    return this;
  }

  @Override
  public ByteBuf setByte(int index, int value) {
    used().setByte(index, value);
    return this;
  }

  @Override
  public ByteBuf setShort(int index, int value) {
    used().setShort(index, value);
    return this;
  }

  @Override
  public ByteBuf setShortLE(int index, int value) {
    used().setShortLE(index, value);
    return this;
  }

  @Override
  public ByteBuf setMedium(int index, int value) {
    used().setMedium(index, value);
    return this;
  }

  @Override
  public ByteBuf setMediumLE(int index, int value) {
    used().setMediumLE(index, value);
    return this;
  }

  @Override
  public ByteBuf setInt(int index, int value) {
    used().setInt(index, value);
    return this;
  }

  @Override
  public ByteBuf setIntLE(int index, int value) {
    used().setIntLE(index, value);
    return this;
  }

  @Override
  public ByteBuf setLong(int index, long value) {
    used().setLong(index, value);
    return this;
  }

  @Override
  public ByteBuf setLongLE(int index, long value) {
    used().setLongLE(index, value);
    return this;
  }

  @Override
  public ByteBuf setChar(int index, int value) {
    used().setChar(index, value);
    return this;
  }

  @Override
  public ByteBuf setFloat(int index, float value) {
    used().setFloat(index, value);
    return this;
  }

  @Override
  public ByteBuf setFloatLE(int index, float value) {
    used().setFloatLE(index, value);
    return this;
  }

  @Override
  public ByteBuf setDouble(int index, double value) {
    used().setDouble(index, value);
    return this;
  }

  @Override
  public ByteBuf setDoubleLE(int index, double value) {
    used().setDoubleLE(index, value);
    return this;
  }

  @Override
  public ByteBuf setBytes(int index, ByteBuf src) {
    used().setBytes(index, src);
    return this;
  }

  @Override
  public ByteBuf setBytes(int index, ByteBuf src, int length) {
    used().setBytes(index, src, length);
    return this;
  }

  @Override
  public ByteBuf setBytes(int index, ByteBuf src, int srcIndex, int length) {
    used().setBytes(index, src, srcIndex, length);
    return this;
  }

  @Override
  public ByteBuf setBytes(int index, byte[] src) {
    used().setBytes(index, src);
    return this;
  }

  @Override
  public ByteBuf setBytes(int index, byte[] src, int srcIndex, int length) {
    used().setBytes(index, src, srcIndex, length);
    return this;
  }

  @Override
  public ByteBuf setBytes(int index, ByteBuffer src) {
    used().setBytes(index, src);
    return this;
  }

  @Override
  public int setBytes(int index, InputStream in, int length) throws IOException {
    return used().setBytes(index, in, length);
  }

  @Override
  public int setBytes(int index, ScatteringByteChannel in, int length) throws IOException {
    return used().setBytes(index, in, length);
  }

  @Override
  public int setBytes(int index, FileChannel in, long position, int length) throws IOException {
    return used().setBytes(index, in, position, length);
  }

  @Override
  public ByteBuf setZero(int index, int length) {
    used().setZero(index, length);
    return this;
  }

  @Override
  public int setCharSequence(int index, CharSequence sequence, Charset charset) {
    return used().setCharSequence(index, sequence, charset);
  }

  @Override
  public boolean readBoolean() {
    return used().readBoolean();
  }

  @Override
  public byte readByte() {
    return used().readByte();
  }

  @Override
  public short readUnsignedByte() {
    return used().readUnsignedByte();
  }

  @Override
  public short readShort() {
    return used().readShort();
  }

  @Override
  public short readShortLE() {
    return used().readShortLE();
  }

  @Override
  public int readUnsignedShort() {
    return used().readUnsignedShort();
  }

  @Override
  public int readUnsignedShortLE() {
    return used().readUnsignedShortLE();
  }

  @Override
  public int readMedium() {
    return used().readMedium();
  }

  @Override
  public int readMediumLE() {
    return used().readMediumLE();
  }

  @Override
  public int readUnsignedMedium() {
    return used().readUnsignedMedium();
  }

  @Override
  public int readUnsignedMediumLE() {
    return used().readUnsignedMediumLE();
  }

  @Override
  public int readInt() {
    return used().readInt();
  }

  @Override
  public int readIntLE() {
    return used().readIntLE();
  }

  @Override
  public long readUnsignedInt() {
    return used().readUnsignedInt();
  }

  @Override
  public long readUnsignedIntLE() {
    return used().readUnsignedIntLE();
  }

  @Override
  public long readLong() {
    return used().readLong();
  }

  @Override
  public long readLongLE() {
    return used().readLongLE();
  }

  @Override
  public char readChar() {
    return used().readChar();
  }

  @Override
  public float readFloat() {
    return used().readFloat();
  }

  @Override
  public float readFloatLE() {
    return used().readFloatLE();
  }

  @Override
  public double readDouble() {
    return used().readDouble();
  }

  @Override
  public double readDoubleLE() {
    return used().readDoubleLE();
  }

  @Override
  public ByteBuf readBytes(ByteBuf dst) {
    used().readBytes(dst);
    return this;
  }

  @Override
  public ByteBuf readBytes(ByteBuf dst, int length) {
    used().readBytes(dst, length);
    return this;
  }

  @Override
  public ByteBuf readBytes(ByteBuf dst, int dstIndex, int length) {
    used().readBytes(dst, dstIndex, length);
    return this;
  }

  @Override
  public ByteBuf readBytes(byte[] dst) {
    used().readBytes(dst);
    return this;
  }

  @Override
  public ByteBuf readBytes(byte[] dst, int dstIndex, int length) {
    used().readBytes(dst, dstIndex, length);
    return this;
  }

  @Override
  public ByteBuf readBytes(ByteBuffer dst) {
    used().readBytes(dst);
    return this;
  }

  @Override
  public ByteBuf readBytes(OutputStream out, int length) throws IOException {
    used().readBytes(out, length);
    return this;
  }

  @Override
  public int readBytes(GatheringByteChannel out, int length) throws IOException {
    return used().readBytes(out, length);
  }

  @Override
  public CharSequence readCharSequence(int length, Charset charset) {
    return used().readCharSequence(length, charset);
  }

  @Override
  public int readBytes(FileChannel out, long position, int length) throws IOException {
    return used().readBytes(out, position, length);
  }

  @Override
  public ByteBuf skipBytes(int length) {
    used().skipBytes(length);
    return this;
  }

  @Override
  public ByteBuf writeBoolean(boolean value) {
    used().writeBoolean(value);
    return this;
  }

  @Override
  public ByteBuf writeByte(int value) {
    used().writeByte(value);
    return this;
  }

  @Override
  public ByteBuf writeShort(int value) {
    used().writeShort(value);
    return this;
  }

  @Override
  public ByteBuf writeShortLE(int value) {
    used().writeShortLE(value);
    return this;
  }

  @Override
  public ByteBuf writeMedium(int value) {
    used().writeMedium(value);
    return this;
  }

  @Override
  public ByteBuf writeMediumLE(int value) {
    used().writeMediumLE(value);
    return this;
  }

  @Override
  public ByteBuf writeInt(int value) {
    used().writeInt(value);
    return this;
  }

  @Override
  public ByteBuf writeIntLE(int value) {
    used().writeIntLE(value);
    return this;
  }

  @Override
  public ByteBuf writeLong(long value) {
    used().writeLong(value);
    return this;
  }

  @Override
  public ByteBuf writeLongLE(long value) {
    used().writeLongLE(value);
    return this;
  }

  @Override
  public ByteBuf writeChar(int value) {
    used().writeChar(value);
    return this;
  }

  @Override
  public ByteBuf writeFloat(float value) {
    used().writeFloat(value);
    return this;
  }

  @Override
  public ByteBuf writeFloatLE(float value) {
    used().writeFloatLE(value);
    return this;
  }

  @Override
  public ByteBuf writeDouble(double value) {
    used().writeDouble(value);
    return this;
  }

  @Override
  public ByteBuf writeDoubleLE(double value) {
    used().writeDoubleLE(value);
    return this;
  }

  @Override
  public ByteBuf writeBytes(ByteBuf src) {
    used().writeBytes(src);
    return this;
  }

  @Override
  public ByteBuf writeBytes(ByteBuf src, int length) {
    used().writeBytes(src, length);
    return this;
  }

  @Override
  public ByteBuf writeBytes(ByteBuf src, int srcIndex, int length) {
    used().writeBytes(src, srcIndex, length);
    return this;
  }

  @Override
  public ByteBuf writeBytes(byte[] src) {
    used().writeBytes(src);
    return this;
  }

  @Override
  public ByteBuf writeBytes(byte[] src, int srcIndex, int length) {
    used().writeBytes(src, srcIndex, length);
    return this;
  }

  @Override
  public ByteBuf writeBytes(ByteBuffer src) {
    used().writeBytes(src);
    return this;
  }

  @Override
  public int writeBytes(InputStream in, int length) throws IOException {
    return used().writeBytes(in, length);
  }

  @Override
  public int writeBytes(ScatteringByteChannel in, int length) throws IOException {
    return used().writeBytes(in, length);
  }

  @Override
  public int writeBytes(FileChannel in, long position, int length) throws IOException {
    return used().writeBytes(in, position, length);
  }

  @Override
  public ByteBuf writeZero(int length) {
    used().writeZero(length);
    return this;
  }

  @Override
  public int writeCharSequence(CharSequence sequence, Charset charset) {
    return used().writeCharSequence(sequence, charset);
  }

  @Override
  public int indexOf(int fromIndex, int toIndex, byte value) {
    return used().indexOf(fromIndex, toIndex, value);
  }

  @Override
  public int bytesBefore(byte value) {
    return used().bytesBefore(value);
  }

  @Override
  public int bytesBefore(int length, byte value) {
    return used().bytesBefore(length, value);
  }

  @Override
  public int bytesBefore(int index, int length, byte value) {
    return used().bytesBefore(index, length, value);
  }

  @Override
  public int forEachByte(ByteProcessor processor) {
    return used().forEachByte(processor);
  }

  @Override
  public int forEachByte(int index, int length, ByteProcessor processor) {
    return used().forEachByte(index, length, processor);
  }

  @Override
  public int forEachByteDesc(ByteProcessor processor) {
    return used().forEachByteDesc(processor);
  }

  @Override
  public int forEachByteDesc(int index, int length, ByteProcessor processor) {
    return used().forEachByteDesc(index, length, processor);
  }

  @Override
  public int nioBufferCount() {
    return used().nioBufferCount();
  }

  @Override
  public ByteBuffer nioBuffer() {
    return used().nioBuffer();
  }

  @Override
  public ByteBuffer nioBuffer(int index, int length) {
    return used().nioBuffer(index, length);
  }

  @Override
  public ByteBuffer internalNioBuffer(int index, int length) {
    return used().internalNioBuffer(index, length);
  }

  @Override
  public ByteBuffer[] nioBuffers() {
    return used().nioBuffers();
  }

  @Override
  public ByteBuffer[] nioBuffers(int index, int length) {
    return used().nioBuffers(index, length);
  }

  @Override
  public boolean hasArray() {
    return used().hasArray();
  }

  @Override
  public byte[] array() {
    return used().array();
  }

  @Override
  public int arrayOffset() {
    return used().arrayOffset();
  }

  @Override
  public boolean hasMemoryAddress() {
    return used().hasMemoryAddress();
  }

  @Override
  public long memoryAddress() {
    return used().memoryAddress();
  }

  @Override
  public String toString(Charset charset) {
    return used().toString(charset);
  }

  @Override
  public String toString(int index, int length, Charset charset) {
    return used().toString(index, length, charset);
  }

  @Override
  public int hashCode() {
    return buf.hashCode();
  }

  @Override
  public String toString() {
    return buf.toString();
  }

  @Override
  public int refCnt() {
    return buf.refCnt();
  }

  @Override
  public int compareTo(ByteBuf other) {
    return used().compareTo(other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return used().equals(other);
  }

  @Override
  public boolean isContiguous() {
    return used().isContiguous();
  }
}
