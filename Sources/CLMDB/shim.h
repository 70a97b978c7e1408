#ifndef SHARELEDGER_CLMDB_SHIM_H
#define SHARELEDGER_CLMDB_SHIM_H

#include <lmdb.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/// The kernel's id of the calling thread. pthread_self() will not do: glibc declares it `const`, so an
/// optimiser may reuse an earlier answer.
static inline int clmdb_thread_id(void) { return (int)syscall(SYS_gettid); }

#endif
