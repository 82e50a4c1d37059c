import { mintTenantId } from '../../service/storage/tenant-id.ts'

export const organisasi = mintTenantId('bagian-organisasi')
export const dinas = mintTenantId('dinas-contoh')
