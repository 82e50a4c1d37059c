import type { Messages } from '../words.ts'

export const papers: Messages['papers'] = {
  dispositions: 'Dispatch',
  slipOf: (at) => `Dispatched ${at}`,
  slipPdf: 'Disposition slip',
  earlierSlips: (count) => (count === 1 ? 'One earlier slip' : `${count} earlier slips`),
  leads: 'leads',
  assists: 'assists',
  due: (day) => `By ${day}`,
  wasDue: (day) => `Was due ${day}`,
  tellDone: 'Done',
  toldDone: 'Noted as done.',
  doneOn: (at) => `Done ${at}`,
  whatWasDone: 'What was done?',
  whatWasDoneHint: 'One or two sentences. Read by staff only.',
}
