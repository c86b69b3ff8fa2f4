#include "missing.h"
void broken(void) { WdfWaitLockAcquire(0, 0); }
