import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { binariesIn, layOutArchive, packArchive, platforms } from '../../service/running/archive.ts'
import { aFolder } from '../support/a-folder.ts'
import { aFreePort } from '../support/a-free-port.ts'
import { unitAt } from '../support/an-office.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const owner = generateKeyPairSync('ed25519')
const here = `linux-${process.arch}`
const version = (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version

const packed = await aFolder()
const registry = await run('npm', ['ping'], { cwd: packed }).then(
  () => ({}),
  (reason: unknown) => {
    if (process.env.CI_REQUIRE_REGISTRY === '1') throw reason
    return { missing: String(reason) }
  },
)

/** Lays out what the archive of a platform holds, with a test's key as that of the owner. */
async function layOut(platform: string): Promise<string> {
  const folder = join(packed, `aduan-${version}-${platform}`)
  await layOutArchive({ root, platform, folder })
  await writeFile(join(folder, 'release.pub'), owner.publicKey.export({ type: 'spki', format: 'pem' }))
  return folder
}

const tried = describe.skipIf('missing' in registry)

tried('the archives of a release', () => {
  it.each(Object.entries(platforms))(
    '%s holds programs of that machine alone, in at most 90 MB',
    async (platform, made) => {
      const folder = await layOut(platform)
      const binaries = await binariesIn(folder)
      expect([...new Set(binaries.values())]).toEqual([made.machine])
      // Node, and the packages that are not written in JavaScript: pictures and passwords.
      const names = [...binaries.keys()].join('\n')
      for (const part of [/^node$/m, /sharp.*\.node$/m, /libvips.*\.so/m, /argon2.*\.node$/m])
        expect(names).toMatch(part)
      const { archive, size } = await packArchive(packed, `aduan-${version}-${platform}`, owner.privateKey)
      expect([size < 90_000_000, size > 50_000_000]).toEqual([true, true])
      await run('sha256sum', ['-c', `${archive}.sha256`], { cwd: packed })
      expect((await readdir(packed)).filter((name) => name.includes(`${platform}.tar.gz`))).toHaveLength(3)
      if (platform !== here) await rm(folder, { recursive: true })
    },
    300_000,
  )
})

tried('a real archive', () => {
  let place = ''
  let port = 0
  const data = () => join(place, 'data')
  const environment = () => ({
    PATH: process.env.PATH,
    PORT: String(port),
    DATA_DIR: data(),
    BACKUP_FOLDER: join(place, 'cadangan'),
    LIMITS: 'off',
  })
  const office = () => unitAt(`http://127.0.0.1:${port}`)
  const current = () => readlink(join(place, 'current'))
  const pid = () => readFile(join(place, 'pid'), 'utf8').then((line) => line.trim())
  /** The program that answers, by the folder of its Node. */
  const running = async () => /aduan-\d+\.\d+\.\d+/.exec(await readlink(`/proc/${await pid()}/exe`))?.[0]
  const restart = () => `sh '${join(place, 'restart')}'`

  /** Ends the old process before it starts the link's, as systemd does. */
  async function writeRestart(): Promise<void> {
    const file = join(place, 'pid')
    await writeFile(
      join(place, 'restart'),
      `if [ -e '${file}' ]; then kill "$(cat '${file}')"; while kill -0 "$(cat '${file}')" 2>/dev/null; do sleep 0.1; done; fi
'${place}/current/aduan' >>'${place}/log' 2>&1 </dev/null &
echo $! >'${file}'
`,
    )
  }

  /** Packs the same folder as another version; `break` changes its program. @returns the path of the signed archive */
  async function aNewer(newer: string, broken = ''): Promise<string> {
    const into = await aFolder()
    const name = `aduan-${newer}-${here}`
    await cp(join(packed, `aduan-${version}-${here}`), join(into, name), { recursive: true, verbatimSymlinks: true })
    const manifest = join(into, name, 'package.json')
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(`"${version}"`, `"${newer}"`))
    const program = join(into, name, 'dist/service/main.js')
    if (broken) await writeFile(program, `${broken}\n${await readFile(program, 'utf8')}`)
    const { archive } = await packArchive(into, name, owner.privateKey)
    await rm(join(into, name), { recursive: true })
    return archive
  }

  const update = (archive: string) =>
    run(join(place, 'current/aduan'), ['update', archive, '--restart', restart()], { env: environment() })

  beforeAll(async () => {
    place = await aFolder()
    port = await aFreePort()
    const archive = join(packed, `aduan-${version}-${here}.tar.gz`)
    await mkdir(join(place, 'cadangan'))
    await run('tar', ['-xzf', archive, '-C', place])
    await symlink(`aduan-${version}-${here}`, join(place, 'current'))
    await writeRestart()
    await run('/bin/sh', ['-c', restart()], { env: environment() })
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    await vi.waitUntil(answers, { timeout: 60_000, interval: 200 })
  }, 300_000)

  afterAll(async () => {
    await pid().then(
      (id) => process.kill(Number(id)),
      () => null,
    )
  })

  it('is updated on its data, and goes back by itself where the next one breaks on them', async () => {
    const reporter = office().reporter(await office().file())
    const follows = async () => (await reporter.get()).status

    expect((await update(await aNewer('9.0.0'))).stdout).toContain('Aduan 9.0.0 runs')
    expect([await running(), await current(), await follows()]).toEqual(['aduan-9.0.0', `aduan-9.0.0-${here}`, 200])
    const [backup = ''] = await readdir(join(place, 'cadangan'))
    expect(backup).toMatch(/^before-9\.0\.0-/)
    await run('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: join(place, 'cadangan', backup) })

    const breaks = `import { existsSync as seen } from 'node:fs'; if (seen(process.env.DATA_DIR + '/aduan.db')) process.exit(1)`
    await expect(update(await aNewer('9.0.1', breaks))).rejects.toThrow('9.0.0 runs again')
    expect([await running(), await current(), await follows()]).toEqual(['aduan-9.0.0', `aduan-9.0.0-${here}`, 200])

    // Without the owner's key nothing is taken, and the sentence says what to do instead.
    const key = join(place, 'current/release.pub')
    await rename(key, `${key}.away`)
    await expect(update(await aNewer('9.0.2'))).rejects.toThrow('no release key: updates by hand')
    expect([await running(), await follows()]).toEqual(['aduan-9.0.0', 200])
  }, 300_000)
})
