import { execFile } from 'node:child_process'
import { copyFile, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../service/running/config.ts'
import { ofUnits } from '../../service/running/unit-collections.ts'
import type { CollectionSpec, Kept, Store } from '../../service/storage/collection.ts'
import { aFolder } from '../support/a-folder.ts'
import { flagsOfStarts, memorySettingsOfStarts } from '../support/start-lines.ts'

const folder = resolve(import.meta.dirname, '../../examples/deploy')
const textOf = (name: string) => readFile(join(folder, name), 'utf8')

interface Composed {
  readonly image?: string
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly mem_limit?: string
  readonly user?: string
  readonly ports?: readonly string[]
  readonly networks?: readonly string[]
  readonly volumes?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, unknown>>
  readonly healthcheck?: unknown
  readonly stop_grace_period?: string
}

const composed = async () =>
  parse(await textOf('compose.yaml'), { merge: true }) as {
    readonly services: Readonly<Record<string, Composed>>
    readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>
    readonly volumes: Readonly<Record<string, unknown>>
  }

it('the containers run without rights that they do not need, and only the proxy can be reached', async () => {
  const { services, networks, volumes } = await composed()
  for (const [name, one] of Object.entries(services)) {
    expect([name, one.cap_drop]).toEqual([name, ['ALL']])
    for (const network of one.networks ?? []) expect(networks).toHaveProperty(network)
    for (const volume of one.volumes ?? []) {
      const [from = ''] = volume.split(':')
      if (!from.startsWith('.')) expect(volumes).toHaveProperty(from)
    }
    for (const other of Object.keys(one.depends_on ?? {})) expect(services).toHaveProperty(other)
    if (one.ports) expect(name).toBe('proxy')
    expect(one.image ?? '').toMatch(/:[\w.]+$/)
  }
  expect(networks.back?.internal).toBe(true)
  for (const name of ['aduan-1', 'aduan-2']) {
    expect(services[name]).toMatchObject({
      read_only: true,
      security_opt: ['no-new-privileges:true'],
      mem_limit: '2304m',
      build: { dockerfile: 'examples/deploy/Containerfile' },
    })
  }
})

it('the settings in the containers are ones that the service takes, and it drains before it is killed', async () => {
  const { services } = await composed()
  const given = services['aduan-1']?.environment ?? {}
  const values: Record<string, string> = {
    ADUAN_HOST: 'aduan.example',
    MONGO_PASSWORD: 'abc',
    MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    OPERATOR_EMAIL: 'operator@aduan.example',
    OPERATOR_PASSWORD: 'kata-sandi-panjang',
  }
  const filled = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, variable: string) => values[variable] ?? ''),
    ]),
  )
  const config = readConfig({ ...filled, NODE_ENV: 'production' })
  expect(config).toMatchObject({
    publicUrl: 'https://aduan.example',
    mongoUri: 'mongodb://aduan:abc@mongo1,mongo2,mongo3/aduan?replicaSet=aduan&authSource=admin',
    trustProxy: true,
  })
  const grace = Number.parseInt(services['aduan-1']?.stop_grace_period ?? '', 10)
  expect(grace).toBeGreaterThan(config.drainsFor / 1_000 + 9)
  const caddy = await textOf('Caddyfile')
  const every = Number(/health_interval (\d+)s/.exec(caddy)?.[1])
  expect(every * 3).toBeLessThan(config.drainsFor / 1_000)
  for (const name of ['aduan-1', 'aduan-2']) expect(caddy).toContain(`${name}:8080`)
})

it('the image has a user without rights, ends on SIGTERM, and asks the service whether it is well', async () => {
  const lines = (await textOf('Containerfile')).split('\n')
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
  const told = (word: string) => last.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1)
  expect(told('USER')).toBe('10001:10001')
  expect(told('STOPSIGNAL')).toBe('SIGTERM')
  expect(told('ENTRYPOINT')).toContain('dist/service/main.js')
  expect(last.join('\n')).toMatch(/HEALTHCHECK[\s\S]*\/readyz/)
  const ignored = (await textOf('Containerfile.dockerignore')).split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'data', '.git', '*.env']))
})

it('everybody starts the service with the same settings of Node, however it came to the machine', async () => {
  const starts = await flagsOfStarts()
  expect(starts['package.json']).toEqual(['--max-semi-space-size=16', '--heap-growing-percent=80'])
  for (const [file, flags] of Object.entries(starts)) expect(flags, file).toEqual(starts['package.json'])
})

it('every office runs the service with the same settings of memory, and npm start with none', async () => {
  const { 'package.json': ofNpm, ...ofOffices } = await memorySettingsOfStarts()
  expect(ofNpm).toEqual({})
  for (const [file, settings] of Object.entries(ofOffices)) {
    expect(settings, file).toEqual({ MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '16777216' })
  }
})

it('the unit for systemd is one that systemd understands, and leaves little open', async ({ skip }) => {
  const unit = await textOf('aduan@.service')
  for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'NoNewPrivileges=yes', 'CapabilityBoundingSet=']) {
    expect(unit.split('\n')).toContain(line)
  }
  // The programs for hostile files fit beside the service, and one that does not is killed alone.
  expect(unit.split('\n')).toEqual(expect.arrayContaining(['MemoryMax=2304M', 'OOMPolicy=continue']))
  const here = await aFolder()
  const path = join(here, 'aduan@8080.service')
  await copyFile(join(folder, 'aduan@.service'), path)
  const analyze = (...parameters: string[]) =>
    promisify(execFile)('systemd-analyze', parameters).catch((cause) => cause)
  const asked = await analyze('security', '--offline=yes', path)
  if (asked.code === 'ENOENT') skip('there is no systemd-analyze here')
  const level = Number(/exposure level for \S+: ([\d.]+)/.exec(asked.stdout)?.[1])
  expect(level).toBeLessThan(2)
  const verified = await analyze('verify', path)
  expect(`${verified.stdout}${verified.stderr}`).not.toMatch(/Unknown|Failed to parse|Invalid|unsafe/i)
})

it('the process with the embedded store is followed as it is: both stores, by the user whose files they are', async () => {
  const { services } = parse(await textOf('compose.embedded.yaml')) as Awaited<ReturnType<typeof composed>>
  const { dbs } = parse(await textOf('litestream.yml')) as { readonly dbs: readonly { readonly path: string }[] }
  expect(dbs.map(({ path }) => path)).toEqual(['/var/lib/aduan/aduan.db', '/var/lib/aduan/keys/aduan.db'])
  for (const one of Object.values(services)) expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  expect(services.litestream).toMatchObject({
    user: '10001:10001',
    volumes: expect.arrayContaining(['data:/var/lib/aduan']),
  })
  expect(services.aduan?.volumes).toEqual(['data:/var/lib/aduan'])
  const unit = (await textOf('aduan-litestream.service')).split('\n')
  for (const line of ['DynamicUser=yes', 'User=aduan', 'StateDirectory=aduan', 'NoNewPrivileges=yes'])
    expect(unit).toContain(line)
})

it('the shard key is laid on all that units keep, and none of it has a unique value across units', async () => {
  const specs: CollectionSpec<Kept>[] = []
  const store = { collection: async (spec: CollectionSpec<Kept>) => void specs.push(spec) } as unknown as Store
  for (const one of ofUnits) await one.open(store)
  expect(specs).toHaveLength(ofUnits.length)
  const across = specs.filter(({ indexes }) =>
    Object.values(indexes).some(({ unique, acrossTenants }) => unique && acrossTenants),
  )
  expect(across.map(({ name }) => name)).toEqual([])
  const listed = /const ofUnits = \[([^\]]*)\]/.exec(await textOf('shard.js'))?.[1]
  const names = [...(listed ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name)
  expect(names).toEqual(ofUnits.map(({ name }) => name).toSorted())
})
