import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'

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

/** Whether a version comes after another; both are `1.2.3`. */
export function isNewer(version: string, than: string): boolean {
  const [own, other] = [version, than].map((one) => one.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const [a = 0, b = 0] = [own?.[place], other?.[place]]
    if (a !== b) return a > b
  }
  return false
}

/** @throws Error with a sentence unless the PEM holds an Ed25519 key */
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
 * @throws Error with a sentence for the operator
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
