import type { TenantId } from '../../service/storage/tenant-id.ts'

export const organisasi = 'bagian-organisasi' as TenantId
export const dinas = 'dinas-contoh' as TenantId
