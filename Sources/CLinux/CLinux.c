#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

const int linux_timer_cancel_on_set = TFD_TIMER_CANCEL_ON_SET;

int linux_syncfs(int descriptor) {
    return syncfs(descriptor);
}

int linux_rename_new(int from_folder, const char *from, int to_folder, const char *to) {
    return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

int linux_accept(int listener) {
    return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

int linux_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC | O_NONBLOCK);
}

int linux_peer(int connection, struct linux_peer *peer) {
    struct ucred credentials;
    socklen_t size = sizeof credentials;
    if (getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) {
        return -1;
    }
    peer->process = credentials.pid;
    peer->user = credentials.uid;
    peer->group = credentials.gid;
    return 0;
}

pid_t linux_thread(void) {
    return (pid_t)syscall(SYS_gettid);
}

int linux_clock_is_synchronised(void) {
    struct timex state = {0};
    int verdict = adjtimex(&state);
    if (verdict < 0) {
        return -1;
    }
    return verdict != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}
