import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** The canonical form of JSON data (RFC 8785): one text for all the ways to write the same data. */
export const canonicalForm = (value: object): string => canonicalize(value) as string;

/** `sha256:` and the hexadecimal SHA-256 of the canonical form. */
export const digestOf = (value: object): string => `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalForm(value))))}`;
