export interface PasswordHasher {
  hash(password: string): Promise<string>
  matches(hashed: string, password: string): Promise<boolean>
}
