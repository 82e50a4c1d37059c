import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { aFolder } from '../support/a-folder.ts'
import { oneService } from '../support/one-service.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

/** A common generator and its client, as a stranger installs them. They are no part of what this product needs. */
const packages = ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0', 'typescript@5.9.3']

const service = oneService()
let folder = ''
let missing: string | null = null

beforeAll(async () => {
  folder = await aFolder()
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder }).catch(
    (cause: unknown) => {
      if (process.env.CI_REQUIRE_REGISTRY === '1') throw cause
      missing = String(cause)
    },
  )
})

/** What a stranger writes against the generated types: the compiler checks each name of it. */
const program = `import createClient from 'openapi-fetch'
import type { paths } from './service.d.ts'

const client = createClient<paths>({ baseUrl: process.env.SERVICE ?? '' })
const path = { tenant: 'bagian-organisasi' }

const unit = await client.GET('/api/v1/tenants/{tenant}', { params: { path } })
const category = unit.data?.categories[0]?.code
if (!category) throw new Error('The unit has no category.')

const filed = await client.POST('/api/v1/tenants/{tenant}/complaints', {
  params: { path, header: { 'idempotency-key': crypto.randomUUID() } },
  body: {
    category,
    privacy: 'anonymous',
    subject: 'Berkas tidak kunjung selesai',
    chronology: 'Berkas saya serahkan tiga minggu lalu di loket dua dan belum ada kabar.',
    evidence: [],
    statements: { truthful: true, procedureRead: true, privacyNotice: 1 },
  },
})
if (!filed.data) throw new Error(JSON.stringify(filed.error))
const { number, trackingCode } = filed.data

const followed = await client.GET('/api/v1/tenants/{tenant}/complaints/{number}', {
  params: { path: { ...path, number } },
  headers: { Authorization: \`Bearer \${trackingCode}\` },
})
process.stdout.write(JSON.stringify({ number, status: followed.data?.status }))
`

it('a client that a common generator makes from the document compiles, files a complaint, and follows it', async ({
  skip,
}) => {
  if (missing) return skip(missing)
  const bin = (name: string) => join(folder, 'node_modules/.bin', name)
  await run(bin('openapi-typescript'), [`${service.url}/openapi.json`, '-o', 'service.d.ts'], { cwd: folder })
  await writeFile(join(folder, 'program.ts'), program)
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--allowImportingTsExtensions']
  await run(
    bin('tsc'),
    [...strict, '--types', 'node', '--typeRoots', join(root, 'node_modules/@types'), 'program.ts'],
    {
      cwd: folder,
    },
  ).catch((cause: { stdout: string }) => expect.fail(cause.stdout))
  const { stdout } = await run(join(root, 'node_modules/.bin/tsx'), ['program.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, SERVICE: service.url },
  })
  expect(JSON.parse(stdout)).toEqual({ number: expect.stringMatching(/^BO-\d{4}-\d{6}$/), status: 'received' })
})
