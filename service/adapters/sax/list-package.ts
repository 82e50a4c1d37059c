import { inflateRawSync } from 'node:zlib'
import { SheetRefused } from '../../filing/old-books/sheets.ts'
import type { ListPackage, PackageContent, PackageLink } from '../../keeping/evidence/package-parts.ts'
import { xmlReader } from './workbook.ts'

type Read = Parameters<ListPackage>[1]

interface OpenFile {
  readonly size: number
  readonly read: Read
  left: number
}

/** One line of the directory at the end of a ZIP (APPNOTE 4.3.12). */
interface Entry {
  readonly part: string
  readonly isPacked: boolean
  readonly packedSize: number
  readonly place: number
}

const END_BYTES = 22
const ENTRY_BYTES = 46
const HEADER_BYTES = 30
const MOST_DIRECTORY = 1_048_576
/** How many parts are read; a document has about ten, and a workbook one more for each sheet. */
const MOST_READ = 300
/** Bytes that are unpacked for one file, in all. */
const MOST_UNPACKED = 4_194_304

/** The file is not as office programs write it, so nobody can tell what they would make of it. */
class Unclear extends Error {}

/**
 * Reads the directory at the end of the file, as office programs do, and only the parts that list other parts and
 * their targets. A workbook within a document is read as well.
 */
export const listPackage: ListPackage = async (size, read) => {
  try {
    return await contentOf({ size, read, left: MOST_UNPACKED })
  } catch (cause) {
    if (cause instanceof Unclear || cause instanceof SheetRefused) return null
    throw cause
  }
}

async function contentOf(file: OpenFile, isOutermost = true): Promise<PackageContent> {
  const entries = await directoryOf(file)
  const parts = entries.map(({ part }) => part)
  if (new Set(parts).size !== parts.length) throw new Unclear()
  const declared = entries.filter(({ part }) => part.endsWith('.rels') || part === '[content_types].xml')
  const workbooks = entries.filter(({ part }) => part.endsWith('.xlsx'))
  if (declared.length + workbooks.length > MOST_READ || (!isOutermost && workbooks.length > 0)) throw new Unclear()
  const contentTypes: string[] = []
  const links: PackageLink[] = []
  for (const entry of declared) readDeclared(await unpacked(file, entry), contentTypes, links)
  for (const entry of workbooks) {
    const bytes = await unpacked(file, entry)
    const inner = { size: bytes.length, read: slicesOf(bytes), left: file.left }
    const content = await contentOf(inner, false)
    file.left = inner.left
    parts.push(...content.parts)
    contentTypes.push(...content.contentTypes)
    links.push(...content.links)
  }
  return { parts, contentTypes, links }
}

const slicesOf = (bytes: Uint8Array): Read =>
  async function* ({ from, to }) {
    yield bytes.subarray(from, to + 1)
  }

async function directoryOf(file: OpenFile): Promise<Entry[]> {
  const at = file.size - END_BYTES
  const end = await piece(file, at, END_BYTES)
  const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  // A comment behind the end, or a gap before it, could hide a second directory that another program would take.
  const isPlain = end.readUInt32LE(0) === 0x06054b50 && end.readUInt16LE(20) === 0 && start + length === at
  if (!isPlain || length > MOST_DIRECTORY) throw new Unclear()
  const directory = await piece(file, start, length)
  const entries: Entry[] = []
  for (let next = 0; next < length; ) {
    if (next + ENTRY_BYTES > length || directory.readUInt32LE(next) !== 0x02014b50) throw new Unclear()
    const [flags, method] = [directory.readUInt16LE(next + 8), directory.readUInt16LE(next + 10)]
    const nameEnd = next + ENTRY_BYTES + directory.readUInt16LE(next + 28)
    if (nameEnd > length || (flags & 1) === 1 || (method !== 0 && method !== 8)) throw new Unclear()
    entries.push({
      part: partNamed(directory.toString('utf8', next + ENTRY_BYTES, nameEnd)),
      isPacked: method === 8,
      packedSize: directory.readUInt32LE(next + 20),
      place: directory.readUInt32LE(next + 42),
    })
    next = nameEnd + directory.readUInt16LE(next + 30) + directory.readUInt16LE(next + 32)
  }
  if (entries.length !== count) throw new Unclear()
  return entries
}

const partNamed = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

async function unpacked(file: OpenFile, { place, packedSize, isPacked }: Entry): Promise<Uint8Array> {
  if (packedSize > file.left) throw new Unclear()
  const header = await piece(file, place, HEADER_BYTES)
  if (header.readUInt32LE(0) !== 0x04034b50) throw new Unclear()
  const start = place + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await piece(file, start, packedSize)
  const bytes = isPacked ? inflated(packed, file.left) : packed
  file.left -= bytes.length
  return bytes
}

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch {
    throw new Unclear()
  }
}

async function piece({ size, read }: OpenFile, from: number, length: number): Promise<Buffer> {
  if (from < 0 || from + length > size) throw new Unclear()
  if (length === 0) return Buffer.alloc(0)
  const pieces: Uint8Array[] = []
  for await (const one of read({ from, to: from + length - 1 })) pieces.push(one)
  return Buffer.concat(pieces)
}

function readDeclared(bytes: Uint8Array, contentTypes: string[], links: PackageLink[]): void {
  const reader = xmlReader({
    open(name, { ContentType: contentType, Type: type = '', TargetMode: mode = '' }) {
      if (contentType !== undefined) contentTypes.push(contentType)
      if (name !== 'Relationship') return
      const kind = type.slice(type.lastIndexOf('/') + 1).toLowerCase()
      links.push({ kind, isOutside: mode.trim().toLowerCase() !== 'internal' && mode !== '' })
    },
  })
  reader(bytes, true)
}
