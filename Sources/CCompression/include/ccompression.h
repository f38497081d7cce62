// Files that may be compressed, read and written as plain bytes. A small layer over zlib and zstd.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef enum { SUNTING_PLAIN = 0, SUNTING_GZIP = 1, SUNTING_ZSTD = 2 } sunting_compression;

typedef struct sunting_input sunting_input;

// Reads from an open descriptor, which stays the caller's. NULL when memory is short.
sunting_input *sunting_input_new(int descriptor, sunting_compression kind);
void sunting_input_free(sunting_input *input);

// Up to `capacity` decompressed bytes; 0 at the end; -1 after an error (errno, or EBADMSG for damaged data).
ssize_t sunting_input_read(sunting_input *input, void *bytes, size_t capacity);

// Bytes taken from the descriptor so far.
uint64_t sunting_input_taken(const sunting_input *input);

// The largest size that compressing `count` bytes may need.
size_t sunting_compress_bound(sunting_compression kind, size_t count);

// One complete gzip member or zstd frame; 0 when it failed.
size_t sunting_compress(sunting_compression kind, const void *bytes, size_t count, void *output, size_t capacity);
