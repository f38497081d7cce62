#include "ccompression.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { BUFFER = 1 << 17 };

struct sunting_input {
  int descriptor;
  sunting_compression kind;
  uint64_t taken;
  z_stream zlib;
  ZSTD_DStream *zstd;
  ZSTD_inBuffer pending;
  int held;     // the decoder has more for us than there was room for
  int inside;   // in the middle of a member or frame
  int damaged;  // what comes behind the bytes handed out cannot be decompressed
  unsigned char buffer[BUFFER];
};

sunting_input *sunting_input_new(int descriptor, sunting_compression kind) {
  sunting_input *input = calloc(1, sizeof *input);
  if (!input) return NULL;
  input->descriptor = descriptor;
  input->kind = kind;
  input->pending.src = input->buffer;
  int failed = kind == SUNTING_GZIP && inflateInit2(&input->zlib, 15 + 16) != Z_OK;
  if (kind == SUNTING_ZSTD) failed = !(input->zstd = ZSTD_createDStream());
  if (failed) {
    free(input);
    return NULL;
  }
  return input;
}

void sunting_input_free(sunting_input *input) {
  if (input->kind == SUNTING_GZIP) inflateEnd(&input->zlib);
  if (input->zstd) ZSTD_freeDStream(input->zstd);
  free(input);
}

uint64_t sunting_input_taken(const sunting_input *input) { return input->taken; }

static ssize_t damage(void) {
  errno = EBADMSG;
  return -1;
}

static ssize_t fill(sunting_input *input, void *bytes, size_t capacity) {
  ssize_t count;
  do count = read(input->descriptor, bytes, capacity);
  while (count < 0 && errno == EINTR);
  if (count > 0) input->taken += (uint64_t)count;
  return count;
}

static ssize_t refill(sunting_input *input) {
  if (input->pending.pos < input->pending.size) return 1;
  ssize_t count = fill(input, input->buffer, BUFFER);
  input->pending.pos = 0;
  input->pending.size = count > 0 ? (size_t)count : 0;
  return count == 0 && input->inside ? damage() : count;
}

static ssize_t read_gzip(sunting_input *input, void *bytes, size_t capacity) {
  z_stream *zlib = &input->zlib;
  zlib->next_out = bytes;
  zlib->avail_out = (uInt)capacity;
  while (zlib->avail_out == capacity) {
    // the decoder may still hold bytes when all input is taken
    if (!input->held) {
      ssize_t count = refill(input);
      if (count <= 0) return count;
      input->inside = 1;
    }
    zlib->next_in = input->buffer + input->pending.pos;
    zlib->avail_in = (uInt)(input->pending.size - input->pending.pos);
    int result = inflate(zlib, Z_NO_FLUSH);
    input->pending.pos = input->pending.size - zlib->avail_in;
    if (result == Z_STREAM_END) {
      input->inside = 0;
      input->held = 0;
      inflateReset(zlib);
      continue;
    }
    input->held = zlib->avail_out == 0;
    if (result != Z_OK && result != Z_BUF_ERROR) {
      input->damaged = 1;
      break;
    }
  }
  ssize_t count = (ssize_t)(capacity - zlib->avail_out);
  return count > 0 || !input->damaged ? count : damage();
}

static ssize_t read_zstd(sunting_input *input, void *bytes, size_t capacity) {
  ZSTD_outBuffer output = {bytes, capacity, 0};
  while (output.pos == 0) {
    if (!input->held) {
      ssize_t count = refill(input);
      if (count <= 0) return count;
    }
    size_t result = ZSTD_decompressStream(input->zstd, &output, &input->pending);
    if (ZSTD_isError(result)) {
      input->damaged = 1;
      break;
    }
    input->inside = result != 0;
    input->held = result != 0 && output.pos == output.size;
  }
  return output.pos > 0 || !input->damaged ? (ssize_t)output.pos : damage();
}

ssize_t sunting_input_read(sunting_input *input, void *bytes, size_t capacity) {
  if (capacity == 0) return 0;
  if (capacity > BUFFER * 64) capacity = BUFFER * 64;
  if (input->damaged) return damage();
  switch (input->kind) {
    case SUNTING_GZIP: return read_gzip(input, bytes, capacity);
    case SUNTING_ZSTD: return read_zstd(input, bytes, capacity);
    default: return fill(input, bytes, capacity);
  }
}

size_t sunting_compress_bound(sunting_compression kind, size_t count) {
  return kind == SUNTING_ZSTD ? ZSTD_compressBound(count) : compressBound((uLong)count) + 64;
}

size_t sunting_compress(sunting_compression kind, const void *bytes, size_t count, void *output, size_t capacity) {
  if (kind == SUNTING_ZSTD) {
    size_t result = ZSTD_compress(output, capacity, bytes, count, 3);
    return ZSTD_isError(result) ? 0 : result;
  }
  if (kind != SUNTING_GZIP || count > UINT32_MAX || capacity > UINT32_MAX) return 0;
  z_stream zlib;
  memset(&zlib, 0, sizeof zlib);
  if (deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  zlib.next_in = (Bytef *)bytes;
  zlib.avail_in = (uInt)count;
  zlib.next_out = output;
  zlib.avail_out = (uInt)capacity;
  int result = deflate(&zlib, Z_FINISH);
  size_t size = capacity - zlib.avail_out;
  deflateEnd(&zlib);
  return result == Z_STREAM_END ? size : 0;
}
