import { object, rate, withdraw } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { askForCompletion, extendHandling, pauseClocks } from '../../service/desk/clocks.ts'
import { answer, decideObjection, decline, verify } from '../../service/desk/decisions.ts'
import type { Outcome } from '../../service/offices/vocabulary.ts'
import { aComplaint, aMoment, head, officer, verifier } from './a-complaint.ts'

const otherHead = officer('kepala-lain', 'Kepala lain')

const verified = (days = 1, complaint = aComplaint()): Complaint =>
  verify(complaint, undefined, 'open', verifier, aMoment(days))

export const answeredAfter = (days: number, outcome: Outcome = 'substantiated'): Complaint =>
  answer(verified(), { outcome, text: 'Sudah kami perbaiki.' }, head, aMoment(days))

const decided = (complaint: Complaint, upheld: boolean, days: number): Complaint =>
  decideObjection(
    object(complaint, 'Belum selesai.', aMoment(days - 1)),
    { upheld, text: 'Kami periksa.' },
    otherHead,
    aMoment(days),
  )

const atPlace = (place: string, complaint: Complaint): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, place },
})

/** Cases of one Monday, by what was done with them: an office in which about everything went wrong once. */
export const aTroubledMonth = () => ({
  waiting: aComplaint(),
  handled: verified(),
  paused: pauseClocks(
    verified(),
    { reason: 'Menunggu hasil uji dari laboratorium daerah.', as: 'staff' },
    verifier,
    aMoment(2),
  ),
  extended: extendHandling(verified(), { days: 5, reason: 'Saksi ahli baru datang pekan depan.' }, head, aMoment(2)),
  incomplete: askForCompletion(
    aComplaint(),
    { items: ['evidence'], text: 'Mohon foto.' },
    'grounded',
    verifier,
    aMoment(1),
  ),
  inTime: atPlace('Loket 2', answeredAfter(3)),
  inTimeRated: atPlace('loket  2', rate(answeredAfter(4), { stars: 5, solved: true, text: undefined }, aMoment(5))),
  lowRated: atPlace('LOKET 2 ', rate(answeredAfter(5), { stars: 2, solved: false, text: undefined }, aMoment(6))),
  late: answeredAfter(40, 'unsubstantiated'),
  objected: object(answeredAfter(3), 'Belum saya terima.', aMoment(4)),
  rejected: decided(answeredAfter(3), false, 6),
  reopened: decided(answeredAfter(3), true, 6),
  answeredAgain: answer(
    decided(answeredAfter(3), true, 6),
    { outcome: 'clarified', text: 'Kini selesai.' },
    head,
    aMoment(9),
  ),
  declined: decline(
    aComplaint(),
    { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' },
    verifier,
    aMoment(1),
  ),
  declinedLate: decline(
    aComplaint(),
    { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' },
    verifier,
    aMoment(20),
  ),
  withdrawn: withdraw(aComplaint(), undefined, { kind: 'reporter' }, aMoment(1)),
})
