import type { Complaint } from '../../case/shape/complaint.ts'
import type { Assignment, Disposition } from '../../case/shape/handling.ts'
import { heading, type OfficePaper, type PaperBlock, printable, text } from '../../offices/office-paper.ts'
import { labelOfCategory, type Tenant } from '../../offices/tenants/tenant.ts'
import { dispatchInstructions } from '../../offices/vocabulary.ts'
import { sayDate, sayDay, sayMoment } from '../../shared/time-in-words.ts'
import { letterheadOf } from '../letters/letter-document.ts'
import { letterWordingId } from '../letters/wording/id.ts'
import { originFor, paperWords, signatoryOf } from './paper-words.ts'

const words = {
  title: 'Lembar Disposisi',
  slip: (place: number) => `Disposisi ke-${place}`,
  receivedAt: 'Tanggal terima',
  nature: 'Sifat',
  confidential: 'Rahasia',
  restricted: 'Terbatas',
  forwardedTo: 'Diteruskan kepada',
  columns: ['No.', 'Nama dan jabatan', 'Peran', 'Batas waktu', 'Telah dilaksanakan', 'Paraf'],
  leads: 'Penangan utama',
  assists: 'Membantu',
  instructionsFor: (name: string) => `Instruksi untuk ${name}`,
  ticked: 'Dicentang',
  sender: 'Pemberi disposisi,',
} as const

/** A disposition slip as Indonesian offices know it, in Indonesian only; the reporter stays masked. */
export function composeSlip(complaint: Complaint, slip: Disposition, { settings }: Tenant): OfficePaper {
  const { timeZone } = settings.calendar
  const { dossier, privacy, category } = complaint
  const say = (at: string) => sayMoment(at, timeZone, 'id')
  const label = labelOfCategory(settings, category, 'id', complaint.receivedAt)
  const { by, assignments } = slip
  return {
    language: 'id',
    createdAt: slip.at,
    letterhead: letterheadOf(settings),
    title: words.title,
    number: `${complaint.id} · ${words.slip(dossier.dispositions.indexOf(slip) + 1)}`,
    lead: '',
    watermark: null,
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: words.receivedAt, value: say(complaint.receivedAt) },
          { label: paperWords.origin, value: originFor(complaint) },
          { label: words.nature, value: privacy === 'confidential' ? words.confidential : words.restricted },
          { label: paperWords.category, value: printable(label) },
          { label: paperWords.subject, value: printable(dossier.subject) },
        ],
      },
      heading(words.forwardedTo),
      {
        kind: 'table',
        columns: words.columns,
        shares: [0.06, 0.32, 0.15, 0.15, 0.22, 0.1],
        rows: assignments.map((one, at) => [
          String(at + 1),
          printable(`${one.name}\n${one.position}`),
          at === 0 ? words.leads : words.assists,
          one.dueOn ? sayDate(one.dueOn, 'id') : '-',
          one.done ? `${printable(one.done.text)} (${say(one.done.at)})` : '',
          '',
        ]),
      },
      ...assignments.flatMap(instructionsOf),
      {
        kind: 'signatures',
        signatories: [signatoryOf(by, `${sayDay(slip.at, timeZone, 'id')}\n${words.sender}`)],
      },
    ],
    page: letterWordingId.page,
  }
}

const instructionsOf = ({ name, instructions, text: remark }: Assignment): PaperBlock[] => [
  heading(words.instructionsFor(printable(name))),
  {
    kind: 'ticks',
    tickedWord: words.ticked,
    items: dispatchInstructions.map((one) => ({
      text: paperWords.instructions[one],
      ticked: instructions.includes(one),
    })),
  },
  ...(remark ? [text(remark)] : []),
]
