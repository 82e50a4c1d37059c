/** The papers of a case. */
export const papers = {
  dispositions: 'Disposisi',
  slipOf: (at: string) => `Disposisi ${at}`,
  slipPdf: 'Lembar disposisi',
  earlierSlips: (count: number) => `${count} disposisi sebelumnya`,
  leads: 'penangan utama',
  assists: 'membantu',
  due: (day: string) => `Paling lambat ${day}`,
  wasDue: (day: string) => `Lewat batas: ${day}`,
  tellDone: 'Sudah dilaksanakan',
  toldDone: 'Pelaksanaan tercatat.',
  doneOn: (at: string) => `Dilaksanakan ${at}`,
  whatWasDone: 'Apa yang sudah dilakukan?',
  whatWasDoneHint: 'Satu atau dua kalimat. Hanya dibaca petugas.',
}
