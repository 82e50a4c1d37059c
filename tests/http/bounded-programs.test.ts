import { expect, it } from 'vitest'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { refusalIn } from '../support/a-problem.ts'
import { watchPrograms } from '../support/a-process-tree.ts'
import { aWorkbook } from '../support/a-workbook.ts'
import { oneService } from '../support/one-service.ts'
import { aPdfOf, aPdfThatSwells } from '../support/some-files.ts'

const service = oneService()
const onLinux = process.platform === 'linux'

async function watched<T>(act: () => Promise<T>) {
  const programs = watchPrograms(service.running.process.pid ?? 0)
  const answer = await act()
  return { answer, ...(await programs.end()) }
}

it.skipIf(!onLinux)('a small PDF that swells to gigabytes is not shown, and the next one is', async () => {
  const verifier = await service.staff('verifikator')
  const swells = aPdfThatSwells()
  expect(swells.length).toBeLessThan(4_096)
  const hostile = await aCaseWithAFile(service, 'surat.pdf', swells)
  const honest = await aCaseWithAFile(service, 'surat.pdf', aPdfOf(['Halaman satu']))

  const { answer, megabytes } = await watched(() => refusalIn(verifier.get(`${hostile.path}/viewing-copy`)))
  expect(answer).toBe('409 evidence/no-copy')
  // It did grow, and was stopped at its bound.
  expect(megabytes).toBeGreaterThan(250)
  expect(megabytes).toBeLessThan(700)
  expect((await verifier.get(`${honest.path}/viewing-copy`)).status).toBe(200)
  expect(service.running.process.exitCode).toBeNull()
})

const longCell = `<c t="inlineStr"><is><t>${'x'.repeat(99_999)}</t></is></c>`
const sharedTexts = `<sst>${'<si><t>a</t></si>'.repeat(2_050_000)}</sst>`

it.skipIf(!onLinux).each([
  ['rows', aWorkbook(`<row>${longCell}</row>`.repeat(700))],
  ['shared texts', aWorkbook('<row><c t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': sharedTexts })],
])('a small workbook that swells by its %s is refused, and the next one is read', async (_, file) => {
  const admin = await service.staff('admin')
  const bring = (body: Uint8Array<ArrayBuffer>) =>
    fetch(`${service.unit().api}/old-books`, {
      method: 'POST',
      headers: { ...admin.headers, 'X-File-Name': 'buku.xlsx' },
      body,
    })
  const { answer, megabytes } = await watched(() => refusalIn(bring(file)))
  expect(answer).toBe('400 old-book/too-large')
  expect(megabytes).toBeGreaterThan(50)
  expect(megabytes).toBeLessThan(550)
  expect((await bring(aWorkbook('<row><c t="inlineStr"><is><t>Perihal</t></is></c></row>'))).status).toBe(201)
})
