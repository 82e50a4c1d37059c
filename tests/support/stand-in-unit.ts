import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import { linksFrom } from '../../service/http/links.ts'
import { viewWordings } from '../../service/http/view-wording.ts'
import { tenantView } from '../../service/http/views/tenant-view.ts'
import type { TenantSettings } from '../../service/offices/tenants/tenant.ts'
import type { Language } from '../../service/offices/vocabulary.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { mintTenantId } from '../../service/storage/place.ts'
import { mondayAtTen } from './a-complaint.ts'

interface Shown {
  readonly tenant: string
  readonly language: Language
  readonly origin: string
}

/** A unit with such settings as the service itself shows it. */
export function unitAsShown(settings: TenantSettings, { tenant, language, origin }: Shown): WholeTenantView {
  const id = mintTenantId(tenant)
  return tenantView(
    { tenant: id, id, version: 1, revision: 1, openedAt: mondayAtTen, settings },
    {
      wording: viewWordings[language],
      links: linksFrom(origin),
      channelsOffered: () => ['whatsapp', 'sms', 'email'],
      channelsDown: () => [],
      unheld: [],
    },
  )
}

export const settingsOfStandIn: TenantSettings = {
  ...bagianOrganisasi,
  name: 'Bagian Contoh Sekretariat Daerah Kabupaten Misal',
  shortName: 'Bagian Contoh',
  parent: 'Pemerintah Kabupaten Misal',
  evidence: { maxFiles: 3, maxMegabytes: 1 },
  javanese: false,
}

/** An invented unit, as the service would show it. */
export const standInUnit = (tenant: string, language: Language, origin: string): WholeTenantView =>
  unitAsShown(settingsOfStandIn, { tenant, language, origin })
