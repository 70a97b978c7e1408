/* CRC-32C (Castagnoli, RFC 3720 B.4): hardware where the processor has it, tables elsewhere. */
#ifndef SHARELEDGER_CCRC32C_H
#define SHARELEDGER_CCRC32C_H

#include <stddef.h>
#include <stdint.h>

/* The checksum of `prefix` in little-endian order followed by `count` bytes: ties the bytes to their place. */
uint32_t ccrc32c_tied(uint64_t prefix, const void *bytes, size_t count);

/* The plain checksum of `count` bytes; "123456789" gives 0xE3069283. */
uint32_t ccrc32c(const void *bytes, size_t count);

/* The same from tables, whatever the processor has: the reference the tests compare with. */
uint32_t ccrc32c_by_table(const void *bytes, size_t count);

#endif
