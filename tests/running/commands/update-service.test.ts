import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { appendFile, chmod, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isNewer, ownerKeyFrom, readArchiveName } from '../../../service/running/archive.ts'
import { updateService } from '../../../service/running/commands/update-service.ts'
import { aFolder } from '../../support/a-folder.ts'
import { aFreePort } from '../../support/a-free-port.ts'

const run = promisify(execFile)
const owner = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' })

/** A small stand-in for the program: it answers `/readyz`, or ends, or works only where nothing is at stake. */
type Nature = 'well' | 'ends' | 'fails-on-data'
const launcher = (nature: Nature, version: string) => `#!/bin/sh
${nature === 'ends' ? 'exit 1' : ''}
${nature === 'fails-on-data' ? '[ -e "$DATA_DIR/aduan.db" ] && exit 1' : ''}
exec "${process.execPath}" -e 'require("http").createServer((q, r) => r.end("${version}")).listen(process.env.PORT, "127.0.0.1")'
`

async function lay(folder: string, nature: Nature, version: string): Promise<void> {
  await mkdir(folder)
  await writeFile(join(folder, 'aduan'), launcher(nature, version))
  await chmod(join(folder, 'aduan'), 0o755)
  await writeFile(join(folder, 'release.pub'), pemOf(owner.publicKey))
}

/** An installation of 1.0.0 whose service runs, with an act that restarts it by the link. */
async function anInstallation() {
  const place = await aFolder()
  const installed = join(place, 'aduan-1.0.0-linux-x64')
  await lay(installed, 'well', '1.0.0')
  await symlink('aduan-1.0.0-linux-x64', join(place, 'current'))
  const port = await aFreePort()
  const data = join(place, 'data')
  await mkdir(data)
  await writeFile(join(data, 'aduan.db'), 'isi')
  const pid = join(place, 'pid')
  const stop = `[ -e "${pid}" ] && kill -9 "$(cat "${pid}")" 2>/dev/null; rm -f "${pid}"`
  const restart = `${stop}; PORT=${port} DATA_DIR="${data}" "${place}/current/aduan" >/dev/null 2>&1 & echo $! > "${pid}"`
  onTestFinished(async () => {
    await run('/bin/sh', ['-c', `${stop}; true`])
  })
  await run('/bin/sh', ['-c', restart])
  const address = `http://127.0.0.1:${port}`
  const running = async () => (await fetch(`${address}/readyz`)).text()
  await expect.poll(() => running().catch(() => null)).toBe('1.0.0')
  const backups: string[] = []
  const backUp = async (version: string) => void backups.push(version)
  const update = (archive: string, readyWithin = 15_000) =>
    updateService({ installed, archive, restart, address, backUp, readyWithin })
  return { place, installed, running, update, backups, current: () => readlink(join(place, 'current')) }
}

/** An archive as `npm run release` makes it. */
async function anArchive({
  name = 'aduan-1.1.0-linux-x64',
  nature = 'well' as Nature,
  key = owner.privateKey,
  version = '1.1.0',
  besides = null as string | null,
} = {}): Promise<string> {
  const folder = await aFolder()
  await lay(join(folder, name), nature, version)
  if (besides) await writeFile(join(folder, besides), '')
  const archive = join(folder, `${name}.tar.gz`)
  await run('tar', ['-C', folder, '-czf', archive, name, ...(besides ? [besides] : [])])
  const digest = createHash('sha256')
    .update(await readFile(archive))
    .digest('hex')
  const line = `${digest}  ${name}.tar.gz\n`
  await writeFile(`${archive}.sha256`, line)
  await writeFile(`${archive}.sha256.sig`, sign(null, Buffer.from(line), key).toString('base64'))
  return archive
}

describe('an update', () => {
  it('takes a newer archive of the owner, after a backup, and keeps the one before', async () => {
    const { update, running, place, backups, current } = await anInstallation()
    expect(await update(await anArchive())).toContain('Aduan 1.1.0 runs')
    expect([await running(), await current(), backups]).toEqual(['1.1.0', 'aduan-1.1.0-linux-x64', ['1.1.0']])
    expect((await readdir(place)).filter((name) => name.includes('aduan')).sort()).toEqual([
      'aduan-1.0.0-linux-x64',
      'aduan-1.1.0-linux-x64',
    ])
  })

  it('goes back by itself where the new one does not get ready on the data', async () => {
    const { update, running, current } = await anInstallation()
    await expect(update(await anArchive({ nature: 'fails-on-data' }), 3_000)).rejects.toThrow('1.0.0 runs again')
    expect([await running(), await current()]).toEqual(['1.0.0', 'aduan-1.0.0-linux-x64'])
  })

  it('changes nothing for one that does not start on this machine', async () => {
    const { update, running, backups, current } = await anInstallation()
    await expect(update(await anArchive({ nature: 'ends' }))).rejects.toThrow('does not start on this machine')
    expect([await running(), await current(), backups]).toEqual(['1.0.0', 'aduan-1.0.0-linux-x64', []])
  })

  it('refuses what is foreign, changed, unsigned, renamed, older, or for another machine, and leaves nothing', async () => {
    const { update, running, place, backups, current } = await anInstallation()
    const refused = async (archive: string, why: string) => {
      await expect(update(archive), why).rejects.toThrow(why)
      expect((await readdir(place)).filter((name) => name.includes('update') || name.includes('1.1.0'))).toEqual([])
    }
    await refused(await anArchive({ key: stranger.privateKey }), 'not of the owner')

    const changed = await anArchive()
    await appendFile(changed, 'x')
    await refused(changed, 'not as it was signed')

    const unsigned = await anArchive()
    await rm(`${unsigned}.sha256.sig`)
    await refused(unsigned, 'is not signed')

    const line = await anArchive()
    await appendFile(`${line}.sha256`, `${'0'.repeat(64)}  lain.tar.gz\n`)
    await refused(line, 'not of the owner')

    // An old archive under a newer name, with the files that belong to it.
    const old = await anArchive({ name: 'aduan-0.9.0-linux-x64' })
    for (const end of ['', '.sha256', '.sha256.sig'])
      await rename(`${old}${end}`, `${old.replace('0.9.0', '1.1.0')}${end}`)
    await refused(old.replace('0.9.0', '1.1.0'), 'The signature is of aduan-0.9.0-linux-x64.tar.gz')

    await refused(await anArchive({ name: 'aduan-0.9.0-linux-x64' }), 'is not newer')
    await refused(await anArchive({ name: 'aduan-1.0.0-linux-x64' }), 'is not newer')
    await refused(await anArchive({ name: 'aduan-1.1.0-linux-arm64' }), 'for linux-arm64')
    await refused(await anArchive({ besides: 'lain' }), 'lies outside')
    await refused(join(place, 'aduan-1.1.0-linux-x64.tar.gz'), 'is not there')
    await refused(join(place, 'lain.zip'), 'is no archive of Aduan')
    expect([await running(), await current(), backups]).toEqual(['1.0.0', 'aduan-1.0.0-linux-x64', []])
  })

  it('trusts the key of the version that runs, and no other', async () => {
    const { update, installed } = await anInstallation()
    await writeFile(join(installed, 'release.pub'), pemOf(stranger.publicKey))
    await expect(update(await anArchive())).rejects.toThrow('not of the owner')
    await rm(join(installed, 'release.pub'))
    await expect(update(await anArchive())).rejects.toThrow('no release key: updates by hand')
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(() => ownerKeyFrom(String(pemOf(publicKey)))).toThrow('no Ed25519 key')
  })
})

describe('the name of an archive', () => {
  it('says version and platform, and nothing else is one', () => {
    expect(readArchiveName('aduan-1.10.0-linux-x64.tar.gz')).toEqual({
      version: '1.10.0',
      platform: 'linux-x64',
      folder: 'aduan-1.10.0-linux-x64',
    })
    for (const name of ['aduan-1.0-linux-x64', '../aduan-1.0.0-linux-x64', 'aduan-1.0.0-linux-x64/..', 'aduan-1.0.0'])
      expect([name, readArchiveName(name)]).toEqual([name, null])
  })

  it.each([
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '1.99.99', true],
    ['1.0.0', '1.0.0', false],
    ['1.0.9', '1.0.10', false],
  ])('%s comes after %s: %s', (version, than, expected) => {
    expect(isNewer(version, than)).toBe(expected)
  })
})
