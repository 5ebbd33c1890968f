/** SHA-256 of bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** HMAC-SHA-256 of bytes under a key: 32 bytes. */
export type Hmac = (key: Uint8Array, bytes: Uint8Array) => Uint8Array;

/** What the ledger needs of its host. The core has no hash function of its own. */
export interface Hashes {
  readonly sha256: Sha256;
  readonly hmac: Hmac;
}

/** Whether `signature` (64 bytes) is Ed25519's of `bytes` under a public key (32 bytes). False for anything that is not well formed. */
export type VerifySignature = (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean;
