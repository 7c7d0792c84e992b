#include <lzma.h>

// Swift does not import macros that call others.
static const uint32_t CLZMA_CONCATENATED = LZMA_CONCATENATED;
