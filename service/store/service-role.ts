/** The database role in which the service works: it may add to the ledger, and neither change nor delete there. It cannot log in by itself. */
export const serviceRole = 'beadle_service';
