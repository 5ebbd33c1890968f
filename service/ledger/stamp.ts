import { createHash, randomBytes } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, type Certificate, MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';

/** What an authority says of a text: that it was there at this moment. */
export interface Stamped {
  /** ISO 8601, UTC: by the authority's own clock. */
  readonly at: string;
  /** How the certificate that signed calls the authority. */
  readonly by: string;
}

const sha256Id = '2.16.840.1.101.3.4.2.1';
const timeStamping = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';

/** A question to a time-stamping authority (RFC 3161, 2.4.1): the SHA-256 of `text`, a number that comes back, and the wish for its certificate. */
export function stampQuery(text: string): Uint8Array {
  const nonce = randomBytes(8);
  // A first bit of zero keeps the number positive, and a second of one keeps it as long as it is: DER has no leading zeros.
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
      hashedMessage: new OctetString({ valueHex: exact(createHash('sha256').update(text).digest()) })
    }),
    nonce: new Integer({ valueHex: exact(nonce) }),
    certReq: true
  });
  return new Uint8Array(query.toSchema().toBER());
}

/**
 * Reads an authority's reply (DER, RFC 3161, 2.4.2): whether it is a stamp of exactly `text`, signed by the certificate in it, which is for stamping and was
 * good at that moment. `query` is what was asked, where it is at hand. Whether the authority deserves trust it does not say. Nothing where it is no such stamp.
 */
export async function readStamp(reply: Uint8Array, text: string, query?: Uint8Array): Promise<Stamped | undefined> {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(exact(reply));
    if (status.status > 1 || !timeStampToken) return undefined;
    const signed = new SignedData({ schema: timeStampToken.content });
    const inside = signed.encapContentInfo.eContent?.getValue();
    if (!inside) return undefined;
    const info = TSTInfo.fromBER(inside);
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    if (hashAlgorithm.algorithmId !== sha256Id) return undefined;
    if (!Buffer.from(hashedMessage.getValue()).equals(createHash('sha256').update(text).digest())) return undefined;
    if (query && hexOf(TimeStampReq.fromBER(exact(query)).nonce) !== hexOf(info.nonce)) return undefined;
    const signer = signerOf(signed);
    if (
      !signer ||
      !isNamedIn(signed, signer) ||
      !isForStamping(signer) ||
      info.genTime < signer.notBefore.value ||
      info.genTime > signer.notAfter.value
    )
      return undefined;
    // The library compares the text with the imprint once more, and checks the signature over the stamp.
    const isWhole = await signed.verify({ signer: 0, data: exact(Buffer.from(text)), checkChain: false });
    return isWhole ? { at: info.genTime.toISOString(), by: nameOf(signer) } : undefined;
  } catch {
    return undefined;
  }
}

function signerOf({ signerInfos, certificates }: SignedData): Certificate | undefined {
  const sid = signerInfos[0]?.sid as { readonly issuer?: { isEqual(other: object): boolean }; readonly serialNumber?: Integer } | undefined;
  return (certificates ?? [])
    .filter((each): each is Certificate => 'serialNumber' in each && 'subject' in each)
    .find(({ serialNumber, issuer }) => sid?.serialNumber && serialNumber.isEqual(sid.serialNumber) && sid.issuer?.isEqual(issuer));
}

/** The hashes by which a signature names its certificate (RFC 5816), by their ids; SHA-1 is the older attribute's. */
const hashNames: { readonly [id: string]: string } = {
  [sha256Id]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512'
};

/** Whether what was signed names this very certificate: else another one with the same key could speak in its stead. */
function isNamedIn({ signerInfos }: SignedData, certificate: Certificate): boolean {
  const attributes = signerInfos[0]?.signedAttrs?.attributes ?? [];
  const named = (type: string): readonly object[] => {
    const [value] = attributes.find(each => each.type === type)?.values ?? [];
    return membersOf(membersOf(membersOf(value)[0])[0]);
  };
  const der = Buffer.from(certificate.toSchema().toBER());
  const matches = (hash: object | undefined, name: string | undefined): boolean =>
    hash instanceof OctetString && name !== undefined && createHash(name).update(der).digest().equals(Buffer.from(hash.getValue()));
  const [first, second] = named('1.2.840.113549.1.9.16.2.47');
  if (first instanceof OctetString) return matches(first, 'sha256');
  if (first) {
    const [id] = membersOf(first);
    return matches(second, id instanceof ObjectIdentifier ? hashNames[id.getValue()] : undefined);
  }
  return matches(named('1.2.840.113549.1.9.16.2.12')[0], 'sha1');
}

function membersOf(value: object | undefined): readonly object[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function isForStamping({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue as
    | { readonly keyPurposes?: readonly string[] }
    | undefined;
  return usage?.keyPurposes?.includes(timeStamping) ?? false;
}

/** The common name, else the organisation, else all that there is. */
function nameOf({ subject: { typesAndValues } }: Certificate): string {
  const named = (type: string): string | undefined =>
    typesAndValues.find(each => each.type === type)?.value.valueBlock.value as unknown as string | undefined;
  return named('2.5.4.3') ?? named('2.5.4.10') ?? typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', ');
}

function hexOf(number: Integer | undefined): string {
  return number
    ? Buffer.from(number.valueBlock.valueHexView)
        .toString('hex')
        .replace(/^(?:00)+/, '')
    : '';
}

/** The bytes alone: a buffer of Node's often lies in a larger one. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
