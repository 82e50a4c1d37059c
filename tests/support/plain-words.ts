import { viewWordings } from '../../service/http/view-wording.ts'
import { standardLevels } from '../../service/offices/wording/text-for.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import type { Composing } from '../../service/telling/notices/dispatch-notice.ts'

/** A unit that has no words of its own, for deliverers. */
export const plainWords: Pick<Composing, 'officeOf' | 'wordingOf' | 'caseWords'> = {
  officeOf: async () => ({ ...bagianOrganisasi, name: 'Bagian Organisasi', shortName: 'Bag. Organisasi' }),
  wordingOf: async (_, { channel }) => ({ level: standardLevels[channel], own: null }),
  caseWords: { id: viewWordings.id.labels, en: viewWordings.en.labels },
}
