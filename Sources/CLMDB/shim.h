#ifndef SHARELEDGER_CLMDB_SHIM_H
#define SHARELEDGER_CLMDB_SHIM_H

#include <lmdb.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/// The kernel's id of the calling thread, asked for once per thread.
///
/// pthread_self() will not do: glibc declares it `const`, so an optimiser may reuse another thread's answer.
static inline int clmdb_thread_id(void) {
  static __thread int id;
  if (id == 0) id = (int)syscall(SYS_gettid);
  return id;
}

#endif
