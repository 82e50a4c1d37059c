import type { NoticeStanding } from '../../offices/notice-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'

/**
 * What staff and reporters read of each standing of a notice. No word claims more than is known: only what somebody
 * outside took is “taken”, and what lies in the trial outbox was not sent.
 */
export const standingWords: Readonly<Record<Language, Readonly<Record<NoticeStanding, string>>>> = {
  id: {
    drafted: 'Belum dikirim, menunggu giliran',
    to_print: 'Belum dikirim, menunggu dicetak',
    kept: 'Disimpan di kotak percobaan, tidak dikirim',
    handed_over: 'Diserahkan',
    taken: 'Diterima penyedia',
    delivered: 'Sampai',
    read: 'Dibaca',
    failed: 'Gagal',
    overtaken: 'Tidak dikirim, digantikan pemberitahuan yang lebih baru',
    page_only: 'Hanya di halaman pantau',
  },
  en: {
    drafted: 'Not sent yet, waiting its turn',
    to_print: 'Not sent yet, waiting to be printed',
    kept: 'Kept in the trial outbox, not sent',
    handed_over: 'Handed over',
    taken: 'Taken by the provider',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Failed',
    overtaken: 'Not sent, replaced by later news',
    page_only: 'On the follow-up page only',
  },
}

/** Read instead where the contact is unconfirmed, so that nothing shows about others who gave the same contact. */
export const unconfirmedWords: Readonly<Record<Language, string>> = {
  id: 'Dikirim bertahap karena kontak belum dikonfirmasi; isinya selalu ada di halaman pantau',
  en: 'Sent in stages, because the contact is not confirmed; the news is always on the follow-up page',
}
