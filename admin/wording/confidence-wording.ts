import { inBoth } from './wording.ts'

/** Wording of identities that staff keep confidential. It comes with the panel of acts. */
const id = {
  always: 'Identitas selalu dirahasiakan',
  alwaysHint:
    'Berlaku bagi pengaduan baru di kategori ini, juga bila pelapor tidak memintanya. Pelapor membacanya sebelum mengirim.',
}

const en: typeof id = {
  always: 'Identities are always confidential',
  alwaysHint:
    'For new complaints in this category, also where the reporter does not ask for it. Reporters read so before they file.',
}

export const confidenceWording = inBoth({ id, en })
