// The system's ICU, found through pkg-config. Only the C target CICU includes its headers.
#include <unicode/utypes.h>
