import { expect, it } from 'vitest'
import { printLetters } from '../../../service/desk/letters/letter-dispatch.ts'
import type { PrintOffice } from '../../../service/desk/letters/letter-document.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf } from '../../support/refused.ts'

const one = { id: 'surat-1', revision: 0 }
const two = { id: 'surat-2', revision: 0 }
const nothingIsSet = () => {
  throw new Error('No letter is there to be set.')
}

it('several letters are printed only by who has just proved who they are', async () => {
  const desk = await aDesk()
  const ports = officeWith<PrintOffice>({
    ...desk.ports,
    deliverer: { wakeUp: nothingIsSet },
    renderLetters: nothingIsSet,
    signLetter: nothingIsSet,
    digest: nothingIsSet,
    links: { follow: nothingIsSet, verify: nothingIsSet },
  })
  const officer = staffWith(['intake_officer'])
  expect(await laterRefusalOf(printLetters(ports, officer, [one, two]))).toBe('session/confirmation-needed')
  const confirmed = { ...officer, confirmedAt: desk.ports.now() }
  expect(await laterRefusalOf(printLetters(ports, confirmed, [one, two]))).toBe('letter/unknown')
  expect(await laterRefusalOf(printLetters(ports, officer, [one]))).toBe('letter/unknown')
  expect(await laterRefusalOf(printLetters(ports, staffWith(['verifier']), [one, two]))).toBe('staff/not-permitted')
})
