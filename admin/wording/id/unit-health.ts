/** How the operator sees a unit fare. */
export const unitHealth = {
  lastCase: (day: string) => `pengaduan terakhir ${day}`,
  noCase: 'belum ada pengaduan',
  unseen: (day: string) => `yang terlama belum diverifikasi sejak ${day}`,
  open: (open: string, overdue: string | null) =>
    overdue === null ? `${open} terbuka, tidak ada yang lewat tenggat` : `${open} terbuka, ${overdue} lewat tenggat`,
  undelivered: (cases: number) => `Pemberitahuan ${cases} pengaduan tidak sampai lewat saluran mana pun.`,
  down: (channels: string) => `Saluran berhenti setelah gagal berulang kali: ${channels}.`,
  channels: { email: 'surel', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'surat' },
}
