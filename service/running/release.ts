import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { layOutArchive, OWNER_KEY, ownerKeyFrom, packArchive, platforms } from './archive.ts'

const root = resolve(import.meta.dirname, '../..')
const releases = join(root, 'dist-release')

async function readSecretKey(file: string): Promise<KeyObject> {
  const key = createPrivateKey(await readFile(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key.`)
  return key
}

/** A sentence for who packs, on what installations will do with the archives; empty if all is as usual. */
async function judgeKeys(secret: KeyObject | null): Promise<string> {
  const pem = await readFile(join(root, OWNER_KEY), 'utf8').catch(() => null)
  if (pem === null)
    return `There is no release key (${OWNER_KEY}): who runs these archives updates by hand. docs/operate/deploy.md, "The owner's key".\n`
  if (!secret) return 'Not signed: no installation takes these archives as an update. Sign with --key.\n'
  return createPublicKey(secret).equals(ownerKeyFrom(pem))
    ? ''
    : `Signed by another key than ${OWNER_KEY}. That is right only for the release which brings a new key.\n`
}

const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
const secret = values.key === undefined ? null : await readSecretKey(values.key)
process.stderr.write(await judgeKeys(secret))
const { version }: { readonly version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
for (const platform of positionals.length > 0 ? positionals : Object.keys(platforms)) {
  const name = `aduan-${version}-${platform}`
  const folder = join(releases, name)
  await rm(folder, { recursive: true, force: true })
  await layOutArchive({ root, platform, folder })
  const { archive, size } = await packArchive(releases, name, secret)
  await rm(folder, { recursive: true, force: true })
  process.stdout.write(`${archive}${secret ? '' : ', not signed'}: ${(size / 1_000_000).toFixed(1)} MB\n`)
}
