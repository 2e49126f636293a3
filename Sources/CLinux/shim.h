/* What Linux has and the Glibc module does not show. Nothing else is included: its types would be another module's. */
#include <linux/openat2.h>
#include <sys/syscall.h>

/* O_PATH: a descriptor of a place, without the right to read it. fcntl.h shows it to GNU sources only. */
static const int linux_path_only = 010000000;

extern long syscall(long number, ...);

/* openat2(2) with RESOLVE_BENEATH: `path` beneath the open `folder`, wherever its links lead. -1 with errno set
   where it fails. */
static inline int linux_open_beneath(int folder, const char *path, int flags) {
  struct open_how how = {.flags = (unsigned long long)flags, .resolve = RESOLVE_BENEATH};
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}
