export type StaffId = string & { readonly staffId: unique symbol }
