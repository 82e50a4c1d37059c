import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSnapshot } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { enteredBy, knock, password } from '../../support/a-colleague.ts'
import { refusalIn } from '../../support/a-problem.ts'
import { aFolderForData, aRunningService, startProcess } from '../../support/a-running-service.ts'
import { aduan } from '../../support/an-aduan-command.ts'
import { unitAt } from '../../support/an-office.ts'
import { anOperator, setUpFactor, withOperator } from '../../support/an-operator.ts'
import { filesIn } from '../../support/files-in.ts'
import { aPng } from '../../support/some-files.ts'

const unit = 'bagian-organisasi'
const newPlace = 'https://baru.example'
const patience = { timeout: 60_000 }

/** Another person who runs the service. */
async function aSecondOperator(service: { readonly url: string }, first: Awaited<ReturnType<typeof anOperator>>) {
  const person = { name: 'Rani Contoh', email: 'rani@pengelola.example' }
  const invited = (await (await first.call('POST', '/operator/operators', person)).json()) as { setUpUrl: string }
  const token = invited.setUpUrl.split('/').at(-1)!
  expect((await knock(service, '/invitations/acceptance', { token, password })).status).toBe(200)
  const second = await enteredBy(service, knock(service, '/session', { email: person.email, password }))
  await setUpFactor(second)
  return second
}

it('a moved unit is deleted by two operators once the new place has confirmed, and everybody is led there', async () => {
  const places = await aFolderForData()
  const before = { DATA_DIR: join(places, 'lama'), LIMITS: 'off', ...withOperator }
  const filled = await aRunningService(before)
  const office = unitAt(filled.url)
  const { id: evidence } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const receipt = await office.file({ evidence: [evidence] })
  const neighbour = await unitAt(filled.url, 'dinas-contoh').file()
  await filled.stop()

  const passphraseFile = join(places, 'sandi.txt')
  await writeFile(passphraseFile, 'kalimat sandi yang cukup panjang\n')
  const copyOnce = async (name: string) => {
    const copy = join(places, name)
    const there = { DATA_DIR: join(places, `baru-${name}`), DEMO: 'off', LIMITS: 'off', PUBLIC_URL: newPlace }
    const old = { DATA_DIR: filled.folder, PUBLIC_URL: 'https://lama.example' }
    const made = await aduan(old, 'export-tenant', unit, copy, '--passphrase-file', passphraseFile)
    expect([made.code, made.err]).toEqual([0, ''])
    const taken = await aduan(there, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    expect([taken.code, taken.err]).toEqual([0, ''])
    return { there, confirmation: await readFile(`${copy}.arrived`, 'utf8') }
  }
  const first = await copyOnce('pertama')

  const service = await aRunningService({ ...before, DATA_DIR: filled.folder })
  const operator = await anOperator(service)
  const second = await aSecondOperator(service, operator)
  const confirm = (confirmation: string) =>
    operator.call('POST', `/operator/tenants/${unit}/departure`, { confirmation })
  const allow = (by: typeof operator) => by.call('POST', `/operator/tenants/${unit}/departure/deletion`)

  // Nothing is deleted before the new place has confirmed, nor for a paper that says something else.
  expect(await refusalIn(allow(operator))).toBe('409 departure/not-confirmed')
  expect(await refusalIn(confirm('bukan surat'))).toBe('409 departure/not-confirmed')
  const [head, body, signature] = first.confirmation.trim().split('.')
  const forged = JSON.parse(Buffer.from(body!, 'base64url').toString()) as Record<string, string>
  const changed = Buffer.from(JSON.stringify({ ...forged, publicUrl: 'https://jahat.example' })).toString('base64url')
  expect(await refusalIn(confirm(`${head}.${changed}.${signature}`))).toBe('409 departure/not-confirmed')

  // Somebody wrote here after the copy was made: it would be lost, so another copy is made.
  await unitAt(service.url).reporter(receipt).post('/messages', { text: 'Sesudah salinan.' })
  expect(await refusalIn(confirm(first.confirmation))).toBe('409 departure/changed-since')
  await service.stop()
  const last = await copyOnce('kedua')
  const again = await startProcess({ ...before, DATA_DIR: filled.folder })
  const as =
    ({ headers }: typeof operator, at: { readonly url: string }) =>
    (path: string, body: object = {}) =>
      fetch(`${at.url}/api/v1/operator/tenants/${unit}/departure${path}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
  expect(await refusalIn(as(operator, again)('', { confirmation: first.confirmation }))).toBe(
    '409 departure/not-confirmed',
  )
  expect((await as(operator, again)('', { confirmation: last.confirmation })).status).toBe(200)
  // From now on nobody works here, and the one who brought the paper cannot also allow the deletion.
  expect(await refusalIn(fetch(`${again.url}/api/v1/tenants/${unit}`))).toBe('410 tenant/moved')
  expect(await refusalIn(as(operator, again)('/deletion'))).toBe('409 departure/same-person')
  expect((await as(second, again)('/deletion')).status).toBe(200)
  await again.kill()

  const resumed = await startProcess({ ...before, DATA_DIR: filled.folder })
  await expect.poll(() => resumed.output(), patience).toContain('unit deleted after its move')
  const page = await fetch(`${resumed.url}/t/${unit}/follow`, { redirect: 'manual' })
  expect([page.status, page.headers.get('location')]).toEqual([302, `${newPlace}/t/${unit}/follow`])
  expect(await refusalIn(unitAt(resumed.url).reporter(receipt).get(''))).toBe('410 tenant/moved')
  expect(await unitAt(resumed.url, 'dinas-contoh').reporter(neighbour).follow()).toMatchObject({
    number: neighbour.number,
  })
  await resumed.stop()

  const lying = join(places, 'lama-sesudahnya')
  await cp(filled.folder, lying, { recursive: true })
  for (const name of ['aduan.db', 'keys/aduan.db']) {
    const snapshot = await openSnapshot(join(lying, name))
    const left = snapshot.collections.filter((kind) =>
      [...snapshot.documents(kind)].some((one) => (one as { tenant: string }).tenant === unit),
    )
    const people = ['accounts', 'secondFactors', 'passkeys', 'sessions'].filter((kind) =>
      snapshot.collections.includes(kind),
    )
    const known = people.flatMap((kind) => [...snapshot.documents(kind)].map((one) => JSON.stringify(one)))
    snapshot.close()
    expect(known.filter((one) => one.includes('@bagian-organisasi.demo'))).toEqual([])
    expect([name, left]).toEqual([name, []])
  }
  expect([...(await filesIn(join(filled.folder, 'evidence')))].filter(([, bytes]) => bytes.length > 0)).toEqual([])
  const at = await aRunningService(last.there)
  expect(await unitAt(at.url).reporter(receipt).follow()).toMatchObject({ number: receipt.number })
})
