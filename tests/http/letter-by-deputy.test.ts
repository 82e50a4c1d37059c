import { beforeAll, expect, it } from 'vitest'
import { letterOffice } from '../support/a-letter-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
const office = letterOffice(service)
beforeAll(async () => {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
})

it('a letter that a deputy approves bears their name and title, on paper and in the list', async () => {
  const { id } = await office.aDraft()
  await office.done('petugas', id, 'submit')
  const head = await service.staff('kepala')
  const deputy = await service.staff('verifikator')
  const today = officeDay()
  const absence = { firstDay: today, lastDay: today, deputy: deputy.session.staff.id, title: 'plh' }
  const set = await fetch(`${service.unit().api}/duties/absences/${head.session.staff.id}`, {
    method: 'PUT',
    headers: { ...head.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ absences: [absence] }),
  })
  expect(set.status).toBe(200)

  const position = 'Plh. Kepala Bagian Organisasi'
  expect(await office.done('verifikator', id, 'approve')).toMatchObject({
    signatory: { name: 'Bayu Peraga', position },
  })
  const printed = await office.print('petugas', [id])
  const { text } = await readPdf(new Uint8Array(await printed.arrayBuffer()))
  expect(text).toContain('Plh. Kepala Bagian')
  expect(text).toContain('Bayu Peraga')
  expect(text).not.toContain('Dewi Peraga')
})
