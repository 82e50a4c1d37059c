import { inBoth } from './wording.ts'

const id = {
  heading: 'Kotak percobaan',
  intro:
    'Surel belum diatur. Surel yang seharusnya dikirim hanya disimpan di sini, tanpa alamat penerimanya; pelapor tidak menerimanya.',
  list: 'Surel yang tidak dikirim',
  choose: 'Pilih surel untuk membacanya.',
  emptyHeading: 'Belum ada surel',
  emptyText:
    'Pemberitahuan kepada pelapor dan pemberitahuan kepada petugas disimpan di sini selama surel belum diatur.',
  loading: 'Memuat surel…',
  back: 'Kembali ke daftar',
}

const en: typeof id = {
  heading: 'Trial outbox',
  intro:
    'E-mail is not set up. What should be sent is only kept here, without the address to which it would go; reporters do not get it.',
  list: 'E-mails that were not sent',
  choose: 'Choose an e-mail to read it.',
  emptyHeading: 'No e-mail yet',
  emptyText: 'News to reporters and alerts to staff are kept here until e-mail is set up.',
  loading: 'Loading e-mails…',
  back: 'Back to the list',
}

/** Returns what the built-in mailbox says, in the language of the reader. It is fetched with the page alone. */
export const mailboxWording = inBoth({ id, en })
