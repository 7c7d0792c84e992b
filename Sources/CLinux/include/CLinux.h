#ifndef LANTIAN_CLINUX_H
#define LANTIAN_CLINUX_H

// What Linux offers and Swift's Glibc module leaves out. Headers that need no feature macro come over as they are:
// signalfd, signalfd_siginfo, SFD_*; timerfd_create, timerfd_settime, TFD_*; getxattr.
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/xattr.h>

#include <sys/types.h>

// The rest needs _GNU_SOURCE, which a module of its own cannot set for the headers that Glibc already owns: thin wrappers,
// same arguments, -1 and errno on failure.

/// TFD_TIMER_CANCEL_ON_SET, a macro that does not come over: read(2) fails with ECANCELED when the wall clock is set.
extern const int linux_timer_cancel_on_set;

/// syncfs(2): writes out the whole file system that `descriptor` lies on.
int linux_syncfs(int descriptor);

/// renameat2(2) with RENAME_NOREPLACE: EEXIST where the new name is taken, instead of replacing it.
int linux_rename_new(int from_folder, const char *from, int to_folder, const char *to);

/// accept4(2) with SOCK_CLOEXEC and SOCK_NONBLOCK.
int linux_accept(int listener);

/// pipe2(2) with O_CLOEXEC and O_NONBLOCK.
int linux_pipe(int ends[2]);

/// SO_PEERCRED: who connected to a unix socket, as the kernel saw it at connect.
struct linux_peer {
    pid_t process;
    uid_t user;
    gid_t group;
};
int linux_peer(int connection, struct linux_peer *peer);

/// adjtimex(2), reading only: 1 where the kernel holds the wall clock to be synchronised, 0 where not, -1 and errno on failure.
int linux_clock_is_synchronised(void);

/// The calling thread's id, for telling threads apart in a log.
pid_t linux_thread(void);

#endif
