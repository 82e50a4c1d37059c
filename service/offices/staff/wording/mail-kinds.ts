export const accountMailKinds = [
  'invitation',
  'password',
  'second-factor',
  'password-changed',
  'second-factor-gone',
  'role-granted',
  'role-taken',
] as const

export type AccountMailKind = (typeof accountMailKinds)[number]
