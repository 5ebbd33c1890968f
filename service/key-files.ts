import { keysFile } from './keys.ts';
import { signingKeyFile } from './ledger/signing-key.ts';
import { sealingKeyFile } from './sealing.ts';

/** The files beside `beadle.yaml` that hold keys: whoever keeps a backup keeps them too, and lets nobody else read them. */
export const keyFiles: readonly string[] = [signingKeyFile, keysFile, sealingKeyFile];
