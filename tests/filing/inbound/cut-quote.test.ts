import { describe, expect, it } from 'vitest'
import { cutQuote } from '../../../service/filing/inbound/case-replies.ts'

const said = 'Kuitansinya saya lampirkan.\nTerima kasih.'

const quotes: Readonly<Record<string, string>> = {
  'Gmail in Indonesian':
    'Pada Sel, 24 Nov 2026 pukul 10.15 Aduan <aduan@aduan.example> menulis:\n\n> Terima kasih.\n> Hormat kami',
  'Gmail in Indonesian, of some years ago':
    'Pada tanggal 24 November 2026 10.15, Aduan <aduan@aduan.example> menulis:\n\n> Terima kasih.',
  'Gmail in English': 'On Tue, 24 Nov 2026 at 10:15, Aduan <aduan@aduan.example> wrote:\n\n> Thank you.\n',
  'Gmail, its line broken by the width':
    'On Tue, 24 Nov 2026 at 10:15, Bagian Organisasi Sekretariat Daerah\n<aduan@aduan.example> wrote:\n\n> Thank you.',
  'Gmail on old telephones': '2026-11-24 10:15 GMT+07:00 Aduan <aduan@aduan.example>:\n> Terima kasih.',
  'Yahoo in Indonesian':
    '    Pada Selasa, 24 November 2026 10.15.22 GMT+7, Aduan <aduan@aduan.example> menulis:  \n \n Terima kasih.\nHormat kami'.trim(),
  'Outlook in Indonesian':
    '________________________________\nDari: Aduan <aduan@aduan.example>\nDikirim: 24 November 2026 10:15\nKepada: Siti Contoh\nPerihal: Pengaduan BO-2026-000001\n\nTerima kasih.',
  'Outlook in English':
    'From: Aduan <aduan@aduan.example>\nSent: Tuesday, November 24, 2026 10:15 AM\nTo: Siti Contoh\nSubject: Your complaint\n\nThank you.',
  'Outlook, its names in bold':
    '*From:* Aduan <aduan@aduan.example>\n*Sent:* Tuesday\n*To:* Siti Contoh\n*Subject:* Your complaint\n\nThank you.',
  'Outlook of long ago': '-----Original Message-----\nFrom: Aduan\nSubject: x\n\nThank you.',
  'a telephone of Samsung':
    '-------- Pesan asli --------\nDari: Aduan <aduan@aduan.example>\nTanggal: 24/11/26 10.15\n\nTerima kasih.',
  'a telephone of Apple':
    'Dikirim dari iPhone saya\n\n> Pada 24 Nov 2026, pukul 10.15, Aduan menulis:\n> \n> Terima kasih.',
  'Yahoo on Android':
    'Dikirim dari Yahoo Mail dengan Android\n\nPada Sel, Nov 24, 2026 pada 10:15, Aduan <aduan@aduan.example> menulis:\n> Terima kasih.',
  'Outlook on Android': 'Dapatkan Outlook untuk Android',
  'a signature of one’s own': '-- \nSiti Contoh\nJalan Misal 1',
  'nothing but quoted lines': '> Terima kasih.\n> Hormat kami',
}

describe('what somebody wrote is told from what they answer, as it is written by', () => {
  it.each(Object.entries(quotes))('%s', (_, quoted) => {
    expect(cutQuote(`${said}\n\n${quoted}\n`)).toEqual({ said, quoted: quoted.trim() })
    expect(cutQuote(`${said}\r\n\r\n${quoted.replaceAll('\n', '\r\n')}`).said).toBe(said)
  })
})

describe('nothing is cut', () => {
  it.each([
    [
      'of words between quoted lines',
      'Pada Sel, 24 Nov 2026 pukul 10.15 Aduan <a@b.example> menulis:\n> Kapan?\nKemarin.\n> Di mana?\nDi loket dua.',
    ],
    ['of words below a quote', '> Kapan itu terjadi?\n\nKemarin pagi, di loket dua.'],
    [
      'of what is only passed on',
      'Tolong dibaca.\n\n---------- Pesan terusan ----------\nIsi surat dari petugas itu: bayar dulu.',
    ],
    ['of a sentence that begins like a quote', 'Pada hari Selasa petugas loket meminta uang.\nDari: warga'],
    ['of a list with dashes', 'Yang diminta:\n- uang\n- rokok'],
  ])('%s', (_, text) => {
    expect(cutQuote(text)).toEqual({ said: text, quoted: '' })
  })

  it('and a text of a million lines is looked at as soon as any', () => {
    const text = `Halo\n${'Pada Sel, 24 Nov 2026 pukul 10.15 '.repeat(100_000)}\n`.repeat(2)
    expect(cutQuote(text).said).toContain('Halo')
  })

  it('says nothing where there is nothing but a quote', () => {
    expect(cutQuote('> Terima kasih.').said).toBe('')
  })
})
