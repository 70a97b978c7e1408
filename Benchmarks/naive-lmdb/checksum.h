/* CRC-32C (Castagnoli), by the processor's instruction where there is one; the check value is tested before use. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static uint32_t crcTable[256];
static uint32_t crcByTable(uint32_t crc, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) crc = crcTable[(crc ^ bytes[i]) & 255] ^ crc >> 8;
  return crc;
}
#if defined(__x86_64__)
__attribute__((target("sse4.2"))) static uint32_t crcByHardware(uint32_t crc, const uint8_t *bytes, size_t count) {
  uint64_t wide = crc, word;
  for (; count >= 8; bytes += 8, count -= 8) {
    memcpy(&word, bytes, 8);
    wide = __builtin_ia32_crc32di(wide, word);
  }
  crc = (uint32_t)wide;
  while (count--) crc = __builtin_ia32_crc32qi(crc, *bytes++);
  return crc;
}
#endif
static uint32_t (*crcStep)(uint32_t, const uint8_t *, size_t) = crcByTable;

/* Must be called first. Whether the check value of CRC-32C/ISCSI came out. */
static int prepareChecksum(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t crc = i;
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0x82F63B78u : 0);
    crcTable[i] = crc;
  }
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) crcStep = crcByHardware;
#endif
  return ~crcStep(~0u, (const uint8_t *)"123456789", 9) == 0xE3069283u;
}
/* The position goes in first, so that a record found under another key is damage too. */
static uint32_t checksum(uint64_t position, const void *bytes, size_t count) {
  uint32_t crc = crcStep(~0u, (const uint8_t *)&position, sizeof position);
  return ~crcStep(crc, bytes, count);
}
