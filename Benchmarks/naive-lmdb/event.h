/* One event, a pure function of seed and position: 40-byte header, ids, and 100 bytes of CBOR-like filler.
 *
 * Entities: 500 units, 50,000 users, 20,000 resources drawn pseudo-randomly, and a fresh booking an event. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the record layout is written as it lies in memory");
enum { HEADER_BYTES = 40, PAYLOAD_BYTES = 100, RECORD_BYTES_MAX = 256, TAGS = 4 };
enum { UNITS = 500, USERS = 50000, RESOURCES = 20000 };
static const char SOURCE[] = "https://lims.example/cq";

/* Which history: the seed, and whether event and booking ids spread over the key space (as UUIDs do) or count up. */
struct history { uint64_t seed; bool sequentialIDs; };

static uint64_t mix(uint64_t x) {  /* splitmix64: one to one, so mixed counters never collide */
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
  x = (x ^ x >> 27) * 0x94D049BB133111EBu;
  return x ^ x >> 31;
}
static uint64_t drawn(struct history h, uint64_t position, uint64_t lane) {
  return mix(h.seed << 56 ^ lane << 48 ^ position);
}
/* A fresh id: a letter and 16 hexadecimal digits. */
static void freshID(char text[32], char letter, struct history h, uint64_t position, uint64_t lane) {
  sprintf(text, "%c%016" PRIx64, letter, h.sequentialIDs ? position : drawn(h, position, lane));
}

struct tag { uint8_t kind; char id[32]; };
struct event {
  int64_t validTime;
  uint16_t type;
  char id[32];
  struct tag tags[TAGS];  /* unit, user, resource, booking */
  size_t length;  /* of the record */
  uint8_t record[RECORD_BYTES_MAX];
};

static void makeEvent(struct event *e, struct history h, uint64_t position) {
  static const uint64_t january2024 = 1704067200000000;
  e->validTime = (int64_t)(january2024 + position * 1000000 + drawn(h, position, 1) % 1000000);
  e->type = (uint16_t)(301 + drawn(h, position, 2) % 20);
  freshID(e->id, 'e', h, position, 3);
  e->tags[0].kind = 1, sprintf(e->tags[0].id, "12500000%09" PRIu64 "X", drawn(h, position, 4) % UNITS);
  e->tags[1].kind = 1, sprintf(e->tags[1].id, "U-%08" PRIu64, drawn(h, position, 5) % USERS);
  e->tags[2].kind = 2, sprintf(e->tags[2].id, "R-%08" PRIu64, drawn(h, position, 6) % RESOURCES);
  e->tags[3].kind = 3, freshID(e->tags[3].id, 'b', h, position, 7);

  uint8_t idLength = (uint8_t)strlen(e->id), actorLength = (uint8_t)strlen(e->tags[0].id);
  uint8_t sourceLength = sizeof SOURCE - 1, *out = e->record;
  uint32_t batchLength = 1, payloadLength = PAYLOAD_BYTES;
  memset(out, 0, HEADER_BYTES);
  out[0] = out[1] = 1;
  memcpy(out + 2, &e->type, 2);
  memcpy(out + 8, &batchLength, 4);
  memcpy(out + 12, &payloadLength, 4);
  memcpy(out + 16, &e->validTime, 8);
  memcpy(out + 24, &e->validTime, 8);
  out[32] = idLength, out[33] = sourceLength, out[34] = actorLength;
  out += HEADER_BYTES;
  memcpy(out, e->id, idLength), out += idLength;
  memcpy(out, SOURCE, sourceLength), out += sourceLength;
  memcpy(out, e->tags[0].id, actorLength), out += actorLength;
  /* CBOR-like: a map head, then a byte string head and filler of the size of four ids, two instants and a few counts */
  out[0] = 0xA1, out[1] = 0x01, out[2] = 0x58, out[3] = PAYLOAD_BYTES - 4;
  for (size_t i = 4; i < PAYLOAD_BYTES; i += 8) {
    uint64_t word = drawn(h, position, 8 + i);
    memcpy(out + i, &word, 8);
  }
  e->length = (size_t)(out - e->record) + PAYLOAD_BYTES;
}
