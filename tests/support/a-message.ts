import type { OutboundMessage } from '../../service/offices/channels/notice-channel.ts'
import { organisasi } from './two-units.ts'

let sent = 0

/** A message to a reporter; a test names only what it is about. */
export const aMessage = (details: Partial<OutboundMessage> = {}): OutboundMessage => ({
  tenant: organisasi,
  to: 'siti.contoh@warga.example',
  subject: 'Pengaduan BO-2026-000123 sudah kami terima',
  text: 'Yth. Bapak/Ibu,\n\nPengaduan Anda “sudah” kami terima – nomor BO-2026-000123.\n',
  idempotencyKey: `kunci-${process.pid}-${++sent}`,
  signal: new AbortController().signal,
  ...details,
})
