import { demoPassword } from '../../support/a-running-service.ts'
import { everythingTold } from '../../support/a-told-story.ts'
import { anonymousFiling, unitAt } from '../../support/an-office.ts'
import { aPhoto } from '../pages/visitor.ts'

const stories = [
  ['maladministration', 'Nama pada surat keterangan salah ketik'],
  ['illegal_levy', 'Diminta uang stempel di loket dua'],
  ['maladministration', 'Antrean tidak dipanggil sampai loket tutup'],
  ['illegal_levy', 'Biaya fotokopi tanpa tanda terima'],
  ['maladministration', 'Berkas lengkap dikembalikan tanpa alasan'],
  ['maladministration', 'Jawaban surat permohonan belum diterima sejak Oktober'],
] as const

/** Fills the demo unit with complaints at different stages. @returns the one that a head would look at */
export async function aBusyOffice(address: string): Promise<{ readonly number: string }> {
  const unit = unitAt(address)
  const numbers: string[] = []
  for (const [category, subject] of stories) numbers.push((await unit.file({ category, subject })).number)
  await unit.send(anonymousFiling({ subject: 'Petugas meminta imbalan lewat perantara' }))
  const photo = await unit.upload(aPhoto.name, aPhoto.buffer)
  const { id } = (await photo.json()) as { id: string }
  const chief = await unit.file({
    subject: 'Diminta lima puluh ribu rupiah saat mengambil surat',
    chronology:
      'Hari Jumat sekitar pukul sepuluh saya mengambil surat di loket dua. Petugas meminta lima puluh ribu rupiah agar surat diserahkan hari itu.\n\nSaya bertanya apakah ada kuitansi. Petugas mengatakan tidak ada. Setelah saya membayar, surat langsung diserahkan.',
    ...everythingTold,
    evidence: [id],
  })

  const verifier = await unit.signIn('verifikator', demoPassword)
  const { items } = (await (await verifier.get('/handlers')).json()) as { items: { id: string; name: string }[] }
  const handler = items.find(({ name }) => name.startsWith('Citra'))?.id
  for (const number of [...numbers.slice(0, 3), chief.number]) {
    await verifier.act(number, 'verify')
    await verifier.act(number, 'dispatch', { handler, instruction: 'Periksa buku loket dan tanyakan kepada petugas.' })
  }
  await verifier.act(numbers[3] ?? '', 'ask-for-completion', {
    items: ['when_it_happened'],
    text: 'Pada tanggal berapa Anda membayar biaya itu?',
  })
  const officer = await unit.signIn('petugas', demoPassword)
  for (const number of [numbers[0] ?? '', chief.number])
    await officer.act(number, 'propose-answer', {
      outcome: 'substantiated',
      text: 'Pungutan itu tidak ada dasarnya. Uang Anda kami kembalikan, dan tarif layanan kini terpasang di loket.',
    })
  return chief
}
