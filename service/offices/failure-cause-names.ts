import type { FailureCause, Language } from './vocabulary.ts'

/** What went wrong, as forms, pages and reports name it. */
export const failureCauseNames: Readonly<Record<Language, Readonly<Record<FailureCause, string>>>> = {
  id: {
    procedure_missing: 'Prosedur tidak ada atau tidak jelas',
    procedure_not_followed: 'Prosedur tidak diikuti',
    information: 'Informasi salah atau tidak tersedia',
    conduct: 'Sikap petugas',
    levy: 'Pungutan tidak resmi',
    staffing: 'Petugas kurang atau tidak di tempat',
    facility: 'Sarana, alat, atau sistem',
    outside: 'Pihak di luar kantor',
    other: 'Lainnya',
  },
  en: {
    procedure_missing: 'There is no procedure, or it is unclear',
    procedure_not_followed: 'The procedure was not followed',
    information: 'Information was wrong or missing',
    conduct: 'Conduct of staff',
    levy: 'Unofficial levy',
    staffing: 'Too few staff, or nobody there',
    facility: 'Building, equipment or system',
    outside: 'Somebody outside the office',
    other: 'Other',
  },
}
