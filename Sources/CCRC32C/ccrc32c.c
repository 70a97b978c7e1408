#include "ccrc32c.h"

#include <string.h>

#if defined(__aarch64__)
#include <arm_acle.h>
#include <sys/auxv.h>
#ifndef HWCAP_CRC32
#define HWCAP_CRC32 (1 << 7)
#endif
#elif defined(__x86_64__)
#include <nmmintrin.h>
#endif

static uint64_t load64(const unsigned char *at) {
  uint64_t word;
  memcpy(&word, at, sizeof word);
  return word;
}

/* table[k][b] is the checksum of byte b followed by k zero bytes. Filled before main runs: 10 microseconds once. */
static uint32_t table[8][256];

__attribute__((constructor)) static void fill_table(void) {
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t crc = byte;
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0x82F63B78u : 0);
    table[0][byte] = crc;
  }
  for (int k = 1; k < 8; k++)
    for (int byte = 0; byte < 256; byte++)
      table[k][byte] = table[0][table[k - 1][byte] & 0xFF] ^ (table[k - 1][byte] >> 8);
}

/* Eight bytes a step over eight tables. Assumes a little-endian machine, as the record layout's readers do. */
static uint32_t extend_by_table(uint32_t crc, const unsigned char *at, size_t count) {
  for (; count >= 8; at += 8, count -= 8) {
    uint64_t word = load64(at) ^ crc;
    crc = table[7][word & 0xFF] ^ table[6][(word >> 8) & 0xFF] ^
          table[5][(word >> 16) & 0xFF] ^ table[4][(word >> 24) & 0xFF] ^
          table[3][(word >> 32) & 0xFF] ^ table[2][(word >> 40) & 0xFF] ^
          table[1][(word >> 48) & 0xFF] ^ table[0][word >> 56];
  }
  for (; count > 0; at++, count--) crc = table[0][(crc ^ *at) & 0xFF] ^ (crc >> 8);
  return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2")))
static uint32_t extend_by_hardware(uint32_t crc, const unsigned char *at, size_t count) {
  uint64_t wide = crc;
  for (; count >= 8; at += 8, count -= 8) wide = _mm_crc32_u64(wide, load64(at));
  crc = (uint32_t)wide;
  for (; count > 0; at++, count--) crc = _mm_crc32_u8(crc, *at);
  return crc;
}
static int has_hardware(void) { return __builtin_cpu_supports("sse4.2"); }
#elif defined(__aarch64__)
__attribute__((target("crc")))
static uint32_t extend_by_hardware(uint32_t crc, const unsigned char *at, size_t count) {
  for (; count >= 8; at += 8, count -= 8) crc = __crc32cd(crc, load64(at));
  for (; count > 0; at++, count--) crc = __crc32cb(crc, *at);
  return crc;
}
static int has_hardware(void) { return (getauxval(AT_HWCAP) & HWCAP_CRC32) != 0; }
#else
#define extend_by_hardware extend_by_table
static int has_hardware(void) { return 0; }
#endif

static uint32_t extend(uint32_t crc, const void *bytes, size_t count) {
  return has_hardware() ? extend_by_hardware(crc, bytes, count) : extend_by_table(crc, bytes, count);
}

uint32_t ccrc32c_tied(uint64_t prefix, const void *bytes, size_t count) {
  uint32_t crc = extend(0xFFFFFFFFu, &prefix, sizeof prefix);
  return ~extend(crc, bytes, count);
}

uint32_t ccrc32c(const void *bytes, size_t count) { return ~extend(0xFFFFFFFFu, bytes, count); }

uint32_t ccrc32c_by_table(const void *bytes, size_t count) {
  return ~extend_by_table(0xFFFFFFFFu, bytes, count);
}
