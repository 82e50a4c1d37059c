import { mongo } from 'mongoose'

/** What a field of a document is in MongoDB. */
export type BsonValue =
  | null
  | boolean
  | number
  | string
  | InstanceType<typeof mongo.Binary>
  | readonly BsonValue[]
  | { readonly [name: string]: BsonValue }

/** Subtypes that MongoDB leaves to its users. */
const SEAL = 0x80
const ILL_FORMED_TEXT = 0x81

/**
 * Turns plain JSON into BSON that comes back exactly on each server. Seals become binary, which takes three quarters of
 * their room; names that mean something to a server are escaped.
 */
export function toBson(value: unknown): BsonValue {
  if (typeof value === 'string') return bsonOfText(value)
  if (Array.isArray(value)) return value.map((item: unknown) => toBson(item ?? null))
  if (typeof value !== 'object' || value === null) return value as null | boolean | number
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.map(([name, field]) => [escapeName(name), toBson(field)]))
}

/** Turns what `toBson` made, and what the driver read, back into plain JSON. */
export function fromBson(value: unknown): unknown {
  if (value instanceof mongo.Binary) return textOfBinary(value)
  if (Array.isArray(value)) return value.map(fromBson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [unescapeName(name), fromBson(field)]))
}

/** A compact JWE: five parts in base64url, of which the second is empty for a direct key. */
const seal = /^eyJ[\w-]*\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/

function bsonOfText(text: string): BsonValue {
  if (seal.test(text)) {
    const binary = new mongo.Binary(packSeal(text), SEAL)
    // Only what comes back to the letter is packed: base64 can be written in more than one way.
    if (textOfBinary(binary) === text) return binary
  }
  return /\p{Surrogate}/u.test(text) ? new mongo.Binary(Buffer.from(text, 'utf16le'), ILL_FORMED_TEXT) : text
}

function textOfBinary(binary: InstanceType<typeof mongo.Binary>): string {
  const bytes = Buffer.from(binary.buffer.subarray(0, binary.position))
  return binary.sub_type === SEAL ? unpackSeal(bytes) : bytes.toString('utf16le')
}

/** Each part follows its length in four bytes. */
function packSeal(text: string): Buffer {
  const parts = text.split('.').map((part) => Buffer.from(part, 'base64url'))
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

function unpackSeal(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at)
    parts.push(bytes.toString('base64url', at + 4, end))
    at = end
  }
  return parts.join('.')
}

const special = /[%.$\0]|^__proto__$|^$/g

export const escapeName = (name: string): string =>
  name.replace(special, (sign) =>
    sign.length === 1 ? `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}` : `%${sign}`,
  )

export const unescapeName = (name: string): string =>
  name === '%' || name === '%__proto__'
    ? name.slice(1)
    : name.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
