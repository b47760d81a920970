/** Exit codes: what scripts read. The worst of several documents counts. */
export const EXIT = { clear: 0, triggered: 10, undetermined: 20, usage: 64, data: 65 } as const;
