import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { OneService } from './one-service.ts'

/** A running service, as far as letters need it. */
export type AtWork = Pick<OneService, 'unit' | 'staff'>

export const lettersOn = {
  on: true,
  letterhead: {
    lines: ['Pemerintah Kabupaten Mojokerto', 'Sekretariat Daerah', 'Bagian Organisasi'],
    address: 'Jalan Contoh Nomor 1, Mojokerto',
    contact: 'Telepon (0321) 000000',
  },
  city: 'Mojokerto',
  code: 'BO',
  pattern: '{seq:3}/{code}/{month-roman}/{year}',
  signatories: [
    {
      name: 'Dewi Peraga, S.H.',
      position: 'Kepala Bagian Organisasi',
      rank: 'Pembina (IV/a)',
      nip: '19700101 199503 2 001',
    },
  ],
} satisfies TenantSettingsView['letters']

/** Writes a unit's letter settings; the answer is the service's. */
export async function setLetters(service: AtWork, letters: Partial<TenantSettingsView['letters']>, unit?: string) {
  const { headers, get } = await service.staff('admin', unit)
  const settings = (await (await get('/settings')).json()) as TenantSettingsView
  return fetch(`${service.unit(unit).api}/settings`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, letters: { ...settings.letters, ...letters } }),
  })
}
