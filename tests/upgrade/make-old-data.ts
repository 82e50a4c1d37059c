import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { aPng, sha256 } from '../support/some-files.ts'
import { packed } from './old-data.ts'

/**
 * Makes the data of a version: `tsx tests/upgrade/make-old-data.ts <folder with that version, built> <file to write>`.
 * It speaks to that version over HTTP alone, so it works with any.
 */
async function make(version: string, to: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-old-'))
  const child = spawn(process.execPath, [resolve(version, 'dist/service/main.js')], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, DEMO_PASSWORD: demoPassword, LIMITS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((found) => {
    let output = ''
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString()
      const port = /listening at http:\/\/localhost:(\d+)/.exec(output)?.[1]
      if (port) found(`http://127.0.0.1:${port}`)
    })
  })
  const office = unitAt(url)
  const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const receipts = {
    named: await office.file(),
    withFile: await office.file({ evidence: [id] }),
    withdrawn: await office.file({ privacy: 'confidential' }),
    answered: await office.file({ subject: 'Dijawab pada versi lama' }),
  }
  await office.reporter(receipts.withdrawn).post('/identity/withdrawal', { understood: true })
  const verifier = await office.signIn('verifikator')
  const head = await office.signIn('kepala')
  const handler = await office.signIn('petugas')
  const { number } = receipts.answered
  const steps = [
    await verifier.act(number, 'verify'),
    await head.act(number, 'dispatch', { handler: handler.session.staff.id }),
    await handler.act(number, 'propose-answer', { outcome: 'clarified', text: 'Sudah dijelaskan.' }),
    await head.act(number, 'answer'),
  ]
  if (steps.some(({ ok }) => !ok)) throw new Error(steps.map(({ status }) => status).join())
  child.kill('SIGTERM')
  await once(child, 'exit')
  await writeFile(to, await packed(folder, { receipts, fileSha256: sha256(aPng), fileId: id }))
  await rm(folder, { recursive: true })
}

const [version = '', to = ''] = process.argv.slice(2)
await make(version, to)
