import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from 'mongoose'
import { storeFor } from './test-store.ts'

const escaped = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
const quotedPrintable = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => (byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('')

/**
 * The ways in which a text can lie readable: as it is, in small or capital letters, as in an address or a form, in JSON
 * or a mail, as UTF-16, hex, base64 of any alignment.
 */
function formsOf(text: string): Buffer[] {
  const forms = new Set<string>()
  const bytes = Buffer.from(text)
  const add = (form: Buffer) => forms.add(form.toString('latin1'))
  const address = encodeURIComponent(text)
  const inside = [address, address.replaceAll('%20', '+'), escaped(text), quotedPrintable(text), text.normalize('NFD')]
  for (const written of [text, text.toLowerCase(), text.toUpperCase(), ...inside]) {
    add(Buffer.from(written))
    add(Buffer.from(written, 'utf16le'))
    add(Buffer.from(written, 'utf16le').swap16())
  }
  add(Buffer.from(bytes.toString('hex')))
  add(Buffer.from(bytes.toString('hex').toUpperCase()))
  for (const before of [0, 1, 2]) {
    // The characters at both ends depend on what stands beside the text, so only the middle is looked for.
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const middle = encoded.slice(before === 0 ? 0 : 4, Math.floor(((before + bytes.length) * 4) / 3 / 4) * 4)
    add(Buffer.from(middle))
    add(Buffer.from(middle.replaceAll('+', '-').replaceAll('/', '_')))
  }
  return [...forms].map((form) => Buffer.from(form, 'latin1'))
}

interface Form {
  readonly secret: string
  readonly form: Buffer
}

const beginOf = (bytes: Buffer, at: number): number => bytes.readUInt16BE(at)

/** The forms of secrets by the two bytes with which they begin. */
function formsByBegin(secrets: readonly string[]): readonly (readonly Form[] | undefined)[] {
  const found: Form[][] = new Array(1 << 16)
  for (const secret of secrets) {
    for (const form of formsOf(secret)) {
      if (form.length < 2) throw new Error(`"${secret}" is too short to be looked for.`)
      const begin = beginOf(form, 0)
      found[begin] = [...(found[begin] ?? []), { secret, form }]
    }
  }
  return found
}

/** Which of the secrets can be read in these bytes, which are gone through once for all of them. */
export function readableIn(bytes: Buffer, secrets: readonly string[]): string[] {
  const forms = formsByBegin(secrets)
  const found = new Set<string>()
  for (let at = 0; at + 1 < bytes.length; at++) {
    for (const { secret, form } of forms[beginOf(bytes, at)] ?? []) {
      if (!found.has(secret) && form.equals(bytes.subarray(at, at + form.length))) found.add(secret)
    }
  }
  return secrets.filter((secret) => found.has(secret))
}

/**
 * Which of the secrets can be read in which file of a folder, as `file: secret`; and in which collection, where the data of a
 * service with this folder lies in MongoDB.
 */
export async function readableInFolder(folder: string, secrets: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(nullIfGone)
    // A service that runs has put the file in the place of another, where it is found by looking anew.
    if (!bytes) return readableInFolder(folder, secrets)
    found.push(...readableIn(bytes, secrets).map((secret) => `${entry.name}: ${secret}`))
  }
  return [...found, ...(await readableInDatabase(folder, secrets))]
}

const nullIfGone = (cause: NodeJS.ErrnoException): null => {
  if (cause.code === 'ENOENT') return null
  throw cause
}

async function readableInDatabase(folder: string, secrets: readonly string[]): Promise<string[]> {
  const { MONGODB_URI: uri } = storeFor({ DATA_DIR: folder })
  if (!uri) return []
  const connection = await createConnection(uri).asPromise()
  try {
    const found: string[] = []
    for (const collection of (await connection.db?.collections()) ?? []) {
      const documents = Buffer.from(JSON.stringify(await collection.find().toArray()))
      found.push(...readableIn(documents, secrets).map((secret) => `${collection.collectionName}: ${secret}`))
    }
    return found
  } finally {
    await connection.close()
  }
}
