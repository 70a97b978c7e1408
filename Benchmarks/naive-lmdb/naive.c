/* naive: the work of ShareLedger's event log, written plainly against liblmdb, as a bar to compare with.
 *
 * Every event is appended with its idempotency check, one record in the log (checksummed, bound to its position),
 * one row in `ids` and four rows in `timelines`. The index rows are put in event order, as they come: no sorting,
 * no packing, no deferred work. Every commit is durable (LMDB's default flags: two flushes a commit).
 *
 *   naive append --events N --batch B [--base M]   N events, B a commit, on a ledger that already holds M
 *   naive scan --events N [--rounds R]             every record of the log in order, checksum verified
 *   naive fdatasync [--writes N]                   write 4 KiB and fdatasync: at a growing file's end, then in place
 *
 * Common: --dir PATH (default naive-ledger; must not exist, is removed afterwards), --seed S (default 1),
 * --ids random|sequential (default random: event and booking ids spread over the key space, as UUIDs do).
 * Output: one JSON object a line on stdout. Exit: 0 ok, 1 failure, 2 usage.
 *
 * Building the events' records is not timed; checksums, rows and commits are. "bytesPerEvent" is all pages of the file
 * over all events in it, "tableBytesPerEvent" only those in use by the tables; latencies are of whole commits. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "checksum.h"
#include "event.h"

enum { KEY_BYTES_MAX = 128, BASE_BATCH = 10000, FLUSH_BYTES = 4096 };
static const size_t MAP_BYTES = (size_t)1 << 40;  /* fixed and huge, never resized */

static struct options {
  uint64_t events, batch, base, rounds, writes;
  struct history history;
  const char *dir;
} options = {
  .events = 1000000, .batch = 10000, .rounds = 5, .writes = 2000, .history = {.seed = 1}, .dir = "naive-ledger",
};

static void fail(const char *what, const char *why) {
  fprintf(stderr, "naive: %s: %s\n", what, why);
  exit(1);
}
static void must(int code, const char *call) {
  if (code != MDB_SUCCESS) fail(call, mdb_strerror(code));
}
static void mustSystem(bool succeeded, const char *call) {
  if (!succeeded) fail(call, strerror(errno));
}
static void *allocated(size_t bytes) {
  void *memory = malloc(bytes);
  mustSystem(memory != NULL, "malloc");
  return memory;
}
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- the ledger: three tables ---- */

struct ledger { MDB_env *env; MDB_dbi log, ids, timelines; uint64_t head; };

static MDB_val value(const void *bytes, size_t count) { return (MDB_val){.mv_size = count, .mv_data = (void *)bytes}; }
static size_t putText(uint8_t *out, const char *text) {  /* with its closing zero byte */
  size_t count = strlen(text) + 1;
  memcpy(out, text, count);
  return count;
}
static size_t putPosition(uint8_t *out, uint64_t position) {
  uint64_t bigEndian = __builtin_bswap64(position);
  memcpy(out, &bigEndian, sizeof bigEndian);
  return sizeof bigEndian;
}

static struct ledger createLedger(void) {
  struct ledger l = {0};
  MDB_txn *txn;
  mustSystem(mkdir(options.dir, 0700) == 0, options.dir);
  must(mdb_env_create(&l.env), "mdb_env_create");
  must(mdb_env_set_mapsize(l.env, MAP_BYTES), "mdb_env_set_mapsize");
  must(mdb_env_set_maxdbs(l.env, 3), "mdb_env_set_maxdbs");
  must(mdb_env_open(l.env, options.dir, 0, 0600), "mdb_env_open");
  must(mdb_txn_begin(l.env, NULL, 0, &txn), "mdb_txn_begin");
  must(mdb_dbi_open(txn, "log", MDB_CREATE | MDB_INTEGERKEY, &l.log), "mdb_dbi_open log");
  must(mdb_dbi_open(txn, "ids", MDB_CREATE, &l.ids), "mdb_dbi_open ids");
  must(mdb_dbi_open(txn, "timelines", MDB_CREATE, &l.timelines), "mdb_dbi_open timelines");
  must(mdb_txn_commit(txn), "mdb_txn_commit");
  return l;
}
static void inDirectory(char path[4096], const char *name) { snprintf(path, 4096, "%s/%s", options.dir, name); }
static void removeLedger(struct ledger *l) {
  char path[4096];
  mdb_env_close(l->env);
  inDirectory(path, "data.mdb"), unlink(path);
  inDirectory(path, "lock.mdb"), unlink(path);
  mustSystem(rmdir(options.dir) == 0, options.dir);
}

struct size { double file, tables; };  /* bytes; the difference is freed pages not yet taken again */
static struct size sizeOf(struct ledger *l) {
  MDB_txn *txn;
  MDB_envinfo info;
  MDB_stat stat;
  MDB_dbi tables[] = {l->log, l->ids, l->timelines};
  size_t pages = 0;
  must(mdb_env_info(l->env, &info), "mdb_env_info");
  must(mdb_txn_begin(l->env, NULL, MDB_RDONLY, &txn), "mdb_txn_begin");
  for (size_t t = 0; t < 3; t++) {
    must(mdb_stat(txn, tables[t], &stat), "mdb_stat");
    pages += stat.ms_branch_pages + stat.ms_leaf_pages + stat.ms_overflow_pages;
  }
  mdb_txn_abort(txn);
  double pageBytes = stat.ms_psize;
  return (struct size){(double)(info.me_last_pgno + 1) * pageBytes, (double)pages * pageBytes};
}

static void putID(MDB_txn *txn, MDB_cursor *ids, struct ledger *l, const struct event *e, uint64_t position) {
  uint8_t key[KEY_BYTES_MAX];
  size_t prefix = putText(key, SOURCE);
  prefix += putText(key + prefix, e->id);
  MDB_val k = value(key, prefix), v;
  int found = mdb_cursor_get(ids, &k, &v, MDB_SET_RANGE);  /* idempotency: is (source, id) known already? */
  if (found == MDB_SUCCESS && k.mv_size > prefix && memcmp(k.mv_data, key, prefix) == 0) fail(e->id, "recorded twice");
  if (found != MDB_SUCCESS && found != MDB_NOTFOUND) must(found, "mdb_cursor_get ids");
  size_t count = prefix + putPosition(key + prefix, position);
  uint32_t crc = checksum(position, key, count);
  k = value(key, count), v = value(&crc, sizeof crc);
  must(mdb_put(txn, l->ids, &k, &v, 0), "mdb_put ids");
}
static void putTimelineRow(MDB_txn *txn, struct ledger *l, const struct event *e, const struct tag *tag,
                           uint64_t position) {
  static const uint8_t group = 3;
  uint8_t row[KEY_BYTES_MAX + 14];  /* key and value side by side, so that one checksum covers both */
  size_t count = 0;
  row[count++] = tag->kind;
  count += putText(row + count, tag->id);
  row[count++] = group;
  count += putPosition(row + count, position);
  uint8_t *cell = row + count;
  memcpy(cell, &e->validTime, 8);
  memcpy(cell + 8, &e->type, 2);
  uint32_t crc = checksum(position, row, count + 10);
  memcpy(cell + 10, &crc, 4);
  MDB_val k = value(row, count), v = value(cell, 14);
  must(mdb_put(txn, l->timelines, &k, &v, 0), "mdb_put timelines");
}
/* One durable commit of `count` events; answers the seconds it took. `events` has room for them. */
static double appendBatch(struct ledger *l, struct event *events, uint64_t count) {
  for (uint64_t i = 0; i < count; i++) makeEvent(&events[i], options.history, l->head + 1 + i);
  double start = now();
  MDB_txn *txn;
  MDB_cursor *ids;
  must(mdb_txn_begin(l->env, NULL, 0, &txn), "mdb_txn_begin");
  must(mdb_cursor_open(txn, l->ids, &ids), "mdb_cursor_open");
  for (uint64_t i = 0; i < count; i++) {
    struct event *e = &events[i];
    uint64_t position = l->head + 1 + i;
    uint32_t crc = checksum(position, e->record, e->length);
    memcpy(e->record + e->length, &crc, sizeof crc);
    MDB_val k = value(&position, sizeof position), v = value(e->record, e->length + sizeof crc);
    must(mdb_put(txn, l->log, &k, &v, MDB_APPEND), "mdb_put log");
    putID(txn, ids, l, e, position);
    for (size_t t = 0; t < TAGS; t++) putTimelineRow(txn, l, e, &e->tags[t], position);
  }
  mdb_cursor_close(ids);
  must(mdb_txn_commit(txn), "mdb_txn_commit");
  l->head += count;
  return now() - start;
}

/* Appends `total` events, `batch` a commit, and answers each commit's seconds (to be freed). */
static double *appendAll(struct ledger *l, uint64_t total, uint64_t batch, size_t *commits) {
  *commits = (size_t)((total + batch - 1) / batch);
  struct event *events = allocated(batch * sizeof *events);
  double *latencies = allocated((*commits + 1) * sizeof *latencies);
  for (size_t c = 0; c < *commits; c++) {
    uint64_t count = total < batch ? total : batch;
    latencies[c] = appendBatch(l, events, count);
    total -= count;
  }
  free(events);
  return latencies;
}

/* ---- the measurements ---- */

static const char *idOrder(void) { return options.history.sequentialIDs ? "sequential" : "random"; }
static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}
static void printLatencies(double *seconds, size_t count) {  /* nearest rank; sorts in place */
  qsort(seconds, count, sizeof *seconds, ascending);
  printf("\"p50Microseconds\":%.1f,\"p99Microseconds\":%.1f}\n", seconds[(count - 1) / 2] * 1e6,
         seconds[(count * 99 + 99) / 100 - 1] * 1e6);
}

static void measureAppend(void) {
  struct ledger l = createLedger();
  size_t commits;
  free(appendAll(&l, options.base, BASE_BATCH, &commits));
  double seconds = 0, *latencies = appendAll(&l, options.events, options.batch, &commits);
  for (size_t c = 0; c < commits; c++) seconds += latencies[c];
  struct size size = sizeOf(&l);
  printf("{\"program\":\"naive-lmdb\",\"measure\":\"append\",\"events\":%" PRIu64 ",\"batch\":%" PRIu64
         ",\"base\":%" PRIu64 ",\"ids\":\"%s\",\"seed\":%" PRIu64 ",\"seconds\":%.6f,\"eventsPerSecond\":%.0f,"
         "\"bytesPerEvent\":%.1f,\"tableBytesPerEvent\":%.1f,\"commits\":%zu,",
         options.events, options.batch, options.base, idOrder(),
         options.history.seed, seconds, (double)options.events / seconds, size.file / (double)l.head,
         size.tables / (double)l.head, commits);
  printLatencies(latencies, commits);
  free(latencies);
  removeLedger(&l);
}

static void measureScan(void) {
  struct ledger l = createLedger();
  size_t commits;
  free(appendAll(&l, options.events, BASE_BATCH, &commits));
  for (uint64_t round = 1; round <= options.rounds; round++) {
    MDB_txn *txn;
    MDB_cursor *cursor;
    MDB_val k, v;
    uint64_t count = 0, position, bytes = 0;
    int64_t validTime, latest = INT64_MIN;
    uint32_t crc;
    double start = now();
    must(mdb_txn_begin(l.env, NULL, MDB_RDONLY, &txn), "mdb_txn_begin");
    must(mdb_cursor_open(txn, l.log, &cursor), "mdb_cursor_open");
    int code = mdb_cursor_get(cursor, &k, &v, MDB_FIRST);
    for (; code == MDB_SUCCESS; code = mdb_cursor_get(cursor, &k, &v, MDB_NEXT)) {
      memcpy(&position, k.mv_data, sizeof position);
      size_t length = v.mv_size - sizeof crc;
      memcpy(&crc, (uint8_t *)v.mv_data + length, sizeof crc);
      if (position != ++count || crc != checksum(position, v.mv_data, length)) fail("scan", "damaged record");
      memcpy(&validTime, (uint8_t *)v.mv_data + 16, sizeof validTime);
      if (validTime > latest) latest = validTime;
      bytes += length;
    }
    if (code != MDB_NOTFOUND) must(code, "mdb_cursor_get");
    mdb_cursor_close(cursor);
    mdb_txn_abort(txn);
    double seconds = now() - start;
    if (count != options.events) fail("scan", "events are missing");
    printf("{\"program\":\"naive-lmdb\",\"measure\":\"scan\",\"events\":%" PRIu64 ",\"round\":%" PRIu64
           ",\"ids\":\"%s\",\"seed\":%" PRIu64 ",\"seconds\":%.6f,\"eventsPerSecond\":%.0f,"
           "\"nanosecondsPerEvent\":%.1f,\"recordBytes\":%.1f,\"latestValidTime\":%" PRId64 "}\n",
           count, round, idOrder(), options.history.seed, seconds, (double)count / seconds,
           seconds * 1e9 / (double)count, (double)bytes / (double)count, latest);
  }
  removeLedger(&l);
}

static void measureFlush(void) {
  char path[4096];
  static uint8_t block[FLUSH_BYTES];
  double *latencies = allocated(options.writes * sizeof *latencies);
  mustSystem(mkdir(options.dir, 0700) == 0, options.dir);
  inDirectory(path, "flush");
  int file = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
  mustSystem(file >= 0, path);
  for (int inPlace = 0; inPlace <= 1; inPlace++) {  /* in place rewrites, in order, the blocks the first pass wrote */
    for (uint64_t i = 0; i < options.writes; i++) {
      uint64_t word = mix(options.history.seed + i + (uint64_t)inPlace);
      memcpy(block, &word, sizeof word);
      double start = now();
      mustSystem(pwrite(file, block, FLUSH_BYTES, (off_t)(i * FLUSH_BYTES)) == FLUSH_BYTES, "pwrite");
      mustSystem(fdatasync(file) == 0, "fdatasync");
      latencies[i] = now() - start;
    }
    printf("{\"program\":\"naive-lmdb\",\"measure\":\"fdatasync\",\"where\":\"%s\",\"writes\":%" PRIu64
           ",\"bytes\":%d,",
           inPlace ? "inPlace" : "growing", options.writes, FLUSH_BYTES);
    printLatencies(latencies, options.writes);
  }
  free(latencies);
  close(file);
  unlink(path);
  mustSystem(rmdir(options.dir) == 0, options.dir);
}

/* ---- the command line ---- */

static _Noreturn void usage(void) {
  fputs("usage: naive append|scan|fdatasync [--events N] [--batch B] [--base M] [--rounds R] [--writes N]\n"
        "             [--dir PATH] [--seed S] [--ids random|sequential]\n", stderr);
  exit(2);
}
static uint64_t number(const char *text, uint64_t least, uint64_t most) {
  char *end;
  errno = 0;
  unsigned long long n = strtoull(text, &end, 10);
  if (errno || *text < '0' || *text > '9' || *end || n < least || n > most) usage();
  return n;
}
int main(int count, char **words) {
  if (count < 2 || count % 2 != 0) usage();
  for (int i = 2; i < count; i += 2) {
    const char *name = words[i], *text = words[i + 1];
    if (!strcmp(name, "--events")) options.events = number(text, 1, 1000000000);
    else if (!strcmp(name, "--batch")) options.batch = number(text, 1, 1000000);
    else if (!strcmp(name, "--base")) options.base = number(text, 0, 1000000000);
    else if (!strcmp(name, "--rounds")) options.rounds = number(text, 1, 1000);
    else if (!strcmp(name, "--writes")) options.writes = number(text, 1, 1000000);
    else if (!strcmp(name, "--seed")) options.history.seed = number(text, 0, 255);
    else if (!strcmp(name, "--dir")) options.dir = text;
    else if (!strcmp(name, "--ids") && !strcmp(text, "random")) options.history.sequentialIDs = false;
    else if (!strcmp(name, "--ids") && !strcmp(text, "sequential")) options.history.sequentialIDs = true;
    else usage();
  }
  if (!prepareChecksum()) fail("crc32c", "wrong check value");
  if (!strcmp(words[1], "append")) measureAppend();
  else if (!strcmp(words[1], "scan")) measureScan();
  else if (!strcmp(words[1], "fdatasync")) measureFlush();
  else usage();
  return 0;
}
