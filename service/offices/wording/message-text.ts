export interface MessageText {
  readonly subject: string
  readonly text: string
}
