/** The two names that raw IPC knows: every request goes over the one, every event over the other. */
export const requestWire = 'galley:request'
export const eventWire = 'galley:event'
