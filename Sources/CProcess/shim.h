/* What the Glibc module leaves out of a process's own affairs: mallopt, and the environment as a value that
   Swift 6 may read. */
#include <malloc.h>

extern char **environ;

/* The entries `NAME=value`, ended by NULL. */
static inline char **process_environment(void) { return environ; }
