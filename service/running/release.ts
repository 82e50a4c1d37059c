import { execFile } from 'node:child_process'
import { createHash, createPrivateKey, sign } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs, promisify } from 'node:util'
import { OWNER_KEY } from './archive.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const releases = join(root, 'dist-release')

/** The LTS with which the containers run, as the registry has it; npm checks its bytes as those of every package. */
const nodes: Readonly<Record<string, string>> = { 'linux-x64': '24.22.3', 'linux-arm64': '24.22.0' }
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

async function layOut(folder: string, os: string, cpu: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of given) await cp(join(root, name), join(folder, name), { recursive: true })
  await cp(join(root, 'examples/deploy/aduan'), join(folder, 'aduan'))
  // By this key the archive judges the next one.
  await cp(join(root, OWNER_KEY), join(folder, OWNER_KEY)).catch(() =>
    process.stderr.write(`Without ${OWNER_KEY} it takes no update.\n`),
  )
  const forPlatform = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `--os=${os}`, `--cpu=${cpu}`]
  await run('npm', ['ci', ...forPlatform], { cwd: folder })
  // Node 24 brings SQLite itself; the package that stands in for it in older ones is left out.
  await rm(join(folder, 'node_modules/@photostructure'), { recursive: true, force: true })
}

/** Fetches Node from the registry, as a package like all others. */
async function fetchNode(folder: string, os: string, cpu: string): Promise<void> {
  const fetched = await mkdtemp(join(tmpdir(), 'aduan-release-'))
  try {
    await run('npm', ['pack', `node-${os}-${cpu}@${nodes[`${os}-${cpu}`]}`, '--pack-destination', fetched])
    const [archive = ''] = await readdir(fetched)
    await run('tar', ['-xzf', join(fetched, archive), '-C', fetched])
    await cp(join(fetched, 'package/bin/node'), join(folder, 'node'))
    await chmod(join(folder, 'node'), 0o755)
  } finally {
    await rm(fetched, { recursive: true, force: true })
  }
}

async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Signs the line with the checksum, and so the archive's name too. @param key a file with the owner's secret key */
async function signSums(sums: string, key: string): Promise<void> {
  const secret = createPrivateKey(await readFile(key))
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error(`${key} holds no Ed25519 key.`)
  const signature = sign(null, await readFile(sums), secret).toString('base64')
  await writeFile(`${sums}.sig`, `${signature}\n`)
}

/**
 * Packs what `npm run build` made with its packages and its own Node: `dist-release/aduan-1.0.0-linux-x64.tar.gz`.
 * @param key the owner's secret key; without it the archive is not signed
 */
async function release(platform: string, key: string | undefined): Promise<void> {
  const [os = '', cpu = ''] = platform.split('-')
  if (!nodes[platform])
    throw new Error(`There is no Node for ${platform}; there is for ${Object.keys(nodes).join(', ')}.`)
  const { version }: { readonly version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const name = `aduan-${version}-${platform}`
  const folder = join(releases, name)
  await rm(folder, { recursive: true, force: true })
  await layOut(folder, os, cpu)
  await fetchNode(folder, os, cpu)
  const archive = join(releases, `${name}.tar.gz`)
  await run('tar', ['-C', releases, '--owner=0', '--group=0', '-I', 'gzip -9', '-cf', archive, name])
  await rm(folder, { recursive: true, force: true })
  const { size } = await stat(archive)
  await writeFile(`${archive}.sha256`, `${await checksumOf(archive)}  ${name}.tar.gz\n`)
  if (key) await signSums(`${archive}.sha256`, key)
  process.stdout.write(`${archive}${key ? '' : ', not signed'}: ${(size / 1_000_000).toFixed(1)} MB\n`)
  if (size > MOST_BYTES) throw new Error(`The archive is larger than ${MOST_BYTES / 1_000_000} MB.`)
}

const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
await release(positionals[0] ?? 'linux-x64', values.key)
