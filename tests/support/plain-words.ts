import { labelsEn } from '../../service/http/wording/labels-en.ts'
import { labelsId } from '../../service/http/wording/labels-id.ts'
import type { Composing } from '../../service/notices/compose-message.ts'
import { standardLevels } from '../../service/notices/wording/text-for.ts'
import { bagianOrganisasi } from '../../service/tenants/demo/bagian-organisasi.ts'

/** A unit that has no words of its own, for deliverers. */
export const plainWords: Pick<Composing, 'officeOf' | 'wordingOf' | 'caseWords'> = {
  officeOf: async () => ({ ...bagianOrganisasi, name: 'Bagian Organisasi', shortName: 'Bag. Organisasi' }),
  wordingOf: async (_, { channel }) => ({ level: standardLevels[channel], own: null }),
  caseWords: { id: labelsId, en: labelsEn },
}
