/** Content sealed with AES-GCM: its one-time vector and the ciphertext. */
export type Sealed = { vector: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

const text = new TextEncoder()

/** The key that the server gave, as one that scripts can use and cannot read out again. Throws on anything but 32 bytes in base64. */
export function draftKeyFrom(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (raw.length !== 32) throw new Error('A draft key has 32 bytes')
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Seals plain JSON for one place: under another place's name it does not open. */
export async function seal(key: CryptoKey, place: string, content: unknown): Promise<Sealed> {
  const vector = crypto.getRandomValues(new Uint8Array(12))
  const algorithm = { name: 'AES-GCM', iv: vector, additionalData: text.encode(place) }
  return { vector, bytes: await crypto.subtle.encrypt(algorithm, key, text.encode(JSON.stringify(content))) }
}

/** The content, or undefined when key or place are others than it was sealed with, or the bytes were changed. */
export async function unseal(key: CryptoKey, place: string, { vector, bytes }: Sealed): Promise<unknown> {
  const algorithm = { name: 'AES-GCM', iv: vector, additionalData: text.encode(place) }
  const plain = await crypto.subtle.decrypt(algorithm, key, bytes).catch(() => undefined)
  return plain && JSON.parse(new TextDecoder().decode(plain))
}
