import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { pause } from '../../shared/repeat.ts'
import { type ArchiveName, isNewer, OWNER_KEY, ownerKeyFrom, readArchiveName, verifyArchive } from '../archive.ts'
import type { Config } from '../config.ts'
import { keepBackup } from './backup.ts'

const run = promisify(execFile)

const CURRENT = 'current'
/** Milliseconds until a service that was started must be ready. */
const READY_WITHIN = 60_000
const ASKS_EVERY = 250

export interface UpdateOrder {
  /** The folder of the archive that runs now. */
  readonly installed: string
  readonly archive: string
  /** A command that restarts the service and returns once it was started. */
  readonly restart: string
  /** Where the service answers `/readyz`. */
  readonly address: string
  readonly backUp: (version: string) => Promise<void>
  readonly readyWithin?: number
}

/**
 * Takes a newer archive: checks who signed it, unpacks it beside the present one, tries it on an empty folder, copies
 * the data away, switches over, and goes back if it does not get ready. The earlier one stays.
 * @returns a sentence for the operator
 */
export async function updateService(order: UpdateOrder): Promise<string> {
  const { installed, archive, restart, address, readyWithin = READY_WITHIN } = order
  const own = readArchiveName(basename(installed))
  if (!own) throw new Error(`${installed} is no unpacked archive, so there is nothing to update.`)
  const place = dirname(installed)
  const link = join(place, CURRENT)
  if ((await readlink(link).catch(() => null)) !== basename(installed))
    throw new Error(
      `${link} must be a link to ${basename(installed)}, and the service started by it: ln -s ${basename(installed)} ${link}`,
    )
  const pem = await readFile(join(installed, OWNER_KEY), 'utf8').catch(() => null)
  if (pem === null)
    throw new Error(
      `This version brings no release key: updates by hand. docs/operate/deploy.md, "Update by hand", says how. Nothing was changed.`,
    )
  const { fresh, name } = await takeIn(archive, place, async (copy) => {
    const signed = await verifyArchive(copy, ownerKeyFrom(pem))
    refuseUnfit(signed, own)
    return signed
  })
  await tryOnEmptyFolder(fresh, readyWithin)
  await order.backUp(name.version)
  await pointTo(link, name.folder)
  if (await restarts(restart, address, readyWithin))
    return `Aduan ${name.version} runs. ${own.version} stays in ${installed}; remove it when you are sure.\n`
  await pointTo(link, own.folder)
  if (await restarts(restart, address, readyWithin))
    throw new Error(
      `Aduan ${name.version} did not get ready, so ${own.version} runs again. Read the log; ${fresh} stays.`,
    )
  throw new Error(
    `Neither ${name.version} nor ${own.version} got ready. If the log names a newer store, restore the backup that was made before: docs/operate/backup.md.`,
  )
}

function refuseUnfit({ version, platform }: ArchiveName, own: ArchiveName): void {
  if (platform !== own.platform)
    throw new Error(`This machine runs ${own.platform}, and the archive is for ${platform}.`)
  if (!isNewer(version, own.version))
    throw new Error(`${version} is not newer than ${own.version}, which runs here. Nothing was changed.`)
}

/**
 * Copies, checks and unpacks in a folder that nobody else may write to, so that what is unpacked is what was checked,
 * and a half unpacked one has no name by which it could be started.
 */
async function takeIn(archive: string, place: string, check: (copy: string) => Promise<ArchiveName>) {
  const half = await mkdtemp(join(place, '.aduan-update-'))
  try {
    const copy = join(half, basename(archive))
    for (const end of ['', '.sha256', '.sha256.sig'])
      await copyFile(`${archive}${end}`, `${copy}${end}`).catch(unlessMissing)
    const name = await check(copy)
    return { name, fresh: await unpack(copy, name, half, join(place, name.folder)) }
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

function unlessMissing(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'ENOENT') throw cause
}

async function unpack(archive: string, { folder }: ArchiveName, half: string, target: string): Promise<string> {
  const { stdout } = await run('tar', ['-tzf', archive], { maxBuffer: 64_000_000 })
  const stray = stdout
    .split('\n')
    .find((path) => path !== '' && (!`${path}/`.startsWith(`${folder}/`) || path.includes('..')))
  if (stray !== undefined) throw new Error(`The archive holds ${stray}, which lies outside ${folder}.`)
  await run('tar', ['-xzf', archive, '--no-same-owner', '-C', half])
  // What an earlier try left there does not run: the link leads elsewhere.
  await rm(target, { recursive: true, force: true })
  await rename(join(half, folder), target)
  return target
}

/** Starts the new version where it can break nothing: a machine that cannot run it is found before anything changes. */
async function tryOnEmptyFolder(fresh: string, readyWithin: number): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'aduan-update-'))
  const port = await freePort()
  // The launcher and the Node beside it need no more.
  const env = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, DEMO: 'off' }
  const child = spawn(join(fresh, 'aduan'), { env, stdio: 'ignore' })
  try {
    const failed = once(child, 'error').then(() => false)
    const isReady = await Promise.race([untilReady(`http://127.0.0.1:${port}`, readyWithin, child), failed])
    if (!isReady)
      throw new Error(`The new version does not start on this machine. Nothing was changed; it stays in ${fresh}.`)
  } finally {
    await end(child)
    await rm(data, { recursive: true, force: true })
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function untilReady(address: string, within: number, child?: ChildProcess): Promise<boolean> {
  const until = Date.now() + within
  while (Date.now() < until && (child === undefined || child.exitCode === null)) {
    const isReady = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return true
    await pause(ASKS_EVERY)
  }
  return false
}

async function restarts(command: string, address: string, within: number): Promise<boolean> {
  const isDone = await run('/bin/sh', ['-c', command]).then(
    () => true,
    () => false,
  )
  return isDone && (await untilReady(address, within))
}

/** The link is exchanged in one step: at every moment it leads to one of the two. */
async function pointTo(link: string, folder: string): Promise<void> {
  const fresh = `${link}.new`
  await rm(fresh, { force: true })
  await symlink(folder, fresh)
  await rename(fresh, link)
}

/** `update <archive> --restart <command>`: see `updateService`. */
export async function updateCommand(parameters: string[], config: Config, installed: string): Promise<string> {
  const options = { restart: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  const [archive] = positionals
  if (!archive || !values.restart)
    throw new Error(
      "Say which, and how the service is restarted: aduan update <archive> --restart 'systemctl restart aduan@8080'.",
    )
  const { host, port, backupFolder, backupS3, mongoUri } = config
  return updateService({
    installed,
    archive: resolve(archive),
    restart: values.restart,
    address: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    async backUp(version) {
      // MongoDB is backed up with its own tools.
      if (!(backupFolder || backupS3) || mongoUri) return
      await keepBackup(`before-${version}-${new Date().toISOString().slice(0, 16).replace(':', '')}`, config)
    },
  })
}
