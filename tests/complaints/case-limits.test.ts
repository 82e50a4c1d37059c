import { describe, expect, it } from 'vitest'
import { caseLimits } from '../../service/complaints/case-limits.ts'
import type { Complaint, Dossier } from '../../service/complaints/complaint.ts'
import { writeToOffice } from '../../service/complaints/reporter-acts.ts'
import { note, writeToReporter } from '../../service/complaints/write-message.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aMoment, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk } from '../support/a-desk.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

const reason = 'x'.repeat(1_000)
const longest = '\u6587'.repeat(4_000)
const delay = { at: mondayAtTen, by: verifier, reason, newDate: mondayAtTen }
const withDossier = (complaint: Complaint, dossier: Partial<Dossier>): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, ...dossier },
})
const delays = (count: number) => Array.from({ length: count }, () => delay)

describe('a case that is pushed to its limits', () => {
  it('takes a list up to its limit and refuses what would make it longer, and nothing else', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const { most } = caseLimits.delays
    const change = (decide: (one: Complaint) => Complaint) => desk.ports.complaints.change(organisasi, id, decide)
    await change((one) => withDossier(one, { delays: delays(most) }))
    expect(await laterRefusalOf(change((one) => withDossier(one, { delays: delays(most + 1) })))).toBe('case/full')
    const words = { text: 'Apakah sudah selesai?', completes: true }
    const written = await change((one) => writeToOffice(one, words, aMoment(1)))
    expect(written.dossier.messages.at(-1)?.text).toBe(words.text)
    expect(written.dossier.delays).toHaveLength(most)
  })

  it('refuses a write that would make its document too large, and stays open to its reporter', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const change = (decide: (one: Complaint) => Complaint) => desk.ports.complaints.change(organisasi, id, decide)
    const reasons = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`jeda-${at}`, longest]))
    await change((one) => withDossier(one, { clockReasons: reasons(35) }))
    expect(await laterRefusalOf(change((one) => withDossier(one, { clockReasons: reasons(40) })))).toBe('case/full')
    await change((one) => writeToOffice(one, { text: 'Mohon kabar.', completes: true }, aMoment(1)))
  })

  it('lies in a document below a million characters, whatever is written to it', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const change = (decide: (one: Complaint) => Complaint) => desk.ports.complaints.change(organisasi, id, decide)
    const reasons = Object.fromEntries(Array.from({ length: 37 }, (_, at) => [`jeda-${at}`, longest]))
    await change((one) => withDossier(one, { clockReasons: reasons }))
    let largest = 0
    for (let at = 0; at < 14; at++) {
      const moment = { ...aMoment(), at: plusMilliseconds(mondayAtTen, (at + 1) * 60_000) }
      await change((one) => writeToOffice(one, { text: longest, completes: true }, moment))
      await change((one) => note(one, { text: longest }, verifier, moment))
      const { notices } = await change((one) => writeToReporter(one, { text: longest }, verifier, moment))
      const sent = notices.at(-1)
      if (sent) {
        await desk.ports.complaints.record(organisasi, id, sent.id, (one) => ({
          ...one,
          state: 'sent',
          nextTryAt: null,
        }))
      }
      largest = Math.max(largest, JSON.stringify(await desk.store.complaints.get(organisasi, id)).length)
    }
    expect(largest).toBeLessThan(1_100_000)
  })
})
