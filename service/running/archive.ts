import { execFile } from 'node:child_process'
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

/** The owner's public key, as PEM, beside the launcher. An archive is judged by the key of the one that runs. */
export const OWNER_KEY = 'release.pub'

export interface ArchiveName {
  readonly version: string
  readonly platform: string
  /** The folder in the archive. */
  readonly folder: string
}

/** Reads `aduan-1.2.3-linux-x64.tar.gz`, or the name of its folder; `null` for any other. */
export function readArchiveName(name: string): ArchiveName | null {
  const [, folder, version, platform] = /^(aduan-(\d+\.\d+\.\d+)-([a-z]+-[a-z\d]+))(?:\.tar\.gz)?$/.exec(name) ?? []
  return folder && version && platform ? { folder, version, platform } : null
}

export function isNewer(version: string, than: string): boolean {
  const [own, other] = [version, than].map((one) => one.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const [a = 0, b = 0] = [own?.[place], other?.[place]]
    if (a !== b) return a > b
  }
  return false
}

export function ownerKeyFrom(pem: string): KeyObject {
  const key = (() => {
    try {
      return createPublicKey(pem)
    } catch {
      return null
    }
  })()
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error(`${OWNER_KEY} holds no Ed25519 key.`)
  return key
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/**
 * Checks an archive against the signed line beside it: `….sha256` with the line, `….sha256.sig` with the signature of
 * that file in base64. The line holds the name, so no archive passes for another version or platform.
 */
export async function verifyArchive(archive: string, key: KeyObject): Promise<ArchiveName> {
  const name = readArchiveName(basename(archive))
  if (!name) throw new Error(`${basename(archive)} is no archive of Aduan: aduan-1.2.3-linux-x64.tar.gz.`)
  const isGone = !(await stat(archive).catch(() => null))
  if (isGone) throw new Error(`${basename(archive)} is not there.`)
  const sums = await readFile(`${archive}.sha256`).catch(() => null)
  const signature = await readFile(`${archive}.sha256.sig`, 'utf8').catch(() => null)
  if (!sums || signature === null)
    throw new Error(
      `${basename(archive)} is not signed: ${basename(archive)}.sha256 and .sha256.sig must lie beside it.`,
    )
  if (!verify(null, sums, key, Buffer.from(signature.trim(), 'base64')))
    throw new Error(`The signature is not of the owner of this installation. Nothing was changed.`)
  const [, digest, signedName] = /^([\da-f]{64}) {2}(\S+)\n$/.exec(sums.toString('utf8')) ?? []
  if (signedName !== basename(archive))
    throw new Error(`The signature is of ${signedName ?? 'something else'}. Nothing was changed.`)
  if (digest !== (await digestOf(archive)))
    throw new Error(`${basename(archive)} is not as it was signed. Nothing was changed.`)
  return name
}

const run = promisify(execFile)

interface Platform {
  /** The newest Node 24 (LTS) that the registry has for it; npm checks its bytes as those of every package. */
  readonly node: string
  /** `e_machine` in the head of its programs and libraries, by the ELF specification. */
  readonly machine: number
}

export const platforms: Readonly<Record<string, Platform>> = {
  'linux-x64': { node: '24.22.3', machine: 62 },
  'linux-arm64': { node: '24.22.0', machine: 183 },
}

/** 90 MB, so that a slow line has it in minutes. */
const MOST_BYTES = 90_000_000

/** What lies in the archive besides Node and the packages. */
const given = [
  'package.json',
  'package-lock.json',
  'LICENSE',
  'README.md',
  'README.id.md',
  'CHANGELOG.md',
  'docs',
  'dist',
]

/** @returns the machine for which a file holds code, by the first 20 bytes of it; `null` if it is no ELF file */
export function machineOf(head: Uint8Array): number | null {
  const isElf = head.length >= 20 && head[0] === 0x7f && head[1] === 0x45 && head[2] === 0x4c && head[3] === 0x46
  // The fifth byte says in which order the two bytes of the machine stand.
  return isElf ? new DataView(head.buffer, head.byteOffset).getUint16(18, head[5] !== 2) : null
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(20), 0, 20, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export async function binariesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const machine = machineOf(await headOf(path))
    if (machine !== null) found.set(relative(folder, path), machine)
  }
  return found
}

interface Layout {
  /** The repository, with what `npm run build` made. */
  readonly root: string
  /** `linux-x64` */
  readonly platform: string
  /** A folder that is not there yet; its name becomes that of the archive. */
  readonly folder: string
}

/** Lays out what an archive holds. Nothing of what npm fetches is executed, so a platform is packed on any other. */
export async function layOutArchive({ root, platform, folder }: Layout): Promise<void> {
  const made = platforms[platform]
  if (!made) throw new Error(`There is no Node for ${platform}; there is for ${Object.keys(platforms).join(', ')}.`)
  const [os, cpu] = platform.split('-')
  await mkdir(folder, { recursive: true })
  for (const name of given) await cp(join(root, name), join(folder, name), { recursive: true })
  await cp(join(root, 'examples/deploy/aduan'), join(folder, 'aduan'))
  // By this key the archive judges the next one.
  await cp(join(root, OWNER_KEY), join(folder, OWNER_KEY)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
  })
  const forPlatform = [`--os=${os}`, `--cpu=${cpu}`, '--libc=glibc']
  await run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', ...forPlatform], { cwd: folder })
  // Node 24 brings SQLite itself; the package that stands in for it in older ones is left out.
  await rm(join(folder, 'node_modules/@photostructure'), { recursive: true, force: true })
  await fetchNode(`node-${platform}@${made.node}`, join(folder, 'node'))
  const binaries = await binariesIn(folder)
  const stray = [...binaries].find(([, machine]) => machine !== made.machine)
  if (stray) throw new Error(`${stray[0]} is for another machine than ${platform}.`)
  if (!binaries.has('node')) throw new Error(`The Node of ${platform} is no program.`)
}

/** Fetches Node from the registry, as a package like all others. */
async function fetchNode(name: string, target: string): Promise<void> {
  const fetched = await mkdtemp(join(tmpdir(), 'aduan-release-'))
  try {
    await run('npm', ['pack', name, '--pack-destination', fetched])
    const [archive = ''] = await readdir(fetched)
    await run('tar', ['-xzf', join(fetched, archive), '-C', fetched])
    await cp(join(fetched, 'package/bin/node'), target)
    await chmod(target, 0o755)
  } finally {
    await rm(fetched, { recursive: true, force: true })
  }
}

async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/**
 * Packs `into/name` as `into/name.tar.gz`, with the line of its checksum beside it, and with a signature of that line,
 * and so of the name too, if there is a key.
 * @param key the owner's secret Ed25519 key
 * @returns path and bytes of the archive
 */
export async function packArchive(into: string, name: string, key: KeyObject | null) {
  const archive = join(into, `${name}.tar.gz`)
  await run('tar', ['-C', into, '--owner=0', '--group=0', '-I', 'gzip -7', '-cf', archive, name])
  const line = `${await checksumOf(archive)}  ${name}.tar.gz\n`
  await writeFile(`${archive}.sha256`, line)
  if (key) await writeFile(`${archive}.sha256.sig`, `${sign(null, Buffer.from(line), key).toString('base64')}\n`)
  else await rm(`${archive}.sha256.sig`, { force: true })
  const { size } = await stat(archive)
  if (size > MOST_BYTES) throw new Error(`The archive is larger than ${MOST_BYTES / 1_000_000} MB.`)
  return { archive, size }
}
