import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'

export const beginSteps = ['who', 'contact', 'letterhead', 'channels', 'site'] as const
export type BeginStep = (typeof beginSteps)[number]

export interface Begun {
  readonly settings: Pick<TenantSettingsView, 'name' | 'shortName' | 'parent' | 'contact' | 'letters' | 'origins'>
  readonly leaves: boolean
}

const done: Readonly<Record<BeginStep, (begun: Begun) => boolean>> = {
  who: ({ settings }) => settings.parent !== '',
  contact: ({ settings: { contact } }) => Boolean(contact.address && (contact.telephone || contact.email)),
  letterhead: ({ settings: { letters } }) => letters.city !== '' && letters.signatories.length > 0,
  channels: ({ leaves }) => leaves,
  site: ({ settings }) => settings.origins.length > 0,
}

export const doneSteps = (begun: Begun): readonly BeginStep[] => beginSteps.filter((step) => done[step](begun))

/** Fills what stands empty with what is right for most offices, from what is known of the unit already. */
export function prefill(settings: TenantSettingsView): TenantSettingsView {
  const { letters, contact, name, parent, addressee, numberPrefix } = settings
  if (letters.city !== '' || letters.signatories.length > 0) return settings
  const { letterhead } = letters
  const reached = [contact.telephone && `Telepon ${contact.telephone}`, contact.email].filter(Boolean).join(', ')
  return {
    ...settings,
    letters: {
      ...letters,
      on: true,
      code: letters.code || numberPrefix,
      letterhead: {
        ...letterhead,
        lines: letterhead.lines.length > 0 ? letterhead.lines : [parent, name].filter((line) => line !== ''),
        address: letterhead.address || (contact.address ?? ''),
        contact: letterhead.contact || reached,
      },
      signatories: [{ name: '', position: addressee, rank: '', nip: '' }],
    },
  }
}
