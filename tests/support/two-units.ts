import { mintTenantId } from '../../service/storage/place.ts'

export const organisasi = mintTenantId('bagian-organisasi')
export const dinas = mintTenantId('dinas-contoh')
